import { isHeld } from '../core/learner/banks/bank-book.ts';
import { studyDayOf } from '../core/learner/events/day.ts';
import { type Stats, statsOf } from '../core/learner/insight/stats.ts';
import { localStatesOf } from '../core/learner/memory/local.ts';
import { aimFrom } from '../core/learner/plan/aim.ts';
import { readBankBook } from '../shell/log/bank-register.ts';
import type { World } from '../shell/system/world.ts';
import type { CommonOptions } from './shared/options.ts';
import type { Rooms } from './shared/rooms.ts';

/** True if reviews come from the decks in focus alone, so that others may be due. */
export const isLimitedToFocus = (
  { bank }: Pick<Rooms, 'bank'>,
  { settings = {} }: Pick<CommonOptions, 'settings'>,
): boolean => aimFrom(settings, bank.index.decks).aim.reviewsToo === true;

/** Works out the statistics of the bank that is open. */
export function summariseBank(
  world: World,
  { bank, history, paths }: Rooms,
  { settings = {} }: Pick<CommonOptions, 'settings'>,
): Stats {
  const now = world.now();
  const events = history.events();
  const found = statsOf({
    heads: bank.index.heads,
    states: localStatesOf(history.states, now),
    events,
    today: studyDayOf(now),
    offset: now.offset,
    aim: aimFrom(settings, bank.index.decks).aim,
  });
  if (found.gone.length === 0) return found;
  // Of an old answer it is not known which bank it was for.
  const own = new Set(events.flatMap((event) => (event.bank === undefined ? [] : [event.item])));
  const { banks } = readBankBook(paths.events, world.machine());
  const others = banks.filter(({ ids }) => !ids.has(history.claim.bank));
  const withdrawn = new Set(bank.asides().withdrawn.map(({ id }) => id));
  const isLost = (id: string) => !withdrawn.has(id) && (own.has(id) || !isHeld(id, others));
  return { ...found, gone: found.gone.filter(isLost) };
}
