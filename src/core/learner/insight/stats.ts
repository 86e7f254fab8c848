import type { ItemHead } from '../../bank/head.ts';
import { groupBy } from '../../base/group-by.ts';
import { type StudyDay, studyDayOf } from '../events/day.ts';
import type { Event } from '../events/event.ts';
import { gistOf, isAnswer } from '../events/gist.ts';
import { flagsOf } from '../memory/flags.ts';
import { standingEventsOf } from '../memory/fold.ts';
import { estimateRecall, leechLapses, type Memory } from '../memory/memory.ts';
import type { ItemState } from '../memory/state.ts';
import type { Aim } from '../plan/aim.ts';
import { reviewsOn } from '../plan/plan.ts';
import { memoryOf } from '../plan/sift.ts';

/** The number of right reviews, and of all reviews. */
export interface Share {
  readonly passed: number;
  readonly of: number;
}

/** A learner's progress in one deck, or in the whole bank. */
export interface DeckProgress {
  readonly items: number;
  /** Items answered at least once. */
  readonly begun: number;
  /** Items never answered that the learner says they know, or a placement presumes known. */
  readonly presumed: number;
  /** The reviews that a session without a limit would ask now. */
  readonly due: number;
  /** The mean chance of recall, 0-1, of the started items, tomorrow's of what was answered today; undefined if there are none. */
  readonly recall?: number;
  /**
   * The right reviews among those on a later day than the first answer; only the first of each day counts.
   */
  readonly retention: Share;
}

/** The statistics of a learner; items are named by their ids. */
export interface Stats {
  readonly today: { readonly answered: number; readonly right: number; readonly fresh: number };
  readonly total: DeckProgress;
  /** The retention over the last 30 study days, of all items, including those no longer in the bank. */
  readonly lately: Share;
  readonly dueTomorrow: number;
  readonly decks: readonly (DeckProgress & { readonly deck: string })[];
  readonly reviews: number;
  readonly studyDays: number;
  readonly suspended: readonly string[];
  readonly leeches: readonly string[];
  readonly flagged: readonly string[];
  /** Items that have events and are no longer in the bank. */
  readonly gone: readonly string[];
}

/** The inputs of statistics. */
export interface StatsInput {
  readonly heads: readonly ItemHead[];
  readonly states: ReadonlyMap<string, ItemState>;
  readonly events: readonly Event[];
  readonly today: StudyDay;
  /** What the learner has chosen to learn now, which the reviews depend on. */
  readonly aim?: Aim;
  /** Minutes east of UTC on the learner's clock, if the days of this zone are meant. */
  readonly offset?: number;
}

/** Works out the statistics of a learner on a study day. */
export function statsOf({ heads, states, events, today, offset, aim }: StatsInput): Stats {
  const answers = answersOf(events, { today, offset });
  const now = answers.filter((a) => a.day === today);
  const known = new Set(heads.map((h) => h.id));
  const shares = sharesOf(answers);
  const flags = flagsOf(events, heads);
  const selection = { heads, states, ...(aim === undefined ? {} : { aim }) };
  const due = new Set(reviewsOn(selection, today).map((h) => h.id));
  const stand = (of: readonly ItemHead[]) => standingOf(of, { states, shares, due, today });
  return {
    today: {
      answered: now.length,
      right: now.filter((a) => a.right).length,
      fresh: answered(heads, states).filter((memory) => memory.first === today).length,
    },
    total: stand(heads),
    lately: sumOf(sharesOf(answers.filter((a) => a.day > today - 30)).values()),
    dueTomorrow: reviewsOn(selection, today + 1).length,
    decks: [...groupBy(heads, (h) => h.deck)].map(([deck, of]) => ({ deck, ...stand(of) })),
    reviews: answers.length,
    studyDays: new Set(answers.map((a) => a.day)).size,
    suspended: heads.filter((h) => isSuspended(h, states)).map((h) => h.id),
    leeches: heads.filter((h) => (memoryOf(h, states)?.lapses ?? 0) >= leechLapses).map((h) => h.id),
    flagged: heads.filter((h) => flags.has(h.id)).map((h) => h.id),
    gone: [...states.keys()].filter((id) => !known.has(id)).sort(),
  };
}

/** An answer in a review or in practice that stands. */
export interface DatedAnswer {
  readonly item: string;
  readonly day: StudyDay;
  readonly right: boolean;
  /** True if it counts for retention: the first answer of a day that is later than the item's first, and no practice. */
  readonly tells: boolean;
}

/** What answers are counted by. */
interface Counting extends Pick<StatsInput, 'today'> {
  readonly offset: number | undefined;
  /** The study days of first answers, if the events are not all there are. */
  readonly first?: (item: string) => StudyDay | undefined;
}

/** The answers that stand, each with the study day it counts for. */
export function answersOf(
  events: readonly Event[],
  { today, offset, first }: Counting,
): readonly DatedAnswer[] {
  const last = new Map<string, StudyDay>();
  return standingEventsOf(events.map(gistOf)).events.flatMap((event): DatedAnswer[] => {
    // The next answer is a first one again.
    if (event.type === 'forgotten') last.delete(event.item);
    if (!isAnswer(event)) return [];
    const { item } = event;
    // A morning further east may have been yesterday here.
    const isPast = offset === undefined || event.day < today;
    const day = isPast ? event.day : Math.min(event.day, studyDayOf({ ms: event.key[0], offset }));
    const right = event.rating !== 'again';
    if (event.type === 'practised') return [{ item, day, right, tells: false }];
    const before = last.get(item) ?? first?.(item);
    last.set(item, Math.max(day, before ?? day));
    return [{ item, day, right, tells: before !== undefined && day > before }];
  });
}

/** What the progress in a deck is worked out from. */
interface Grounds {
  readonly states: ReadonlyMap<string, ItemState>;
  readonly shares: ReadonlyMap<string, Share>;
  /** The reviews that are asked now. */
  readonly due: ReadonlySet<string>;
  readonly today: StudyDay;
}

function standingOf(heads: readonly ItemHead[], { states, shares, due, today }: Grounds): DeckProgress {
  const begun = answered(heads, states);
  const recall = begun.reduce((sum, memory) => sum + estimateRecall(memory, today), 0) / begun.length;
  return {
    items: heads.length,
    begun: begun.length,
    presumed: heads.filter((h) => memoryOf(h, states)?.reviews === 0).length,
    due: heads.filter((h) => due.has(h.id)).length,
    ...(begun.length === 0 ? {} : { recall }),
    retention: sumOf(heads.map((h) => shares.get(h.id) ?? nothing)),
  };
}

const nothing: Share = { passed: 0, of: 0 };

const answered = (heads: readonly ItemHead[], states: ReadonlyMap<string, ItemState>): readonly Memory[] =>
  heads.flatMap((h) => memoryOf(h, states) ?? []).filter((memory) => memory.reviews > 0);

/** The retention of each item. */
function sharesOf(answers: readonly DatedAnswer[]): ReadonlyMap<string, Share> {
  const shares = new Map<string, Share>();
  for (const { item, right, tells } of answers) {
    if (!tells) continue;
    const { passed, of } = shares.get(item) ?? nothing;
    shares.set(item, { passed: passed + (right ? 1 : 0), of: of + 1 });
  }
  return shares;
}

function sumOf(shares: Iterable<Share>): Share {
  let { passed, of } = nothing;
  for (const share of shares) {
    passed += share.passed;
    of += share.of;
  }
  return { passed, of };
}

const isSuspended = (head: ItemHead, states: ReadonlyMap<string, ItemState>) =>
  states.get(head.id)?.suspended ?? false;
