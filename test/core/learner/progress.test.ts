import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { headwayOf } from '#core/learner/insight/progress.ts';
import type { ItemState } from '#core/learner/memory/state.ts';

const today = 20_000;

const heads = Array.from(
  { length: 100 },
  (_, i): ItemHead => ({
    ...{ id: `q${i}`, deck: i < 60 ? 'one' : 'two', kind: 'choice', level: 1, tags: [] },
    ...{ revision: 1, formerIds: [], requires: [] },
  }),
);

const stateFrom = (first: number, reviews = 1): ItemState => ({
  memory: {
    ...{ stability: 3, difficulty: 5, first, last: first, due: today + 1, reviews, lapses: 0 },
    ...{ rating: 'good', revision: 1 },
  },
  suspended: false,
  upTo: [0, '', 0, ''],
});

/** States of the first items, begun on days before today. */
const begunOn = (...days: readonly (readonly [number, number])[]) => {
  const firsts = days.flatMap(([ago, count]) => Array.from({ length: count }, () => today - ago));
  return new Map(firsts.map((first, i) => [`q${i}`, stateFrom(first)]));
};

describe('progress', () => {
  it('says when all is met at the pace of the last two weeks', () => {
    const states = begunOn([20, 20], [13, 10], [5, 8], [0, 10]);
    expect(headwayOf({ heads, states }, today)).toEqual({
      items: 100,
      begun: 48,
      presumed: 0,
      pace: { perDay: 2, done: today + 26 },
    });
  });

  it('takes the days since the first answer if that is less', () => {
    expect(headwayOf({ heads, states: begunOn([3, 20], [0, 20]) }, today).pace).toEqual({
      perDay: 10,
      done: today + 6,
    });
  });

  it.each([
    ['with less than four days', begunOn([2, 20], [0, 10])],
    ['with few new questions', begunOn([13, 9])],
    ['if nothing is left', begunOn([10, 50], [0, 50])],
    ['after a long pause', begunOn([15, 60])],
  ])('names no day %s', (_, states) => {
    expect(headwayOf({ heads, states }, today).pace).toBeUndefined();
  });

  it('is that of the decks in focus, at the pace of all', () => {
    const states = begunOn([3, 40]);
    const aim = { decks: new Set(['two']) };
    expect(headwayOf({ heads, states, aim }, today)).toEqual({
      items: 40,
      begun: 0,
      presumed: 0,
      pace: { perDay: 10, done: today + 4 },
    });
  });

  it('counts what is presumed known as met, and nothing that is suspended as left', () => {
    const states = new Map([
      ...begunOn([3, 40]),
      ...heads.slice(40, 60).map((h) => [h.id, stateFrom(today, 0)] as const),
      ...heads.slice(60, 70).map((h) => [h.id, { suspended: true, upTo: [0, '', 0, ''] }] as const),
    ] as readonly (readonly [string, ItemState])[]);
    expect(headwayOf({ heads, states }, today)).toEqual({
      items: 100,
      begun: 40,
      presumed: 20,
      pace: { perDay: 10, done: today + 3 },
    });
  });
});
