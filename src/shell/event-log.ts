import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Deed, type Event, eventFormat, type Line, readLine, uuid7 } from '../core/event.ts';
import { toIso } from '../core/instant.ts';
import { logNameOf } from '../core/log-name.ts';
import { UserError, type World } from '../world.ts';

/** What came of an append: the event as it stands on disk, or why it could not be recorded. */
export type Appended =
  | { readonly ok: true; readonly event: Event }
  | { readonly ok: false; readonly reason: string };

/** The log of this device, open for appending. */
export interface EventLog {
  readonly path: string;
  /** Why nothing can be recorded, where the log is read-only. */
  readonly readOnly?: string;
  /** Stamps a deed and writes it as one line; returns only when it is on disk. */
  append(deed: Deed): Appended;
  close(): void;
}

/** The log files of a data directory, sorted by name. */
export function logFiles(events: string): readonly string[] {
  try {
    return readdirSync(events)
      .filter((name) => logNameOf(name).type === 'log')
      .sort()
      .map((name) => join(events, name));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw cannotRead(events, error);
  }
}

/** Opens this device's log for appending, creating it at the first use. `seq` is the count to go on from. */
export function openLog(
  events: string,
  device: string,
  seq: number,
  world: Pick<World, 'now' | 'random'>,
): EventLog {
  const path = join(events, `${device}.jsonl`);
  let fd: number;
  try {
    fd = openForAppend(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM') return readOnlyLog(path, code);
    throw cannotWrite(path, error);
  }
  let count = seq;
  let failed: { readonly deed: Deed; readonly event: Event } | undefined;
  const stamp = (deed: Deed): Event => {
    const now = world.now();
    count += 1;
    const id = uuid7(now.ms, world.random);
    return { v: eventFormat, id, device, seq: count, at: toIso(now), ...deed } as Event;
  };
  return {
    path,
    append(deed) {
      // What failed may be on disk all the same, whole but for its newline: tried again, it is the same event.
      const event = failed?.deed === deed ? failed.event : stamp(deed);
      const reason = writeLine(fd, JSON.stringify(event));
      failed = reason === undefined ? undefined : { deed, event };
      return reason === undefined ? { ok: true, event } : { ok: false, reason };
    },
    close: () => closeSync(fd),
  };
}

function openForAppend(path: string): number {
  const events = dirname(path);
  const made = mkdirSync(events, { recursive: true });
  const fd = openSync(path, 'a+');
  if (fstatSync(fd).size === 0) syncDirectory(events);
  // The names of new directories are kept by those above them.
  if (made !== undefined)
    for (let above = dirname(events); above.length >= dirname(made).length; above = dirname(above)) {
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

function readOnlyLog(path: string, code: string): EventLog {
  const readOnly = `${path} cannot be written (${code})`;
  return { path, readOnly, append: () => ({ ok: false, reason: readOnly }), close: () => {} };
}

/** Writes one line in one call and syncs it; says why where that fails. */
function writeLine(fd: number, line: string): string | undefined {
  try {
    // After a torn write, by us or another session, the fragment keeps its own line.
    const bytes = Buffer.from(`${endsInNewline(fd) ? '' : '\n'}${line}\n`);
    const written = writeSync(fd, bytes);
    if (written < bytes.length) return 'the disk is full';
    fsyncSync(fd);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOSPC' || code === 'EDQUOT') return 'the disk is full';
    if (code === 'EFBIG') return 'the file may not grow any further (a limit of the system)';
    return error instanceof Error ? error.message : String(error);
  }
}

function endsInNewline(fd: number): boolean {
  const { size } = fstatSync(fd);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(fd, last, 0, 1, size - 1);
  return last[0] === newline;
}

const newline = 10;
const chunkBytes = 1 << 20;

/** What reading a log came to. */
export interface ReadLog {
  /** The offset, in bytes, after the last newline: where to go on next time. */
  readonly upTo: number;
}

/** Takes a line of a log, with its number; `torn` where no newline ends it, so that more of it may be to come. */
type Visit = (line: Line, number: number, torn: boolean) => void;

/** Reads a log from an offset on and hands over each line, the last one too where it is torn. */
export function readLog(
  path: string,
  from: number,
  visit: Visit,
  wanted: (text: string) => boolean = () => true,
): ReadLog {
  let lines = 0;
  let upTo = from;
  const each = (text: string, torn = false) => {
    lines += 1;
    if (text !== '' && text !== '\r' && wanted(text)) visit(readLine(text), lines, torn);
  };
  const fd = openForRead(path);
  try {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    let rest = Buffer.alloc(0);
    let position = from;
    for (;;) {
      const count = readChunk(fd, chunk, position, path);
      if (count === 0) break;
      position += count;
      const bytes = Buffer.concat([rest, chunk.subarray(0, count)]);
      const end = bytes.lastIndexOf(newline);
      rest = bytes.subarray(end + 1);
      if (end >= 0) for (const text of bytes.toString('utf8', 0, end).split('\n')) each(text);
      upTo = position - rest.length;
    }
    if (rest.length > 0) each(rest.toString('utf8'), true);
  } finally {
    closeSync(fd);
  }
  return { upTo };
}

function openForRead(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw cannotRead(path, error);
  }
}

function readChunk(fd: number, chunk: Buffer, position: number, path: string): number {
  try {
    return readSync(fd, chunk, 0, chunk.length, position);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

const cannotRead = (path: string, error: unknown) =>
  new UserError(`Cannot read ${path}: ${whyOf(error)}.`, 1);
const cannotWrite = (path: string, error: unknown) =>
  new UserError(`Cannot write ${path}: ${whyOf(error)}.`, 1);

function whyOf(error: unknown): string {
  const code = codeOf(error);
  return (code === undefined ? undefined : whys[code]) ?? code ?? String(error);
}

const fileInTheWay = 'a part of the path is a file, not a directory; name another with --data-dir';

const whys: Readonly<Record<string, string>> = {
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  EISDIR: 'it is a directory; move it away',
  ENOENT: 'it is gone, or a link to nothing; put it back or move the link away',
  ELOOP: 'it is a link that leads back to itself; move it away',
  EACCES: 'you may not read it; see who owns it',
  EPERM: 'you may not read it; see who owns it',
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk is full; free some space',
  EIO: 'the disk does not give it back; copy what you can to another',
};

/** The system's name for an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
