import { expect, it } from 'vitest';
import { pairMost } from '#core/question/kinds/pair-most.ts';

it.each([
  [
    [[0], [0, 1]],
    [
      [0, 0],
      [1, 1],
    ],
  ],
  // What was first given a place moves on if it can.
  [
    [[0, 1], [0]],
    [
      [0, 1],
      [1, 0],
    ],
  ],
  [
    [[0, 1], [0, 2], [0]],
    [
      [0, 1],
      [1, 2],
      [2, 0],
    ],
  ],
  [[[0], [0]], [[0, 0]]],
  [[[], [1]], [[1, 1]]],
  [[], []],
] as const)('pairs as many as it can: %j', (fits, pairs) => {
  expect([...pairMost(fits)].sort()).toEqual(pairs);
});
