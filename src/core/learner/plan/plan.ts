import type { Spoilers } from '../../bank/compile.ts';
import type { ItemHead } from '../../bank/head.ts';
import { type Random, shuffle } from '../../base/random.ts';
import type { StudyDay } from '../events/day.ts';
import type { Seen } from '../events/rate.ts';
import { dueDayOf } from './aim.ts';
import type { NewBefore } from './deadline.ts';
import { type FreshInput, pickFresh } from './fresh.ts';
import { keepApart, listSpoilt, pairShown } from './keep-apart.ts';
import {
  isCheck,
  isWanted,
  type Known,
  knownIn,
  memoryOf,
  type Selection,
  sortByRecall,
  sortHeads,
} from './sift.ts';

/** The default number of questions in one session: about ten minutes. */
const sessionLimit = 40;

/** The inputs of a plan. */
export interface PlanInput extends Selection {
  readonly today: StudyDay;
  readonly random: Random;
  readonly limit?: number;
  /** New questions for this session, whatever is due; by default what is left of the day's, and none while a backlog exists. */
  readonly fresh?: number;
  /** The items that show the answer of others, by their places among the heads. */
  readonly spoilers?: Spoilers;
  /** Also asks items that are not due yet, the weakest memory first. */
  readonly practice?: boolean;
}

/** One question to ask; `reask` counts its repetitions in this session. */
export interface Ask {
  readonly head: ItemHead;
  readonly reask: number;
  /** Set if it was answered in this session, and that was undone. */
  readonly seen?: Seen;
}

/** A plan, with the numbers of questions that did not fit. */
export interface Plan {
  readonly queue: readonly Ask[];
  /** Reviews that a session without a limit would ask now. */
  readonly due: number;
  /** New questions that could be asked, whether or not they fit today. */
  readonly unseen: number;
  readonly fresh: number;
  /** Of the new questions, those that were not selected, but that selected ones require. */
  readonly needed: number;
  /** Selected new questions that wait until those that they require have been asked. */
  readonly waiting: number;
  /** True if more reviews are due than fit, so that new questions wait. */
  readonly backlog: boolean;
  /** How new questions are spread before a deadline. */
  readonly spread?: NewBefore;
}

/** Plans the questions of one session in their order: reviews first, then new questions, then what is only asked to make sure. */
export function planSession(input: PlanInput): Plan {
  const { today, random } = input;
  const { due, later, ready, waiting, leftToday, tallies, spread } = sortHeads(input, input.today);
  // What a deadline asks for comes on top, whatever is due: put off, it would be more tomorrow.
  const before = spread === undefined ? undefined : Math.max(0, leftToday);
  const { limit = sessionLimit + (input.fresh === undefined ? (before ?? 0) : 0) } = input;
  const fixed = input.fresh ?? before;
  const told = fixed === undefined ? undefined : Math.min(fixed, ready.length, limit);
  const room = limit - (told ?? 0);
  const asked = due.filter((known) => !isCheck(known));
  const backlog = asked.length > room;
  const reviews = backlog ? mostWorth(asked, today) : shuffle(asked.map(headOf), random);
  const early = input.practice === true ? sortByRecall(later, today, 'weakest first') : [];
  const chosen = oneOfEachFact([...reviews, ...early]).slice(0, room);
  const checks = due.filter(isCheck).map(headOf);
  const { first, fresh } = withFresh(chosen, input, {
    ready,
    tallies,
    facts: new Set([...chosen, ...checks].flatMap(({ fact }) => fact ?? [])),
    count: Math.min(limit - chosen.length, told ?? (backlog ? 0 : leftToday)),
  });
  const begin = [...first, ...fresh];
  const last = lastOf(checks.slice(0, Math.max(0, limit - begin.length)), begin, input);
  return {
    queue: [...begin, ...last].map((head) => ({ head, reask: isOwed(head, input) ? 1 : 0 })),
    due: due.length,
    unseen: ready.length,
    fresh: fresh.length,
    needed: fresh.filter((head) => !isWanted(head, undefined, input)).length,
    waiting,
    backlog,
    ...(spread === undefined ? {} : { spread }),
  };
}

/** Checks in an order in which few are given away by what comes before them. */
function lastOf(
  checks: readonly ItemHead[],
  before: readonly ItemHead[],
  { heads, spoilers, random }: Pick<PlanInput, 'heads' | 'spoilers' | 'random'>,
): readonly ItemHead[] {
  if (checks.length === 0) return checks;
  return keepApart(shuffle(checks, random), pairShown([...before, ...checks], heads, spoilers), before);
}

/** True if a session of today that was left still has to ask it once more. */
function isOwed(head: ItemHead, { states, today }: PlanInput): boolean {
  const memory = memoryOf(head, states);
  return memory?.last === today && memory.due <= today;
}

/** How often other new questions are looked for in place of those that a review gives away. */
const looks = 3;

/** The reviews and the new questions in an order in which few give each other away; new ones that reviews do give away wait for another day. */
function withFresh(
  reviews: readonly ItemHead[],
  { heads, spoilers }: Pick<PlanInput, 'heads' | 'spoilers'>,
  choice: FreshInput,
): { readonly first: readonly ItemHead[]; readonly fresh: readonly ItemHead[] } {
  let ready = choice.ready;
  let best = laidOut(reviews, pickFresh(choice), heads, spoilers);
  for (let look = 0; look < looks && best.spoilt.size > 0; look++) {
    const { spoilt } = best;
    ready = ready.filter(({ id }) => !spoilt.has(id));
    const other = laidOut(reviews, pickFresh({ ...choice, ready }), heads, spoilers);
    if (other.fresh.length < best.fresh.length) break;
    best = other;
  }
  return best;
}

function laidOut(
  reviews: readonly ItemHead[],
  fresh: readonly ItemHead[],
  heads: readonly ItemHead[],
  spoilers: Spoilers | undefined,
) {
  const shown = pairShown([...reviews, ...fresh], heads, spoilers);
  // What gives a new question away comes early, far from it.
  const showers = new Set(fresh.flatMap(({ id }) => [...(shown.get(id) ?? [])]));
  const isShower = ({ id }: ItemHead) => showers.has(id);
  const early = [...reviews.filter(isShower), ...reviews.filter((head) => !isShower(head))];
  const first = keepApart(early, shown);
  const then = keepApart(fresh, shown, first);
  return { first, fresh: then, spoilt: listSpoilt(then, shown, first) };
}

/** The reviews that a session without a limit asks on a day, if nothing is answered before: one item of each fact. */
export function reviewsOn(selection: Selection, today: StudyDay): readonly ItemHead[] {
  return sortHeads(selection, today).due.map(headOf);
}

/** The first day after today with reviews, and their number; undefined if none will ever be due. */
export function planNextReviews(
  selection: Selection,
  today: StudyDay,
): { readonly day: StudyDay; readonly count: number } | undefined {
  // An item of a fact that was asked today may wait till tomorrow.
  const days = knownIn(selection).map(({ head, memory }) =>
    Math.max(dueDayOf(head, memory, selection.aim, today + 1), today + 1),
  );
  if (days.length === 0) return undefined;
  const day = days.reduce((a, b) => Math.min(a, b));
  return { day, count: reviewsOn(selection, day).length };
}

/** Reviews in the order in which they are worth it if not all fit: what is due, and then what a deadline brings forward. */
function mostWorth(due: readonly Known[], today: StudyDay): readonly ItemHead[] {
  const isForward = ({ memory }: Known) => memory.due > today;
  return [
    ...sortByRecall(
      due.filter((known) => !isForward(known)),
      today,
      'likeliest first',
    ),
    ...sortByRecall(due.filter(isForward), today, 'weakest first'),
  ];
}

const headOf = ({ head }: Known) => head;

/** The first of the items of each fact, and all others. */
export function oneOfEachFact(heads: readonly ItemHead[]): readonly ItemHead[] {
  const facts = new Set<string>();
  return heads.filter(({ fact }) => {
    if (fact === undefined) return true;
    const isFirst = !facts.has(fact);
    facts.add(fact);
    return isFirst;
  });
}
