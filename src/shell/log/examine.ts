import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { toIso } from '#core/base/instant.ts';
import type { Text } from '#core/base/text.ts';
import { type Claim, pickClaimed, shippedClaimOf } from '#core/learner/banks/claim.ts';
import { type Clocks, isFarOff, momentIn } from '#core/learner/clocks/clocks.ts';
import { type Event, instantOf } from '#core/learner/events/event.ts';
import { type Gist, gistOf } from '#core/learner/events/gist.ts';
import { extendRun, type NewerRun, newerFormatOf } from '#core/learner/events/newer-run.ts';
import type { Paths } from '../system/paths.ts';
import { isUserError } from '../system/world.ts';
import {
  clocksIn,
  compareSnapshot,
  type LogEvents,
  loadKeptSnapshot,
  type Noted,
  removeSnapshot,
  type SnapshotFound,
} from './examine-snapshot.ts';
import { listLogs, readLog } from './read-log.ts';

/** A line with a wrong stamp. */
export interface MisdatedLine {
  readonly line: number;
  /** What it says, and what that is taken for; both as ISO 8601. */
  readonly at: string;
  readonly taken: string;
}

/** What was found of one log. */
export interface LogReport {
  readonly path: string;
  readonly events: number;
  readonly writable: boolean;
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** Lines that were written under a wrong clock, if there are any. */
  readonly misdated?: readonly MisdatedLine[];
  /** The newest event format in it, where that is newer than ours. */
  readonly newer?: number;
  /** Why it cannot be read. */
  readonly unread?: readonly Text[];
}

/** What was found of a learner's data. */
export interface LogsExamined {
  readonly logs: readonly LogReport[];
  readonly snapshot: SnapshotFound;
  /** Whether a snapshot that cannot be used is out of the way. */
  readonly removed: boolean;
  /** Items of the bank that were answered and are not in it any more. */
  readonly gone: readonly string[];
  /** The number of events of each other bank, by its id. */
  readonly others: ReadonlyMap<string, number>;
}

/** Reads every log from its beginning and compares; a snapshot that does not agree is removed. Without a bank there is no claim. */
export function examine(
  { events, cache }: Pick<Paths, 'events' | 'cache'>,
  claim: Claim | undefined,
  known: ReadonlySet<string>,
  now = Number.POSITIVE_INFINITY,
  isElsewhere: (item: string) => boolean = () => false,
): LogsExamined {
  const look = () => {
    const kept = loadKeptSnapshot(cache, listLogs(events), claim);
    const read = listLogs(events).map((path) => examineLog(path, claim ?? shippedClaimOf()));
    return {
      read,
      snapshot: compareSnapshot(
        kept,
        read.map(({ found }) => found),
      ),
    };
  };
  let { read, snapshot } = look();
  // A session may have written a log or the snapshot just then: what is wrong is wrong twice.
  if (snapshot === 'wrong' || snapshot === 'damaged') ({ read, snapshot } = look());
  const removed =
    (snapshot === 'wrong' || snapshot === 'damaged' || snapshot === 'unreadable') &&
    removeSnapshot(cache, claim?.bank);
  const noted = read.flatMap(({ found }) => found.events);
  // Of an old event it is not known which bank it was for.
  const isOurs = ({ gist, counts }: Noted) =>
    counts && (gist.bank !== undefined || known.has(gist.item) || !isElsewhere(gist.item));
  const answered = new Set(noted.filter(isOurs).map(({ gist }) => gist.item));
  const gone = [...answered].filter((id) => !known.has(id)).sort();
  const clocks = clocksIn(noted, now);
  const logs = read.map(({ report, found }) => ({ ...report, ...misdatedOf(found, clocks) }));
  return { logs, snapshot, removed, gone, others: countOthers(noted) };
}

function countOthers(noted: readonly Noted[]): ReadonlyMap<string, number> {
  const others = new Map<string, number>();
  for (const { gist, counts } of noted)
    if (!counts && gist.bank !== undefined) others.set(gist.bank, (others.get(gist.bank) ?? 0) + 1);
  return others;
}

function misdatedOf({ events }: LogEvents, clocks: Clocks): Pick<LogReport, 'misdated'> {
  const misdated = events.flatMap(({ gist, offset, line }): MisdatedLine[] => {
    const [ms, device, seq] = gist.key;
    const taken = momentIn(clocks, device, seq, ms);
    return isFarOff(ms, taken)
      ? [{ line, at: toIso({ ms, offset }), taken: toIso({ ms: taken, offset }) }]
      : [];
  });
  return misdated.length === 0 ? {} : { misdated };
}

function examineLog(path: string, claim: Claim): { readonly report: LogReport; readonly found: LogEvents } {
  const skipped: { line: number; reason: string }[] = [];
  const events: Noted[] = [];
  let pending: { line: number; reason: string }[] = [];
  let run: NewerRun | undefined;
  let unread: readonly Text[] | undefined;
  const visit: Parameters<typeof readLog>[2] = (line, number) => {
    switch (line.type) {
      case 'event':
        events.push({ ...noteOn(gistOf(line.event), claim), line: number, offset: offsetOf(line.event) });
        skipped.push(...pending);
        pending = [];
        run = undefined;
        break;
      case 'newer':
        run = extendRun(run, line);
        pending.push({ line: number, reason: `format ${line.format}` });
        break;
      case 'unreadable':
        skipped.push({ line: number, reason: line.reason });
        break;
      default:
        line satisfies never;
    }
  };
  try {
    readLog(path, 0, visit);
  } catch (error) {
    if (!isUserError(error)) throw error;
    unread = error.texts;
  }
  const newer = newerFormatOf(run);
  if (newer === undefined) skipped.push(...pending);
  skipped.sort((a, b) => a.line - b.line);
  const report = {
    ...{ path, events: events.length, writable: isWritable(path), skipped },
    ...(newer === undefined ? {} : { newer }),
    ...(unread === undefined ? {} : { unread }),
  };
  return { report, found: { path, events } };
}

function noteOn(gist: Gist, claim: Claim): Pick<Noted, 'gist' | 'counts'> {
  const claimed = pickClaimed(gist, claim);
  return { gist: claimed ?? gist, counts: claimed !== undefined };
}

const offsetOf = (event: Event) => instantOf(event).offset;

/** What keeps answers from being recorded in a log: the file or directory that may not be written; undefined where nothing does. */
export function blockedAt(log: string): string | undefined {
  let path = log;
  while (!existsSync(path) && dirname(path) !== path) path = dirname(path);
  return isWritable(path) ? undefined : path;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
