import { closeSync, existsSync, fstatSync, readSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Aliases } from '#core/bank/aliases.ts';
import { type EventKey, eventFormat } from '#core/learner/event.ts';
import type { ItemState } from '#core/learner/fold.ts';
import { type Memory, memoryModel } from '#core/learner/memory.ts';
import type { NewerRun } from '#core/learner/newer-run.ts';
import { type Rating, ratings } from '#core/learner/rate.ts';
import { openRegular, readRegular } from '../system/regular-file.ts';
import { makePrivateFolder, replaceFile } from '../system/replace-file.ts';

/** How far a log was folded, and what was met on the way. */
export interface Bookmark {
  /** Bytes folded: an offset just after a newline. */
  readonly upTo: number;
  /** A checksum of the bytes before the offset: tells another file of the same name. */
  readonly guard: number;
  readonly events: number;
  /** Lines before the offset that cannot be read. */
  readonly unreadable: number;
  /** 1 where what stands after the offset is a torn line that cannot be read. */
  readonly torn: 0 | 1;
  /** The highest count of each device. */
  readonly seqs: Readonly<Record<string, number>>;
  /** Lines of a newer format that no event of ours follows. */
  readonly newer?: NewerRun;
}

/** The folded memory of all items with the place in each log it was folded up to. Disposable: never the truth. */
export interface Snapshot {
  readonly states: Map<string, ItemState>;
  readonly bookmarks: ReadonlyMap<string, Bookmark>;
  readonly aliases: Aliases;
}

const snapshotFormat = 5;

/** Where the snapshot is kept. */
export const snapshotPath = (cache: string) => join(cache, 'snapshot.json');

/** Whether there is a snapshot, good or not. */
export const hasSnapshot = (cache: string) => existsSync(snapshotPath(cache));

/** Loads the snapshot; undefined where there is none or there is any doubt about it. */
export function loadSnapshot(cache: string, logs: readonly string[], aliases: Aliases): Snapshot | undefined {
  try {
    const bytes = readRegular(snapshotPath(cache));
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    if (crc32(body) !== Number(bytes.toString('utf8', 0, end))) return undefined;
    const data = JSON.parse(body.toString('utf8')) as Stored;
    if (data.key !== keyFor(aliases)) return undefined;
    const paths = new Map(logs.map((log) => [basename(log), log]));
    const bookmarks = new Map<string, Bookmark>();
    for (const [name, bookmark] of Object.entries(data.logs)) {
      const path = paths.get(name);
      if (path === undefined || guardOf(path, bookmark.upTo) !== bookmark.guard) return undefined;
      bookmarks.set(path, bookmark);
    }
    return { states: unpacked(data.states), bookmarks, aliases };
  } catch {
    return undefined;
  }
}

/** Writes the snapshot beside its place and moves it there; without it the next start is only slower. */
export function saveSnapshot(cache: string, { states, bookmarks, aliases }: Snapshot): void {
  const logs = Object.fromEntries([...bookmarks].map(([path, bookmark]) => [basename(path), bookmark]));
  const stored: Stored = { key: keyFor(aliases), logs, states: packed(states) };
  const body = JSON.stringify(stored);
  try {
    makePrivateFolder(cache);
    replaceFile(snapshotPath(cache), `${crc32(body)}\n${body}`);
  } catch {
    // A read-only or full cache directory costs time, never an answer.
  }
}

/** A checksum of up to 256 bytes of a file before an offset; -1 where the file does not reach that far. */
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
  readonly states: Packed;
}

/** States by parts, the numbers as bytes in base64: ten thousand are read in a few milliseconds. */
interface Packed {
  readonly items: readonly string[];
  /** The id of each item's last event. */
  readonly events: readonly string[];
  readonly devices: readonly string[];
  /** For each item 5 floats of 64 bits: the last event's milliseconds and count; stability, difficulty, revision. */
  readonly floats: string;
  /** For each item 9 integers of 32 bits: the last event's device, by its place; suspended, flags; then its memory. */
  readonly integers: string;
}

const keyFor = (aliases: Aliases) => JSON.stringify([snapshotFormat, eventFormat, memoryModel, [...aliases]]);

function packed(states: ReadonlyMap<string, ItemState>): Packed {
  const devices = new Map<string, number>();
  const floats: number[] = [];
  const integers: number[] = [];
  for (const { upTo, suspended, flags, memory: m } of states.values()) {
    const [ms, device, seq] = upTo;
    if (!devices.has(device)) devices.set(device, devices.size);
    floats.push(ms, seq, m?.stability ?? 0, m?.difficulty ?? 0, m?.revision ?? 0);
    integers.push(devices.get(device) ?? 0, suspended ? 1 : 0, flags);
    if (m === undefined) integers.push(-1, 0, 0, 0, 0, 0);
    else integers.push(ratings.indexOf(m.rating), m.first, m.last, m.due, m.reviews, m.lapses);
  }
  return {
    items: [...states.keys()],
    events: [...states.values()].map(({ upTo }) => upTo[3]),
    devices: [...devices.keys()],
    floats: base64(Float64Array.from(floats)),
    integers: base64(Int32Array.from(integers)),
  };
}

const base64 = ({ buffer }: Float64Array | Int32Array) => Buffer.from(buffer).toString('base64');
const bytesIn = (text: string) => new Uint8Array(Buffer.from(text, 'base64')).buffer;

function unpacked({ items, events, devices, ...numbers }: Packed): Map<string, ItemState> {
  const floats = new Float64Array(bytesIn(numbers.floats));
  const integers = new Int32Array(bytesIn(numbers.integers));
  const lengths = [events.length, floats.length / 5, integers.length / 9];
  if (lengths.some((length) => length !== items.length)) throw new TypeError('not the states of a snapshot');
  const states = new Map<string, ItemState>();
  for (let i = 0; i < items.length; i++) {
    const f = i * 5;
    const n = i * 9;
    const device = devices[integers[n] as number] as string;
    const upTo: EventKey = [floats[f] as number, device, floats[f + 1] as number, events[i] as string];
    const suspended = integers[n + 1] === 1;
    const flags = integers[n + 2] as number;
    const rating = ratings[integers[n + 3] as number];
    const memory = rating === undefined ? undefined : memoryAt(rating, floats, f + 2, integers, n + 4);
    states.set(
      items[i] as string,
      memory === undefined ? { upTo, suspended, flags } : { upTo, suspended, flags, memory },
    );
  }
  return states;
}

function memoryAt(rating: Rating, floats: Float64Array, f: number, integers: Int32Array, n: number): Memory {
  return {
    stability: floats[f] as number,
    difficulty: floats[f + 1] as number,
    first: integers[n] as number,
    last: integers[n + 1] as number,
    due: integers[n + 2] as number,
    reviews: integers[n + 3] as number,
    lapses: integers[n + 4] as number,
    rating,
    revision: floats[f + 2] as number,
  };
}
