import { fromIso, toIso } from '../../base/instant.ts';
import type { Event } from '../events/event.ts';
import { findLongestRun } from './longest-run.ts';

/**
 * What the clocks of devices were worth. Within a device the count tells the order of its lines, so that a stamp that falls below
 * an earlier one proves that one of the two is wrong; and nothing has happened later than now. Of the stamps of a device up to now
 * the longest run that never falls is right; of several as long one that ends at the latest line and has the stamps that lie next
 * to each other. Every other line happened between its neighbours in that run, and is taken to have happened at the moment of the
 * next one, since a wrong clock is mostly put right soon.
 */
export interface Clocks {
  /** The latest stamp up to now. */
  readonly latest: number;
  /** The earliest stamp after now: from then on other stamps are right. */
  readonly next: number;
  /** A stamp below this one would be the first right one of all, before which lines without any neighbour are taken to lie. */
  readonly floor: number;
  readonly devices: ReadonlyMap<string, DeviceClock>;
}

/** The stamps of one device. */
export interface DeviceClock {
  /** The count and the milliseconds of the last line with a right stamp. */
  readonly seq: number;
  readonly ms: number;
  /** The stamp of the last line, right or wrong. */
  readonly last: number;
  /** The lowest of the wrong stamps above the last right one: a right stamp up there may prove it right. */
  readonly above: number;
  /** True if a line with a wrong stamp has no right one after it: what it is taken for may change with the next line. */
  readonly isAstray: boolean;
  /** In order. */
  readonly spans: readonly Misdated[];
  /** The number of lines with stamps that are far off. */
  readonly misdated: number;
}

/** Lines from one count to another, of which all stamps out of bounds are wrong, and the moment that they are taken for. */
export interface Misdated {
  readonly from: number;
  readonly to: number;
  readonly earliest: number;
  readonly latest: number;
  readonly ms: number;
}

/** The counts of the lines of a device, and their stamps in milliseconds, in whatever order. */
export interface DeviceStamps {
  readonly seqs: readonly number[];
  readonly ms: readonly number[];
}

/** The stamps of devices, by their names. */
export type StampsOf = ReadonlyMap<string, DeviceStamps>;

/** Milliseconds by which clocks differ that are right: they are set by the second, and corrected a little at times. */
export const clockSlack = 60_000;

/** True if a stamp is so far from the moment that a line is taken for that the learner should hear of it. */
export const isFarOff = (stamp: number, moment: number): boolean => Math.abs(stamp - moment) >= clockSlack;

/** Further than any stamp. */
export const farthest = 8.64e15;

/** Clocks of which nothing is known yet. */
export const noClocks: Clocks = { latest: -farthest, next: farthest, floor: -farthest, devices: new Map() };

/** A line with a right stamp. */
interface Right {
  readonly seq: number;
  readonly ms: number;
}

interface Sorted extends DeviceStamps {
  readonly device: string;
  readonly order: readonly number[];
}

/** Works out which stamps are wrong, of all lines of all devices. If all are later than now, it is now that is wrong. */
export function readClocks(stamps: StampsOf, now: number): Clocks {
  let [latest, next, earliest] = [-farthest, farthest, farthest];
  for (const { ms } of stamps.values())
    for (const one of ms) {
      if (one <= now) latest = Math.max(latest, one);
      else next = Math.min(next, one);
    }
  const until = latest === -farthest ? farthest : latest;
  const read = [...stamps].map(([device, of]) => {
    const sorted: Sorted = { ...of, device, order: orderOf(of) };
    const right = rightOf(sorted, until);
    earliest = Math.min(earliest, right[0]?.ms ?? farthest);
    return { sorted, right };
  });
  const devices = read.map(({ sorted, right }) => [
    sorted.device,
    clockFrom(sorted, right, { until, earliest }),
  ]);
  const floor = read.some(({ right }) => right.length === 0) ? earliest : -farthest;
  return { latest, next, floor, devices: new Map(devices as [string, DeviceClock][]) };
}

function orderOf({ seqs, ms }: DeviceStamps): readonly number[] {
  const of = (column: readonly number[], i: number) => column[i] ?? 0;
  return Array.from(seqs.keys()).sort((a, b) => of(seqs, a) - of(seqs, b) || of(ms, a) - of(ms, b));
}

/**
 * The lines with right stamps, one of each count. Two sessions at once give the same counts: their lines are in order only as far
 * as the earliest of each count is.
 */
function rightOf({ seqs, ms, order }: Sorted, until: number): readonly Right[] {
  const first: Right[] = [];
  for (const i of order) {
    const line = { seq: seqs[i] ?? 0, ms: ms[i] ?? 0 };
    if (line.ms <= until && line.seq !== first.at(-1)?.seq) first.push(line);
  }
  return findLongestRun(first.map((line) => line.ms)).flatMap((i) => first[i] ?? []);
}

/** Up to when stamps can be right, and the first right one of all. */
interface Limits {
  readonly until: number;
  readonly earliest: number;
}

function clockFrom({ seqs, ms, order }: Sorted, right: readonly Right[], limits: Limits): DeviceClock {
  const spans: Misdated[] = [];
  let misdated = 0;
  let above = farthest;
  const top = right.at(-1);
  let [before, seen] = [-1, -1];
  for (const i of order) {
    const line = { seq: seqs[i] ?? 0, ms: ms[i] ?? 0 };
    while ((right[before + 1]?.seq ?? farthest) <= line.seq) before += 1;
    const bounds = boundsOf(line.seq, right[before], right[before + 1], limits);
    if (line.ms >= bounds.earliest && line.ms <= bounds.latest) continue;
    // Copies of a line lie side by side.
    const isCopy = seqs[seen] === line.seq && ms[seen] === line.ms;
    if (!isCopy && isFarOff(line.ms, bounds.ms)) misdated += 1;
    seen = i;
    if (line.ms > (top?.ms ?? farthest)) above = Math.min(above, line.ms);
    const last = spans.at(-1);
    if (last !== undefined && last.from > (right[before]?.seq ?? -farthest) && last.to !== line.seq)
      spans[spans.length - 1] = { ...last, to: line.seq };
    else if (last?.to !== line.seq) spans.push({ from: line.seq, to: line.seq, ...bounds });
  }
  const end = order.at(-1) ?? -1;
  const isAstray = top === undefined || (spans.at(-1)?.to ?? -farthest) >= top.seq;
  return { seq: top?.seq ?? 0, ms: top?.ms ?? 0, last: ms[end] ?? 0, above, isAstray, spans, misdated };
}

/** Between which stamps a line can be right that stands behind one right line and before another, and what else it is taken for. */
function boundsOf(
  seq: number,
  before: Right | undefined,
  after: Right | undefined,
  { until, earliest }: Limits,
): Pick<Misdated, 'earliest' | 'latest' | 'ms'> {
  const from = before?.ms ?? -farthest;
  if (before?.seq === seq) return { earliest: from, latest: until, ms: before.ms };
  return { earliest: from, latest: after?.ms ?? until, ms: (after ?? before)?.ms ?? earliest - 1 };
}

/** The moment, in milliseconds, that a line with a stamp is taken for. */
export function momentIn({ devices }: Clocks, device: string, seq: number, ms: number): number {
  const spans = devices.get(device)?.spans ?? [];
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.to ?? farthest) < seq) low = middle + 1;
    else high = middle;
  }
  const span = spans[low];
  if (span === undefined || seq < span.from) return ms;
  return ms >= span.earliest && ms <= span.latest ? ms : span.ms;
}

/** An event at the moment that it is taken for. */
export function placeEvent<E extends Pick<Event, 'device' | 'seq' | 'at'>>(event: E, clocks: Clocks): E {
  const stamp = fromIso(event.at);
  if (stamp === undefined) return event;
  const ms = momentIn(clocks, event.device, event.seq, stamp.ms);
  return ms === stamp.ms ? event : { ...event, at: toIso({ ...stamp, ms }) };
}

/** The number of lines with stamps that are far off, on all devices. */
export function misdatedIn({ devices }: Clocks): number {
  return [...devices.values()].reduce((sum, { misdated }) => sum + misdated, 0);
}
