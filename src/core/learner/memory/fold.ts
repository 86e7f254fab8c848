import { groupBy } from '../../base/group-by.ts';
import { compareKeys, type EventKey } from '../events/event.ts';
import {
  type AmendedGist,
  type Gist,
  idOf,
  isAnswer,
  type PlainGist,
  type ReviewGist,
} from '../events/gist.ts';
import { undoingIn } from '../events/undoing.ts';
import {
  amendLatest,
  type Course,
  courseIn,
  type Latest,
  makeLatest,
  makeSlot,
  putCourse,
  putLatest,
  type Slot,
} from './cell.ts';
import { memoryAfter, memoryAfterPractice, rememberKnown, rememberPresumed, schedule } from './memory.ts';
import type { ItemState, States } from './state.ts';

/** Reads all events of some items, in whatever order. */
export type EventsOf = (items: ReadonlySet<string>, visit: (gist: Gist) => void) => void;

/** Folds events into states, one by one, in any order. */
export interface Fold {
  /** Every item's state, as of the last time it was settled. */
  readonly states: States;
  take(gist: Gist): void;
  /** Has an item's whole history read when it is settled. */
  refold(item: string): void;
  /** Updates the states; reads the whole history of an item if that is needed. */
  settle(eventsOf: EventsOf): void;
  /** Clears the fold. */
  clear(): void;
}

/** The state of one item, and its state before the latest event that is not a correction. */
interface Cell {
  now: Slot;
  before: Slot;
  readonly latest: Latest;
  isSettled: boolean;
  /** True if its state needs its whole history. */
  isStale: boolean;
}

/** Starts a fold from known states, which it takes over, since copying ten thousand would delay each start. */
export function openFold(states: Map<string, ItemState> = new Map()): Fold {
  const cells = new Map<string, Cell>();
  let unsettled: string[] = [];
  const cellOf = (item: string): Cell => {
    const found = cells.get(item);
    if (found !== undefined) return found;
    const cell = openCell(states.get(item));
    cells.set(item, cell);
    return cell;
  };
  const unsettle = (item: string): Cell => {
    const cell = cellOf(item);
    if (cell.isSettled) unsettled.push(item);
    cell.isSettled = false;
    return cell;
  };
  return {
    states,
    take(gist) {
      const cell = unsettle(gist.item);
      if (!cell.isStale) take(cell, gist);
    },
    refold(item) {
      const cell = unsettle(item);
      cell.isStale = true;
      cell.latest.id = '';
    },
    settle(eventsOf) {
      const changed = unsettled.map((item) => ({ item, cell: cellOf(item) }));
      unsettled = [];
      const stale = changed
        .filter(({ cell }) => cell.isStale)
        .map(({ item }): [string, Gist[]] => [item, []]);
      const histories = new Map(stale);
      if (stale.length > 0)
        eventsOf(new Set(histories.keys()), (gist) => histories.get(gist.item)?.push(gist));
      for (const { item, cell } of changed) {
        const whole = courseOf(histories.get(item) ?? []);
        if (whole !== undefined) putCourse(cell.now, whole);
        cell.isSettled = true;
        cell.isStale = false;
        const course = courseIn(cell.now);
        if (course !== undefined) states.set(item, stateOf(course, item));
      }
    },
    clear() {
      states.clear();
      cells.clear();
      unsettled = [];
    },
  };
}

function openCell(state: ItemState | undefined): Cell {
  const now = makeSlot();
  if (state !== undefined) putCourse(now, { note: '', ...state, memory: state.memory });
  return { now, before: makeSlot(), latest: makeLatest(), isSettled: true, isStale: false };
}

function take(cell: Cell, gist: Gist): void {
  const { now, before, latest } = cell;
  const next = step(cell, gist);
  cell.isStale = next === 'refold';
  if (next === 'refold' || gist.type === 'undone') latest.id = '';
  else if (gist.type !== 'amended') {
    putLatest(latest, gist);
    cell.before = now;
    cell.now = before;
  }
  if (next !== 'refold') putCourse(cell.now, next);
}

/** The course after one more event, or `refold` if it cannot be worked out without the item's earlier events. */
function step({ now, before, latest }: Cell, gist: Gist): Course | 'refold' {
  const course = courseIn(now);
  // An older event that arrived late, or a copy of a known one: this needs the whole history.
  if (course !== undefined && compareKeys(gist.key, course.upTo) <= 0) return 'refold';
  if (gist.type !== 'undone' && gist.type !== 'amended') return after(course, gist);
  // A correction of the latest event is at hand.
  if (latest.id !== gist.event) return 'refold';
  const earlier = courseIn(before);
  if (gist.type === 'undone') return { ...(earlier ?? nothing), upTo: gist.key };
  const review = amendLatest(latest, gist);
  return review === undefined ? 'refold' : after(earlier, review);
}

function after(before: Course | undefined, gist: PlainGist): Course {
  const { memory, suspended, note } = before ?? nothing;
  const upTo = gist.key;
  switch (gist.type) {
    case 'reviewed':
      return { memory: memoryAfter(memory, gist), suspended, note, upTo };
    case 'practised':
      return { memory: memoryAfterPractice(memory, gist), suspended, note, upTo };
    case 'suspended':
      return { memory, suspended: true, note, upTo };
    case 'resumed':
      return { memory, suspended: false, note, upTo };
    case 'noted':
      return { memory, suspended, note: gist.text, upTo };
    case 'known':
      return { memory: rememberKnown(memory, gist), suspended, note, upTo };
    case 'presumed':
      // What was asked is known better.
      return { memory: memory ?? rememberPresumed(gist), suspended, note, upTo };
    case 'flagged':
    case 'unflagged':
    case 'examined':
      return { memory, suspended, note, upTo };
    case 'forgotten':
      return { memory: undefined, suspended, note, upTo };
    default:
      return gist satisfies never;
  }
}

const nothing = { memory: undefined, suspended: false, note: '' } as const;

const amended = (
  review: ReviewGist,
  { rating, returns }: Pick<ReviewGist, 'rating' | 'returns'>,
): ReviewGist => ({ ...review, rating, returns });

function stateOf({ memory, suspended, note, upTo }: Course, item: string): ItemState {
  const state = note === '' ? { suspended, upTo } : { suspended, upTo, note };
  return memory === undefined ? state : { ...state, memory: schedule(memory, item) };
}

/** The state after all events of one item, in any order; undefined for none. */
export function foldItem(gists: readonly Gist[]): ItemState | undefined {
  const [first] = gists;
  const course = courseOf(gists);
  return first === undefined || course === undefined ? undefined : stateOf(course, first.item);
}

function courseOf(gists: readonly Gist[]): Course | undefined {
  const { events, upTo } = standingEventsOf(gists);
  if (upTo === undefined) return undefined;
  let course: Course | undefined;
  for (const gist of events) course = after(course, gist);
  return { ...(course ?? nothing), upTo };
}

/** The events that stand. */
export interface Standing {
  /** In order, each once, without what was undone, with ratings as amended. */
  readonly events: readonly PlainGist[];
  /** Amendments that were not undone, of events that were not undone either. */
  readonly amendments: readonly AmendedGist[];
  /** The ids of the undoings that were not undone themselves. */
  readonly undos: readonly string[];
  /** The last event of all, whether it stands or not. */
  readonly upTo: EventKey | undefined;
}

/** Decides which events stand. */
export function standingEventsOf(gists: Iterable<Gist>): Standing {
  const byId = new Map<string, Gist>();
  for (const gist of gists) byId.set(idOf(gist), gist);
  const ordered = [...byId.values()].sort((a, b) => compareKeys(a.key, b.key));
  const isUndone = undoingIn(ordered);
  const amendments = ordered.filter(
    (gist): gist is AmendedGist => gist.type === 'amended' && !isUndone(idOf(gist)) && !isUndone(gist.event),
  );
  const ratings = new Map(amendments.map((gist) => [gist.event, gist]));
  const events: PlainGist[] = [];
  for (const gist of ordered) {
    if (gist.type === 'undone' || gist.type === 'amended' || isUndone(idOf(gist))) continue;
    const change = ratings.get(idOf(gist));
    events.push(change === undefined || !isAnswer(gist) ? gist : amended(gist, change));
  }
  const undos = ordered.filter((gist) => gist.type === 'undone' && !isUndone(idOf(gist))).map(idOf);
  return { events, amendments, undos, upTo: ordered.at(-1)?.key };
}

/** The states after events, from the start. */
export function foldAll(gists: Iterable<Gist>): Map<string, ItemState> {
  const states = new Map<string, ItemState>();
  for (const [item, of] of groupBy(gists, (gist) => gist.item)) {
    const state = foldItem(of);
    if (state !== undefined) states.set(item, state);
  }
  return states;
}
