import type { Citation } from '../bank/compile.ts';
import type { Remark, Verdict } from '../question/prompt.ts';
import type { StudyDay } from './day.ts';

/** Everything a learner is told after an answer. */
export interface Feedback {
  readonly verdict: Verdict;
  /** The learner said: I do not know. */
  readonly unknown: boolean;
  readonly remarks: readonly Remark[];
  /** The right answer; absent where it was revealed before the learner judged the answer. */
  readonly key?: string;
  readonly rationale: string;
  readonly citations: readonly Citation[];
  readonly asOf?: string;
  /** Days until it is asked again; 0 where it comes back in this session. */
  readonly dueIn: number;
  readonly due: StudyDay;
  /** How often it was forgotten, where that is often enough to say so. */
  readonly leech?: number;
  /** Why the answer could not be recorded, where it could not, and whether another try may succeed. */
  readonly notRecorded?: { readonly reason: string; readonly canRetry: boolean };
}
