import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { type DeckTally, type FreshInput, pickFresh } from '#core/learner/plan/fresh.ts';

const head = (id: string, deck: string, level: number, fact?: string): ItemHead => ({
  ...{ id, deck, kind: 'choice', level, tags: [], revision: 1, formerIds: [], requires: [] },
  ...(fact === undefined ? {} : { fact }),
});

/** So many items of each level, the first at 0, named by deck, level and number. */
const deckOf = (deck: string, ...counts: readonly number[]) =>
  counts.flatMap((count, i) =>
    Array.from({ length: count }, (_, n) => head(`${deck}${i + 1}${n}`, deck, i + 1)),
  );

const tally = (items: number, ...begun: readonly number[]): DeckTally => ({
  items,
  begun: begun.reduce((a, b) => a + b, 0),
  levels: new Map(begun.map((count, i) => [i + 1, count])),
});

const pick = (ready: readonly ItemHead[], count: number, more: Partial<FreshInput> = {}) =>
  pickFresh({ ready, tallies: new Map(), facts: new Set(), count, ...more }).map(({ id }) => id);

describe('new questions', () => {
  it('mix the levels as 40, 28, 20, 12 and 6, each in the order of the deck', () => {
    const all = deckOf('a', 9, 9, 9, 9, 9);
    expect(pick(all, 9)).toEqual(['a10', 'a20', 'a30', 'a11', 'a21', 'a12', 'a40', 'a31', 'a13']);
    const levels = pick(all, 25).map((id) => Number(id[1]));
    expect([1, 2, 3, 4, 5].map((level) => levels.filter((l) => l === level).length)).toEqual([9, 7, 5, 3, 1]);
  });

  it('go on where the mix was left', () => {
    const ready = deckOf('a', 5, 5, 5);
    const tallies = new Map([['a', tally(30, 8, 2, 1)]]);
    expect(pick(ready, 4, { tallies })).toEqual(['a30', 'a20', 'a21', 'a31']);
  });

  it('come from the deck of which the smallest share is begun, the first of equals', () => {
    const ready = [...deckOf('a', 9), ...deckOf('b', 9), ...deckOf('c', 9)];
    const tallies = new Map([
      ['a', tally(10, 1)],
      ['b', tally(20, 1)],
      ['c', tally(10, 9)],
    ]);
    expect(pick(ready, 6, { tallies })).toEqual(['b10', 'a10', 'b11', 'b12', 'a11', 'b13']);
  });

  it('are one of a fact, and none of a fact that is asked today', () => {
    const ready = [
      head('x', 'a', 1, 'f'),
      head('y', 'a', 1, 'f'),
      head('z', 'b', 1, 'f'),
      head('w', 'b', 1, 'g'),
    ];
    expect(pick(ready, 9)).toEqual(['x', 'w']);
    expect(pick(ready, 9, { facts: new Set(['g']) })).toEqual(['x']);
    expect(pick(ready, 9, { facts: new Set(['f', 'g']) })).toEqual([]);
  });

  it('are as many as are asked for, if there are so many', () => {
    expect(pick(deckOf('a', 3), 2)).toEqual(['a10', 'a11']);
    expect(pick(deckOf('a', 3), 9)).toEqual(['a10', 'a11', 'a12']);
    expect(pick(deckOf('a', 3), 0)).toEqual([]);
    expect(pick(deckOf('a', 3), -1)).toEqual([]);
    expect(pick([], 3)).toEqual([]);
  });
});
