import type { EventKey } from '../events/event.ts';
import { idOf, isAnswer, type PlainGist, type ReviewGist } from '../events/gist.ts';
import type { Rating } from '../events/rate.ts';
import type { Unscheduled } from './memory.ts';

/** A state on the way: when the item is due is worked out only for the last one. */
export interface Course {
  readonly memory: Unscheduled | undefined;
  readonly suspended: boolean;
  /** The learner's own note; empty if there is none. */
  readonly note: string;
  readonly upTo: EventKey;
}

/**
 * A course as it is held between two events: written over in place. A million events pass through ten thousand of these, and
 * whatever else outlived an event would be copied by the garbage collector, which took longer than to read the log.
 */
export interface Slot {
  stability: number;
  difficulty: number;
  first: number;
  last: number;
  /** -1 if there is no memory. */
  reviews: number;
  lapses: number;
  revision: number;
  elapsed: number;
  /** Not a number if it was not worked out. */
  due: number;
  rating: Rating;
  suspended: boolean;
  note: string;
  ms: number;
  seq: number;
  device: string;
  id: string;
}

/** A slot that holds nothing yet. */
export const makeSlot = (): Slot => ({
  ...{ stability: 0.5, difficulty: 0.5, first: 0, last: 0, reviews: -1, lapses: 0, revision: 0, elapsed: 0 },
  ...{ due: Number.NaN, rating: 'good', suspended: false, note: '', ms: 0.5, seq: 0, device: '', id: '' },
});

/** Writes a course over what a slot holds. */
export function putCourse(slot: Slot, { memory, suspended, note, upTo }: Course): void {
  slot.suspended = suspended;
  slot.note = note;
  slot.ms = upTo[0];
  slot.device = upTo[1];
  slot.seq = upTo[2];
  slot.id = upTo[3];
  slot.reviews = -1;
  if (memory === undefined) return;
  slot.stability = memory.stability;
  slot.difficulty = memory.difficulty;
  slot.first = memory.first;
  slot.last = memory.last;
  slot.reviews = memory.reviews;
  slot.lapses = memory.lapses;
  slot.revision = memory.revision;
  slot.elapsed = memory.elapsed ?? 0;
  slot.due = memory.due ?? Number.NaN;
  slot.rating = memory.rating;
}

/** The course that a slot holds; undefined if it holds none. */
export function courseIn(slot: Slot): Course | undefined {
  const { id, suspended, note } = slot;
  if (id === '') return undefined;
  return { memory: memoryIn(slot), suspended, note, upTo: [slot.ms, slot.device, slot.seq, id] };
}

function memoryIn(slot: Slot): Unscheduled | undefined {
  const { stability, difficulty, first, last, reviews, lapses, rating, revision, elapsed, due } = slot;
  if (reviews < 0) return undefined;
  const memory = { stability, difficulty, first, last, reviews, lapses, rating, revision, elapsed };
  return Number.isNaN(due) ? memory : { ...memory, due };
}

/** The latest event of an item that corrects no other, written over in place too; without an id there is none. */
export interface Latest {
  type: PlainGist['type'];
  id: string;
  day: number;
  revision: number;
  rating: Rating;
  guess: number;
  returns: boolean;
}

/** No latest event. */
export const makeLatest = (): Latest => ({
  ...{ type: 'flagged', id: '', day: 0, revision: 0, rating: 'good', guess: 0.5, returns: false },
});

/** Writes an event over the latest one. */
export function putLatest(latest: Latest, gist: PlainGist): void {
  latest.type = gist.type;
  latest.id = idOf(gist);
  if (!isAnswer(gist)) return;
  latest.day = gist.day;
  latest.revision = gist.revision;
  latest.rating = gist.rating;
  latest.guess = gist.guess;
  latest.returns = gist.returns;
}

/** The latest event rated as it was amended, by the key of the amendment; undefined if it is no answer. */
export function amendLatest(
  { type, day, revision, guess }: Latest,
  { key, item, rating, returns }: Pick<ReviewGist, 'key' | 'item' | 'rating' | 'returns'>,
): ReviewGist | undefined {
  return type === 'reviewed' || type === 'practised'
    ? { type, key, item, day, revision, rating, guess, returns }
    : undefined;
}
