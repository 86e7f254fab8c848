import { closeSync, existsSync, fstatSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Aliases } from '#core/bank/aliases.ts';
import { isRecord } from '#core/base/is-record.ts';
import type { Clocks } from '#core/learner/clocks.ts';
import { eventFormat } from '#core/learner/event.ts';
import type { ItemState, States } from '#core/learner/fold.ts';
import { memoryModel } from '#core/learner/memory.ts';
import type { NewerRun } from '#core/learner/newer-run.ts';
import { codeOf } from '../system/errno.ts';
import { notAFile, openRegular } from '../system/regular-file.ts';
import { makePrivateFolder, replaceFile } from '../system/replace-file.ts';
import { readSealedJson, seal } from '../system/sealed-file.ts';
import { type PackedClocks, packClocks, unpackClocks } from './packed-clocks.ts';
import { type PackedStates, packStates, unpackStates } from './packed-states.ts';

/** The part of a log that was folded, with counts of the lines in it. */
export interface Bookmark {
  /** Bytes folded: an offset just after a newline. */
  readonly upTo: number;
  /** A checksum of the bytes before the offset, to recognise another file of the same name. */
  readonly guard: number;
  readonly events: number;
  /** Lines before the offset that cannot be read. */
  readonly unreadable: number;
  /** 1 if a torn line that cannot be read follows the offset. */
  readonly torn: 0 | 1;
  /** The highest count of each device. */
  readonly seqs: Readonly<Record<string, number>>;
  /** Lines of a newer format that no event of ours follows. */
  readonly newer?: NewerRun;
}

/** The states of all items, with the offset in each log up to which it was folded. It can be deleted at any time. */
export interface Snapshot {
  readonly states: States;
  readonly bookmarks: ReadonlyMap<string, Bookmark>;
  readonly aliases: Aliases;
  readonly clocks: Clocks;
}

const snapshotFormat = 7;

/** The path of the snapshot. */
export const snapshotPathIn = (cache: string) => join(cache, 'snapshot.json');

/** True if a snapshot exists, good or not. */
export const hasSnapshot = (cache: string) => existsSync(snapshotPathIn(cache));

/** The result of loading the snapshot. */
export type Loaded =
  | { readonly type: 'loaded'; readonly snapshot: Snapshot & { readonly states: Map<string, ItemState> } }
  /** Intact, but made for another bank, another build or logs that were replaced. */
  | { readonly type: 'none' | 'outdated' }
  /** Damaged, or not a file. */
  | { readonly type: 'damaged' }
  /** The system refuses to read it. */
  | { readonly type: 'unreadable' };

/** Loads the snapshot, if it exists and is certainly valid. */
export function loadSnapshot(cache: string, logs: readonly string[], aliases: Aliases): Loaded {
  const read = readSealedJson(snapshotPathIn(cache));
  if (read.type === 'damaged') {
    if (read.code === 'ENOENT') return { type: 'none' };
    const isFile = read.code !== undefined && read.code !== 'EISDIR' && read.code !== notAFile;
    return { type: isFile ? 'unreadable' : 'damaged' };
  }
  const { value } = read;
  if (!isRecord(value) || typeof value.key !== 'string') return { type: 'damaged' };
  if (value.key !== keyFor(aliases)) return { type: 'outdated' };
  const { logs: marks } = value;
  const states = unpackStates(value.states);
  const clocks = unpackClocks(value.clocks);
  if (states === undefined || clocks === undefined || !areBookmarks(marks)) return { type: 'damaged' };
  const bookmarks = placed(marks, logs);
  return bookmarks === undefined
    ? { type: 'outdated' }
    : { type: 'loaded', snapshot: { states, bookmarks, aliases, clocks } };
}

/** Bookmarks by the paths of their logs; undefined unless each log is the one that was read. */
function placed(marks: Stored['logs'], logs: readonly string[]): ReadonlyMap<string, Bookmark> | undefined {
  const paths = new Map(logs.map((log) => [basename(log), log]));
  const bookmarks = new Map<string, Bookmark>();
  for (const [name, bookmark] of Object.entries(marks)) {
    const path = paths.get(name);
    if (path === undefined || !isSameLog(path, bookmark)) return undefined;
    bookmarks.set(path, bookmark);
  }
  return bookmarks;
}

function isSameLog(path: string, { upTo, guard }: Bookmark): boolean {
  try {
    return guardOf(path, upTo) === guard;
  } catch (error) {
    // The reader of the log reports why it cannot be read.
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}

const isCount = (value: unknown) => Number.isSafeInteger(value);

function areBookmarks(value: unknown): value is Stored['logs'] {
  return isRecord(value) && Object.values(value).every(isBookmark);
}

function isBookmark(value: unknown): value is Bookmark {
  if (!isRecord(value)) return false;
  const { upTo, guard, events, unreadable, torn, seqs, newer } = value;
  const areCounts = [upTo, guard, events, unreadable, torn].every(isCount);
  const isRun = newer === undefined || (isRecord(newer) && isCount(newer.format) && isCount(newer.lines));
  return areCounts && isRecord(seqs) && Object.values(seqs).every(isCount) && isRun;
}

/** Writes the snapshot to a temporary file and renames it; without a snapshot the next start is only slower. */
export function saveSnapshot(cache: string, { states, bookmarks, aliases, clocks }: Snapshot): void {
  const logs = Object.fromEntries([...bookmarks].map(([path, bookmark]) => [basename(path), bookmark]));
  const stored: Stored = {
    ...{ key: keyFor(aliases), logs },
    ...{ clocks: packClocks(clocks), states: packStates(states) },
  };
  const body = seal(JSON.stringify(stored));
  try {
    makePrivateFolder(cache);
    replaceFile(snapshotPathIn(cache), body);
  } catch {
    // A read-only or full cache directory costs time, never an answer.
  }
}

/** A checksum of the last 256 bytes before an offset, or of fewer at the start; -1 if the file is shorter. */
export function guardOf(path: string, upTo: number): number {
  const fd = openRegular(path);
  try {
    if (fstatSync(fd).size < upTo) return -1;
    const bytes = Buffer.alloc(Math.min(256, upTo));
    readSync(fd, bytes, 0, bytes.length, upTo - bytes.length);
    return crc32(bytes);
  } finally {
    closeSync(fd);
  }
}

interface Stored {
  readonly key: string;
  readonly logs: Readonly<Record<string, Bookmark>>;
  readonly clocks: PackedClocks;
  readonly states: PackedStates;
}

const keyFor = (aliases: Aliases) => JSON.stringify([snapshotFormat, eventFormat, memoryModel, [...aliases]]);
