import { statSync } from 'node:fs';
import type { Aliases } from '#core/bank/aliases.ts';
import { finish, runInTurn, type Steps } from '#core/base/steps.ts';
import { compareKeys, type Event, type EventKey } from '#core/learner/event.ts';
import { type EventsOf, type ItemState, openFold, type States } from '#core/learner/fold.ts';
import { type Gist, gistOf, idOf, renameItem } from '#core/learner/gist.ts';
import { extendRun, newerFormatOf } from '#core/learner/newer-run.ts';
import { UserError } from '../system/world.ts';
import { listLogs, readGists, readLog } from './read-log.ts';
import { type Bookmark, guardOf, loadSnapshot, saveSnapshot } from './snapshot.ts';

/** What the logs of all devices amount to. */
export interface History {
  /** Every item's state, kept up to date by `record`. */
  readonly states: States;
  /** Lines that cannot be read, without those that the snapshot knew of: each is told of once. */
  readonly unreadable: number;
  /** Logs with events of a newer format, with that format. */
  readonly newer: readonly { readonly path: string; readonly format: number }[];
  /** The latest event of all when the history was opened; undefined where there was none. */
  readonly last: EventKey | undefined;
  /** The highest count of a device's events. */
  seqOf(device: string): number;
  /** Takes in an event that was just appended; the state of its item after it. */
  record(event: Event): ItemState | undefined;
  /** Every event of all logs. */
  events(): Event[];
  /** Writes the snapshot, so that the next start need not fold what is known. */
  save(): void;
}

/** Events folded beyond the snapshot before a new one is written at once. */
const manyEvents = 500;

/** Reads what happened: the snapshot, then what each log has beyond it. */
export const openHistory = (events: string, cache: string, aliases?: Aliases): History =>
  finish(openHistoryInSteps(events, cache, aliases));

/** Reads what happened in steps, a piece of a log each. */
export function* openHistoryInSteps(
  events: string,
  cache: string,
  aliases: Aliases = new Map(),
): Steps<History> {
  const loaded = loadSnapshot(cache, listLogs(events), aliases);
  const snapshot = loaded.type === 'loaded' ? loaded.snapshot : undefined;
  const fold = openFold(snapshot?.states);
  const bookmarks = new Map(snapshot?.bookmarks);
  const recorded = new Set<string>();
  /** Those recorded that were not met in a log yet. */
  const unseen = new Set<string>();

  const eventsOf: EventsOf = (items, visit) =>
    eachEvent(events, aliases, (event) => visit(gistOf(event)), items);
  const take = (gist: Gist) => {
    unseen.delete(idOf(gist));
    if (!recorded.has(idOf(gist))) fold.take(gist);
  };
  function* catchingUp(): Steps<number> {
    let taken = 0;
    const logs = listLogs(events).map((path) => {
      const before = bookmarks.get(path) ?? noBookmark;
      return { path, before, bytes: Math.max(0, sizeOf(path) - before.upTo) };
    });
    const reading = ({ path, before }: (typeof logs)[number]) => readingBeyond(path, before, aliases, take);
    const ends = yield* runInTurn(logs, ({ bytes }) => bytes, reading);
    for (const [i, { path, before }] of logs.entries()) {
      const after = ends[i] ?? before;
      taken += after.events - before.events;
      bookmarks.set(path, after);
    }
    fold.settle(eventsOf);
    return taken;
  }
  const startOver = () => {
    for (const known of [fold, bookmarks, recorded, unseen]) known.clear();
    finish(catchingUp());
  };
  const save = () => {
    const logs = new Set(listLogs(events));
    const isReplaced = ([path, { upTo, guard }]: [string, Bookmark]) =>
      !logs.has(path) || guardOf(path, upTo) !== guard;
    if ([...bookmarks].some(isReplaced)) startOver();
    else finish(catchingUp());
    // What was recorded and is in no log any more must not live on in the snapshot.
    if (unseen.size > 0) startOver();
    saveSnapshot(cache, { states: fold.states, bookmarks, aliases });
  };

  if ((yield* catchingUp()) > manyEvents) saveSnapshot(cache, { states: fold.states, bookmarks, aliases });
  const marks = [...bookmarks];
  return {
    states: fold.states,
    unreadable: Math.max(0, unreadableIn(bookmarks) - unreadableIn(snapshot?.bookmarks)),
    newer: marks.flatMap(([path, b]) => {
      const format = newerFormatOf(b.newer);
      return format === undefined ? [] : [{ path, format }];
    }),
    last: lastOf(fold.states.values()),
    seqOf: (device) => marks.reduce((most, [, b]) => Math.max(most, b.seqs[device] ?? 0), 0),
    record(event) {
      const gist = renameItem(gistOf(event), aliases);
      if (!recorded.has(event.id)) fold.take(gist);
      recorded.add(event.id);
      unseen.add(event.id);
      fold.settle(eventsOf);
      return fold.states.get(gist.item);
    },
    events() {
      const all: Event[] = [];
      eachEvent(events, aliases, (event) => all.push(event));
      return all;
    },
    save,
  };
}
const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

const noBookmark: Bookmark = { upTo: 0, guard: 0, events: 0, unreadable: 0, torn: 0, seqs: {} };

function unreadableIn(bookmarks: ReadonlyMap<string, Bookmark> | undefined): number {
  const inOne = ({ unreadable, torn, newer }: Bookmark) =>
    unreadable + torn + (newerFormatOf(newer) === undefined ? (newer?.lines ?? 0) : 0);
  return [...(bookmarks?.values() ?? [])].reduce((sum, b) => sum + inOne(b), 0);
}

function* readingBeyond(
  path: string,
  before: Bookmark,
  aliases: Aliases,
  take: (gist: Gist) => void,
): Steps<Bookmark> {
  let { events, unreadable, newer } = before;
  let tornTail: 0 | 1 = 0;
  const seqs = new Map(Object.entries(before.seqs));
  const { upTo } = yield* readGists(path, before.upTo, {
    gist(gist, torn) {
      if (!torn) events += 1;
      // An event of ours behind them: they are no sign of a newer llmquiz, but damage.
      unreadable += newer?.lines ?? 0;
      newer = undefined;
      const [, device, seq] = gist.key;
      const highest = seqs.get(device) ?? 0;
      if (seq > highest || highest === 0) seqs.set(device, Math.max(highest, seq));
      take(renameItem(gist, aliases));
    },
    other(line, torn) {
      if (line.type === 'newer') {
        if (!torn) newer = extendRun(newer, line);
      } else if (torn) tornTail = 1;
      else unreadable += 1;
    },
  });
  const guard = upTo === before.upTo ? before.guard : guardOf(path, upTo);
  return {
    ...{ upTo, guard, events, unreadable, torn: tornTail, seqs: Object.fromEntries(seqs) },
    ...(newer === undefined ? {} : { newer }),
  };
}

/** Items up to which it is quicker to look for their names in a line than to parse it. */
const fewItems = 8;

/** Reads events from the beginning: all of them, or those of some items. */
function eachEvent(
  events: string,
  aliases: Aliases,
  visit: (event: Event) => void,
  items?: ReadonlySet<string>,
): void {
  const names = items === undefined || items.size > fewItems ? undefined : namesOf(items, aliases);
  const wanted =
    names === undefined ? undefined : (text: string) => names.some((name) => text.includes(name));
  for (const path of listLogs(events)) {
    readLog(
      path,
      0,
      (line) => {
        if (line.type !== 'event') return;
        const event = renameItem(line.event, aliases);
        if (items === undefined || items.has(event.item)) visit(event);
      },
      wanted,
    );
  }
}

function namesOf(items: ReadonlySet<string>, aliases: Aliases): readonly string[] {
  const former = [...aliases].filter(([, now]) => items.has(now)).map(([old]) => old);
  return [...items, ...former].map((name) => JSON.stringify(name));
}

function lastOf(states: Iterable<ItemState>): EventKey | undefined {
  let last: EventKey | undefined;
  for (const { upTo } of states)
    if (last === undefined || (upTo[0] >= last[0] && compareKeys(upTo, last) > 0)) last = upTo;
  return last;
}

/** Refuses to go on where an event is of a newer format: what it means for the others is not known here. */
export function refuseNewer({ newer }: Pick<History, 'newer'>): void {
  const [first] = newer;
  if (first === undefined) return;
  throw new UserError(
    `${first.path} was written by a newer llmquiz (format ${first.format}). Update llmquiz to continue. Nothing was changed.`,
    1,
  );
}
