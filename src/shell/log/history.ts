import { statSync } from 'node:fs';
import { finish, runInTurn, type Steps } from '#core/base/steps.ts';
import { type Claim, pickClaimed, shippedClaimOf } from '#core/learner/banks/claim.ts';
import { watchClocks } from '#core/learner/clocks/clock-watch.ts';
import { clockSlack, misdatedIn, noClocks, placeEvent } from '#core/learner/clocks/clocks.ts';
import { compareKeys, type Event, type EventKey } from '#core/learner/events/event.ts';
import { type Gist, gistOf, idOf } from '#core/learner/events/gist.ts';
import { extendRun, newerFormatOf } from '#core/learner/events/newer-run.ts';
import { type EventsOf, openFold } from '#core/learner/memory/fold.ts';
import type { ItemState, States } from '#core/learner/memory/state.ts';
import { UserError } from '../system/world.ts';
import { readAllClocks, readAllEvents } from './all-logs.ts';
import { listLogs, readGists } from './read-log.ts';
import { type Bookmark, guardOf, loadSnapshot, saveSnapshot } from './snapshot.ts';

/** What the logs of all devices amount to for a bank. */
export interface History {
  /** Which events count. */
  readonly claim: Claim;
  /** Every item's state, kept up to date by `record`. */
  readonly states: States;
  /** Lines that cannot be read, without those that the snapshot knew of: each is told of once. */
  readonly unreadable: number;
  /** Logs with events of a newer format, with that format. */
  readonly newer: readonly { readonly path: string; readonly format: number }[];
  /** The bank's latest event when the history was opened; undefined where there was none. */
  readonly last: EventKey | undefined;
  /** Lines with wrong stamps, without those that the snapshot knew of: each is told of once. */
  readonly misdated: number;
  /** The stamp of the last line of a device, right or wrong, when the history was opened. */
  stampOf(device: string): number | undefined;
  /** The highest count of a device's events. */
  seqOf(device: string): number;
  /** Takes in an event that was just appended; the state of its item after it. */
  record(event: Event): ItemState | undefined;
  /** Every event of the bank in all logs, at the moment that it is taken for; or those among the last bytes of each log. */
  events(last?: number): Event[];
  /** The same of all banks. */
  eventsOfAllBanks(): Event[];
  /** Writes the snapshot, so that the next start need not fold what is known. */
  save(): void;
}

/** Events folded beyond the snapshot before a new one is written at once. */
const manyEvents = 500;

/** Tells the present moment in milliseconds. */
type Clock = () => number;

const noClock: Clock = () => Number.POSITIVE_INFINITY;

/** Reads what happened: the snapshot, then what each log has beyond it. */
export const openHistory = (events: string, cache: string, claim?: Claim, clock?: Clock): History =>
  finish(openHistoryInSteps(events, cache, claim, clock));

/** Reads what happened in steps, a piece of a log each. */
export function* openHistoryInSteps(
  events: string,
  cache: string,
  claim: Claim = shippedClaimOf(),
  clock: Clock = noClock,
): Steps<History> {
  const loaded = loadSnapshot(cache, listLogs(events), claim);
  const snapshot = loaded.type === 'loaded' ? loaded.snapshot : undefined;
  const fold = openFold(snapshot?.states);
  const watch = watchClocks(snapshot?.clocks);
  const bookmarks = new Map(snapshot?.bookmarks);
  const recorded = new Set<string>();
  /** Those recorded that were not met in a log yet. */
  const unseen = new Set<string>();

  const eventsOf: EventsOf = (items, visit) => {
    const clocks = watch.clocks();
    readAllEvents(events, claim, (event) => visit(gistOf(placeEvent(event, clocks))), items);
  };
  const takeNew = (gist: Gist) => {
    watch.see(gist.key);
    const claimed = pickClaimed(gist, claim);
    if (claimed !== undefined) fold.take(claimed);
  };
  const take = (gist: Gist) => {
    unseen.delete(idOf(gist));
    if (!recorded.has(idOf(gist))) takeNew(gist);
  };
  const settle = (now: number) => {
    if (watch.isOff()) {
      const { clocks, misdatedBy } = readAllClocks(events, claim, now);
      // What is taken for another moment than it says, or was, is folded from the beginning.
      for (const of of [watch.clocks(), clocks]) for (const item of misdatedBy(of)) fold.refold(item);
      watch.set(clocks);
    }
    fold.settle(eventsOf);
  };
  function* catchingUp(): Steps<number> {
    let taken = 0;
    const now = clock() + clockSlack;
    watch.begin(now);
    const logs = listLogs(events).map((path) => {
      const before = bookmarks.get(path) ?? noBookmark;
      return { path, before, bytes: Math.max(0, sizeOf(path) - before.upTo) };
    });
    const reading = ({ path, before }: (typeof logs)[number]) => readingBeyond(path, before, take);
    const ends = yield* runInTurn(logs, ({ bytes }) => bytes, reading);
    for (const [i, { path, before }] of logs.entries()) {
      const after = ends[i] ?? before;
      taken += after.events - before.events;
      bookmarks.set(path, after);
    }
    settle(now);
    return taken;
  }
  const startOver = () => {
    for (const known of [fold, bookmarks, recorded, unseen]) known.clear();
    watch.set(noClocks);
    finish(catchingUp());
  };
  const keep = () => saveSnapshot(cache, { states: fold.states, bookmarks, claim, clocks: watch.clocks() });
  const save = () => {
    const logs = new Set(listLogs(events));
    const isReplaced = ([path, { upTo, guard }]: [string, Bookmark]) =>
      !logs.has(path) || guardOf(path, upTo) !== guard;
    if ([...bookmarks].some(isReplaced)) startOver();
    else finish(catchingUp());
    // What was recorded and is in no log any more must not live on in the snapshot.
    if (unseen.size > 0) startOver();
    keep();
  };

  if ((yield* catchingUp()) > manyEvents) keep();
  const marks = [...bookmarks];
  const clocks = watch.clocks();
  const eventsWith = (others: boolean, last?: number) => {
    const all: Event[] = [];
    const known = watch.clocks();
    const add = (event: Event) => all.push(placeEvent(event, known));
    readAllEvents(events, claim, add, undefined, others ? add : undefined, last);
    return all;
  };
  return {
    claim,
    states: fold.states,
    unreadable: Math.max(0, unreadableIn(bookmarks) - unreadableIn(snapshot?.bookmarks)),
    newer: marks.flatMap(([path, b]) => {
      const format = newerFormatOf(b.newer);
      return format === undefined ? [] : [{ path, format }];
    }),
    last: lastOf(fold.states.values()),
    misdated: Math.max(0, misdatedIn(clocks) - misdatedIn(snapshot?.clocks ?? noClocks)),
    stampOf: (device) => clocks.devices.get(device)?.last,
    seqOf: (device) => marks.reduce((most, [, b]) => Math.max(most, b.seqs[device] ?? 0), 0),
    record(event) {
      const now = clock() + clockSlack;
      watch.begin(now);
      if (!recorded.has(event.id)) takeNew(gistOf(event));
      recorded.add(event.id);
      unseen.add(event.id);
      settle(now);
      return fold.states.get(pickClaimed(event, claim)?.item ?? '');
    },
    events: (last) => eventsWith(false, last),
    eventsOfAllBanks: () => eventsWith(true),
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

/** The highest counts of devices. Nearly all lines are of the same device as the one before. */
function openCounts(known: Bookmark['seqs']) {
  const counts = new Map(Object.entries(known).map(([device, highest]) => [device, { highest }]));
  let device: string | undefined;
  let count = { highest: 0 };
  return {
    see([, of, seq]: EventKey) {
      if (of !== device) {
        device = of;
        count = counts.get(of) ?? { highest: 0 };
        counts.set(of, count);
      }
      if (seq > count.highest) count.highest = seq;
    },
    highest: () => Object.fromEntries([...counts].map(([of, { highest }]) => [of, highest])),
  };
}

function* readingBeyond(path: string, before: Bookmark, take: (gist: Gist) => void): Steps<Bookmark> {
  let { events, unreadable, newer } = before;
  let tornTail: 0 | 1 = 0;
  const seqs = openCounts(before.seqs);
  const { upTo } = yield* readGists(path, before.upTo, {
    gist(gist, torn) {
      if (!torn) events += 1;
      // An event of ours behind them: they are no sign of a newer llmquiz, but damage.
      unreadable += newer?.lines ?? 0;
      newer = undefined;
      seqs.see(gist.key);
      take(gist);
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
    ...{ upTo, guard, events, unreadable, torn: tornTail, seqs: seqs.highest() },
    ...(newer === undefined ? {} : { newer }),
  };
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
  const { path, format } = first;
  throw new UserError(
    {
      en: `${path} was written by a newer llmquiz (format ${format}). Update llmquiz to continue. Nothing was changed.`,
      zh: `${path} 由更新版本的 llmquiz 写入（格式 ${format}）。请升级 llmquiz 后继续。未作任何改动。`,
    },
    1,
  );
}
