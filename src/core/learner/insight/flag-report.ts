import type { ItemHead } from '../../bank/head.ts';
import { groupBy } from '../../base/group-by.ts';
import type { Lang } from '../../base/text.ts';
import type { Answer } from '../../question/prompt.ts';
import type { Event, Flagged } from '../events/event.ts';
import { type FlagReason, flagsOf, standingOn } from '../memory/flags.ts';

/** What a learner holds against one question. */
export interface FlagReport {
  readonly id: string;
  readonly flags: readonly ReportedFlag[];
  /** Answers that were graded as wrong, and that the learner counted as right. */
  readonly countedRight: readonly CountedAnswer[];
}

/** A flag, with the answer it speaks of if it says that this was right. */
export type ReportedFlag = Flagged & { readonly answer?: CountedAnswer };

/** An answer as the learner gave it. */
export interface CountedAnswer {
  readonly revision: number;
  readonly lang: Lang;
  readonly given: string;
}

type AnswerEvent = Extract<Event, { readonly type: 'reviewed' | 'practised' | 'examined' }>;

/** What the learner holds against questions of a bank as they are now, in the order of the bank. */
export function flagReportsOf(
  events: readonly Event[],
  heads: readonly Pick<ItemHead, 'id' | 'revision'>[],
): readonly FlagReport[] {
  const flags = flagsOf(events, heads);
  const amended = events.flatMap(({ type, item }) => (type === 'amended' ? [item] : []));
  const standing = groupBy(standingOn(events, new Set([...flags.keys(), ...amended])), (e) => e.item);
  return heads.flatMap(({ id, revision }) => {
    const of = standing.get(id) ?? [];
    const reported = (flags.get(id) ?? []).map((flag) => withAnswer(flag, of));
    const told = new Set(reported.flatMap(({ answer }) => answer?.given ?? []));
    const countedRight = countedRightIn(of, revision).filter(({ given }) => !told.has(given));
    return reported.length + countedRight.length === 0 ? [] : [{ id, flags: reported, countedRight }];
  });
}

/** A flag that says that the answer before it was right, with that answer. */
function withAnswer(flag: Flagged, events: readonly Event[]): ReportedFlag {
  if (flag.reason !== ('answer-right' satisfies FlagReason)) return flag;
  const before = events.slice(
    0,
    events.findIndex(({ id }) => id === flag.id),
  );
  const answer = before.findLast(isAnswerEvent);
  const counted = answer && countedFrom(answer);
  return counted === undefined ? flag : { ...flag, answer: counted };
}

/** The wrong answers that the last correction counts as right; each once. */
function countedRightIn(events: readonly Event[], revision: number): readonly CountedAnswer[] {
  const verdicts = new Map(
    events.flatMap((e) => (e.type === 'amended' ? [[e.event, e.verdict] as const] : [])),
  );
  const counted = events.filter(isAnswerEvent).flatMap((answer) => {
    const isCounted = verdicts.get(answer.id) === 'correct' && answer.verdict !== 'correct';
    return isCounted && answer.revision >= revision ? (countedFrom(answer) ?? []) : [];
  });
  return [...new Map(counted.map((one) => [one.given, one])).values()];
}

const isAnswerEvent = (event: Event): event is AnswerEvent =>
  event.type === 'reviewed' || event.type === 'practised' || event.type === 'examined';

/** An answer that says something of the question; undefined for one that only says what the learner thinks of it. */
function countedFrom({ answer, revision, lang }: AnswerEvent): CountedAnswer | undefined {
  const given = wordsOf(answer);
  return given === undefined ? undefined : { revision, lang, given };
}

function wordsOf(answer: Answer): string | undefined {
  switch (answer.type) {
    case 'picked':
      return answer.option;
    case 'ticked':
      return answer.options.join('; ');
    case 'typed':
      return answer.texts.join('; ');
    case 'arranged':
      return answer.sequence.join('; ');
    case 'paired':
      return answer.rights.join('; ');
    case 'self-judged':
      return answer.text;
    case 'unknown':
      return undefined;
    default:
      return answer satisfies never;
  }
}
