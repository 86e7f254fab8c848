import type { Aliases } from '#core/bank/aliases.ts';
import { compareKeys, type Event, type EventKey, keyOf } from '#core/learner/event.ts';
import { foldItem, type ItemState, type Latest, step } from '#core/learner/fold.ts';
import { lengthened, newerFormatOf } from '#core/learner/newer-run.ts';
import { UserError } from '../system/world.ts';
import { logFiles, readLog } from './read-log.ts';
import { type Bookmark, guardOf, loadSnapshot, saveSnapshot } from './snapshot.ts';

/** What the logs of all devices amount to. */
export interface History {
  /** Every item's state, kept up to date by `record`. */
  readonly states: ReadonlyMap<string, ItemState>;
  /** Lines that cannot be read, without those that the snapshot knew of: each is told of once. */
  readonly unreadable: number;
  /** Logs with events of a newer format, with that format. */
  readonly newer: readonly { readonly path: string; readonly format: number }[];
  /** The latest event of all when the history was opened; undefined where there was none. */
  readonly last: EventKey | undefined;
  /** The highest count of a device's events. */
  seqOf(device: string): number;
  /** Takes in an event that was just appended. */
  record(event: Event): void;
  /** Every event of all logs. */
  events(): Event[];
  /** Writes the snapshot, so that the next start need not fold what is known. */
  save(): void;
}

/** Events folded beyond the snapshot before a new one is written at once. */
const manyEvents = 500;

/** Reads what happened: the snapshot, then what each log has beyond it. */
export function openHistory(events: string, cache: string, aliases: Aliases = new Map()): History {
  const snapshot = loadSnapshot(cache, logFiles(events), aliases);
  const states = snapshot?.states ?? new Map<string, ItemState>();
  const bookmarks = new Map(snapshot?.bookmarks);
  const recorded = new Set<string>();
  /** Those recorded that were not met in a log yet. */
  const unseen = new Set<string>();
  const stale = new Set<string>();
  const latest = new Map<string, Latest>();

  const take = (event: Event) => {
    if (recorded.has(event.id)) return;
    const { item } = event;
    const before = states.get(item);
    const next = stale.has(item) ? 'refold' : step(before, event, latest.get(item));
    if (next === 'refold') stale.add(item);
    else states.set(item, next);
    if (next === 'refold' || event.type === 'undone') latest.delete(item);
    else if (event.type !== 'amended') latest.set(item, { event, before });
  };
  const refold = () => {
    if (stale.size === 0) return;
    const histories = new Map([...stale].map((item): [string, Event[]] => [item, []]));
    eachEvent(events, aliases, (event) => histories.get(event.item)?.push(withoutAnswer(event)), stale);
    for (const [item, history] of histories) {
      const state = foldItem(history);
      if (state !== undefined) states.set(item, state);
    }
    stale.clear();
  };
  const catchUp = (): number => {
    let taken = 0;
    for (const path of logFiles(events)) {
      const before = bookmarks.get(path) ?? noBookmark;
      const after = readBeyond(path, before, aliases, (event) => {
        unseen.delete(event.id);
        take(event);
      });
      taken += after.events - before.events;
      bookmarks.set(path, after);
    }
    refold();
    return taken;
  };
  const startOver = () => {
    for (const known of [states, bookmarks, latest, recorded, unseen]) known.clear();
    catchUp();
  };
  const save = () => {
    const logs = new Set(logFiles(events));
    const isReplaced = ([path, { upTo, guard }]: [string, Bookmark]) =>
      !logs.has(path) || guardOf(path, upTo) !== guard;
    if ([...bookmarks].some(isReplaced)) startOver();
    else catchUp();
    // What was recorded and is in no log any more must not live on in the snapshot.
    if (unseen.size > 0) startOver();
    saveSnapshot(cache, { states, bookmarks, aliases });
  };

  if (catchUp() > manyEvents) saveSnapshot(cache, { states, bookmarks, aliases });
  const marks = [...bookmarks];
  return {
    states,
    unreadable: Math.max(0, unreadableIn(bookmarks) - unreadableIn(snapshot?.bookmarks)),
    newer: marks.flatMap(([path, b]) => {
      const format = newerFormatOf(b.newer);
      return format === undefined ? [] : [{ path, format }];
    }),
    last: lastOf(states.values()),
    seqOf: (device) => marks.reduce((most, [, b]) => Math.max(most, b.seqs[device] ?? 0), 0),
    record(event) {
      take(renamed(event, aliases));
      recorded.add(event.id);
      unseen.add(event.id);
      refold();
    },
    events() {
      const all: Event[] = [];
      eachEvent(events, aliases, (event) => all.push(event));
      return all;
    },
    save,
  };
}

const noBookmark: Bookmark = { upTo: 0, guard: 0, events: 0, unreadable: 0, torn: 0, seqs: {} };

function unreadableIn(bookmarks: ReadonlyMap<string, Bookmark> | undefined): number {
  const inOne = ({ unreadable, torn, newer }: Bookmark) =>
    unreadable + torn + (newerFormatOf(newer) === undefined ? (newer?.lines ?? 0) : 0);
  return [...(bookmarks?.values() ?? [])].reduce((sum, b) => sum + inOne(b), 0);
}

function readBeyond(
  path: string,
  before: Bookmark,
  aliases: Aliases,
  take: (event: Event) => void,
): Bookmark {
  let { events, unreadable, newer } = before;
  let tornTail: 0 | 1 = 0;
  const seqs: Record<string, number> = { ...before.seqs };
  const { upTo } = readLog(path, before.upTo, (line, _number, torn) => {
    switch (line.type) {
      case 'event':
        if (!torn) events += 1;
        // An event of ours behind them: they are no sign of a newer llmquiz, but damage.
        unreadable += newer?.lines ?? 0;
        newer = undefined;
        seqs[line.event.device] = Math.max(seqs[line.event.device] ?? 0, line.event.seq);
        take(renamed(line.event, aliases));
        break;
      case 'newer':
        if (!torn) newer = lengthened(newer, line);
        break;
      case 'unreadable':
        if (torn) tornTail = 1;
        else unreadable += 1;
        break;
      default:
        line satisfies never;
    }
  });
  const guard = upTo === before.upTo ? before.guard : guardOf(path, upTo);
  return { upTo, guard, events, unreadable, torn: tornTail, seqs, ...(newer === undefined ? {} : { newer }) };
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
  for (const path of logFiles(events)) {
    readLog(
      path,
      0,
      (line) => {
        if (line.type !== 'event') return;
        const event = renamed(line.event, aliases);
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

/** An event as far as folding needs it: a million of them fit into memory. */
function withoutAnswer(event: Event): Event {
  if (event.type !== 'reviewed') return event;
  const { options: _, ...rest } = event;
  return { ...rest, answer: { type: 'unknown' } };
}

function renamed(event: Event, aliases: Aliases): Event {
  const item = aliases.get(event.item);
  return item === undefined ? event : { ...event, item };
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

/** The events in the order they happened. */
export function inOrder(events: readonly Event[]): readonly Event[] {
  return [...events].sort((a, b) => compareKeys(keyOf(a), keyOf(b)));
}
