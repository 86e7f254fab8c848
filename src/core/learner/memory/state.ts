import type { EventKey } from '../events/event.ts';
import type { Memory } from './memory.ts';

/** The state of one item after all its events. */
export interface ItemState {
  readonly memory?: Memory;
  readonly suspended: boolean;
  /** The learner's own note on the question. */
  readonly note?: string;
  /** The last event folded in. */
  readonly upTo: EventKey;
}

/** Every item's state, by item id. */
export type States = ReadonlyMap<string, ItemState>;
