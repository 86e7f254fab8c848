import type { ItemHead } from '../../bank/head.ts';
import { groupBy } from '../../base/group-by.ts';
import type { StudyDay } from '../events/day.ts';
import type { States } from '../memory/state.ts';
import { isFactShared, type NewBefore, spreadBefore } from '../plan/deadline.ts';
import { reviewsOn } from '../plan/plan.ts';
import { isWanted, memoryOf, type Selection } from '../plan/sift.ts';

/** How far a learner is in one deck. */
export interface DeckStanding {
  readonly deck: string;
  readonly items: number;
  /** Items answered at least once. */
  readonly begun: number;
  /** Items never answered that the learner says they know, or a placement presumes known. */
  readonly presumed: number;
  /** The reviews that a session without a limit would ask now. */
  readonly due: number;
}

/** How far a learner is in each deck, in the order of the bank. */
export function standingsOf(selection: Selection, today: StudyDay): readonly DeckStanding[] {
  const { heads, states } = selection;
  const due = new Set(reviewsOn(selection, today).map(({ id }) => id));
  return [...groupBy(heads, ({ deck }) => deck)].map(([deck, of]) => ({
    deck,
    items: of.length,
    ...countMet(of, states),
    due: of.filter(({ id }) => due.has(id)).length,
  }));
}

/** The items that were answered, and those only presumed known. */
function countMet(heads: readonly ItemHead[], states: States): Pick<DeckStanding, 'begun' | 'presumed'> {
  const reviews = heads.flatMap((head) => memoryOf(head, states)?.reviews ?? []);
  const begun = reviews.filter((count) => count > 0).length;
  return { begun, presumed: reviews.length - begun };
}

/** How far a learner is with all that is to be learnt now, and where the pace of the last weeks leads. */
export interface Headway {
  readonly items: number;
  readonly begun: number;
  readonly presumed: number;
  /** Undefined with too little to tell it from, if nothing is left, or if it lies years away. */
  readonly pace?: {
    /** New questions a day, over the last two weeks. */
    readonly perDay: number;
    /** The day on which none is left. */
    readonly done: StudyDay;
  };
  /** What is left from tomorrow on, if there is a deadline. */
  readonly ahead?: NewBefore & { readonly left: number; readonly deadline: StudyDay };
}

/** The study days, today among them, that the pace is taken from; and the fewest since the first answer. */
const paceDays = { most: 14, fewest: 4 } as const;

/** The fewest new questions in these days that make a pace. */
const fewestBegun = 10;

/** What is further away is no date to plan with. */
const farthest = 1000;

/** How far a learner is, of the items that the selection lets begin. */
export function headwayOf(selection: Selection, today: StudyDay): Headway {
  const { heads, states } = selection;
  const scope = heads.filter((head) => isWanted(head, undefined, selection));
  const met = countMet(scope, states);
  const unseen = scope.filter(
    (head) => memoryOf(head, states) === undefined && states.get(head.id)?.suspended !== true,
  );
  const left = unseen.length;
  const { deadline, perDay } = selection.aim ?? {};
  const spread =
    deadline === undefined
      ? undefined
      : spreadBefore(deadline, today + 1, left, perDay, isFactShared(unseen));
  if (spread !== undefined && deadline !== undefined)
    return { items: scope.length, ...met, ahead: { ...spread, left, deadline } };
  const pace = paceOf(heads, states, today);
  const days = pace === undefined ? undefined : Math.ceil(left / pace);
  return {
    items: scope.length,
    ...met,
    ...(pace === undefined || days === undefined || days === 0 || days > farthest
      ? {}
      : { pace: { perDay: pace, done: today + days } }),
  };
}

/** New questions a day lately, of all decks: a focus that was chosen yesterday has no pace of its own. */
function paceOf(heads: readonly ItemHead[], states: States, today: StudyDay): number | undefined {
  const firsts = heads.flatMap((head) => {
    const memory = memoryOf(head, states);
    return memory === undefined || memory.reviews === 0 ? [] : [memory.first];
  });
  const since = firsts.reduce((a, b) => Math.min(a, b), today);
  const days = Math.min(paceDays.most, today - since + 1);
  const begun = firsts.filter((day) => day > today - days).length;
  return days < paceDays.fewest || begun < fewestBegun ? undefined : begun / days;
}
