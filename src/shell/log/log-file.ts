import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Text } from '#core/base/text.ts';
import { codeOf, describeErrno, writeRefusal } from '../system/errno.ts';
import { codeFor, notAFile } from '../system/regular-file.ts';
import { eachLineIn } from './read-log.ts';

/**
 * A file of lines, open for appending. git, a synchroniser or a person may put another file in its place, shorten it or
 * remove it at any time, so each line is looked for after it was written, at the path and not only in what is open.
 */
export interface LogFile {
  /** Puts one line on disk, and those written before that the file has lost since; says why where that fails. */
  append(line: string): Text | undefined;
  /** Puts several lines on disk at once, in the same way. */
  appendAll(lines: readonly string[]): Text | undefined;
  /** Puts lines on disk again that the file has lost; says why where that fails. */
  restore(): Text | undefined;
  close(): void;
}

/** Returns when what was written to an open file is on disk. */
export type Sync = (fd: number) => void;

/** Where a line lies, with the newlines around it. */
interface Spot {
  readonly offset: number;
  readonly bytes: Buffer;
}

/** How often lines are written to a file that is replaced each time before they are seen in it. */
const attempts = 20;

/** Opens a file for appending lines, and makes it and the directories above it where they are missing. */
export function openLogFile(path: string, sync: Sync = fsyncSync): LogFile {
  let fd = openForAppend(path);
  /** The lines that this value put on disk, and where the last of them lies. */
  const written: string[] = [];
  let last: Spot | undefined;

  const isHere = () => isSame(statSync(path, { throwIfNoEntry: false }), fstatSync(fd));
  const lies = (spot: Spot) => bytesAt(fd, spot.offset, spot.bytes.length).equals(spot.bytes);

  /** Those of some lines, the written ones first, that the file at the path lacks; that file is then the open one. */
  const lostOf = (lines: readonly string[]): readonly string[] => {
    if (!isHere()) {
      const next = openForAppend(path);
      closeSync(fd);
      fd = next;
    }
    if (last !== undefined && !lies(last)) last = undefined;
    // A copy that has the last line where it was has what stood before it too.
    const lost = new Set(last === undefined ? lines : lines.slice(written.length));
    const from = last === undefined ? 0 : last.offset + last.bytes.length;
    eachLineIn(fd, from, (text) => lost.delete(text.replace(/\r$/, '')));
    return [...lost];
  };

  /** Puts lines into what is open; whether all are then where they belong. */
  const put = (missing: readonly string[], added: readonly string[]): boolean => {
    if (missing.length === 0) {
      // A copy of the old file brought them here, and nobody has synced it; where the last one lies was not noted.
      sync(fd);
      if (added.length > 0) last = undefined;
      return true;
    }
    const spot = write(fd, missing, sync);
    if (spot === undefined || !isHere()) return false;
    last = spot;
    return true;
  };

  /** Returns only when all lines are where they belong. */
  const settle = (added: readonly string[]): void => {
    let missing = isHere() && (last === undefined || lies(last)) ? added : undefined;
    if (missing?.length === 0) return;
    for (let tries = 0; tries < attempts; tries++) {
      missing ??= unlessGone(() => lostOf([...written, ...added]));
      if (missing !== undefined && put(missing, added)) {
        written.push(...added);
        return;
      }
      missing = undefined;
    }
    throw new Error('another program keeps replacing the file');
  };

  const reasonAgainst = (act: () => unknown): Text | undefined => {
    try {
      act();
      return undefined;
    } catch (error) {
      return reasonOf(path, error);
    }
  };

  return {
    append: (line) => reasonAgainst(() => settle([line])),
    appendAll: (lines) => reasonAgainst(() => settle(lines)),
    restore: () => reasonAgainst(() => written.length > 0 && settle([])),
    close() {
      const isEmpty = fstatSync(fd).size === 0 && isHere();
      closeSync(fd);
      // A session without an answer leaves nothing that other devices take for a log that is not downloaded yet.
      if (isEmpty) rmSync(path, { force: true });
    },
  };
}

/** What a look at the file gives; undefined if its folder went away meanwhile: it can be made again. */
function unlessGone<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

const isSame = (there: Stats | undefined, open: Stats) =>
  there !== undefined && there.ino === open.ino && there.dev === open.dev;

/** Opens a file for appending; made here, it and its directories are the learner's alone. */
function openForAppend(path: string): number {
  const folder = dirname(path);
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fd = openSync(path, 'a+', 0o600);
  const code = codeFor(fd);
  if (code !== undefined) {
    closeSync(fd);
    throw Object.assign(new Error(code), { code });
  }
  if (fstatSync(fd).size === 0) syncDirectory(folder);
  // The names of new directories are kept by those above them.
  if (made !== undefined)
    for (let above = dirname(folder); above.length >= dirname(made).length; above = dirname(above)) {
      syncDirectory(above);
      if (above === dirname(above)) break;
    }
  return fd;
}

/** Makes a new file's name durable; not every platform lets a directory be opened. */
function syncDirectory(path: string): void {
  try {
    const fd = openSync(path, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch {
    // The file itself is synced with each append.
  }
}

/** Writes lines in one call and syncs them; undefined where the last is then not to be found, whole, in what is open. */
function write(fd: number, lines: readonly string[], sync: Sync): Spot | undefined {
  const { size } = fstatSync(fd);
  // After a torn write, by us or another session, the fragment keeps its own line.
  const gap = size === 0 || bytesAt(fd, size - 1, 1)[0] === newline ? '' : '\n';
  const bytes = Buffer.from(`${gap}${lines.join('\n')}\n`);
  if (writeSync(fd, bytes) < bytes.length) throw Object.assign(new Error('short write'), { code: 'ENOSPC' });
  sync(fd);
  const line = Buffer.from(`\n${lines.at(-1)}\n`);
  // Mostly at once behind what was there; further on, where another session wrote at the same time.
  const start = Math.max(0, size - 1);
  const found = bytesAt(fd, start, fstatSync(fd).size - start);
  if (size === 0 && found.subarray(0, line.length - 1).equals(line.subarray(1)))
    return { offset: 0, bytes: line.subarray(1) };
  const at = found.indexOf(line);
  return at < 0 ? undefined : { offset: start + at, bytes: line };
}

const newline = 10;

/** More than others write between two calls of ours. */
const mostBytes = 1 << 26;

/** Up to so many bytes of a file from an offset on. */
function bytesAt(fd: number, offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(length, mostBytes)));
  return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, offset));
}

function reasonOf(path: string, error: unknown): Text {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return { en: writeRefusal(error), zh: writeRefusal(error, 'zh') };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return { en: `cannot write to ${path} (${code})`, zh: `无法写入 ${path}（${code}）` };
  if (code === 'EISDIR' || code === notAFile)
    return { en: `${path}: ${describeErrno(error)}`, zh: `${path}：${describeErrno(error, 'zh')}` };
  return error instanceof Error ? error.message : String(error);
}
