import type { Verdict } from '../../question/prompt.ts';

/** The ratings of FSRS, the worst first. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;

/** The worth of an answer to FSRS. */
export type Rating = (typeof ratings)[number];

/** The version of the policy below; stored with each event, so that a new policy never rewrites the past. */
export const ratingPolicy = 1;

/** The inputs of a rating. */
export interface JudgedAnswer {
  readonly verdict: Verdict;
  /** The number of hints shown before the answer. */
  readonly hints: number;
  /** True only if the learner pressed the key; never derived from speed. */
  readonly easy?: boolean;
}

/**
 * The rating of an answer. Anything but right is `again`, never `hard`: FSRS treats hard as a pass, and a failure rated hard
 * makes it overestimate recall.
 */
export function rate({ verdict, hints, easy = false }: JudgedAnswer): Rating {
  if (verdict !== 'correct') return 'again';
  if (hints > 0) return 'hard';
  return easy ? 'easy' : 'good';
}
