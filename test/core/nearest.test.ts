import { expect, it } from 'vitest';
import { nearest } from '../../src/core/nearest.ts';

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
