import { fsrs } from 'ts-fsrs';
import { hashFnv1a } from '#core/base/random.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import { compareKeys, type Event, type EventKey, instantOf, orderKeyOf } from '#core/learner/events/event.ts';
import { type Memory, maximumInterval, priorKnowledge } from '#core/learner/memory/memory.ts';
import type { ItemState } from '#core/learner/memory/state.ts';

const scheduler = fsrs({
  request_retention: 0.9,
  maximum_interval: maximumInterval,
  enable_fuzz: true,
  enable_short_term: true,
});
const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const;

type Review = Extract<Event, { type: 'reviewed' | 'practised' }>;

/**
 * What events amount to, worked out plainly: by the library as it comes, from whole events, with the day on which an item is due
 * after each of them. What is quicker has to come to the same, to the last bit.
 */
export function referenceFold(events: readonly Event[]): Map<string, ItemState> {
  const states = new Map<string, ItemState>();
  const ordered = [...new Map(events.map((e) => [e.id, e])).values()].sort((a, b) =>
    compareKeys(orderKeyOf(a), orderKeyOf(b)),
  );
  const undone = undoneIn(ordered);
  for (const event of ordered) {
    const { memory, note, ...state } = states.get(event.item) ?? { suspended: false };
    const after: { suspended: boolean; note?: string; upTo: EventKey } = {
      ...{ ...state, upTo: orderKeyOf(event) },
    };
    const stands = !undone.has(event.id) && event.type !== 'undone' && event.type !== 'amended';
    if (stands && event.type === 'suspended') after.suspended = true;
    if (stands && event.type === 'resumed') after.suspended = false;
    const words = stands && event.type === 'noted' ? event.text : note;
    if (words !== undefined && words !== '') after.note = words;
    const remembered = stands ? remember(memory, event, ordered, undone) : memory;
    states.set(event.item, remembered === undefined ? after : { ...after, memory: remembered });
  }
  return states;
}

/** What was undone by an event that was not undone in turn; no two events here undo each other. */
function undoneIn(ordered: readonly Event[]): ReadonlySet<string> {
  const undoings = ordered.flatMap((e) => (e.type === 'undone' ? [e] : []));
  const isUndone = (id: string): boolean => undoings.some((e) => e.event === id && !isUndone(e.id));
  return new Set(undoings.map((e) => e.event).filter(isUndone));
}

function remember(
  memory: Memory | undefined,
  event: Event,
  ordered: readonly Event[],
  undone: ReadonlySet<string>,
): Memory | undefined {
  if (event.type === 'forgotten') return undefined;
  if (event.type === 'practised') {
    const { rating, revision, at } = amended(event, ordered, undone);
    const isMiss = memory !== undefined && rating === 'again' && memory.revision >= revision;
    return isMiss ? { ...memory, due: Math.min(memory.due, studyDayOf(instantOf({ at })) + 1) } : memory;
  }
  if (event.type === 'reviewed') return memoryAfter(memory, amended(event, ordered, undone));
  if (event.type === 'presumed') return memory ?? presumed(event);
  if (event.type !== 'known') return memory;
  const easy = memoryAfter(memory, { ...event, rating: 'easy', guess: 0 });
  const reviews = easy.reviews - 1;
  const stability = Math.max(30, easy.stability);
  const elapsed =
    memory === undefined || memory.revision < event.revision ? 0 : Math.max(0, easy.last - memory.last);
  scheduler.seed = `${event.item}:${reviews}`;
  return { ...easy, stability, reviews, due: easy.last + scheduler.next_interval(stability, elapsed) };
}

/** A right answer, but stable for so many days. */
function presumed(event: Extract<Event, { type: 'presumed' }>): Memory {
  const good = memoryAfter(undefined, { ...event, rating: 'good', guess: 0 });
  const stability = 25 + (hashFnv1a(event.item) % 47);
  scheduler.seed = `${event.item}:0`;
  return { ...good, stability, reviews: 0, due: good.last + scheduler.next_interval(stability, 0) };
}

function amended(event: Review, ordered: readonly Event[], undone: ReadonlySet<string>): Review {
  const change = ordered.findLast((e) => e.type === 'amended' && e.event === event.id && !undone.has(e.id));
  if (change?.type !== 'amended') return event;
  const { returns: _, ...judged } = { returns: true, ...event };
  const after = { ...judged, rating: change.rating };
  return change.returns === true && after.type === 'reviewed' ? { ...after, returns: true } : after;
}

function memoryAfter(
  before: Memory | undefined,
  {
    rating,
    guess,
    revision,
    item,
    at,
    ...others
  }: Pick<Review, 'rating' | 'guess' | 'revision' | 'item' | 'at'> & { readonly returns?: true },
): Memory {
  const known = before !== undefined && before.revision >= revision ? before : undefined;
  const day = studyDayOf(instantOf({ at }));
  const elapsed = known === undefined ? 0 : Math.max(0, day - known.last);
  const { stability, difficulty } = nextState(known, elapsed, rating, guess);
  const reviews = (known?.reviews ?? 0) + 1;
  const last = Math.max(day, known?.last ?? day);
  scheduler.seed = `${item}:${reviews}`;
  return {
    ...{ stability, difficulty, first: known?.first ?? day, last, reviews, rating },
    due: others.returns && rating === 'again' ? last : last + scheduler.next_interval(stability, elapsed),
    lapses:
      (known?.lapses ?? 0) + (known !== undefined && known.rating !== 'again' && rating === 'again' ? 1 : 0),
    revision: Math.max(revision, known?.revision ?? revision),
  };
}

function nextState(before: Memory | undefined, elapsed: number, rating: Review['rating'], guess: number) {
  const state = before === undefined ? null : { stability: before.stability, difficulty: before.difficulty };
  const given = scheduler.next_state(state, elapsed, grades[rating]);
  if (rating === 'again' || rating === 'easy' || guess === 0) return given;
  const recall =
    before === undefined ? priorKnowledge : scheduler.forgetting_curve(elapsed, before.stability);
  const known = recall / (recall + guess * (1 - recall));
  const lucky = scheduler.next_state(state, elapsed, grades.again);
  return {
    stability: Math.exp(known * Math.log(given.stability) + (1 - known) * Math.log(lucky.stability)),
    difficulty: known * given.difficulty + (1 - known) * lucky.difficulty,
  };
}
