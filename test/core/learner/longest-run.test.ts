import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLongestRun } from '#core/learner/clocks/longest-run.ts';

/** The same by trying every selection. */
function plainly(numbers: readonly number[]): readonly number[] {
  const runs = Array.from({ length: 1 << numbers.length }, (_, chosen) =>
    numbers.flatMap((_, i) => ((chosen >> i) & 1 ? [i] : [])),
  ).filter((places) => places.every((place, i) => i === 0 || numbers[place]! >= numbers[places[i - 1]!]!));
  const longest = Math.max(...runs.map((run) => run.length));
  const longestOnes = runs.filter((run) => run.length === longest);
  const key = (run: readonly number[]) => [
    run.at(-1) ?? 0,
    ...run.map((place) => numbers[place]!).reverse(),
    ...run,
  ];
  return longestOnes.reduce((a, b) => (isHigher(key(b), key(a)) ? b : a));
}

function isHigher(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((number, at) => number !== b[at]);
  return i >= 0 && a[i]! > b[i]!;
}

describe('the longest run that never falls', () => {
  it.each([
    [[], []],
    [[5], [0]],
    [
      [1, 2, 2, 3],
      [0, 1, 2, 3],
    ],
    [[2027, 2026], [1]],
    [
      [1, 9, 2, 3],
      [0, 2, 3],
    ],
    [
      [7, 8, 9, 1, 2],
      [0, 1, 2],
    ],
    [
      [7, 8, 1, 2],
      [2, 3],
    ],
    [
      [1, 5, 3, 4, 2, 6],
      [0, 2, 3, 5],
    ],
    [
      [2026, 2025, 2026],
      [0, 2],
    ],
    [
      [3, 2, 1, 9, 8, 7],
      [0, 5],
    ],
  ])('of %j are the places %j', (numbers, places) => {
    expect(findLongestRun(numbers)).toEqual(places);
  });

  it('is that of every selection, and of several as long the one that ends last, with the nearest numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 10 }), (numbers) => {
        expect(findLongestRun(numbers)).toEqual(plainly(numbers));
      }),
    );
  });
});
