import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBy } from '#core/base/group-by.ts';
import { boundsOf, isInRange, makeNumberReader, type Tolerance } from '#core/question/typed/number.ts';
import { chineseNames, englishNames, symbols } from '#core/question/typed/quantities/unit-names.ts';
import { type Unit, unitOf } from '#core/question/typed/quantities/units.ts';
import { anyText } from '../../../arbitrary/any-text.ts';
import { tries } from '../../../tries.ts';

const texts = () => ({ stem: ['How many tokens are there in all?', '一共有多少个 token？'], beside: [] });
const readerFor = (units: readonly string[], percent = false) => makeNumberReader({ units, percent, texts });

/** True if a reader takes a text for a number within the tolerance of a key. */
function isTaken(
  read: ReturnType<typeof readerFor>,
  text: string,
  key: number,
  tolerance: Tolerance,
): boolean {
  const reading = read(text);
  const isRight = (values: readonly number[]) => values.some((value) => isInRange(value, key, tolerance));
  if (reading.type === 'number') return isRight(reading.readings);
  return (
    reading.type === 'numbers' &&
    [...reading.all, ...reading.asides.map(({ values }) => values)].every(isRight)
  );
}

/** Ways to write a number of so many tokens, each with what it is. */
const notations: readonly (readonly [string, (n: number) => string])[] = [
  ['digits', (n) => `${n}`],
  ['a noun', (n) => `${n} tokens in all`],
  ['Chinese', (n) => `一共${n}个词元`],
  ['a label', (n) => `n = ${n}`],
  ['a sum', (n) => `${n - 1} + 1`],
  ['a difference', (n) => `${n + 7} - 7`],
  ['a product', (n) => `2*${n}/2`],
  ['both sides', (n) => `${n - 3} + 3 = ${n}`],
  ['a gloss', (n) => `${n} (that is ${n})`],
  ['a power of ten', (n) => `${n / 1000}×10^3`],
  ['a scale', (n) => `${n / 1e6} million tokens`],
  ['a Chinese scale', (n) => `${n / 1e4}万`],
  ['brackets', (n) => `(${n})`],
];

describe.each(notations)('a number written with %s', (_, write) => {
  const read = readerFor(['tokens', '个 token']);

  it('is taken if and only if it is within the tolerance', () => {
    const tolerance = fc.constantFrom<Tolerance>('exact', 5, '2%', 'x1.5');
    const key = fc.integer({ min: 2000, max: 9_000_000 });
    const off = fc.constantFrom(0, 1, -1, 4, 6, -6, 100, -1000, 1999);
    fc.assert(
      fc.property(key, off, tolerance, (k, by, within) => {
        const [low, high] = boundsOf(k, within);
        const n = k + by;
        // Near the edge what is written may be rounded.
        fc.pre(Math.min(Math.abs(n - low), Math.abs(n - high)) > 1e-6 || within === 'exact');
        expect(isTaken(read, write(n), k, within)).toBe(isInRange(n, k, within));
      }),
      { numRuns: tries(300) },
    );
  });
});

it('a range is taken only if both of its ends are within the tolerance', () => {
  const read = readerFor(['%'], true);
  const end = fc.integer({ min: 2, max: 98 });
  fc.assert(
    fc.property(end, end, end, fc.constantFrom<Tolerance>(3, '10%'), (a, b, key, tolerance) => {
      fc.pre(a < b);
      const both = isInRange(a, key, tolerance) && isInRange(b, key, tolerance);
      for (const text of [`${a}-${b}%`, `between ${a} and ${b}%`, `${a}%到${b}%`, `${a} to ${b} percent`])
        expect(isTaken(read, text, key, tolerance)).toBe(both);
    }),
    { numRuns: tries(500) },
  );
});

describe('units', () => {
  const named = [...symbols, ...englishNames, ...chineseNames].flatMap(([names, sort]) =>
    names.split(' ').map((name) => ({ name: name.replaceAll('_', ' '), sort })),
  );
  const bySort = groupBy(
    named.filter(({ sort }) => !['percent', 'points', 'times', 'percentile'].includes(sort)),
    ({ sort }) => sort,
  );

  it('are what they are named', () => {
    for (const { name, sort } of named.filter(({ name }) => name !== 'F'))
      expect([name, unitOf(name)?.sort]).toEqual([name, sort]);
  });

  it('of one sort are converted there and back to the same quantity', () => {
    const sort = fc.constantFrom(...bySort.values());
    const value = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(
        sort.chain((names) => fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names))),
        value,
        ([one, other], n) => {
          const [from, to] = [unitOf(one.name), unitOf(other.name)] as [Unit | undefined, Unit | undefined];
          fc.pre(from !== undefined && to !== undefined);
          if (from === undefined || to === undefined) return;
          const there = (n * from.factor) / to.factor;
          expect(isInRange((there * to.factor) / from.factor, n, 'exact')).toBe(true);
        },
      ),
      { numRuns: tries(1000) },
    );
  });

  it.each([
    ['hours', '3 days', 72],
    ['days', '84 hours', 3.5],
    ['GB', '1 TiB', 1099.511627776],
    ['GiB', '2048 MiB', 2],
    ['MB', '8 Mbit', 1],
    ['Mbit', '1 MB', 8],
    ['FLOPs', '1 PF-day', 8.64e19],
    ['FLOPs', '1 petaflop/s-day', 8.64e19],
    ['kWh', '3.6 MJ', 1],
    ['m/s', '36 km/h', 10],
    ['years', '24 months', 2],
    ['ms', '3 s', 3000],
    ['µs', '3 ms', 3000],
    ['MW', '3 mW', 3e-9],
    ['GPU hours', '2 GPU days', 48],
  ])('in %s, %s are %d', (unit, typed, value) => {
    expect(isTaken(readerFor([unit]), typed, value, 'exact')).toBe(true);
  });

  it.each([
    ['days', '1 month', 'calendar'],
    ['tokens', '5 words', 'words'],
    ['words', '5 tokens', 'tokens'],
    ['%', '5 hours', 'hours'],
    ['FLOPs', '5 FLOP/s', 'speed'],
    ['tokens', '5%', '%'],
    ['GB', '5 GB/s', 'rate'],
    ['euros', '$5', 'dollars'],
  ])('in %s, %s is refused', (unit, typed) => {
    expect(readerFor([unit])(typed)).toMatchObject({ type: 'doubtful', doubt: { type: 'unit' } });
  });
});

it('never throws, yields finite numbers, and is done with 10,000 characters at once', () => {
  const pieces =
    '1 23 4,000 ( ) [ ] ^ ! / * = ≈ ~ - to and of half exp( √ k GB hours % 百 万 分之 的 个 not over September 2021 年 between ½ ٣'.split(
      ' ',
    );
  const soup = fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 60 }).map((all) => all.join(''));
  const reads = [
    readerFor(['tokens']),
    readerFor(['GB']),
    readerFor(['%'], true),
    makeNumberReader({ units: [], percent: false, year: true, texts }),
  ];
  fc.assert(
    fc.property(fc.oneof(soup, anyText()), (text) => {
      for (const read of reads) {
        const reading = read(text);
        if (reading.type === 'number') expect(reading.readings.every(Number.isFinite)).toBe(true);
      }
    }),
    { numRuns: tries(1000) },
  );
  for (const piece of pieces)
    for (const read of reads) expect(read(piece.repeat(5000)).type).toBe('not-a-number');
});
