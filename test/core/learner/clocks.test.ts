import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso } from '#core/base/instant.ts';
import { watchClocks } from '#core/learner/clocks/clock-watch.ts';
import {
  type Clocks,
  isFarOff,
  misdatedIn,
  noClocks,
  placeEvent,
  readClocks,
} from '#core/learner/clocks/clocks.ts';
import { openStampBook } from '#core/learner/clocks/stamps.ts';
import { type Event, instantOf } from '#core/learner/events/event.ts';
import { tries } from '../../tries.ts';
import { plainlyPlaced } from './plain-clocks.ts';

type Line = Pick<Event, 'device' | 'seq' | 'at'>;

const lineOf = (seq: number, day: string, device = 'laptop'): Line => ({
  ...{ device, seq },
  at: `${day}T10:00:00.000+01:00`,
});

/** The days of a device's lines, in the order of their counts. */
const days = (...stamps: readonly string[]) => stamps.map((day, i) => lineOf(i + 1, day));

function clocksOf(lines: readonly Line[], now = '9999-01-01'): Clocks {
  const book = openStampBook();
  for (const { device, seq, at } of lines) book.add([instantOf({ at }).ms, device, seq, ''], `item ${seq}`);
  return readClocks(book.stamps, instantOf(lineOf(0, now)).ms);
}

const taken = (lines: readonly Line[], now?: string) => {
  const clocks = clocksOf(lines, now);
  return lines.map((line) => placeEvent(line, clocks).at.slice(0, 10));
};

describe('the lines of a device', () => {
  it('happened when they say, if no stamp falls', () => {
    const lines = days('2026-03-01', '2026-03-01', '2026-03-02');
    expect(taken(lines)).toEqual(['2026-03-01', '2026-03-01', '2026-03-02']);
    expect(placeEvent(lines[0]!, clocksOf(lines))).toBe(lines[0]);
    expect(misdatedIn(clocksOf(lines))).toBe(0);
  });

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['a clock that was ahead', ['2027-03-01', '2026-03-01'], ['2026-03-01', '2026-03-01']],
    [
      'a clock that was back after a reboot',
      ['2026-03-01', '2025-01-01', '2026-03-03'],
      ['2026-03-01', '2026-03-03', '2026-03-03'],
    ],
    [
      'a clock that is back still',
      ['2026-03-01', '2026-03-02', '2025-01-01'],
      ['2026-03-01', '2026-03-02', '2026-03-02'],
    ],
    [
      'a session ahead among others',
      ['2026-03-01', '2027-03-01', '2027-03-02', '2026-03-05', '2026-03-06', '2026-03-06'],
      ['2026-03-01', '2026-03-05', '2026-03-05', '2026-03-05', '2026-03-06', '2026-03-06'],
    ],
    [
      'two wrong clocks',
      ['2026-03-01', '2025-01-01', '2026-03-03', '2028-01-01', '2026-03-04'],
      ['2026-03-01', '2026-03-03', '2026-03-03', '2026-03-04', '2026-03-04'],
    ],
  ])('lie between their neighbours under %s', (_, stamps, moments) => {
    expect(taken(days(...stamps))).toEqual(moments);
  });

  it('were not written later than now, however many they are', () => {
    const lines = days('2027-03-01', '2027-03-01', '2027-03-02', '2026-03-01');
    expect(taken(lines)).toEqual(['2027-03-01', '2027-03-01', '2027-03-02', '2027-03-02']);
    expect(taken(lines, '2026-03-01')).toEqual(Array(4).fill('2026-03-01'));
  });

  it('may all be later than now: then it is now that is wrong', () => {
    const lines = days('2026-03-01', '2026-03-02');
    expect(taken(lines, '2025-01-01')).toEqual(['2026-03-01', '2026-03-02']);
    expect(clocksOf(lines, '2025-01-01')).toMatchObject({ latest: -8.64e15, next: instantOf(lines[0]!).ms });
  });

  it('of two sessions at once, which give the same counts, are in the order of time', () => {
    const lines = [
      ...days('2026-03-01', '2026-03-03', '2026-03-05'),
      ...['2026-03-02', '2026-03-04'].map((day, i) => lineOf(i + 1, day)),
      lineOf(4, '2026-03-06'),
    ];
    expect(misdatedIn(clocksOf(lines))).toBe(0);
  });

  it('of a restored machine, which counts from the beginning again, are all right', () => {
    const again = ['2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04'].map((d, i) => lineOf(i + 1, d));
    expect(misdatedIn(clocksOf([...days('2026-03-01', '2026-03-02'), ...again]))).toBe(0);
  });

  it('without a right stamp were written before all others', () => {
    const lines = [lineOf(1, '2027-03-01', 'phone'), lineOf(1, '2026-03-01'), lineOf(2, '2026-03-02')];
    expect(taken(lines, '2026-03-02')).toEqual(['2026-03-01', '2026-03-01', '2026-03-02']);
    expect(clocksOf(lines, '2026-03-02')).toMatchObject({ floor: instantOf(lines[1]!).ms });
  });

  it('count once if they were copied', () => {
    const wrong = lineOf(2, '2025-01-01');
    const lines = [lineOf(1, '2026-03-01'), wrong, wrong, lineOf(3, '2026-03-03')];
    expect(misdatedIn(clocksOf(lines))).toBe(1);
  });

  it('whose clock was corrected by seconds are in their order, and nobody need hear of it', () => {
    const lines = ['10:00:30', '10:00:05', '10:00:40'].map((time, i) => ({
      ...{ device: 'laptop', seq: i + 1, at: `2026-03-01T${time}.000+01:00` },
    }));
    const clocks = clocksOf(lines);
    expect(lines.map((line) => placeEvent(line, clocks).at.slice(11, 19))).toEqual([
      ...['10:00:30', '10:00:40', '10:00:40'],
    ]);
    expect(misdatedIn(clocks)).toBe(0);
  });

  it('keep the time zone that they were written in', () => {
    const tokyo = { device: 'laptop', seq: 1, at: '2027-03-01T10:00:00.000+09:00' };
    const lines = [tokyo, lineOf(2, '2026-03-01')];
    expect(placeEvent(tokyo, clocksOf(lines)).at).toBe('2026-03-01T18:00:00.000+09:00');
  });
});

const far = 8.64e15;
const msOf = (day: string) => instantOf(lineOf(0, day)).ms;

describe('what is kept of clocks', () => {
  it('of nothing', () => {
    expect(clocksOf([])).toEqual({ latest: -far, next: far, floor: -far, devices: new Map() });
    expect(noClocks).toEqual({ latest: -far, next: far, floor: -far, devices: new Map() });
  });

  it('that are right is their last line', () => {
    const clocks = clocksOf(days('2026-03-01', '2026-03-02', '2026-03-04'));
    const [ms, spans] = [msOf('2026-03-04'), [] as const];
    expect(clocks.devices.get('laptop')).toEqual({
      ...{ seq: 3, ms, last: ms, above: far, isAstray: false, spans, misdated: 0 },
    });
    expect(clocks).toMatchObject({ latest: ms, next: far, floor: -far });
  });

  it('that were ahead is what later stamps may prove right', () => {
    const clocks = clocksOf(
      days('2026-03-01', '2027-05-02', '2027-04-02', '2026-03-02', '2026-03-03', '2026-03-04'),
    );
    const next = msOf('2026-03-02');
    expect(clocks.devices.get('laptop')).toEqual({
      ...{ seq: 6, ms: msOf('2026-03-04'), last: msOf('2026-03-04'), above: msOf('2027-04-02') },
      spans: [{ from: 2, to: 3, earliest: msOf('2026-03-01'), latest: next, ms: next }],
      ...{ isAstray: false, misdated: 2 },
    });
  });

  it('that are ahead still, or back, is that the last line is astray', () => {
    const ahead = days('2026-03-01', '2026-03-02', '2026-03-03', '2027-01-01');
    expect(clocksOf(ahead, '2026-03-03').devices.get('laptop')).toEqual({
      ...{ seq: 3, ms: msOf('2026-03-03'), last: msOf('2027-01-01'), above: msOf('2027-01-01') },
      spans: [
        { from: 4, to: 4, earliest: msOf('2026-03-03'), latest: msOf('2026-03-03'), ms: msOf('2026-03-03') },
      ],
      ...{ isAstray: true, misdated: 1 },
    });
    const back = days('2026-03-01', '2026-03-02', '2026-03-03', '2025-01-01');
    expect(clocksOf(back).devices.get('laptop')).toMatchObject({
      ...{ seq: 3, last: msOf('2025-01-01'), above: far, isAstray: true, misdated: 1 },
    });
  });

  it('of a device without any right stamp is that it is astray, below the first right one of all', () => {
    const lines = [
      lineOf(4, '2027-03-01', 'phone'),
      lineOf(5, '2027-03-02', 'phone'),
      lineOf(1, '2026-03-01'),
    ];
    const clocks = clocksOf(lines, '2026-03-01');
    const [first, before] = [msOf('2026-03-01'), msOf('2026-03-01') - 1];
    expect(clocks).toMatchObject({ latest: first, next: msOf('2027-03-01'), floor: first });
    expect(clocks.devices.get('phone')).toEqual({
      ...{ seq: 0, ms: 0, last: msOf('2027-03-02'), above: far, isAstray: true, misdated: 2 },
      spans: [{ from: 4, to: 5, earliest: -far, latest: first, ms: before }],
    });
  });

  it('has a span for each run of wrong lines, and not for what lies between', () => {
    const right = days('2026-03-01', '2026-03-02', '2026-03-03');
    const after = ['2025-01-01', '2025-01-02', '2026-03-04', '2028-01-01', '2026-03-05'].map((day, i) =>
      lineOf(i + 4, day),
    );
    const spans = clocksOf([...right, ...after, lineOf(4, '2025-01-01')]).devices.get('laptop')?.spans;
    const [third, fourth, fifth] = ['2026-03-03', '2026-03-04', '2026-03-05'].map(msOf);
    expect(spans).toEqual([
      { from: 4, to: 5, earliest: third, latest: fourth, ms: fourth },
      { from: 7, to: 7, earliest: fourth, latest: fifth, ms: fifth },
    ]);
  });

  it.each([
    [59_999, false],
    [60_000, true],
    [-60_000, true],
    [0, false],
  ])('calls %i ms far off: %s', (ms, expected) => {
    expect(isFarOff(1e12 + ms, 1e12)).toBe(expected);
  });

  it('two lines of one count are two if their stamps differ, and one if they are copies', () => {
    const right = days('2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04');
    const wrong = (day: string) => lineOf(2, day);
    const count = (...more: readonly Line[]) => misdatedIn(clocksOf([...right, ...more]));
    expect(count(wrong('2025-01-01'))).toBe(1);
    expect(count(wrong('2025-01-01'), wrong('2025-01-01'))).toBe(1);
    expect(count(wrong('2025-01-01'), wrong('2025-01-02'))).toBe(2);
    // Of the same stamp, but another count: the clock had stopped.
    const stopped = [lineOf(5, '2025-01-01'), lineOf(6, '2025-01-01')];
    expect(count(...stopped, lineOf(5, '2026-03-05'), lineOf(6, '2026-03-06'))).toBe(2);
  });

  it('places a line of a time that cannot be read, and of a device that is not known, where it is', () => {
    const clocks = clocksOf(days('2027-03-01', '2026-03-01', '2026-03-02'));
    const broken = { device: 'laptop', seq: 1, at: 'yesterday' };
    expect(placeEvent(broken, clocks)).toBe(broken);
    const other = lineOf(1, '2027-03-01', 'phone');
    expect(placeEvent(other, clocks)).toBe(other);
  });

  it('tells the items of misdated lines', () => {
    const book = openStampBook();
    const add = (day: string, seq: number, item: string, device = 'laptop') =>
      book.add([msOf(day), device, seq, ''], item);
    add('2026-03-01', 1, 'alpha');
    add('2027-03-01', 2, 'beta');
    add('2026-03-02', 3, 'alpha');
    add('2026-03-03', 4, 'gamma');
    add('2026-03-02', 1, 'beta', 'phone');
    add('2025-03-02', 2, 'delta', 'phone');
    add('2026-03-03', 3, 'alpha', 'phone');
    const clocks = readClocks(book.stamps, msOf('2026-03-03'));
    expect(book.misdatedBy(clocks)).toEqual(new Set(['beta', 'delta']));
    expect(book.misdatedBy(noClocks)).toEqual(new Set());
  });
});

describe('a watch over clocks', () => {
  const known = days('2026-03-01', '2026-03-02', '2026-03-03');
  const now = msOf('2026-03-10');
  const watch = (before: Clocks, lines: readonly Line[], until = now) => {
    const clocks = watchClocks(before);
    clocks.begin(until);
    for (const { device, seq, at } of lines) clocks.see([instantOf({ at }).ms, device, seq, '']);
    return clocks;
  };

  it.each<readonly [string, readonly Line[]]>([
    ['no line', []],
    ['the next line', [lineOf(4, '2026-03-04')]],
    ['lines at the same moment', [lineOf(4, '2026-03-03'), lineOf(5, '2026-03-03')]],
    ['a line of the same count', [lineOf(3, '2026-03-05')]],
    ['lines of another device', [lineOf(1, '2026-03-02', 'phone'), lineOf(2, '2026-03-05', 'phone')]],
    ['lines of two in turns', [lineOf(1, '2026-03-04', 'phone'), lineOf(4, '2026-03-05')]],
  ])('follows %s without another look', (_, lines) => {
    const clocks = watch(clocksOf(known, '2026-03-10'), lines);
    expect(clocks.isOff()).toBe(false);
    expect(clocks.clocks()).toEqual(clocksOf([...known, ...lines], '2026-03-10'));
  });

  it.each<readonly [string, readonly Line[]]>([
    ['falls', [lineOf(4, '2026-03-02')]],
    ['is later than now', [lineOf(4, '2026-03-11')]],
    ['has an earlier count', [lineOf(2, '2026-03-04')]],
    ['falls on another device', [lineOf(1, '2026-03-05', 'phone'), lineOf(2, '2026-03-04', 'phone')]],
  ])('is off if a line %s', (_, lines) => {
    expect(watch(clocksOf(known, '2026-03-10'), lines).isOff()).toBe(true);
  });

  it('is off if what was later than now, or the latest stamp, no longer is', () => {
    const ahead = clocksOf([...known, lineOf(4, '2026-04-01')], '2026-03-10');
    expect(watch(ahead, [], msOf('2026-03-31')).isOff()).toBe(false);
    expect(watch(ahead, [], msOf('2026-04-01')).isOff()).toBe(true);
    expect(watch(clocksOf(known, '2026-03-10'), [], msOf('2026-03-02')).isOff()).toBe(true);
    expect(watch(clocksOf(known, '2026-03-10'), [], msOf('2026-03-03')).isOff()).toBe(false);
  });

  it('is off after a line of a device that is astray, and once a stamp may be proved right', () => {
    const astray = clocksOf([...known, lineOf(4, '2025-01-01')], '2026-03-10');
    expect(watch(astray, [lineOf(5, '2026-03-05')]).isOff()).toBe(true);
    const lines = days('2026-03-01', '2026-03-06', '2026-03-02', '2026-03-03');
    const proved = clocksOf(lines, '2026-03-10');
    expect(watch(proved, [lineOf(5, '2026-03-05')]).isOff()).toBe(false);
    expect(watch(proved, [lineOf(5, '2026-03-06')]).isOff()).toBe(true);
  });

  it('is off at the first stamp up to now, where all others are later, and below the floor', () => {
    const later = clocksOf([lineOf(1, '2027-01-01', 'phone')], '2026-03-10');
    expect(watch(later, [lineOf(1, '2026-03-05')]).isOff()).toBe(true);
    const floor = clocksOf([lineOf(1, '2027-01-01', 'phone'), lineOf(1, '2026-03-05')], '2026-03-10');
    expect(watch(floor, [lineOf(1, '2026-03-04', 'desk')]).isOff()).toBe(true);
    expect(watch(floor, [lineOf(1, '2026-03-05', 'desk')]).isOff()).toBe(false);
  });

  it('goes on from clocks that were worked out again', () => {
    const clocks = watch(noClocks, [lineOf(1, '2026-03-05'), lineOf(2, '2026-03-04')]);
    expect(clocks.isOff()).toBe(true);
    const again = clocksOf(
      [lineOf(1, '2026-03-05'), lineOf(2, '2026-03-04'), lineOf(3, '2026-03-05')],
      '2026-03-10',
    );
    clocks.set(again);
    expect([clocks.isOff(), clocks.clocks()]).toEqual([false, again]);
    clocks.see([msOf('2026-03-06'), 'laptop', 4, '']);
    expect(clocks.isOff()).toBe(false);
    expect(clocks.clocks().devices.get('laptop')).toMatchObject({ seq: 4, last: msOf('2026-03-06') });
  });
});

const line = fc
  .tuple(
    fc.constantFrom('laptop', 'phone', 'desk'),
    fc.integer({ min: 0, max: 12 }),
    fc.integer({ min: 0, max: 40 }),
  )
  .map(
    ([device, seq, days]): Line => ({
      ...{ device, seq },
      at: toIso({ ms: Date.UTC(2026, 0, 1) + days * 86_400_000, offset: 0 }),
    }),
  );

const lines = fc.array(line, { maxLength: 30 });
const anyDay = fc.integer({ min: -1, max: 41 }).map((days) => Date.UTC(2026, 0, 1) + days * 86_400_000);

describe('whatever the lines say', () => {
  it('they are placed as it can be said plainly', () => {
    fc.assert(
      fc.property(lines, anyDay, (all, now) => {
        const clocks = clocksOf(all, toIso({ ms: now, offset: 0 }).slice(0, 10));
        const until = instantOf(lineOf(0, toIso({ ms: now, offset: 0 }).slice(0, 10))).ms;
        expect(all.map((one) => placeEvent(one, clocks))).toEqual(plainlyPlaced(all, until));
      }),
      { numRuns: tries(1500) },
    );
  });

  it('they are in the order of the counts, on each device, as far as each count stands once', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const once = [...new Map(all.map((one) => [`${one.device} ${one.seq}`, one])).values()];
        const clocks = clocksOf(once);
        for (const device of ['laptop', 'phone', 'desk']) {
          const moments = once
            .filter((one) => one.device === device)
            .sort((a, b) => a.seq - b.seq)
            .map((one) => instantOf(placeEvent(one, clocks)).ms);
          expect(moments).toEqual([...moments].sort((a, b) => a - b));
        }
      }),
      { numRuns: tries(500) },
    );
  });
});

describe('whatever lines a watch sees', () => {
  it('it is off, or takes each for the moment that reading all of them would', () => {
    fc.assert(
      fc.property(lines, lines, anyDay, (before, after, moment) => {
        const now = toIso({ ms: moment, offset: 0 }).slice(0, 10);
        const clocks = watchClocks(clocksOf(before, now));
        clocks.begin(msOf(now));
        for (const { device, seq, at } of after) clocks.see([instantOf({ at }).ms, device, seq, '']);
        const all = [...before, ...after];
        const placed = (by: Clocks) => all.map((one) => placeEvent(one, by));
        if (!clocks.isOff()) expect(placed(clocks.clocks())).toEqual(placed(clocksOf(all, now)));
      }),
      { numRuns: tries(1500) },
    );
  });
});
