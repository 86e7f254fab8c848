import type { BankEntry, Citation, Statement } from '../../bank/compile.ts';
import { type Lang, pickLanguage } from '../../base/text.ts';
import { type Item, kindOf } from '../../question/kinds/index.ts';
import type { Answer, Outcome, Prompt, Remark, Verdict } from '../../question/prompt.ts';
import type { StudyDay } from '../events/day.ts';
import type { Seen } from '../events/rate.ts';

/** Everything shown after an answer. */
export interface Feedback {
  readonly verdict: Verdict;
  /** True for the answer *I don't know*. */
  readonly unknown: boolean;
  readonly remarks: readonly Remark[];
  /** The text that was typed, if it is to be compared with the correct answer. */
  readonly typed?: string;
  /** The correct answer. */
  readonly key: string;
  /** True if it was shown before the learner judged the answer. */
  readonly revealed: boolean;
  /** True if a hint was shown before the answer. */
  readonly hinted: boolean;
  /** Set if the feedback on an answer that was undone had been read before. */
  readonly seen?: Seen;
  /** True if it was asked in this session before, so that its answer is fresh in mind. */
  readonly isRepeated?: true;
  /** What there was to pick from, in the order it was shown; empty if there was nothing. */
  readonly options: readonly MarkedOption[];
  /** The reasons against wrong things that were offered and not chosen. */
  readonly reasons: readonly Reason[];
  readonly rationale: string;
  readonly citations: readonly Citation[];
  /** The notes that the question covers. */
  readonly statements?: readonly Statement[];
  readonly asOf?: string;
  /** Days until the next review; 0 for later in this session, and in practice for today. */
  readonly dueIn: number;
  readonly due: StudyDay;
  /** In practice only: whether it comes back in this session. */
  readonly practice?: { readonly again: boolean };
  /** Of a question that is looked back at: what was asked and answered. Nothing is scheduled or left to choose. */
  readonly past?: PastQuestion;
  /** True after an exam: nothing was scheduled, and nothing is left to choose but to go on. */
  readonly afterExam?: true;
  /** The learner's own note on the question. */
  readonly ownNote?: string;
  /** True if it was shown, and only the choice after it is asked for again. */
  readonly isSeen?: true;
  /** The number of lapses, if there are enough to report. */
  readonly leech?: number;
  /** The reason why the answer was not recorded, and whether another try may succeed; absent if it was. */
  readonly notRecorded?: { readonly reason: string; readonly canRetry: boolean };
}

/** A question that is looked back at, as it was asked. */
export interface PastQuestion {
  /** As in `3/18`. */
  readonly progress: string;
  readonly deck: string;
  readonly id: string;
  readonly stem: string;
  readonly answer: Answer;
  /** True if there is one before it. */
  readonly hasEarlier: boolean;
}

/** An option after the answer. */
export interface MarkedOption {
  readonly option: string;
  readonly right: boolean;
  readonly chosen: boolean;
}

/** The reason why something that was offered is wrong. */
export type Reason = Omit<Extract<Remark, { readonly type: 'why' }>, 'type'>;

/** The text that was typed to be compared with the correct answer, letter by letter: a name or a term, but no number. */
function typedFor(item: Item, answer: Answer): { readonly typed?: string } {
  const [typed, ...others] = answer.type === 'typed' ? answer.texts : [];
  const isCompared = kindOf(item).asks === 'type' && others.length === 0;
  return typed === undefined || !isCompared ? {} : { typed };
}

/** An answer that was judged, and the prompt that it answers. */
export interface JudgedReply {
  readonly prompt: Prompt;
  readonly answer: Answer;
  readonly outcome: Extract<Outcome, { readonly type: 'judged' }>;
}

/** What a feedback says of the question and the answer, whatever was scheduled after it. */
export function explainAnswer(
  { item, citations }: BankEntry,
  { prompt, answer, outcome }: JudgedReply,
  lang: Lang,
): Omit<Feedback, 'hinted' | 'dueIn' | 'due'> {
  return {
    verdict: outcome.verdict,
    unknown: answer.type === 'unknown',
    remarks: outcome.remarks,
    ...typedFor(item, answer),
    key: kindOf(item).key(item, lang),
    revealed: answer.type === 'self-judged',
    options: markOptions(item, prompt, answer, lang),
    reasons: otherReasonsOf(item, prompt, answer, lang),
    rationale: pickLanguage(item.rationale, lang),
    citations,
    ...(item.asOf === undefined ? {} : { asOf: item.asOf }),
  };
}

/** The options as they were shown, marked as right and as chosen; none if there was nothing to pick. */
export function markOptions(item: Item, prompt: Prompt, answer: Answer, lang: Lang): readonly MarkedOption[] {
  if (prompt.type !== 'pick-one' && prompt.type !== 'pick-many') return [];
  const written = kindOf(item).options?.(item) ?? [];
  if (written.length === 0) return [];
  const right = new Set(written.flatMap((o) => (o.right ? [pickLanguage(o.text, lang)] : [])));
  const chosen = chosenIn(answer);
  return prompt.options.map((option) => ({
    option,
    right: right.has(option),
    chosen: chosen.includes(option),
  }));
}

/** The reasons against all wrong things that were offered, but for those that were chosen; in the order they were shown. */
export function otherReasonsOf(item: Item, prompt: Prompt, answer: Answer, lang: Lang): readonly Reason[] {
  const kind = kindOf(item);
  const chosen = chosenIn(answer);
  const written = [...(kind.options?.(item) ?? []), ...(kind.columns?.(item) ?? []).flat()];
  const reasons = new Map(
    written.flatMap(({ text, why }) => (why === undefined ? [] : [[pickLanguage(text, lang), why] as const])),
  );
  return offeredIn(prompt).flatMap((option) => {
    const why = reasons.get(option);
    return why === undefined || chosen.includes(option) ? [] : [{ option, why: pickLanguage(why, lang) }];
  });
}

/** The things that a prompt offers to choose from. */
function offeredIn(prompt: Prompt): readonly string[] {
  switch (prompt.type) {
    case 'pick-one':
    case 'pick-many':
      return prompt.options;
    case 'pair':
      return prompt.rights;
    case 'arrange':
    case 'type-in':
    case 'reveal':
      return [];
    default:
      return prompt satisfies never;
  }
}

/** The options that an answer names. */
function chosenIn(answer: Answer): readonly string[] {
  switch (answer.type) {
    case 'picked':
      return [answer.option];
    case 'ticked':
      return answer.options;
    case 'paired':
      return answer.rights;
    case 'arranged':
    case 'typed':
    case 'self-judged':
    case 'unknown':
      return [];
    default:
      return answer satisfies never;
  }
}
