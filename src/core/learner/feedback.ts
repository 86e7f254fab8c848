import type { Citation } from '../bank/compile.ts';
import type { Remark, Verdict } from '../question/prompt.ts';
import type { StudyDay } from './day.ts';

/** Everything shown after an answer. */
export interface Feedback {
  readonly verdict: Verdict;
  /** True for the answer *I don't know*. */
  readonly unknown: boolean;
  readonly remarks: readonly Remark[];
  /** The correct answer; absent if it was revealed before the learner judged the answer. */
  readonly key?: string;
  readonly rationale: string;
  readonly citations: readonly Citation[];
  readonly asOf?: string;
  /** Days until the next review; 0 for later in this session. */
  readonly dueIn: number;
  readonly due: StudyDay;
  /** The number of lapses, if there are enough to report. */
  readonly leech?: number;
  /** The reason why the answer was not recorded, and whether another try may succeed; absent if it was. */
  readonly notRecorded?: { readonly reason: string; readonly canRetry: boolean };
}
