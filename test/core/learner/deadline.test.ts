import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { dateOf, studyDayOf, studyDayOn } from '#core/learner/events/day.ts';
import { headwayOf } from '#core/learner/insight/progress.ts';
import { type Memory, retrievabilityOn } from '#core/learner/memory/memory.ts';
import type { ItemState } from '#core/learner/memory/state.ts';
import { type Aim, aimFrom, dueDayOf, isDueOn } from '#core/learner/plan/aim.ts';
import { retentionOn, spreadBefore } from '#core/learner/plan/deadline.ts';
import { planNextReviews, planSession } from '#core/learner/plan/plan.ts';
import { knowsAll, learners } from '../../../bench/study/learners.ts';
import { readStudyBank, studyDays } from '../../../bench/study/weeks.ts';

const today = 20_000;

const head = (id: string, deck = 'one'): ItemHead => ({
  ...{ id, deck, kind: 'choice', level: 1, tags: [], revision: 1, formerIds: [], requires: [] },
});

const memoryFrom = (last: number, stability: number, more: Partial<Memory> = {}): Memory => ({
  ...{ stability, difficulty: 5, first: last, last, due: last + stability, reviews: 1, lapses: 0 },
  ...{ rating: 'good', revision: 1 },
  ...more,
});

const stateWith = (memory: Memory): ItemState => ({ memory, suspended: false, upTo: [0, '', 0, ''] });

describe('the new questions of a day before a deadline', () => {
  it('are no fewer than the learner asks for, and no more than are left', () => {
    expect(spreadBefore(1100, 1000, 93)).toEqual({ perDay: 1, until: 1092 });
    expect(spreadBefore(1100, 1000, 93, 10)).toEqual({ perDay: 10, until: 1009 });
    expect(spreadBefore(1100, 1000, 4, 10)).toEqual({ perDay: 4, until: 1000 });
    expect(spreadBefore(1010, 1000, 93, 10)?.perDay).toBe(20);
    expect(spreadBefore(1100, 1000, 0, 10)?.perDay).toBe(0);
    // Two days are kept free for what shares a fact.
    expect(spreadBefore(1100, 1000, 93, 0, true)).toEqual({ perDay: 2, until: 1046 });
    expect(spreadBefore(1100, 1000, 91, 0, true)).toEqual({ perDay: 1, until: 1090 });
  });
});

describe('a date', () => {
  it('is the study day that is called so', () => {
    expect(studyDayOn('2026-03-01')).toBe(studyDayOf({ ms: Date.UTC(2026, 2, 1, 10), offset: 60 }));
    expect(dateOf(studyDayOn('2028-02-29'))).toBe('2028-02-29');
  });
});

describe('the recall that is wanted', () => {
  it.each([
    [15, 0],
    [14, 0],
    [7, 0.925],
    [0, 0.95],
    [-1, 0],
  ])('%i days before a deadline is %d', (left, retention) => {
    expect(retentionOn(today + left, today, 0.9)).toBeCloseTo(retention, 10);
  });
});

describe('what is left', () => {
  it.each([
    // Days to the deadline, questions left: a day, and for how many days.
    [40, 330, 10, 33],
    [40, 331, 11, 31],
    [40, 5, 1, 5],
    [10, 60, 20, 3],
    // More than twenty a day is not worth a quiet week.
    [10, 90, 20, 5],
    [10, 450, 50, 9],
    [3, 30, 20, 2],
    [1, 30, 30, 1],
    [40, 0, 0, 1],
  ])('%i days before a deadline: %i', (span, left, perDay, days) => {
    expect(spreadBefore(today + span, today, left)).toEqual({ perDay, until: today + days - 1 });
  });

  it('is spread over nothing on the day and after it', () => {
    expect([spreadBefore(today, today, 5), spreadBefore(today - 1, today, 5)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('is met a week before if twenty a day are enough, else by the day before, and as many each day', () => {
    for (let span = 2; span <= 120; span += 7)
      for (let items = 1; items < 700; items += 83) {
        let left = items;
        const counts: number[] = [];
        for (let day = today; left > 0; day++) {
          const { perDay = 0 } = spreadBefore(today + span, day, left) ?? {};
          counts.push(Math.min(left, perDay));
          left -= perDay;
        }
        const isCalm = items <= 20 * (span - 7);
        expect(counts.length).toBeLessThanOrEqual(isCalm ? span - 7 : span - 1);
        const full = counts.slice(0, -1);
        expect(Math.max(...counts) - Math.min(...full, Math.max(...counts))).toBeLessThanOrEqual(
          isCalm ? 1 : 20,
        );
      }
  });
});

describe('a question before a deadline', () => {
  const aim: Aim = { deadline: today + 5 };
  // 30 days of stability: recall falls to 95% after twelve days, and to 90% after thirty.
  const memory = memoryFrom(today - 10, 30);

  it('is asked as soon as its recall is below what is wanted on that day', () => {
    const day = dueDayOf(head('a'), memory, aim, today);
    expect([day, memory.due]).toEqual([today + 4, today + 20]);
    expect(retrievabilityOn(memory, day)).toBeLessThan(retentionOn(today + 5, day, 0.9));
    expect(retrievabilityOn(memory, day - 1)).toBeGreaterThan(retentionOn(today + 5, day - 1, 0.9));
    expect([isDueOn(head('a'), memory, aim, day - 1), isDueOn(head('a'), memory, aim, day)]).toEqual([
      false,
      true,
    ]);
  });

  it.each([
    ['without a deadline', {}],
    ['long before one', { deadline: today + 200 }],
    ['after it', { deadline: today - 1 }],
    ['of decks not in focus', { deadline: today + 5, decks: new Set(['two']) }],
  ])('is due as ever %s', (_, other) => {
    expect(dueDayOf(head('a'), memory, other, today)).toBe(memory.due);
  });

  it('is never asked later than it is due, nor twice on a day', () => {
    expect(dueDayOf(head('a'), memoryFrom(today - 10, 3), aim, today)).toBe(today - 7);
    expect(dueDayOf(head('a'), memoryFrom(today, 1), aim, today)).toBe(today + 1);
  });

  it('is counted alike by the session, by what comes next, and by what was left', () => {
    const states = new Map([['a', stateWith(memory)]]);
    const heads = [head('a'), ...Array.from({ length: 12 }, (_, i) => head(`n${i}`))];
    const selection = { heads, states, aim };
    expect(planNextReviews(selection, today)).toEqual({ day: today + 4, count: 1 });
    const plan = (day: number) => planSession({ ...selection, today: day, random: () => 0.5 });
    expect(plan(today)).toMatchObject({ due: 0, fresh: 12, spread: { perDay: 12, until: today } });
    expect(plan(today + 4)).toMatchObject({ due: 1, fresh: 12 });
    expect(headwayOf(selection, today)).toEqual({
      items: 13,
      begun: 1,
      presumed: 0,
      ahead: { left: 12, perDay: 12, until: today + 1, deadline: today + 5 },
    });
  });
});

describe('a plan before a deadline', () => {
  const due = Array.from({ length: 60 }, (_, i) => head(`d${i}`));
  const fresh = Array.from({ length: 90 }, (_, i) => head(`n${i}`));
  const states = new Map(due.map(({ id }) => [id, stateWith(memoryFrom(today - 9, 2))]));
  const input = { heads: [...due, ...fresh], states, today, random: () => 0.5 };
  const counts = (more: object) => {
    const { queue, due: reviews, fresh: news } = planSession({ ...input, ...more });
    return [queue.length, reviews, news];
  };

  it('puts its new questions on top of the reviews, whatever is due', () => {
    expect(counts({})).toEqual([40, 60, 0]);
    expect(counts({ aim: { deadline: today + 13 } })).toEqual([55, 60, 15]);
  });

  it('obeys a limit and a number of new questions that were typed', () => {
    expect(counts({ aim: { deadline: today + 13 }, limit: 20 })).toEqual([20, 60, 15]);
    expect(counts({ aim: { deadline: today + 13 }, fresh: 2 })).toEqual([40, 60, 2]);
  });

  it('obeys a number of new questions a day that is higher', () => {
    const { aim } = aimFrom({ new: 50, deadline: dateOf(today + 13) }, []);
    expect(counts({ aim })).toEqual([90, 60, 50]);
  });

  it('wins over a lower number of new questions a day, and counts what was begun today', () => {
    const { aim } = aimFrom({ new: 5, deadline: dateOf(today + 13) }, []);
    expect(aim).toEqual({ perDay: 5, deadline: today + 13 });
    expect(counts({ aim })).toEqual([55, 60, 15]);
    const begun = new Map(fresh.slice(0, 10).map(({ id }) => [id, stateWith(memoryFrom(today, 2))]));
    expect(counts({ aim, states: new Map([...states, ...begun]) })).toEqual([45, 60, 5]);
  });
});

describe('seven weeks with the shipped bank before a deadline', () => {
  const bank = readStudyBank('questions');
  const day = (days: number) => ({ plan: () => ({ aim: { deadline: 20_000 + days } }) });

  it('a learner who is always right meets every question a week before, as many each day', () => {
    const days = studyDays({ bank, learner: knowsAll, days: 50, seed: '1', ...day(50) });
    const { length } = bank.index.heads;
    const met = days.map((_, i) => days.slice(0, i + 1).reduce((sum, d) => sum + d.fresh, 0));
    expect(met[42]).toBe(length);
    expect(Math.max(...days.map((d) => d.fresh))).toBeLessThanOrEqual(Math.ceil(length / 43) + 1);
  });

  it.each(learners)(
    'a $name learner of three decks knows more questions on the day than without one',
    (learner) => {
      const decks = new Set(bank.index.decks.slice(0, 3).map(({ name }) => name));
      const knownBy = (more: object) =>
        ['1', '2', '3'].reduce((sum, seed) => {
          const plan = () => ({ aim: { decks, ...more } });
          return sum + (studyDays({ bank, learner, days: 28, seed, plan }).at(-1)?.remembered ?? 0);
        }, 0);
      expect(knownBy({ deadline: 20_028 })).toBeGreaterThan(knownBy({ perDay: 6 }));
    },
  );
});
