import type { ItemHead } from '../bank/head.ts';
import { groupBy } from '../base/group-by.ts';
import type { StudyDay } from './day.ts';
import type { States } from './fold.ts';
import { reviewsOn } from './plan.ts';
import { memoryOf, type Selection } from './sift.ts';

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
