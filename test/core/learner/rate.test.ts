import { expect, test } from 'vitest';
import { rate } from '#core/learner/events/rate.ts';

test.each([
  [{ verdict: 'wrong', hints: 0 }, 'again'],
  [{ verdict: 'wrong', hints: 1 }, 'again'],
  [{ verdict: 'wrong', hints: 0, easy: true }, 'again'],
  [{ verdict: 'partial', hints: 0 }, 'again'],
  [{ verdict: 'correct', hints: 0 }, 'good'],
  [{ verdict: 'correct', hints: 2 }, 'hard'],
  [{ verdict: 'correct', hints: 0, easy: true }, 'easy'],
  [{ verdict: 'correct', hints: 1, easy: true }, 'hard'],
  [{ verdict: 'correct', hints: 0, easy: true, seen: 'right' }, 'hard'],
  [{ verdict: 'correct', hints: 0, easy: true, seen: 'miss' }, 'again'],
  [{ verdict: 'wrong', hints: 0, seen: 'right' }, 'again'],
] as const)('%j is rated %s', (judged, rating) => {
  expect(rate(judged)).toBe(rating);
});
