import { accessSync, constants, existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Aliases } from '#core/bank/aliases.ts';
import { toIso } from '#core/base/instant.ts';
import { type Clocks, isFarOff, momentIn } from '#core/learner/clocks.ts';
import { instantOf } from '#core/learner/event.ts';
import { gistOf, renameItem } from '#core/learner/gist.ts';
import { extendRun, type NewerRun, newerFormatOf } from '#core/learner/newer-run.ts';
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
  readonly unread?: string;
}

/** What was found of a learner's data. */
export interface LogsExamined {
  readonly logs: readonly LogReport[];
  readonly snapshot: SnapshotFound;
  /** Whether a snapshot that cannot be used is out of the way. */
  readonly removed: boolean;
  /** Items that were answered and are not in the bank. */
  readonly gone: readonly string[];
}

/** Reads every log from its beginning and compares; a snapshot that does not agree is removed. Without a bank there are no aliases. */
export function examine(
  { events, cache }: Pick<Paths, 'events' | 'cache'>,
  aliases: Aliases | undefined,
  known: ReadonlySet<string>,
  now = Number.POSITIVE_INFINITY,
): LogsExamined {
  const look = () => {
    const kept = loadKeptSnapshot(cache, listLogs(events), aliases);
    const read = listLogs(events).map((path) => examineLog(path, aliases ?? new Map()));
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
    (snapshot === 'wrong' || snapshot === 'damaged' || snapshot === 'unreadable') && removeSnapshot(cache);
  const answered = new Set(read.flatMap(({ found }) => found.events.map(({ gist }) => gist.item)));
  const gone = [...answered].filter((id) => !known.has(id)).sort();
  const clocks = clocksIn(
    read.flatMap(({ found }) => found.events),
    now,
  );
  const logs = read.map(({ report, found }) => ({ ...report, ...misdatedOf(found, clocks) }));
  return { logs, snapshot, removed, gone };
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

function examineLog(
  path: string,
  aliases: Aliases,
): { readonly report: LogReport; readonly found: LogEvents } {
  const skipped: { line: number; reason: string }[] = [];
  const events: Noted[] = [];
  let pending: { line: number; reason: string }[] = [];
  let run: NewerRun | undefined;
  let unread: string | undefined;
  const visit: Parameters<typeof readLog>[2] = (line, number) => {
    switch (line.type) {
      case 'event':
        events.push({
          ...{ gist: renameItem(gistOf(line.event), aliases), line: number },
          offset: instantOf(line.event).offset,
        });
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
    unread = error.message;
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
