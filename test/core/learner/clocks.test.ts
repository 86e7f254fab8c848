import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso } from '#core/base/instant.ts';
import { type Clocks, misdatedIn, placeEvent, readClocks } from '#core/learner/clocks.ts';
import { type Event, instantOf } from '#core/learner/event.ts';
import { openStampBook } from '#core/learner/stamps.ts';
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
