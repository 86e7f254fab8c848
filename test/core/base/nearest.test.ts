import fc from 'fast-check';
import { expect, it } from 'vitest';
import { editDistanceOf } from '#core/base/edit-distance.ts';
import { findNearest, findNearestIn, isOneTypoFrom } from '#core/base/nearest.ts';
import { tries } from '../../tries.ts';

it.each([
  ['rationle', ['rationale', 'tags'], 'rationale'],
  ['chioce', ['multi', 'choice'], 'choice'],
  ['Stem', ['stem'], 'stem'],
  ['by', ['id'], undefined],
  ['essay', ['recall', 'text'], undefined],
  ['recal', [], undefined],
  // Of two that are as near, who slips begins right.
  ['yang2020', ['jiang2020', 'yang2019', 'yang2001'], 'yang2019'],
  ['yang2020', ['yang2019', 'jiang2020'], 'yang2019'],
  ['recll', ['cell', 'recall'], 'recall'],
])('%s among %j is meant as %s', (word, candidates, meant) => {
  expect(findNearest(word, candidates)).toBe(meant);
});

it('finds the nearest of many candidates for as many words as that takes no time to speak of', () => {
  const near = findNearestIn(new Set(Array.from({ length: 10_000 }, (_, i) => `source-${i}`)));
  const words = Array.from({ length: 300 }, (_, i) => `sorce-${i}`);
  expect(words.slice(0, 3).map(near)).toEqual(['source-0', 'source-1', 'source-2']);
  expect(words.map(near).at(-1)).toBeUndefined();
  expect(near('sorce-0')).toBe('source-0');
});

it('finds every word that is one slip from another, in their order', () => {
  const some = fc.string({ unit: fc.constantFrom(...'aab-'), maxLength: 7 });
  fc.assert(
    fc.property(fc.uniqueArray(some, { maxLength: 40 }), some, (words, word) => {
      const found = isOneTypoFrom(words)(word);
      expect(found.filter((other) => editDistanceOf(word, other) === 1)).toEqual(
        words.filter((other) => editDistanceOf(word, other) === 1),
      );
      expect(found).toEqual(words.filter((other) => found.includes(other)));
    }),
    { numRuns: tries(2000) },
  );
});

it('finds at most three times as many for twice the words among twice as many', () => {
  const found = (count: number) => {
    const words = Array.from({ length: count }, (_, i) => `topic-${i}-of-many`);
    const near = isOneTypoFrom(words);
    return words.reduce((sum, word) => sum + near(word.replace('topic', 'topc')).length, 0);
  };
  expect(found(4000)).toBeGreaterThanOrEqual(4000);
  expect(found(4000)).toBeLessThanOrEqual(3 * found(2000));
});
