import { closeSync, fstatSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { finished, type Steps } from '#core/base/steps.ts';
import { type Line, longestLine, readLine } from '#core/learner/event.ts';
import { type Gist, gistOf } from '#core/learner/gist.ts';
import { logNameOf } from '#core/learner/log-name.ts';
import { scanReview } from '#core/learner/scan.ts';
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
  return finished(
    eachSpan(path, from, (bytes, start, end, number, torn) =>
      visitText(bytes.toString('utf8', start, end), number, torn, visit, wanted),
    ),
  );
}

/** Takes what the fold needs of a line. */
export interface GistVisit {
  gist(gist: Gist, torn: boolean): void;
  other(line: Exclude<Line, { readonly type: 'event' }>, torn: boolean): void;
}

/** Reads a log as `readLog` does, in steps, and hands over of each event what the fold needs. */
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

/** Takes the place of a line in bytes that are good until it returns. */
type VisitSpan = (bytes: Buffer, start: number, end: number, number: number, torn: boolean) => void;

/** Hands over the place of each line that is not empty, from an offset to where the file ended when it was opened. */
function* eachSpan(path: string, from: number, visit: VisitSpan): Steps<ReadLog> {
  const fd = openForRead(path);
  try {
    return yield* eachSpanIn(fd, from, visit);
  } catch (error) {
    // What the system says; anything else is our own mistake.
    throw codeOf(error) === undefined ? error : cannotRead(path, error);
  } finally {
    closeSync(fd);
  }
}

/** Hands over the text of each line of an open file that is not empty, from an offset on. */
export function eachLineIn(fd: number, from: number, visit: (text: string) => void): void {
  finished(eachSpanIn(fd, from, (bytes, start, end) => visit(bytes.toString('utf8', start, end))));
}

/** Hands over the places of lines of an open file; yields the share that was read after each chunk. */
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
    /** The line that it began and that ends with these bytes. */
    endedBy(bytes: Buffer): Buffer {
      const line = Buffer.concat([...parts, bytes]);
      parts = [];
      length = 0;
      return line;
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
