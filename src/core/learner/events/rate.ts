import type { Verdict } from '../../question/prompt.ts';

/** The ratings of FSRS, the worst first. */
export const ratings = ['again', 'hard', 'good', 'easy'] as const;

/** The worth of an answer to FSRS. */
export type Rating = (typeof ratings)[number];

/** The version of the policy below; stored with each event, so that a new policy never rewrites the past. */
export const ratingPolicy = 2;

/** What the learner had seen of a question in this session when they were asked it again: the feedback on a miss, or on a right answer, that they undid. */
export type Seen = 'miss' | 'right';

/** The inputs of a rating. */
export interface JudgedAnswer {
  readonly verdict: Verdict;
  /** The number of hints shown before the answer. */
  readonly hints: number;
  /** True only if the learner pressed the key; never derived from speed. */
  readonly easy?: boolean;
  /** Set if the answer was read a moment ago, after another one that was undone. */
  readonly seen?: Seen | undefined;
}

/**
 * The rating of an answer. Anything but right is `again`, never `hard`: FSRS treats hard as a pass, and a failure rated hard
 * makes it overestimate recall. What was read in the feedback on an undone answer is known from there: it is worth a hint at most, and
 * does not make a miss good.
 */
export function rate({ verdict, hints, easy = false, seen }: JudgedAnswer): Rating {
  if (verdict !== 'correct' || seen === 'miss') return 'again';
  if (hints > 0 || seen !== undefined) return 'hard';
  return easy ? 'easy' : 'good';
}
