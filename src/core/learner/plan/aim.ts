import { shortDeckNameOf } from '../../bank/deck-name.ts';
import type { ItemHead } from '../../bank/head.ts';
import type { Settings } from '../../base/settings.ts';
import { type StudyDay, studyDayOn } from '../events/day.ts';
import { desiredRetention, type Memory, retrievabilityOn } from '../memory/memory.ts';
import { retentionOn } from './deadline.ts';

/** What a learner has chosen to learn now, until they choose otherwise. */
export interface Aim {
  /** The decks that new questions come from; all by default. */
  readonly decks?: ReadonlySet<string>;
  /** True if reviews come from these decks alone, too. */
  readonly reviewsToo?: boolean;
  /** New questions a day, and no fewer if there is a deadline. */
  readonly perDay?: number;
  /** The day by which all that is aimed at should be learnt. */
  readonly deadline?: StudyDay;
}

/** True if a new item may be begun now. */
export const isAimedAt = ({ deck }: Pick<ItemHead, 'deck'>, aim: Aim | undefined): boolean =>
  aim?.decks?.has(deck) ?? true;

/** True if an item that was asked before is reviewed now. */
export const isReviewed = (head: Pick<ItemHead, 'deck'>, aim: Aim | undefined): boolean =>
  aim?.reviewsToo !== true || isAimedAt(head, aim);

/** The day on which an item is asked again, if nothing is answered before: as it is due, or sooner if a deadline comes near. */
export function dueDayOf(
  head: Pick<ItemHead, 'deck'>,
  memory: Memory,
  aim: Aim | undefined,
  from: StudyDay,
): StudyDay {
  const { deadline } = aim ?? {};
  if (deadline === undefined || !isAimedAt(head, aim)) return memory.due;
  for (let day = Math.max(from, memory.last + 1); day < memory.due && day <= deadline; day++)
    if (retrievabilityOn(memory, day) < retentionOn(deadline, day, desiredRetention)) return day;
  return memory.due;
}

/** True if an item is asked on a day. */
export const isDueOn = (
  head: Pick<ItemHead, 'deck'>,
  memory: Memory,
  aim: Aim | undefined,
  day: StudyDay,
): boolean => memory.due <= day || dueDayOf(head, memory, aim, day) <= day;

/** The aim that the learner's settings amount to in a bank, with the names in focus that it has no deck for. */
export function aimFrom(
  { focus, reviews, new: perDay, deadline }: Settings,
  decks: readonly { readonly name: string }[],
): { readonly aim: Aim; readonly unknown: readonly string[] } {
  const isMeant = (told: string, deck: { readonly name: string }) =>
    [deck.name.normalize(), shortDeckNameOf(deck)].includes(told.normalize());
  const meant = decks.filter((deck) => focus?.some((told) => isMeant(told, deck)));
  return {
    aim: {
      // A focus on decks of another bank leaves this one whole.
      ...(meant.length === 0 ? {} : { decks: new Set(meant.map(({ name }) => name)) }),
      ...(meant.length > 0 && reviews === 'focus' ? { reviewsToo: true } : {}),
      ...(perDay === undefined ? {} : { perDay }),
      ...(deadline === undefined ? {} : { deadline: studyDayOn(deadline) }),
    },
    unknown: (focus ?? []).filter((told) => !decks.some((deck) => isMeant(told, deck))),
  };
}
