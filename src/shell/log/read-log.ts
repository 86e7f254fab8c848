import { closeSync, fstatSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { type Line, longestLine, readLine } from '#core/learner/event.ts';
import { logNameOf } from '#core/learner/log-name.ts';
import { codeOf, whyOf } from '../system/errno.ts';
import { openRegular } from '../system/regular-file.ts';
import { UserError } from '../system/world.ts';

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
  return eachLine(path, from, (text, number, torn) => {
    if (!text.includes('\0')) {
      if (wanted(text)) visit(readLine(text), number, torn);
      return;
    }
    // Zero bytes are a hole that a crash of the machine left; whole events may stand on either side of it.
    const parts = text.split('\0').filter((part) => part !== '' && part !== '\r');
    const lines = (parts.length === 0 ? [text] : parts).filter(wanted).map(readLine);
    for (const line of lines) if (line.type !== 'unreadable') visit(line, number, torn);
    const bad = lines.find((line) => line.type === 'unreadable');
    if (bad !== undefined) visit(bad, number, torn);
  });
}

const newline = 10;
const chunkBytes = 1 << 20;
const zeros = Buffer.alloc(chunkBytes);

type VisitText = (text: string, number: number, torn: boolean) => void;

/** Hands over the text of each line that is not empty, from an offset to where the file ended when it was opened. */
function eachLine(path: string, from: number, visit: VisitText): ReadLog {
  const fd = openForRead(path);
  try {
    return eachLineIn(fd, from, visit);
  } catch (error) {
    throw cannotRead(path, error);
  } finally {
    closeSync(fd);
  }
}

/** Hands over the text of each line of an open file, as `eachLine` does. */
export function eachLineIn(fd: number, from: number, visit: VisitText): ReadLog {
  let lines = 0;
  let upTo = from;
  const each = (text: string, torn = false) => {
    lines += 1;
    if (text !== '' && text !== '\r') visit(text, lines, torn);
  };
  const { size } = fstatSync(fd);
  const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, Math.max(0, size - from)));
  const rest = openRest();
  for (let position = from; position < size; ) {
    const count = readSync(fd, chunk, 0, chunk.length, position);
    if (count === 0) break;
    const bytes = chunk.subarray(0, count);
    const end = bytes.lastIndexOf(newline);
    if (end >= 0) {
      for (const text of rest.endedBy(squeezed(bytes.subarray(0, end))).split('\n')) each(text);
      upTo = position + end + 1;
    }
    rest.push(squeezed(bytes.subarray(end + 1)));
    position += count;
  }
  if (!rest.isEmpty()) each(rest.endedBy(Buffer.alloc(0)), true);
  return { upTo };
}

/** The beginning of a line whose end was not read yet: joined once, and of an endless line only what shows that it is one. */
function openRest() {
  let parts: Buffer[] = [];
  let length = 0;
  return {
    isEmpty: () => length === 0,
    push(bytes: Buffer) {
      const kept = bytes.subarray(0, longestLine + 1 - length);
      if (kept.length > 0) parts.push(Buffer.from(kept));
      length += kept.length;
    },
    /** The text of the lines that it began and that end with these bytes. */
    endedBy(bytes: Buffer): string {
      const all = parts.length === 0 ? bytes : Buffer.concat([...parts, bytes]);
      parts = [];
      length = 0;
      return all.toString('utf8');
    },
  };
}

/** The bytes with one zero byte for each run of them, so that a hole in a file costs nothing further on. */
function squeezed(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return bytes;
  // A large hole is passed over as fast as memory is compared.
  if (bytes.equals(zeros.subarray(0, bytes.length))) return bytes.subarray(0, 1);
  const kept = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let before = 1;
  for (const byte of bytes) {
    if (byte !== 0 || before !== 0) kept[length++] = byte;
    before = byte;
  }
  return kept.subarray(0, length);
}

function openForRead(path: string): number {
  try {
    return openRegular(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
}

const cannotRead = (path: string, error: unknown) =>
  new UserError(`Cannot read ${path}: ${whyOf(error)}.`, 1);
