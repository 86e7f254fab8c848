import { grouped } from '../base/grouped.ts';
import { studyDay } from './day.ts';
import { compareKeys, type Event, type EventKey, instantOf, keyOf, type Reviewed } from './event.ts';
import { type Memory, memoryAfter } from './memory.ts';

/** What all events of one item amount to. */
export interface ItemState {
  readonly memory?: Memory;
  readonly suspended: boolean;
  /** How often the learner flagged the question as bad. */
  readonly flags: number;
  /** The last event folded in. */
  readonly upTo: EventKey;
}

/** Every item's state, by item id. */
export type States = ReadonlyMap<string, ItemState>;

/** The event folded into an item's state last that corrects no other, and the state before it. */
export interface Latest {
  readonly event: Plain;
  readonly before: ItemState | undefined;
}

/** The state after one more event, or `refold` where it cannot be worked out without the item's earlier events. */
export function step(before: ItemState | undefined, event: Event, latest?: Latest): ItemState | 'refold' {
  const upTo = keyOf(event);
  // An older event that arrived late, or a copy of a known one: only the whole history tells.
  if (before !== undefined && compareKeys(upTo, before.upTo) <= 0) return 'refold';
  if (event.type === 'undone' || event.type === 'amended') return corrected(event, upTo, latest);
  const state = { suspended: false, flags: 0, ...before, upTo };
  switch (event.type) {
    case 'reviewed':
      return { ...state, memory: memoryWith(before?.memory, event) };
    case 'suspended':
      return { ...state, suspended: true };
    case 'resumed':
      return { ...state, suspended: false };
    case 'flagged':
      return { ...state, flags: state.flags + 1 };
    default:
      return event satisfies never;
  }
}

/** The state after a correction, which is at hand only where it is the latest event that is corrected. */
function corrected(
  event: Exclude<Event, Plain>,
  upTo: EventKey,
  latest: Latest | undefined,
): ItemState | 'refold' {
  if (latest === undefined || latest.event.id !== event.event) return 'refold';
  const state = { suspended: false, flags: 0, ...latest.before, upTo };
  if (event.type === 'undone') return state;
  if (latest.event.type !== 'reviewed') return 'refold';
  const { verdict, rating } = event;
  return { ...state, memory: memoryWith(latest.before?.memory, { ...latest.event, verdict, rating }) };
}

function memoryWith(before: Memory | undefined, event: Reviewed): Memory {
  const { rating, guess, revision, item } = event;
  return memoryAfter(before, { day: studyDay(instantOf(event)), rating, guess, revision, item });
}

/** The state that all events of one item amount to, in whatever order they come; undefined for none. */
export function foldItem(events: Iterable<Event>): ItemState | undefined {
  const history = standing(events);
  if (history.upTo === undefined) return undefined;
  let state: ItemState | undefined;
  for (const event of history.events) {
    const next = step(state, event);
    if (next !== 'refold') state = next;
  }
  return { suspended: false, flags: 0, ...state, upTo: history.upTo };
}

/** An event that corrects no other. */
type Plain = Exclude<Event, { readonly type: 'undone' } | { readonly type: 'amended' }>;

/** The events that stand, in order: each once, without what was undone, with ratings as amended. */
export function standing(events: Iterable<Event>): {
  readonly events: readonly Plain[];
  readonly upTo: EventKey | undefined;
} {
  const byId = new Map<string, Event>();
  for (const event of events) byId.set(event.id, event);
  const keyed = [...byId.values()].map((event) => ({ event, key: keyOf(event) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  const ordered = keyed.map(({ event }) => event);
  const undone = new Set<string>();
  const amended = new Map<string, Extract<Event, { type: 'amended' }>>();
  for (const event of ordered) if (event.type === 'undone') undone.add(event.event);
  for (const event of ordered)
    if (event.type === 'amended' && !undone.has(event.id)) amended.set(event.event, event);
  const kept: Plain[] = [];
  for (const event of ordered) {
    if (event.type === 'undone' || event.type === 'amended' || undone.has(event.id)) continue;
    const change = amended.get(event.id);
    if (change === undefined || event.type !== 'reviewed') kept.push(event);
    else kept.push({ ...event, verdict: change.verdict, rating: change.rating });
  }
  return { events: kept, upTo: keyed.at(-1)?.key };
}

/** The states that events amount to, from the beginning. */
export function foldAll(events: Iterable<Event>): Map<string, ItemState> {
  const states = new Map<string, ItemState>();
  for (const [item, of] of grouped(events, (event) => event.item)) {
    const state = foldItem(of);
    if (state !== undefined) states.set(item, state);
  }
  return states;
}
