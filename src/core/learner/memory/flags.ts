import type { ItemHead } from '../../bank/head.ts';
import { compareKeys, type Event, type Flagged, orderKeyOf } from '../events/event.ts';
import { gistOf, idOf } from '../events/gist.ts';
import { standingEventsOf } from './fold.ts';

/** The usual reasons to flag a question, in the order of their numbers. */
export const flagReasons = ['wrong', 'unclear', 'answer-right', 'translation', 'outdated'] as const;

/** A usual reason to flag a question. */
export type FlagReason = (typeof flagReasons)[number];

/** What a learner says of a question that they flag: a usual reason, or their own words; nothing as in older logs. */
export type FlagWords = Pick<Flagged, 'reason' | 'text'>;

/** Events on few items that were neither undone nor are undoings, in order. */
export function standingOn(events: readonly Event[], items: ReadonlySet<string>): readonly Event[] {
  const of = new Map(events.filter(({ item }) => items.has(item)).map((event) => [event.id, event]));
  const { events: plain, amendments } = standingEventsOf([...of.values()].map(gistOf));
  const ids = new Set([...plain, ...amendments].map(idOf));
  return [...of.values()]
    .filter(({ id }) => ids.has(id))
    .sort((a, b) => compareKeys(orderKeyOf(a), orderKeyOf(b)));
}

/** The flags that stand, oldest first, of each item that has any: they end when they are settled, or by a higher revision. */
export function flagsOf(
  events: readonly Event[],
  heads: readonly Pick<ItemHead, 'id' | 'revision'>[],
): ReadonlyMap<string, readonly Flagged[]> {
  const flagged = new Set(events.flatMap(({ type, item }) => (type === 'flagged' ? [item] : [])));
  const now = new Map(heads.map(({ id, revision }) => [id, revision]));
  const asked = new Map<string, number>();
  const flags = new Map<string, Flagged[]>();
  for (const event of standingOn(events, flagged)) {
    const { item } = event;
    if (event.type === 'unflagged') flags.delete(item);
    else if (event.type === 'flagged') {
      // An older build did not write which revision it was, but it was the one that had just been answered.
      const revision = event.revision ?? asked.get(item);
      if (revision === undefined || revision >= (now.get(item) ?? 0))
        flags.set(item, [...(flags.get(item) ?? []), event]);
    } else if ('revision' in event) asked.set(item, event.revision);
  }
  return flags;
}
