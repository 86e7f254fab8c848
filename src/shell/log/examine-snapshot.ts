import { rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { groupBy } from '#core/base/group-by.ts';
import { type Claim, shippedClaimOf } from '#core/learner/banks/claim.ts';
import { type Clocks, momentIn, readClocks } from '#core/learner/clocks/clocks.ts';
import { openStampBook } from '#core/learner/clocks/stamps.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import type { EventKey } from '#core/learner/events/event.ts';
import type { Gist } from '#core/learner/events/gist.ts';
import { foldAll, foldItem } from '#core/learner/memory/fold.ts';
import type { ItemState } from '#core/learner/memory/state.ts';
import { type Loaded, loadSnapshot, snapshotPathIn } from './snapshot.ts';

/** The state of the snapshot, compared with the logs when it was written. */
export type SnapshotFound = Exclude<Kept['type'], 'loaded'> | 'agrees' | 'wrong';

/** The events of one log in the order of its lines. */
export interface LogEvents {
  readonly path: string;
  readonly events: readonly Noted[];
}

/** An event, by the id that its item has now. */
export interface Noted {
  readonly gist: Gist;
  /** False for an event of another bank. */
  readonly counts: boolean;
  /** Minutes east of UTC on the clock that stamped it. */
  readonly offset: number;
  readonly line: number;
}

/** What the stamps of events tell of the clocks, up to a moment. */
export function clocksIn(events: Iterable<Noted>, now: number): Clocks {
  const book = openStampBook();
  for (const { gist } of events) book.add(gist.key, gist.item);
  return readClocks(book.stamps, now);
}

/** An event at the moment that it is taken for. */
function placed({ gist, offset }: Noted, clocks: Clocks): Gist {
  const [stamp, device, seq, id] = gist.key;
  const ms = momentIn(clocks, device, seq, stamp);
  if (ms === stamp) return gist;
  const key: EventKey = [ms, device, seq, id];
  return 'day' in gist ? { ...gist, key, day: studyDayOf({ ms, offset }) } : { ...gist, key };
}

/** The snapshot at one moment. */
export type Kept =
  | Loaded
  /** The bank is missing, so renamed items are unknown. */
  | { readonly type: 'unexamined' };

/** Loads the snapshot. Read the logs to compare after it, since a session may still write to both. */
export function loadKeptSnapshot(cache: string, logs: readonly string[], claim: Claim | undefined): Kept {
  const loaded = loadSnapshot(cache, logs, claim ?? shippedClaimOf());
  const isSound = loaded.type === 'loaded' || loaded.type === 'outdated';
  return claim === undefined && isSound ? { type: 'unexamined' } : loaded;
}

/** Compares a snapshot with the logs as far as it had read them. */
export function compareSnapshot(kept: Kept, logs: readonly LogEvents[]): SnapshotFound {
  if (kept.type !== 'loaded') return kept.type;
  const { states, bookmarks, clocks: stored } = kept.snapshot;
  const read = (log: LogEvents) => bookmarks.get(log.path)?.events ?? 0;
  const noted = logs.flatMap((log) => log.events.slice(0, read(log)));
  const clocks = clocksIn(noted, stored.latest);
  const counted = (events: readonly Noted[]) =>
    events.filter(({ counts }) => counts).map((event) => placed(event, clocks));
  const before = counted(noted);
  const after = logs.flatMap((log) => counted(log.events.slice(read(log))));
  const truth = foldAll(before);
  const items = [...new Set([...truth.keys(), ...states.keys()])];
  const differing = new Set(items.filter((id) => !isDeepStrictEqual(states.get(id), truth.get(id))));
  if (differing.size === 0) return 'agrees';
  const of = (events: readonly Gist[]) =>
    new Map(
      groupBy(
        events.filter(({ item }) => differing.has(item)),
        ({ item }) => item,
      ),
    );
  const [known, later] = [of(before), of(after)];
  const explained = [...differing].every((id) =>
    isAhead(states.get(id), known.get(id) ?? [], later.get(id) ?? []),
  );
  return explained ? 'agrees' : 'wrong';
}

/** More events of one item than another session can write while a snapshot is saved. */
const fewLater = 50;

/** True if a state also includes some events after the bookmarks, as after reading an item's whole history. */
function isAhead(state: ItemState | undefined, known: readonly Gist[], later: readonly Gist[]): boolean {
  return later
    .slice(0, fewLater)
    .some((_, i) => isDeepStrictEqual(state, foldItem([...known, ...later.slice(0, i + 1)])));
}

/** Removes whatever is in the place of the snapshot of a bank; returns true if it is gone. */
export function removeSnapshot(cache: string, bank?: string): boolean {
  try {
    rmSync(snapshotPathIn(cache, bank), { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}
