import { fromIso, type Instant } from '../../base/instant.ts';
import type { Lang } from '../../base/text.ts';
import type { Answer, Verdict } from '../../question/prompt.ts';
import type { Rating } from './rate.ts';

/** The version of the event format; lines with a higher one are not used. */
export const eventFormat = 1;

interface CommonEvent {
  readonly v: typeof eventFormat;
  /** UUIDv7: unique over all devices. */
  readonly id: string;
  readonly device: string;
  /** Counts the events of a device. */
  readonly seq: number;
  /** ISO 8601 with offset. */
  readonly at: string;
  readonly item: string;
  /** The id of the bank that the item is of. Builds before there were ids left it out, and do not look at it. */
  readonly bank?: string;
}

interface Batched {
  /** The same for all events that were recorded by one command and are undone together. */
  readonly batch?: string;
}

interface GivenAnswer extends CommonEvent {
  readonly revision: number;
  readonly verdict: Verdict;
  /** The chance, 0-1, that a blind guess would have been right. */
  readonly guess: number;
  readonly answer: Answer;
  /** The options as they were shown, in their order. */
  readonly options?: readonly string[];
  /** Milliseconds from question to answer. */
  readonly ms: number;
  readonly lang: Lang;
}

interface AnswerEvent extends GivenAnswer {
  readonly rating: Rating;
  /** The version of the rating policy that chose the rating. */
  readonly policy: number;
  readonly hints: number;
}

/** The promise that an item comes back in the session, which a session that is left passes on to the next one of the day. */
interface Promising {
  readonly returns?: true;
}

/** An item was answered. */
export interface Reviewed extends AnswerEvent, Promising {
  readonly type: 'reviewed';
}

/** An item was answered in practice, which moves its review only after a miss. */
export interface Practised extends AnswerEvent {
  readonly type: 'practised';
}

/** An item was answered in an exam, which leaves no trace in memory. */
export interface Examined extends GivenAnswer {
  readonly type: 'examined';
  /** The same for all answers of one exam. */
  readonly exam: string;
  readonly seed: string;
}

/** The learner says that an item is faulty. */
export interface Flagged extends CommonEvent {
  readonly type: 'flagged';
  /** That of the item as it was asked; those that older builds wrote have none. */
  readonly revision?: number;
  /** What is wrong with it: one of `flagReasons`, or one that only a later build knows. */
  readonly reason?: string;
  /** The same in the learner's words. */
  readonly text?: string;
}

/** Something that happened to an item, as one line of the log. Events are never edited or deleted. */
export type Event =
  | Reviewed
  | Practised
  | Examined
  | (CommonEvent & Batched & { readonly type: 'undone'; readonly event: string })
  | (CommonEvent &
      Promising & {
        readonly type: 'amended';
        readonly event: string;
        readonly verdict: Verdict;
        readonly rating: Rating;
      })
  | (CommonEvent & { readonly type: 'suspended' })
  | (CommonEvent & { readonly type: 'resumed' })
  | Flagged
  /** All flags of the item so far are settled. */
  | (CommonEvent & Batched & { readonly type: 'unflagged' })
  /** The learner's own note on the item, in place of the one before; an empty one removes it. */
  | (CommonEvent & { readonly type: 'noted'; readonly text: string })
  /** The learner says that they know the item well, after an answer or instead of one. */
  | (CommonEvent & { readonly type: 'known'; readonly revision: number })
  /** A placement says that the learner likely knows the item, which was never asked. */
  | (CommonEvent & Batched & { readonly type: 'presumed'; readonly revision: number })
  /** What is remembered of the item is forgotten: it is new again. */
  | (CommonEvent & Batched & { readonly type: 'forgotten' });

/** An action of the learner, before the log stamps it with id, device, count and time. */
export type Deed = Event extends infer E ? (E extends Event ? Omit<E, keyof EventStamp> : never) : never;

/** The fields that the log adds to a deed. */
export type EventStamp = Pick<CommonEvent, 'v' | 'id' | 'device' | 'seq' | 'at' | 'bank'>;

/** The order of events: by moment, then device, then count, then id. */
export type EventKey = readonly [ms: number, device: string, seq: number, id: string];

/** The moment of an event. */
export function instantOf(event: Pick<CommonEvent, 'at'>): Instant {
  return fromIso(event.at) ?? { ms: 0, offset: 0 };
}

/** The sort key of an event. */
export function orderKeyOf(event: Event): EventKey {
  return [instantOf(event).ms, event.device, event.seq, event.id];
}

/** Compares two sort keys; negative if `a` comes first. */
export function compareKeys(a: EventKey, b: EventKey): number {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number | string;
    const y = b[i] as number | string;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
