import type { Verdict } from '../question/prompt.ts';

/** FSRS's input, the worst first. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;

/** What FSRS is told of an answer. */
export type Rating = (typeof ratings)[number];

/** The version of the policy below; stored with each event, so that a new policy never rewrites the past. */
export const ratingPolicy = 1;

/** What the rating of an answer depends on. */
export interface Judged {
  readonly verdict: Verdict;
  /** How many hints were shown before the answer. */
  readonly hints: number;
  /** The learner's own key: never worked out from speed. */
  readonly easy?: boolean;
}

/**
 * The rating of an answer. Anything short of right is `again`, never `hard`: FSRS takes hard for a pass, and a fail
 * called hard makes it promise recall that is not there.
 */
export function rate({ verdict, hints, easy = false }: Judged): Rating {
  if (verdict !== 'correct') return 'again';
  if (hints > 0) return 'hard';
  return easy ? 'easy' : 'good';
}
