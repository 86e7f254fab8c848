import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso } from '#core/base/instant.ts';
import { type Deed, type Event, eventFormat } from '#core/learner/events/event.ts';
import { gistOf } from '#core/learner/events/gist.ts';
import { longestLine, readLine } from '#core/learner/events/read-line.ts';
import { scanReview } from '#core/learner/events/scan.ts';
import type { Answer } from '#core/question/prompt.ts';
import { anyText } from '../../arbitrary/any-text.ts';
import { review, stamped } from '../../events.ts';
import { tries } from '../../tries.ts';

/** What the fold takes of a line: by the long way, that reads it whole. */
function readWhole(bytes: Buffer) {
  const line = readLine(bytes.toString('utf8'));
  return line.type === 'event' ? gistOf(line.event) : undefined;
}

const scanned = (bytes: Buffer) => scanReview(bytes, 0, bytes.length);

const text = fc.oneof(fc.string(), anyText(), fc.constantFrom('The answer', '答案', '"', '\\', '\n'));

/** Now and then what no log has. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });

const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.record({ type: fc.constant('picked' as const), option: text }),
  fc.record({ type: fc.constant('typed' as const), texts: fc.array(text, { maxLength: 3 }) }),
  fc.constant({ type: 'unknown' as const }),
  fc.constant({ type: 'self-judged' as const, verdict: 'partial' as const }),
);

/** Moments on all clocks, from long ago to far away. */
const moment = fc
  .record({
    ms: fc.integer({ min: Date.UTC(1969, 0, 1), max: Date.UTC(2200, 0, 1) }),
    offset: fc.integer({ min: -1439, max: 1439 }),
  })
  .map(toIso);

const chance = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 0.25, 1 / 3, 1 / 24, 1e-7),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** Answers as the log writes them, with what a learner or a bank may put into them. */
const reviewed: fc.Arbitrary<Event> = fc
  .record({
    v: fc.constant(eventFormat),
    id: mostly(fc.uuid(), text),
    device: mostly(fc.constant('laptop-1'), text),
    seq: mostly(fc.nat(), fc.oneof(fc.integer(), fc.constantFrom(2 ** 40, 2 ** 40 + 1))),
    at: mostly(moment, text),
    type: fc.constant('reviewed' as const),
    item: mostly(fc.constantFrom('alpha', 'item-00001'), text),
    revision: mostly(fc.nat(9), fc.integer()),
    verdict: fc.constantFrom('correct', 'partial', 'wrong'),
    rating: fc.constantFrom('again', 'hard', 'good', 'easy'),
    policy: fc.constant(1),
    guess: chance,
    answer,
  })
  .chain((event) =>
    fc
      .record({
        options: fc.option(fc.array(text, { maxLength: 4 })),
        ms: mostly(fc.nat(), fc.double()),
        promise: mostly<object>(
          fc.constantFrom({}, { returns: true }),
          fc.constantFrom({ returns: false }, { returns: 1 }),
        ),
        bank: fc.option(mostly(fc.constantFrom('llmquiz', 'go'), text)),
      })
      .map(
        ({ options, ms, promise, bank }) =>
          ({
            ...event,
            ...(options === null ? {} : { options }),
            ...{ hints: 0, ms, lang: 'en', ...promise },
            ...(bank === null ? {} : { bank }),
          }) as Event,
      ),
  );

/** Something done to the bytes of a line. */
type Damage = (bytes: Buffer) => Buffer;

const damage: fc.Arbitrary<Damage> = fc
  .record({ kind: fc.nat(5), at: fc.nat(), other: fc.nat(), byte: fc.nat(255) })
  .map(
    ({ kind, at, other, byte }): Damage =>
      (bytes) => {
        const [a, b] = [at % bytes.length, other % bytes.length].sort((x, y) => x - y) as [number, number];
        switch (kind) {
          case 0:
            return Buffer.from(bytes.map((old, i) => (i === a ? old ^ (1 << (byte % 8)) : old)));
          case 1:
            return Buffer.from(bytes.map((old, i) => (i === a ? byte : old)));
          case 2:
            return Buffer.concat([bytes.subarray(0, a), Buffer.of(byte), bytes.subarray(a)]);
          case 3:
            return Buffer.concat([bytes.subarray(0, a), bytes.subarray(a + 1 + (other % 4))]);
          case 4:
            return bytes.subarray(0, a);
          default:
            // A part of it twice, as when two writes run into each other.
            return Buffer.concat([bytes.subarray(0, b), bytes.subarray(a)]);
        }
      },
  );

const { hints, ms, lang, ...first } = review('alpha') as Extract<Deed, { type: 'reviewed' }>;

/** An answer with options, its fields in the order of the log. */
const plain = stamped(
  { ...first, options: ['one', 'two "2"', '三'], hints, ms, lang },
  7,
  '2026-03-01T10:00:00.250+01:00',
);

/** The plain line with one of its values written otherwise. */
const withText = (field: string, written: string) =>
  Buffer.from(
    JSON.stringify(plain).replace(new RegExp(`"${field}":("[^"]*"|[^,]+)`), `"${field}":${written}`),
  );

/** The plain line as it is written for a bank. */
const ofBank = { ...plain, bank: 'go-basics' };

const longAnswer = (length: number): Answer => ({ type: 'typed', texts: ['x'.repeat(length)] });

describe('a line scanned for what the fold needs', () => {
  it('gives what reading it whole gives, whatever is in the answer', () => {
    let hits = 0;
    fc.assert(
      fc.property(reviewed, (event) => {
        const bytes = Buffer.from(JSON.stringify(event));
        const gist = scanned(bytes);
        if (gist === undefined) return;
        hits += 1;
        expect(gist).toStrictEqual(readWhole(bytes));
      }),
      { numRuns: tries(10_000) },
    );
    expect(hits).toBeGreaterThanOrEqual(tries(10_000) / 20);
  });

  it('gives what reading it whole gives, or nothing, whatever was done to its bytes', () => {
    let hits = 0;
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 2 }), fc.boolean(), (damages, isOfBank) => {
        const whole = Buffer.from(JSON.stringify(isOfBank ? ofBank : plain));
        const bytes = damages.reduce<Buffer>((line, act) => (line.length === 0 ? line : act(line)), whole);
        const gist = scanned(bytes);
        if (gist === undefined) return;
        hits += 1;
        expect(gist).toStrictEqual(readWhole(bytes));
      }),
      { numRuns: tries(50_000) },
    );
    expect(hits).toBeGreaterThanOrEqual(tries(50_000) / 100);
  });

  it('is the line as the log writes it', () => {
    expect(scanned(Buffer.from(JSON.stringify(plain)))).toStrictEqual(gistOf(plain));
    expect(scanned(Buffer.from(JSON.stringify(ofBank)))).toStrictEqual(gistOf(ofBank));
    expect(gistOf(ofBank).bank).toBe('go-basics');
  });

  it.each(['""', '"\\u0067o"', 'null', '7', '"go","lang":"en"', '"围棋"'])(
    'leaves a bank written as %s to the reader of whole lines',
    (written) => {
      const bytes = Buffer.from(JSON.stringify(ofBank).replace('"go-basics"', written));
      expect(scanned(bytes)).toBeUndefined();
    },
  );

  it.each([
    ['at', '"2026-02-30T10:00:00.000+01:00"'],
    ['at', '"2024-02-29T10:00:00.000+01:00"'],
    ['at', '"2026-03-01T24:00:00.000+01:00"'],
    ['at', '"2026-03-01T10:00:60.000+01:00"'],
    ['at', '"2026-03-01T10:00:00.000-00:00"'],
    ['at', '"2026-03-01T10:00:00.000+24:00"'],
    ['at', '"2026-03-01T10:00:00.000Z"'],
    ['at', '"2026-13-01T10:00:00.000+01:00"'],
    ['seq', '01'],
    ['seq', '1e3'],
    ['seq', '9999999999999'],
    ['guess', '1.5'],
    ['guess', '01'],
    ['guess', '-0'],
    ['guess', '1.'],
    ['guess', 'null'],
    ['rating', '"goodly"'],
    ['rating', '"constructor"'],
    ['verdict', '"correctly"'],
    ['revision', '1.5'],
    ['id', '""'],
    ['item', '"\\u0061lpha"'],
    ['item', '"alpha","item":"beta"'],
    ['lang', '"en","rating":"again"'],
    ['ms', '1]'],
    ['hints', '0,"guess":9'],
  ])('leaves %s written as %s to the reader of whole lines', (field, written) => {
    expect(scanned(withText(field, written))).toBeUndefined();
  });

  it.each([
    ['at', '"2000-02-28T23:59:59.999-12:30"'],
    ['at', '"1969-12-31T00:00:00.000+00:00"'],
    ['at', '"2100-03-01T00:00:00.000+14:00"'],
    ['guess', '0.041666666666666664'],
    ['guess', '0.3333333333333333'],
    ['guess', '1'],
    ['ms', '1500.75'],
  ])('gives %s written as %s to the last bit', (field, written) => {
    const bytes = withText(field, written);
    expect(scanned(bytes)).toStrictEqual(readWhole(bytes));
    expect(scanned(bytes)).toBeDefined();
  });

  const usual = '2026-03-01T10:00:00.250+01:00';

  it.each(Array.from(usual, (sign, place) => [place, sign] as const))(
    'leaves another sign at %i of a moment than %s to it',
    (place, sign) => {
      const others = /\d/.test(sign) ? ['/', ':', ' '] : sign === '+' ? ['*', ',', ' '] : ['0', ' '];
      for (const other of others) {
        const at = `${usual.slice(0, place)}${other}${usual.slice(place + 1)}`;
        expect(scanned(withText('at', `"${at}"`))).toBeUndefined();
      }
    },
  );

  it.each([
    ['2026-00-10T10:00:00.000+01:00', false],
    ['2026-12-31T10:00:00.000+01:00', true],
    ['2026-01-00T10:00:00.000+01:00', false],
    ['2026-01-31T10:00:00.000+01:00', true],
    ['2026-01-32T10:00:00.000+01:00', false],
    ['2026-04-31T10:00:00.000+01:00', false],
    ['2026-11-30T10:00:00.000+01:00', true],
    ['2026-02-28T23:59:59.999+23:59', true],
    ['2026-03-01T10:60:00.000+01:00', false],
    ['2026-03-01T10:00:00.000+01:60', false],
    ['2026-03-01T10:00:00.000-00:01', true],
    ['2026-03-01T10:00:00.000-23:59', true],
    ['2026-03-01T10:00:00.000-24:00', false],
    ['0000-03-01T00:00:00.000+00:00', true],
    ['0001-01-01T00:00:00.000+00:00', true],
    ['1600-01-31T00:00:00.000+00:00', true],
    ['1600-03-01T00:00:00.000+00:00', true],
    ['1900-02-28T00:00:00.000+00:00', true],
    ['1900-03-01T00:00:00.000+00:00', true],
    ['2000-01-01T00:00:00.000+00:00', true],
    ['2000-12-31T00:00:00.000+00:00', true],
    ['2024-03-01T00:00:00.000+00:00', true],
    ['2399-12-31T00:00:00.000+00:00', true],
    ['9999-12-31T00:00:00.000+00:00', true],
  ])('reads the moment %s: %s', (moment, isRead) => {
    const bytes = withText('at', `"${moment}"`);
    expect(scanned(bytes)).toStrictEqual(isRead ? readWhole(bytes) : undefined);
  });

  it.each([
    ['verdict', 'correct'],
    ['verdict', 'partial'],
    ['verdict', 'wrong'],
    ['rating', 'again'],
    ['rating', 'hard'],
    ['rating', 'good'],
    ['rating', 'easy'],
  ])('reads the %s %s', (field, value) => {
    const bytes = withText(field, `"${value}"`);
    expect(scanned(bytes)).toStrictEqual(gistOf({ ...plain, [field]: value } as Event));
  });

  it('reads an answer without options', () => {
    const { options: _, ...without } = plain as Extract<Event, { type: 'reviewed' }>;
    expect(scanned(Buffer.from(JSON.stringify(without)))).toStrictEqual(gistOf(without));
  });

  it('reads nothing that lacks its end, or has more behind it', () => {
    const line = JSON.stringify(plain);
    for (const cut of [1, 2, 3]) expect(scanned(Buffer.from(line.slice(0, -cut)))).toBeUndefined();
    for (const more of [' ', '}', ',']) expect(scanned(Buffer.from(line + more))).toBeUndefined();
    for (const end of ['"]', "'}", '}}'])
      expect(scanned(Buffer.from(line.slice(0, -2) + end))).toBeUndefined();
  });

  it('takes a line as long as may be, and none that is longer', () => {
    const line = (length: number) => {
      const { length: without } = JSON.stringify({ ...plain, options: undefined, answer: longAnswer(0) });
      return Buffer.from(
        JSON.stringify({ ...plain, options: undefined, answer: longAnswer(length - without) }),
      );
    };
    expect(line(longestLine)).toHaveLength(longestLine);
    expect(scanned(line(longestLine))).toStrictEqual(gistOf(plain));
    expect(scanned(line(longestLine + 1))).toBeUndefined();
  });

  it('does not look beyond its end, nor at a line that is too long', () => {
    const line = JSON.stringify(plain);
    const length = Buffer.byteLength(line);
    const two = Buffer.from(`${line}\n${line}`);
    expect(scanReview(two, 0, length)).toStrictEqual(gistOf(plain));
    expect(scanReview(two, length + 1, two.length)).toStrictEqual(gistOf(plain));
    expect(scanReview(two, 0, two.length)).toBeUndefined();
    const long = Buffer.from(
      JSON.stringify({ ...plain, answer: { type: 'typed', texts: ['x'.repeat(longestLine)] } }),
    );
    expect(scanned(long)).toBeUndefined();
  });
});
