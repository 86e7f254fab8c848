import { closeSync, existsSync, fstatSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { shippedBankId } from '#core/bank/bank-id.ts';
import { isRecord } from '#core/base/is-record.ts';
import { hashFnv1a } from '#core/base/random.ts';
import type { Claim } from '#core/learner/banks/claim.ts';
import type { Clocks } from '#core/learner/clocks/clocks.ts';
import { eventFormat } from '#core/learner/events/event.ts';
import type { NewerRun } from '#core/learner/events/newer-run.ts';
import { memoryModel } from '#core/learner/memory/memory.ts';
import type { ItemState, States } from '#core/learner/memory/state.ts';
import { codeOf } from '../system/errno.ts';
import { keepNewest } from '../system/keep-newest.ts';
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

/** The states of all items of a bank, with the offset in each log up to which it was folded. It can be deleted at any time. */
export interface Snapshot {
  readonly states: States;
  readonly bookmarks: ReadonlyMap<string, Bookmark>;
  readonly claim: Claim;
  readonly clocks: Clocks;
}

const snapshotFormat = 8;

/** The folder of the snapshots of learners' own banks. */
const ownSnapshots = 'snapshots';

/** The snapshots of own banks that are kept. */
const snapshotsKept = 16;

/** The path of the snapshot of a bank. */
export const snapshotPathIn = (cache: string, bank: string = shippedBankId) =>
  bank === shippedBankId
    ? join(cache, 'snapshot.json')
    : join(cache, ownSnapshots, `${hashFnv1a(bank).toString(36)}.json`);

/** True if a snapshot of a bank exists, good or not. */
export const hasSnapshot = (cache: string, bank?: string) => existsSync(snapshotPathIn(cache, bank));

/** The result of loading a snapshot. */
export type Loaded =
  | { readonly type: 'loaded'; readonly snapshot: Snapshot & { readonly states: Map<string, ItemState> } }
  /** Intact, but made for another bank, another build or logs that were replaced. */
  | { readonly type: 'none' | 'outdated' }
  /** Damaged, or not a file. */
  | { readonly type: 'damaged' }
  /** The system refuses to read it. */
  | { readonly type: 'unreadable' };

/** Loads the snapshot of a bank, if it exists and is certainly valid. */
export function loadSnapshot(cache: string, logs: readonly string[], claim: Claim): Loaded {
  const read = readSealedJson(snapshotPathIn(cache, claim.bank));
  if (read.type === 'damaged') {
    if (read.code === 'ENOENT') return { type: 'none' };
    const isFile = read.code !== undefined && read.code !== 'EISDIR' && read.code !== notAFile;
    return { type: isFile ? 'unreadable' : 'damaged' };
  }
  const { value } = read;
  if (!isRecord(value) || typeof value.key !== 'string') return { type: 'damaged' };
  if (value.key !== keyFor(claim)) return { type: 'outdated' };
  const { logs: marks } = value;
  const states = unpackStates(value.states);
  const clocks = unpackClocks(value.clocks);
  if (states === undefined || clocks === undefined || !areBookmarks(marks)) return { type: 'damaged' };
  const bookmarks = placed(marks, logs);
  return bookmarks === undefined
    ? { type: 'outdated' }
    : { type: 'loaded', snapshot: { states, bookmarks, claim, clocks } };
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
export function saveSnapshot(cache: string, { states, bookmarks, claim, clocks }: Snapshot): void {
  const logs = Object.fromEntries([...bookmarks].map(([path, bookmark]) => [basename(path), bookmark]));
  const stored: Stored = {
    ...{ key: keyFor(claim), logs },
    ...{ clocks: packClocks(clocks), states: packStates(states) },
  };
  const body = seal(JSON.stringify(stored));
  try {
    const path = snapshotPathIn(cache, claim.bank);
    makePrivateFolder(dirname(path));
    replaceFile(path, body);
    if (claim.bank !== shippedBankId) keepNewest(dirname(path), snapshotsKept);
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

const keyFor = ({ ids, aliases, taken }: Claim) =>
  JSON.stringify([snapshotFormat, eventFormat, memoryModel, [...aliases], [...ids].sort(), taken]);
