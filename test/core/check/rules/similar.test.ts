import { describe, expect, it } from 'vitest';
import { type Random, randomFrom } from '#core/base/random.ts';
import { findClosestBefore, type SimilarPair, type WordSet } from '#core/check/rules/bank/similar.ts';

const setOf = (words: string, group = 'one'): WordSet => ({ group, words: new Set(words.split(' ')) });

describe('the closest of the sets before one', () => {
  it('is one at the threshold or above, of its group', () => {
    const sets = [setOf('a b c d'), setOf('a b c d e'), setOf('a b c f g'), setOf('a b c d', 'two')];
    expect(findClosestBefore(sets, { least: 0.8 })).toEqual([{ first: 0, second: 1, likeness: 0.8 }]);
  });

  it('is one that may be a pair with it', () => {
    const sets = [setOf('a b c d e'), setOf('a b c d e'), setOf('a b c d e f'), setOf('a b c d e')];
    const mayPair = (first: number, second: number) => first > 0 && second > 1 && first + second !== 4;
    expect(findClosestBefore(sets, { least: 0.7, mayPair })).toEqual([
      { first: 1, second: 2, likeness: 5 / 6 },
      { first: 2, second: 3, likeness: 5 / 6 },
    ]);
  });

  it('is what comparing each with each finds, from short to long', () => {
    for (let round = 0; round < 60; round++) {
      const random = randomFrom(`pairs ${round}`);
      const sets = Array.from({ length: 120 }, () => someWords(random));
      const mayPair = (first: number, second: number) => (first * second) % 5 !== 1;
      const closest = findClosestBefore(sets, { least: 0.7, mayPair });
      expect(closest.length).toBeGreaterThan(10);
      expect(new Map(closest.map((pair) => [pair.second, pair]))).toEqual(slowly(sets, 0.7, mayPair));
    }
  });
});

function someWords(random: Random): WordSet {
  const words = Array.from(
    { length: 3 + Math.floor(random() * 9) },
    () => `w${Math.floor(random() ** 2 * 14)}`,
  );
  return setOf(words.join(' '), random() < 0.8 ? 'one' : 'two');
}

/** Each set compared with each shorter one, and those of one size in the order of the list; the first of the closest is kept. */
function slowly(
  sets: readonly WordSet[],
  least: number,
  mayPair: (first: number, second: number) => boolean,
) {
  const closest = new Map<number, SimilarPair>();
  const bySize = [...sets.keys()].sort((a, b) => sets[a]!.words.size - sets[b]!.words.size || a - b);
  const count = (word: string) => sets.filter(({ words }) => words.has(word)).length;
  const seen = [...new Set(sets.flatMap(({ words }) => [...words]))];
  const rank = new Map(seen.sort((a, b) => count(a) - count(b)).map((word, i) => [word, i]));
  for (const [i, place] of bySize.entries()) {
    const { group, words } = sets[place]!;
    const rarest = [...words].sort((a, b) => rank.get(a)! - rank.get(b)!);
    const shared = (other: number) => rarest.findIndex((word) => sets[other]!.words.has(word));
    const others = bySize.slice(0, i).filter((other) => sets[other]!.group === group && shared(other) >= 0);
    for (const other of others.sort((a, b) => shared(a) - shared(b))) {
      const both = [...words].filter((word) => sets[other]!.words.has(word)).length;
      const likeness = both / (words.size + sets[other]!.words.size - both);
      const [first, second] = [Math.min(place, other), Math.max(place, other)];
      if (likeness < least || !mayPair(first, second)) continue;
      if (likeness > (closest.get(second)?.likeness ?? 0)) closest.set(second, { first, second, likeness });
    }
  }
  return closest;
}

describe('comparisons are at most three times as many for double the sets', () => {
  const same = 'what is the name of the thing that most of these papers call';
  it.each<readonly [string, (i: number) => string, mayPair: boolean]>([
    ['of many words', (i) => `city${i} is the capital of land${i} true`, true],
    ['of one mould', (i) => `${same} word${i}`, true],
    [
      'of one mould and several sizes',
      (i) => `${same} word${i} ${'a b c d'.slice(0, 2 * (i % 4))}`.trim(),
      true,
    ],
    ['of one mould, which may not be pairs', (i) => `${same} word${i}`, false],
    ['that differ in one word of few', (i) => `what is word${i} thing`, true],
    ['that are equal', () => same, false],
  ])('%s', (_, wordsOf, mayPair) => {
    const compared = (count: number) => {
      let comparisons = 0;
      const sets = Array.from({ length: count }, (_, i) => setOf(wordsOf(i)));
      findClosestBefore(sets, { least: 0.7, mayPair: () => mayPair, compared: () => comparisons++ });
      return comparisons;
    };
    expect(compared(4000)).toBeLessThanOrEqual(3 * compared(2000) + 10);
  });
});
