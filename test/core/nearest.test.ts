import { expect, it } from 'vitest';
import { nearest, nearestIn } from '../../src/core/nearest.ts';

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
  expect(nearest(word, candidates)).toBe(meant);
});

it('finds the nearest of many candidates for as many words as that takes no time to speak of', () => {
  const near = nearestIn(new Set(Array.from({ length: 10_000 }, (_, i) => `source-${i}`)));
  const words = Array.from({ length: 300 }, (_, i) => `sorce-${i}`);
  expect(words.slice(0, 3).map(near)).toEqual(['source-0', 'source-1', 'source-2']);
  expect(words.map(near).at(-1)).toBeUndefined();
  expect(near('sorce-0')).toBe('source-0');
});
