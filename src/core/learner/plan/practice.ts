import type { Spoilers } from '../../bank/compile.ts';
import { type Random, shuffle } from '../../base/random.ts';
import { type StudyDay, studyDayOf } from '../events/day.ts';
import { type Event, instantOf } from '../events/event.ts';
import { gistOf, idOf, isAnswer } from '../events/gist.ts';
import { standingEventsOf } from '../memory/fold.ts';
import { keepApart, pairShown } from './keep-apart.ts';
import { type Ask, oneOfEachFact } from './plan.ts';
import { knownIn, type Selection, sortByRecall } from './sift.ts';

/** The default number of questions in one practice. */
const practiceLimit = 20;

/** The study days, today among them, in which a wrong answer counts as recent. */
export const recentDays = 14;

/** The days from today in which a review counts as soon. */
export const soonDays = 7;

/** The inputs of a plan for practice. */
export interface PracticeInput extends Selection {
  readonly today: StudyDay;
  readonly random: Random;
  readonly limit?: number;
  /** The items that show the answer of others, by their places among the heads. */
  readonly spoilers?: Spoilers;
  /** Only items that were answered wrong lately. */
  readonly missed?: ReadonlySet<string>;
  /** Only items that are due now or soon. */
  readonly dueSoon?: boolean;
}

/** The questions of a practice, with the number of those that there were to choose from. */
export interface PracticePlan {
  readonly queue: readonly Ask[];
  /** Selected items that were answered before. */
  readonly known: number;
  /** Selected items that were never answered, or not since their answer changed. */
  readonly unseen: number;
}

/** Plans a practice: of the items asked for those with the lowest chance of recall, in any order. */
export function planPractice(input: PracticeInput): PracticePlan {
  const { today, random, missed, dueSoon = false, limit = practiceLimit } = input;
  // What was only said or presumed to be known has still to be asked for the first time.
  const known = knownIn(input).filter(({ memory }) => memory.reviews > 0);
  const asked = known
    .filter(({ head }) => missed?.has(head.id) ?? true)
    .filter(({ memory }) => !dueSoon || memory.due <= today + soonDays);
  const suspended = ({ id }: { readonly id: string }) => input.states.get(id)?.suspended === true;
  const selected = input.heads.filter((head) => (input.wanted?.(head) ?? true) && !suspended(head));
  const chosen = shuffle(oneOfEachFact(sortByRecall(asked, today, 'weakest first')).slice(0, limit), random);
  const apart = keepApart(chosen, pairShown(chosen, input.heads, input.spoilers));
  return {
    queue: apart.map((head) => ({ head, reask: 0 })),
    known: known.length,
    unseen: selected.length - known.length,
  };
}

/** The items that were answered wrong in the last study days, in an exam too; what was undone or corrected does not count. */
export function missedIn(events: readonly Event[], today: StudyDay): ReadonlySet<string> {
  const standing = standingEventsOf(events.map(gistOf)).events;
  const examined = new Map(events.flatMap((e) => (e.type === 'examined' ? [[e.id, e] as const] : [])));
  const missed = standing.filter((gist) => {
    if (isAnswer(gist)) return gist.rating === 'again' && gist.day > today - recentDays;
    const exam = examined.get(idOf(gist));
    return exam !== undefined && exam.verdict !== 'correct' && dayOf(exam) > today - recentDays;
  });
  return new Set(missed.map(({ item }) => item));
}

const dayOf = (event: Event) => studyDayOf(instantOf(event));

/** How often an item was answered in practice. */
export function practicesIn(events: readonly Event[], item: string): number {
  const gists = events.filter((event) => event.item === item).map(gistOf);
  return standingEventsOf(gists).events.filter(({ type }) => type === 'practised').length;
}
