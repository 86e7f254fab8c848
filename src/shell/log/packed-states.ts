import { isRecord } from '#core/base/is-record.ts';
import type { EventKey } from '#core/learner/events/event.ts';
import { type Rating, ratings } from '#core/learner/events/rate.ts';
import type { Memory } from '#core/learner/memory/memory.ts';
import type { ItemState, States } from '#core/learner/memory/state.ts';

/** States by parts, the numbers as bytes in base64: ten thousand are read in a few milliseconds. */
export interface PackedStates {
  readonly items: readonly string[];
  /** The id of each item's last event. */
  readonly events: readonly string[];
  readonly devices: readonly string[];
  /** For each item 5 floats of 64 bits: the last event's milliseconds and count; stability, difficulty, revision. */
  readonly floats: string;
  /** For each item 8 integers of 32 bits: the last event's device, by its place; suspended; then its memory. */
  readonly integers: string;
  /** The learner's notes on the few items that have one, by the place of the item. */
  readonly notes: Readonly<Record<number, string>>;
}

/** States as they are kept. */
export function packStates(states: States): PackedStates {
  const devices = new Map<string, number>();
  const floats: number[] = [];
  const integers: number[] = [];
  for (const { upTo, suspended, memory: m } of states.values()) {
    const [ms, device, seq] = upTo;
    if (!devices.has(device)) devices.set(device, devices.size);
    floats.push(ms, seq, m?.stability ?? 0, m?.difficulty ?? 0, m?.revision ?? 0);
    integers.push(devices.get(device) ?? 0, suspended ? 1 : 0);
    if (m === undefined) integers.push(-1, 0, 0, 0, 0, 0);
    else integers.push(ratings.indexOf(m.rating), m.first, m.last, m.due, m.reviews, m.lapses);
  }
  return {
    items: [...states.keys()],
    events: [...states.values()].map(({ upTo }) => upTo[3]),
    devices: [...devices.keys()],
    floats: base64(Float64Array.from(floats)),
    integers: base64(Int32Array.from(integers)),
    notes: notesOf(states),
  };
}

const notesOf = (states: States) =>
  Object.fromEntries([...states.values()].flatMap(({ note }, i) => (note === undefined ? [] : [[i, note]])));

const base64 = ({ buffer }: Float64Array | Int32Array) => Buffer.from(buffer).toString('base64');
/** The whole numbers of so many bytes each that a text holds. */
function bytesIn(text: string, size: number): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64');
  return new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % size))).buffer;
}

/** The states that were packed; undefined if what is read is none. */
export function unpackStates(value: unknown): Map<string, ItemState> | undefined {
  if (!isPacked(value)) return undefined;
  const { items, events, devices } = value;
  const floats = new Float64Array(bytesIn(value.floats, 8));
  const integers = new Int32Array(bytesIn(value.integers, 4));
  const lengths = [events.length, floats.length / 5, integers.length / 8];
  if (lengths.some((length) => length !== items.length)) return undefined;
  const states = new Map<string, ItemState>();
  for (let i = 0; i < items.length; i += 1) {
    const f = i * 5;
    const n = i * 8;
    const item = items[i];
    const event = events[i];
    const device = devices[at(integers, n)];
    if (item === undefined || event === undefined || device === undefined) return undefined;
    const upTo: EventKey = [at(floats, f), device, at(floats, f + 1), event];
    const suspended = integers[n + 1] === 1;
    const rating = ratings[at(integers, n + 2)];
    const note = value.notes[i];
    // Literals alone: ten thousand spreads take ten milliseconds of each start.
    const state: ItemState =
      rating === undefined
        ? { upTo, suspended }
        : { upTo, suspended, memory: memoryAt(rating, floats, f + 2, integers, n + 3) };
    states.set(item, note === undefined ? state : { ...state, note });
  }
  return states;
}

const at = (numbers: Float64Array | Int32Array, i: number) => numbers[i] ?? 0;

function isPacked(value: unknown): value is PackedStates {
  if (!isRecord(value)) return false;
  const { items, events, devices, floats, integers, notes } = value;
  return (
    [items, events, devices].every(areTexts) &&
    [floats, integers].every((text) => typeof text === 'string') &&
    isRecord(notes) &&
    Object.values(notes).every((note) => typeof note === 'string')
  );
}

const areTexts = (value: unknown) =>
  Array.isArray(value) && value.every((element) => typeof element === 'string');

function memoryAt(rating: Rating, floats: Float64Array, f: number, integers: Int32Array, n: number): Memory {
  return {
    stability: at(floats, f),
    difficulty: at(floats, f + 1),
    first: at(integers, n),
    last: at(integers, n + 1),
    due: at(integers, n + 2),
    reviews: at(integers, n + 3),
    lapses: at(integers, n + 4),
    rating,
    revision: at(floats, f + 2),
  };
}
