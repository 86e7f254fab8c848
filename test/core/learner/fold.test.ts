import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom, shuffle } from '#core/base/random.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import { compareKeys, type Event, instantOf, orderKeyOf } from '#core/learner/events/event.ts';
import { gistOf, idOf } from '#core/learner/events/gist.ts';
import type { Rating } from '#core/learner/events/rate.ts';
import { foldAll, foldItem, openFold, standingEventsOf } from '#core/learner/memory/fold.ts';
import type { ItemState } from '#core/learner/memory/state.ts';
import { eventsOf } from '../../arbitrary/events.ts';
import { practice, review, stamped } from '../../events.ts';
import { tries } from '../../tries.ts';
import { referenceFold } from './reference.ts';

/** What events amount to by their own stamps. */
const folded = (events: readonly Event[]) => foldAll(events.map(gistOf));

/** Folds events onto states that are known, and settles after so many each time, as a session does after each. */
function foldedOnto(
  known: ReadonlyMap<string, ItemState>,
  before: readonly Event[],
  rest: readonly Event[],
  every = 1,
) {
  const fold = openFold(new Map(known));
  const all = before.map(gistOf);
  const settle = () =>
    fold.settle((items, visit) => {
      for (const gist of all) if (items.has(gist.item)) visit(gist);
    });
  for (const [i, event] of rest.entries()) {
    all.push(gistOf(event));
    fold.take(gistOf(event));
    if (i % every === 0) settle();
  }
  settle();
  return new Map(fold.states);
}

describe('folding', () => {
  it('comes to what the plain way comes to, to the last bit', () => {
    fc.assert(
      fc.property(eventsOf('laptop', 80), (events) => {
        const truth = referenceFold(events);
        expect(folded(events)).toEqual(truth);
        expect(foldedOnto(new Map(), [], events, 1000)).toEqual(truth);
      }),
      { numRuns: tries(1500) },
    );
  });

  it('from a snapshot equals folding from the beginning, whatever happened', () => {
    fc.assert(
      fc.property(eventsOf('laptop'), fc.nat(), fc.integer({ min: 1, max: 9 }), (events, n, every) => {
        const cut = events.length === 0 ? 0 : n % (events.length + 1);
        const before = events.slice(0, cut);
        expect(foldedOnto(folded(before), before, events.slice(cut), every)).toEqual(folded(events));
      }),
      { numRuns: tries(500) },
    );
  });

  it('forgets all of it when it is told to', () => {
    const fold = openFold(folded([stamped(review('alpha'), 1, '2026-03-01T10:00:00Z')]));
    fold.take(gistOf(stamped(review('beta'), 2, '2026-03-02T10:00:00Z')));
    fold.clear();
    fold.settle(() => {});
    expect(fold.states.size).toBe(0);
  });

  /** The states after events that are settled one by one, and how often whole histories were read for that. */
  function stepwise(...events: readonly Event[]) {
    const fold = openFold();
    let reads = 0;
    for (const [i, event] of events.entries()) {
      fold.take(gistOf(event));
      fold.settle((items, visit) => {
        reads += 1;
        for (const e of events.slice(0, i + 1)) if (items.has(e.item)) visit(gistOf(e));
      });
    }
    return { states: new Map(fold.states), reads };
  }

  const day = (n: number) => `2026-03-0${n}T10:00:00Z`;
  const [early, answer, next] = [1, 3, 5].map((n) => stamped(review('alpha'), n, day(n))) as [
    Event,
    Event,
    Event,
  ];
  const flag = stamped({ type: 'flagged', item: 'alpha' }, 3, day(3));
  const undo = ({ item, id }: Event, n: number) => stamped({ type: 'undone', item, event: id }, n, day(n));
  const amend = ({ item, id }: Event, n: number, rating: Rating = 'hard') =>
    stamped({ type: 'amended', item, event: id, verdict: 'correct', rating }, n, day(n));

  const undone = undo(answer, 4);
  const practised = stamped(practice('alpha', { rating: 'again' }), 3, day(3));
  const missUndone = undo(practised, 4);

  it.each<readonly [string, number, readonly Event[]]>([
    ['another amendment of the latest answer', 0, [answer, amend(answer, 4), amend(answer, 5, 'easy')]],
    ['the latest answer undone after it was amended', 0, [early, answer, amend(answer, 4), undo(answer, 5)]],
    ['an amendment after another answer', 1, [answer, next, amend(answer, 6)]],
    ['an amendment of what was undone', 1, [answer, undo(answer, 4), amend(answer, 5)]],
    ['an amendment behind an answer that came late', 2, [answer, early, amend(answer, 4)]],
    ['an amendment of an answer that came late', 2, [answer, early, amend(early, 4)]],
    ['an undoing that was undone', 1, [answer, undone, undo(undone, 5)]],
    ['an amendment of the latest answer in practice', 0, [early, practised, amend(practised, 4)]],
    ['an answer in practice that was undone', 0, [early, practised, undo(practised, 4)]],
    ['an undoing of one that was undone', 1, [early, practised, missUndone, undo(missUndone, 5)]],
    ['an amendment of what is no answer', 1, [early, flag, amend(flag, 4)]],
    ['a copy of the latest answer', 1, [early, answer, answer]],
    ['a copy of an earlier one', 1, [early, answer, early]],
  ])('of %s reads whole histories %i times', (_, reads, events) => {
    expect(stepwise(...events)).toEqual({ states: referenceFold(events), reads });
  });

  it('makes no state of what is not in the history any more', () => {
    const fold = openFold();
    fold.take(gistOf(undo(answer, 4)));
    fold.settle(() => {});
    expect(fold.states.size).toBe(0);
  });

  it('does not depend on the order in which two devices’ events arrive', () => {
    fc.assert(
      fc.property(eventsOf('laptop', 30), eventsOf('phone', 30), fc.string(), (a, b, seed) => {
        const mixed = shuffle([...a, ...b, ...a.slice(0, 5)], randomFrom(seed));
        expect(folded(mixed)).toEqual(folded([...b, ...a]));
        expect(foldedOnto(folded(b), b, a)).toEqual(folded([...a, ...b]));
      }),
      { numRuns: tries(300) },
    );
  });

  it('of a history in which everything was undone leaves no memory', () => {
    fc.assert(
      fc.property(eventsOf('laptop', 20), (events) => {
        const last = events.at(-1);
        const undoing = events.map(
          (e, i): Event => ({
            v: 1,
            id: `undo-${i}`,
            device: 'laptop',
            seq: 1000 + i,
            at: last?.at ?? e.at,
            type: 'undone',
            item: e.item,
            event: e.id,
          }),
        );
        for (const state of folded([...events, ...undoing]).values())
          expect(state).toMatchObject({ suspended: false });
        for (const state of folded([...events, ...undoing]).values()) expect(state.memory).toBeUndefined();
      }),
    );
  });
});

describe('what a learner says of a question', () => {
  const at = (n: number) => `2026-03-0${n}T10:00:00Z`;
  const known = (n: number) => stamped({ type: 'known', item: 'alpha', revision: 1 }, n, at(n));
  const forgotten = (n: number) => stamped({ type: 'forgotten', item: 'alpha' }, n, at(n));
  const today = studyDayOf(instantOf({ at: at(1) }));
  const memory = (...events: readonly Event[]) => {
    const state = folded(events).get('alpha')?.memory;
    if (state === undefined) return undefined;
    const { stability, difficulty, due, reviews } = state;
    return [Number(stability.toFixed(4)), Number(difficulty.toFixed(4)), due - today, reviews];
  };

  // Values computed apart, like those of the golden log.
  it('puts one that they know well a month away, answered or not', () => {
    expect(memory(known(1))).toEqual([30, 1, 31, 0]);
    const lucky = stamped(review('alpha', { guess: 0.25 }), 1, at(1));
    expect(memory(lucky)).toEqual([1.0821, 3.48, 1, 1]);
    const after = stamped({ type: 'known', item: 'alpha', revision: 1 }, 2, '2026-03-01T10:01:00Z');
    expect(memory(lucky, after)).toEqual([30, 1.2865, 32, 1]);
    const undone = stamped({ type: 'undone', item: 'alpha', event: after.id }, 3, '2026-03-01T10:02:00Z');
    expect(memory(lucky, after, undone)).toEqual(memory(lucky));
  });

  it('takes luck out of an easy answer', () => {
    expect(memory(stamped(review('alpha', { guess: 0.25, rating: 'easy' }), 1, at(1)))).toEqual([
      8.2956, 1, 10, 1,
    ]);
  });

  it('makes one new that is to be forgotten, and leaves note and suspension', () => {
    const note = stamped({ type: 'noted', item: 'alpha', text: 'as in BERT' }, 2, at(2));
    const state = folded([stamped(review('alpha'), 1, at(1)), note, forgotten(3)]).get('alpha');
    expect(state).toMatchObject({ suspended: false, note: 'as in BERT' });
    expect(state?.memory).toBeUndefined();
    const again = stamped(review('alpha'), 4, at(4));
    expect(memory(stamped(review('alpha'), 1, at(1)), forgotten(3), again)).toEqual([2.3065, 2.1181, 5, 1]);
    expect(memory(known(1), forgotten(2))).toBeUndefined();
  });
});

describe('an answer in practice', () => {
  const at = (n: number) => `2026-03-0${n}T10:00:00Z`;
  const learnt = stamped(review('alpha'), 1, at(1));
  const today = studyDayOf(instantOf({ at: at(1) }));
  const before = folded([learnt]).get('alpha')?.memory;
  const memoryOn = (...events: readonly Event[]) => folded([learnt, ...events]).get('alpha')?.memory;
  const miss = (n: number) => stamped(practice('alpha', { rating: 'again' }), n, at(n));

  it('leaves the memory as it is if it is right, however it is rated', () => {
    expect(before?.due).toBe(today + 2);
    for (const rating of ['hard', 'good', 'easy'] as const)
      expect(memoryOn(stamped(practice('alpha', { rating }), 2, '2026-03-01T11:00:00Z'))).toEqual(before);
  });

  it('makes the question due tomorrow if it is wrong, never later than it was, and changes nothing else', () => {
    const soon = stamped(practice('alpha', { rating: 'again' }), 2, '2026-03-01T11:00:00Z');
    expect(memoryOn(soon)).toEqual({ ...before, due: today + 1 });
    expect(memoryOn(miss(2))).toEqual({ ...before, due: today + 2 });
    expect(memoryOn(miss(9))).toEqual(before);
  });

  it('does not count for the review that follows', () => {
    const soon = stamped(practice('alpha', { rating: 'again' }), 2, '2026-03-01T11:00:00Z');
    const next = stamped(review('alpha'), 3, at(2));
    expect(memoryOn(soon, next)).toEqual(memoryOn(next));
  });

  it('of a question that is new, was forgotten or has another answer now is no memory and moves none', () => {
    expect(folded([miss(1)]).get('alpha')?.memory).toBeUndefined();
    expect(memoryOn(stamped({ type: 'forgotten', item: 'alpha' }, 2, at(2)), miss(3))).toBeUndefined();
    expect(
      memoryOn(stamped(practice('alpha', { rating: 'again', revision: 2 }), 2, '2026-03-01T11:00:00Z')),
    ).toEqual(before);
  });
});

describe('what stands', () => {
  const answer = gistOf({ ...stamped(review('alpha'), 1, '2026-03-01T10:00:00Z'), id: 'a' });
  const other = gistOf({ ...stamped(review('alpha'), 2, '2026-03-02T10:00:00Z'), id: 'b' });
  const amend = (id: string, event: string, rating: Rating, seq: number) =>
    gistOf({
      ...stamped(
        { type: 'amended', item: 'alpha', event, verdict: 'wrong', rating },
        seq,
        '2026-03-03T10:00:00Z',
      ),
      id,
    });
  const undo = (event: string, seq = 9) =>
    gistOf({ ...stamped({ type: 'undone', item: 'alpha', event }, seq, '2026-03-03T10:00:00Z'), id: 'u' });
  const [again, hard] = [amend('c', 'a', 'again', 3), amend('d', 'a', 'hard', 4)];

  it('is each event once and in order, as it was last amended', () => {
    expect(standingEventsOf([hard, again, other, answer, answer])).toStrictEqual({
      events: [{ ...answer, rating: 'hard' }, other],
      amendments: [again, hard],
      undos: [],
      upTo: hard.key,
    });
  });

  it.each([
    ['an amendment', 'd', [{ ...answer, rating: 'again' }, other], [again]],
    ['an answer, and with it its amendments', 'a', [other], []],
    ['an answer that was not amended', 'b', [{ ...answer, rating: 'hard' }], [again, hard]],
  ])('is not %s that was undone', (_, undone, events, amendments) => {
    const { key } = undo(undone);
    expect(standingEventsOf([answer, other, again, hard, undo(undone)])).toStrictEqual({
      events,
      amendments,
      undos: ['u'],
      upTo: key,
    });
  });

  it('is what was undone if the undoing was undone, and so on', () => {
    const undoing = (id: string, event: string, seq: number) =>
      gistOf({ ...stamped({ type: 'undone', item: 'alpha', event }, seq, '2026-03-03T10:00:00Z'), id });
    const [u, v, w] = [undoing('u', 'a', 5), undoing('v', 'u', 6), undoing('w', 'v', 7)];
    const left = (...more: (typeof u)[]) => {
      const { events, undos } = standingEventsOf([answer, other, ...more]);
      return [events.map(idOf), undos];
    };
    expect(left(u)).toEqual([['b'], ['u']]);
    expect(left(u, v)).toEqual([['a', 'b'], ['v']]);
    expect(left(w, v, u)).toEqual([['b'], ['u', 'w']]);
    // No log of ours has these; they end all the same.
    expect(left(undoing('x', 'y', 8), undoing('y', 'x', 9))[0]).toEqual(['a', 'b']);
  });

  it('is a flag as it was, though an answer’s amendment names it', () => {
    const flag = gistOf({
      ...stamped({ type: 'flagged', item: 'alpha' }, 1, '2026-03-01T10:00:00Z'),
      id: 'a',
    });
    expect(standingEventsOf([flag, again]).events).toStrictEqual([flag]);
  });

  it('of no events is nothing', () => {
    expect(standingEventsOf([])).toStrictEqual({
      events: [],
      amendments: [],
      undos: [],
      upTo: undefined,
    });
    expect(foldItem([])).toBeUndefined();
    expect(foldAll([]).size).toBe(0);
  });
});

it('events have one order', () => {
  fc.assert(
    fc.property(eventsOf('a', 20), eventsOf('b', 20), (a, b) => {
      const sorted = [...a, ...b].sort((x, y) => compareKeys(orderKeyOf(x), orderKeyOf(y)));
      for (const [i, event] of sorted.slice(1).entries()) {
        const before = sorted[i];
        if (before !== undefined) expect(compareKeys(orderKeyOf(before), orderKeyOf(event))).toBeLessThan(0);
      }
    }),
  );
});
