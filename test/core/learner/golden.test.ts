import { describe, expect, it } from 'vitest';
import { randomFrom, shuffle } from '#core/base/random.ts';
import { dateOf, studyDayOf } from '#core/learner/events/day.ts';
import { compareKeys, type Event, orderKeyOf } from '#core/learner/events/event.ts';
import { gistOf } from '#core/learner/events/gist.ts';
import { statsOf } from '#core/learner/insight/stats.ts';
import { flagsOf } from '#core/learner/memory/flags.ts';
import { openFold } from '#core/learner/memory/fold.ts';
import { isLeech } from '#core/learner/memory/memory.ts';
import type { ItemState } from '#core/learner/memory/state.ts';
import { type PlanInput, planSession } from '#core/learner/plan/plan.ts';
import { at, folded } from '../../events.ts';
import {
  type GoldenStep,
  goldenDue,
  goldenEvents,
  goldenHeads,
  goldenMorning,
  goldenNight,
  goldenSteps,
  morningStats,
  nearly,
  nightStats,
  type Remembered,
} from '../../golden.ts';

/** A state as the fixture has it, with days as dates. */
function rowOf(
  state: ItemState | undefined,
  item: string,
  so: readonly Event[],
): readonly [Remembered | null, boolean, number] {
  if (state === undefined) throw new Error('no state');
  const { memory: m, suspended } = state;
  const flags = flagsOf(so, []).get(item)?.length ?? 0;
  const remembered = m && [
    ...([m.stability, m.difficulty, dateOf(m.first), dateOf(m.last), dateOf(m.due)] as const),
    ...([m.reviews, m.lapses, m.rating, m.revision] as const),
  ];
  return [(remembered as Remembered | undefined) ?? null, suspended, flags];
}

/** A row of the fixture, its numbers as near as ts-fsrs rounds: it keeps eight decimals at each step, and the formulas do not. */
function nearlyRow([, item, remembered, suspended, flags]: GoldenStep): readonly unknown[] {
  if (remembered === null) return [item, null, suspended, flags];
  const [stability, difficulty, ...rest] = remembered;
  const near = expect.closeTo(stability, stability < 100 ? 5 : 4);
  return [item, [near, expect.closeTo(difficulty, 5), ...rest], suspended, flags];
}

const events = goldenEvents();
const inTime = [...new Map(events.map((e) => [e.id, e])).values()].sort((a, b) =>
  compareKeys(orderKeyOf(a), orderKeyOf(b)),
);
const today = studyDayOf(at(goldenNight));

describe('the golden log', () => {
  it('has every type of event, on two devices, in the order of the fixture', () => {
    expect(new Set(events.map(({ type }) => type)).size).toBe(6);
    expect(new Set(events.map(({ device }) => device))).toEqual(new Set(['laptop-aa', 'phone-bb']));
    expect(inTime.map(({ id }) => id)).toEqual(goldenSteps.map(([id]) => id));
  });

  it.each(goldenSteps.map((row, i) => [i + 1, ...row] as const))(
    'after its first %i events, to %s, %s is remembered as was computed apart',
    (count, ...row) => {
      const [, item] = row;
      const so = inTime.slice(0, count);
      expect([item, ...rowOf(folded(so).get(item), item, so)]).toEqual(nearlyRow(row));
    },
  );

  it('leads there event by event too, as far as no earlier ones are needed', () => {
    const fold = openFold();
    let refolds = 0;
    for (const [i, row] of goldenSteps.entries()) {
      const [, item] = row;
      fold.take(gistOf(inTime[i]!));
      fold.settle((_items, visit) => {
        refolds += 1;
        for (const event of inTime.slice(0, i + 1)) if (event.item === item) visit(gistOf(event));
      });
      expect([item, ...rowOf(fold.states.get(item), item, inTime.slice(0, i + 1))]).toEqual(nearlyRow(row));
    }
    // Corrections of what is not the latest event of its item.
    expect(refolds).toBe(3);
  });

  it('amounts to the same in whatever order its lines come', () => {
    for (const seed of ['a', 'b', 'c'])
      expect(folded(shuffle(events, randomFrom(seed)))).toEqual(folded(inTime));
  });

  it.each([
    ['ahead', '2028', ['g02', 'g03', 'g04', 'g08', 'g32', 'g33', 'g34', 'g61']],
    ['back', '2024', ['g08', 'g32', 'g33', 'g34', 'g61']],
  ])(
    'amounts to the same if a clock was %s for lines whose neighbours are of the same day',
    (_, year, wrong) => {
      const shifted = events.map((event) =>
        wrong.includes(event.id) ? { ...event, at: event.at.replace('2026', year) } : event,
      );
      const [found, truth] = [folded(shifted), folded(inTime)];
      expect([...found.keys()].sort()).toEqual([...truth.keys()].sort());
      for (const [item, state] of truth)
        expect(rowOf(found.get(item), item, shifted)).toEqual(rowOf(state, item, inTime));
    },
  );

  it('has one leech, told at the eighth lapse', () => {
    const told = goldenSteps.flatMap(([, item], i) => {
      const memory = folded(inTime.slice(0, i + 1)).get(item)?.memory;
      return memory !== undefined && isLeech(memory) ? [[item, memory.lapses]] : [];
    });
    expect(told).toEqual([['rope', 8]]);
  });
});

describe('the statistics of the golden log', () => {
  const statsAt = (iso: string) =>
    statsOf({ heads: goldenHeads, states: folded(events), events, today: studyDayOf(at(iso)) });

  it('are those of the evening until four in the morning', () => {
    expect(nearly(statsAt(goldenNight))).toEqual(nightStats);
  });

  it('are those of the next day from then on', () => {
    expect(nearly(statsAt(goldenMorning))).toEqual(morningStats);
  });
});

describe('a session after the golden log', () => {
  const planned = (more: Partial<PlanInput> = {}) =>
    planSession({ heads: goldenHeads, states: folded(events), today, random: randomFrom('1'), ...more });
  const ids = (input?: Partial<PlanInput>) => planned(input).queue.map(({ head }) => head.id);

  it('asks what is due, then what is left of ten new questions, of the deck of which least is begun', () => {
    const { due, unseen, fresh, backlog } = planned();
    expect({ due, unseen, fresh, backlog }).toEqual({ due: 7, unseen: 47, fresh: 9, backlog: false });
    expect(ids().slice(0, 7).sort()).toEqual([...goldenDue].sort());
    expect(ids().slice(7)).toEqual([...['u01', 'u02', 'u03', 'u04', 'u05', 'u06', 'u07', 'u08', 'u09']]);
  });

  it('has forty questions at most', () => {
    expect(ids({ fresh: 100 })).toHaveLength(40);
  });

  it('asks the likeliest first while more is due than fits', () => {
    expect(planned({ limit: 6 })).toMatchObject({ due: 7, fresh: 0, backlog: true });
    expect(ids({ limit: 6 })).toEqual(goldenDue.slice(0, 6));
  });

  it('practises the weakest first: 0.9166, 0.9940, then two of today', () => {
    expect(ids({ practice: true, fresh: 0 }).slice(7)).toEqual(['moe', 'kv', 'bpe', 'fact-a']);
  });
});
