import type { Random } from '#core/base/random.ts';
import type { Event } from '#core/learner/events/event.ts';
import { stamped } from '../events.ts';

/** A log after an accident: its bytes, and the events whose lines are still whole. */
export interface Damaged {
  readonly bytes: Buffer;
  readonly intact: readonly Event[];
}

/** One way in which a log comes to harm. */
export type Damage = (events: readonly Event[], random: Random) => Damaged;

const lineOf = (event: Event) => `${JSON.stringify(event)}\n`;
const textOf = (events: readonly Event[]) => events.map(lineOf).join('');
const dice = (random: Random, n: number) => Math.floor(random() * n);

/** Bytes changed in place: what is left whole are the lines in which none was. */
function touching(events: readonly Event[], change: (bytes: Buffer) => readonly number[]): Damaged {
  const bytes = Buffer.from(textOf(events));
  const touched = change(bytes);
  let from = 0;
  const intact = events.filter((event) => {
    const begin = from;
    from += Buffer.byteLength(lineOf(event));
    const end = from;
    return !touched.some((place) => place >= begin - 1 && place < end);
  });
  return { bytes, intact };
}

/** Something put into the middle of a line, which is lost with it. */
const inside =
  (what: Buffer): Damage =>
  (events, random) => {
    const hit = 1 + dice(random, events.length - 2);
    const line = lineOf(events[hit] as Event);
    const parts = [textOf(events.slice(0, hit)) + line.slice(0, 100), what, line.slice(100)];
    const bytes = [...parts, textOf(events.slice(hit + 1))].map((part) => Buffer.from(part));
    return { bytes: Buffer.concat(bytes), intact: events.filter((_, i) => i !== hit) };
  };

/** Lines put between the others, which all stay. */
const between =
  (...lines: readonly (string | Buffer)[]): Damage =>
  (events, random) => {
    const place = 1 + dice(random, events.length - 1);
    const put = lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\n')]));
    const [before, after] = [events.slice(0, place), events.slice(place)].map((e) => Buffer.from(textOf(e)));
    return { bytes: Buffer.concat([before, ...put, after].flatMap((b) => b ?? [])), intact: events };
  };

/** One line changed as text; it alone is lost. */
const changed =
  (change: (line: string) => string): Damage =>
  (events, random) => {
    const hit = 1 + dice(random, events.length - 2);
    const text = events.map((e, i) => (i === hit ? change(lineOf(e)) : lineOf(e))).join('');
    return { bytes: Buffer.from(text), intact: events.filter((_, i) => i !== hit) };
  };

/** Ways in which logs come to harm, by name. */
export const damages: Readonly<Record<string, Damage>> = {
  'flipped bits': (events, random) =>
    touching(events, (bytes) =>
      Array.from({ length: 12 }, () => {
        const place = dice(random, bytes.length);
        bytes[place] = (bytes[place] ?? 0) ^ (1 << dice(random, 8));
        return place;
      }),
    ),
  'random bytes': (events, random) =>
    touching(events, (bytes) => {
      const from = dice(random, bytes.length - 700);
      return Array.from({ length: 700 }, (_, i) => {
        bytes[from + i] = dice(random, 256);
        return from + i;
      });
    }),
  'a cut end': (events, random) => {
    const whole = Buffer.from(textOf(events));
    const cut = whole.length - 1 - dice(random, 2000);
    const after = Array.from({ length: whole.length - cut }, (_, i) => cut + i);
    return { ...touching(events, () => after), bytes: whole.subarray(0, cut) };
  },
  'a cut beginning': (events) => ({
    bytes: Buffer.from(textOf(events)).subarray(60),
    intact: events.slice(1),
  }),
  'no newline at the end': (events) => ({ bytes: Buffer.from(textOf(events).trimEnd()), intact: events }),
  'zero bytes in a line': inside(Buffer.alloc(4096)),
  'a megabyte of zero bytes in a line': inside(Buffer.alloc(1 << 20)),
  'a megabyte of zero bytes between lines': between(Buffer.alloc(1 << 20)),
  'zero bytes at the end': (events) => ({
    bytes: Buffer.concat([Buffer.from(textOf(events)), Buffer.alloc(65_536)]),
    intact: events,
  }),
  CRLF: (events) => ({ bytes: Buffer.from(textOf(events).replaceAll('\n', '\r\n')), intact: events }),
  CR: (events) => ({ bytes: Buffer.from(textOf(events).replaceAll('\n', '\r')), intact: [] }),
  'a byte order mark': (events) => ({ bytes: Buffer.from(`\ufeff${textOf(events)}`), intact: events }),
  'UTF-16': (events) => ({ bytes: Buffer.from(`\ufeff${textOf(events)}`, 'utf16le'), intact: [] }),
  doubled: (events) => ({ bytes: Buffer.from(textOf([...events, ...events])), intact: events }),
  shuffled: (events, random) => ({
    bytes: Buffer.from(textOf([...events].sort(() => random() - 0.5))),
    intact: events,
  }),
  'joined lines': (events, random) => {
    const hit = 1 + dice(random, events.length - 2);
    const text = events.map((e, i) => (i === hit ? lineOf(e).trimEnd() : lineOf(e))).join('');
    return { bytes: Buffer.from(text), intact: events.filter((_, i) => i !== hit && i !== hit + 1) };
  },
  'marks of a conflict': between('<<<<<<< HEAD', '=======', '>>>>>>> 1234567 (answers)', '||||||| base'),
  garbage: between('\x1b[31m{"v":1,', Buffer.from([0xff, 0xfe, 0x80, 0xc3, 0x28]), '{', '🙂'.repeat(999)),
  'values that are no events': between('null', '[]', '"text"', '{}', '{"v":"1"}', '{"v":1,"id":7}', '1e999'),
  'deep nesting': between('['.repeat(100_000), '{"a":'.repeat(50_000)),
  'wrong types': changed((line) => line.replace(/"seq":\d+/, '"seq":"7"')),
  'a time that is none': changed((line) => line.replace(/"at":"\d+/, '"at":"99999')),
  'a version of the future': changed((line) => line.replace('"v":1', '"v":9')),
  'a count at the end of its range': (events) => {
    const [first = events[0] as Event] = events;
    const last = stamped(
      { type: 'flagged', item: first.item },
      Number.MAX_SAFE_INTEGER,
      first.at,
      first.device,
    );
    return { bytes: Buffer.from(textOf([...events, last])), intact: events };
  },
  nothing: () => ({ bytes: Buffer.alloc(0), intact: [] }),
};
