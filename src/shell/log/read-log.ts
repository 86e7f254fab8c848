import { closeSync, fstatSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { finish, type Steps } from '#core/base/steps.ts';
import { type Gist, gistOf } from '#core/learner/events/gist.ts';
import { logNameOf } from '#core/learner/events/log-name.ts';
import { type LogLine, longestLine, readLine } from '#core/learner/events/read-line.ts';
import { scanReview } from '#core/learner/events/scan.ts';
import { codeOf, describeErrno } from '../system/errno.ts';
import { openRegular } from '../system/regular-file.ts';
import { UserError } from '../system/world.ts';

/** The log files of a data directory, sorted by name. */
export function listLogs(events: string): readonly string[] {
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

/** The result of reading a log. */
export interface ReadLog {
  /** The offset in bytes after the last newline, at which to continue next time. */
  readonly upTo: number;
}

/** Takes a line of a log, with its number; `torn` if no newline ends it yet. */
type Visit = (line: LogLine, number: number, torn: boolean) => void;

/** Reads a log from an offset on and passes on each line, even a torn last one. */
export function readLog(
  path: string,
  from: number,
  visit: Visit,
  wanted: (text: string) => boolean = () => true,
): ReadLog {
  return finish(
    eachSpan(path, from, (bytes, start, end, number, torn) =>
      visitText(bytes.toString('utf8', start, end), number, torn, visit, wanted),
    ),
  );
}

/** Takes the parts of a line that the fold needs. */
export interface GistVisit {
  gist(gist: Gist, torn: boolean): void;
  other(line: Exclude<LogLine, { readonly type: 'event' }>, torn: boolean): void;
}

/** Reads a log like `readLog`, in steps, and passes on the parts of each event that the fold needs. */
export function readGists(path: string, from: number, visit: GistVisit): Steps<ReadLog> {
  return eachSpan(path, from, (bytes, start, end, number, torn) => {
    const gist = scanReview(bytes, start, end);
    if (gist !== undefined) visit.gist(gist, torn);
    else
      visitText(bytes.toString('utf8', start, end), number, torn, (line) =>
        line.type === 'event' ? visit.gist(gistOf(line.event), torn) : visit.other(line, torn),
      );
  });
}

function visitText(
  text: string,
  number: number,
  torn: boolean,
  visit: Visit,
  wanted: (text: string) => boolean = () => true,
): void {
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
}

const newline = 10;
const carriageReturn = 13;
const chunkBytes = 1 << 20;
const zeros = Buffer.alloc(chunkBytes);

/** Takes the place of a line in bytes that are valid until it returns. */
type VisitSpan = (bytes: Buffer, start: number, end: number, number: number, torn: boolean) => void;

/** Passes on the place of each non-empty line, from an offset to the end that the file had when it was opened. */
function* eachSpan(path: string, from: number, visit: VisitSpan): Steps<ReadLog> {
  const fd = openForRead(path);
  try {
    return yield* eachSpanIn(fd, from, visit);
  } catch (error) {
    // An error of the system; any other is our own bug.
    throw codeOf(error) === undefined ? error : cannotRead(path, error);
  } finally {
    closeSync(fd);
  }
}

/** Passes on the text of each non-empty line of an open file, from an offset on. */
export function eachLineIn(fd: number, from: number, visit: (text: string) => void): void {
  finish(eachSpanIn(fd, from, (bytes, start, end) => visit(bytes.toString('utf8', start, end))));
}

/** Passes on the places of lines of an open file; yields the share read after each chunk. */
function* eachSpanIn(fd: number, from: number, visit: VisitSpan): Steps<ReadLog> {
  let lines = 0;
  let upTo = from;
  const each = (bytes: Buffer, start: number, end: number, torn = false) => {
    lines += 1;
    if (end > start && !(end === start + 1 && bytes[start] === carriageReturn))
      visit(bytes, start, end, lines, torn);
  };
  const { size } = fstatSync(fd);
  const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, Math.max(0, size - from)));
  const rest = openRest();
  for (let position = from; position < size; ) {
    const count = readSync(fd, chunk, 0, chunk.length, position);
    if (count === 0) break;
    const read = chunk.subarray(0, count);
    const last = read.lastIndexOf(newline) + 1;
    const whole = squeezed(read.subarray(0, last));
    for (let start = 0, end = whole.indexOf(newline); end >= 0; end = whole.indexOf(newline, start)) {
      if (start === 0 && !rest.isEmpty()) {
        const line = rest.endedBy(whole.subarray(0, end));
        each(line, 0, line.length);
      } else each(whole, start, end);
      start = end + 1;
    }
    if (last > 0) upTo = position + last;
    rest.push(squeezed(read.subarray(last)));
    position += count;
    yield Math.min(1, (position - from) / (size - from));
  }
  if (!rest.isEmpty()) {
    const line = rest.endedBy(Buffer.alloc(0));
    each(line, 0, line.length, true);
  }
  return { upTo };
}

/** The start of a line whose end was not read yet. It is joined once; of an overlong line only enough is kept to recognise it. */
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
    /** The whole line, whose end these bytes are. */
    endedBy(bytes: Buffer): Buffer {
      const line = Buffer.concat([...parts, bytes]);
      parts = [];
      length = 0;
      return line;
    },
  };
}

/** The bytes with each run of zero bytes reduced to one, so that a hole in a file costs nothing later. */
function squeezed(bytes: Buffer): Buffer {
  if (!bytes.includes(0)) return bytes;
  // A large hole is skipped as fast as memory can be compared.
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
  new UserError(
    {
      en: `Cannot read ${path}: ${describeErrno(error)}.`,
      zh: `无法读取 ${path}：${describeErrno(error, 'zh')}。`,
    },
    1,
  );
