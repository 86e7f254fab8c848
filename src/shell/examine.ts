import { accessSync, constants, existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Event } from '../core/event.ts';
import { foldAll, type ItemState } from '../core/fold.ts';
import { lengthened, type NewerRun, newerFormatOf } from '../core/newer-run.ts';
import { openHistory } from './history.ts';
import type { Paths } from './paths.ts';
import { logFiles, readLog } from './read-log.ts';
import { type Aliases, hasSnapshot, snapshotPath } from './snapshot.ts';

/** What was found of one log. */
export interface LogReport {
  readonly path: string;
  readonly events: number;
  readonly writable: boolean;
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** The newest event format in it, where that is newer than ours. */
  readonly newer?: number;
}

/** What was found of a learner's data. */
export interface Report {
  readonly logs: readonly LogReport[];
  /** Whether what the snapshot leads to equals what all events amount to. */
  readonly snapshot: 'none' | 'agrees' | 'wrong';
  /** Items that were answered and are not in the bank. */
  readonly gone: readonly string[];
}

/** Reads every log from its beginning and compares; a snapshot that does not agree is removed. */
export function examine({ events, cache }: Paths, aliases: Aliases, known: ReadonlySet<string>): Report {
  const all: Event[] = [];
  const logs = logFiles(events).map((path) => examineLog(path, all));
  const named = all.map((e) => {
    const item = aliases.get(e.item);
    return item === undefined ? e : { ...e, item };
  });
  const truth = foldAll(named);
  const snapshot = compareSnapshot(truth, events, cache, aliases);
  const gone = [...truth.keys()].filter((id) => !known.has(id)).sort();
  return { logs, snapshot, gone };
}

function examineLog(path: string, all: Event[]): LogReport {
  const skipped: { line: number; reason: string }[] = [];
  let pending: { line: number; reason: string }[] = [];
  let run: NewerRun | undefined;
  let events = 0;
  readLog(path, 0, (line, number) => {
    switch (line.type) {
      case 'event':
        events += 1;
        all.push(line.event);
        skipped.push(...pending);
        pending = [];
        run = undefined;
        break;
      case 'newer':
        run = lengthened(run, line);
        pending.push({ line: number, reason: `format ${line.format}` });
        break;
      case 'unreadable':
        skipped.push({ line: number, reason: line.reason });
        break;
      default:
        line satisfies never;
    }
  });
  const newer = newerFormatOf(run);
  if (newer === undefined) skipped.push(...pending);
  skipped.sort((a, b) => a.line - b.line);
  return { path, events, writable: isWritable(path), skipped, ...(newer === undefined ? {} : { newer }) };
}

function compareSnapshot(
  truth: ReadonlyMap<string, ItemState>,
  events: string,
  cache: string,
  aliases: Aliases,
): Report['snapshot'] {
  if (!hasSnapshot(cache)) return 'none';
  const found = openHistory(events, cache, aliases).states;
  const agrees =
    found.size === truth.size && [...truth].every(([id, state]) => isDeepStrictEqual(found.get(id), state));
  if (!agrees) rmSync(snapshotPath(cache), { force: true });
  return agrees ? 'agrees' : 'wrong';
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
