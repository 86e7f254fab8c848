import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { makeUuid7 } from '#core/base/uuid7.ts';
import { compareKeys, type EventKey, instantOf } from '#core/learner/events/event.ts';
import { readLine } from '#core/learner/events/read-line.ts';
import { anyText } from '../../arbitrary/any-text.ts';
import { eventsOf } from '../../arbitrary/events.ts';
import { tries } from '../../tries.ts';

describe('a line of the log', () => {
  it('comes back as the event it was', () => {
    fc.assert(
      fc.property(eventsOf('laptop', 10), (events) => {
        for (const event of events) expect(readLine(JSON.stringify(event))).toEqual({ type: 'event', event });
      }),
    );
  });

  it('never throws, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), anyText()), (text) => {
        expect(['event', 'newer', 'unreadable']).toContain(readLine(text).type);
      }),
      { numRuns: tries(1000) },
    );
  });

  it('of a newer format is told apart from garbage', () => {
    expect(readLine('{"v":2,"whatever":true}')).toEqual({ type: 'newer', format: 2, alike: false });
  });

  it('of a newer format that is an event of ours to the letter is alike, with a field more it is not', () => {
    fc.assert(
      fc.property(eventsOf('laptop', 10), (events) => {
        for (const event of events) {
          expect(readLine(JSON.stringify({ ...event, v: 9 }))).toEqual({
            type: 'newer',
            format: 9,
            alike: true,
          });
          expect(readLine(JSON.stringify({ ...event, v: 9, more: 1 }))).toMatchObject({ alike: false });
        }
      }),
    );
  });

  it.each(['1.5', '0', '-1', '"1"', 'null', '1e300'])('of format %s is damaged', (v) => {
    const line = `{"v":${v},"id":"a","device":"d","seq":1,"at":"2026-01-01T10:00:00Z","item":"x","type":"flagged"}`;
    expect(readLine(line)).toEqual({ type: 'unreadable', reason: 'no format version' });
  });

  it.each([
    [2 ** 40, 'event'],
    [2 ** 40 + 1, 'unreadable'],
    [-(2 ** 41), 'unreadable'],
    [Number.MAX_SAFE_INTEGER, 'unreadable'],
  ])('with the count %d is %s, so that counting on from it stays exact', (seq, type) => {
    const line = `{"v":1,"id":"a","device":"d","seq":${seq},"at":"2026-01-01T10:00:00Z","item":"x","type":"flagged"}`;
    expect(readLine(line).type).toBe(type);
  });

  it.each([
    ['zero bytes inside', (n: number) => `{"v":1${'\0'.repeat(n)}}`, 'not JSON'],
    ['marks of byte order inside', (n: number) => `{${'\ufeff'.repeat(n)}}x`, 'not JSON'],
    ['carriage returns inside', (n: number) => `{${'\r'.repeat(n)}x`, 'not JSON'],
    ['zero bytes alone', (n: number) => '\0'.repeat(n), 'zero bytes'],
  ])('with a million of %s is read in one pass', (_, text, reason) => {
    expect(readLine(text(1_000_000))).toEqual({ type: 'unreadable', reason });
  });

  it('of more than a million characters is not parsed at all', () => {
    const line = `{"v":1,"id":"a","device":"d","seq":1,"at":"2026-01-01T10:00:00Z","item":"x","type":"flagged"${' '.repeat(2 ** 20)}}`;
    expect(readLine(line)).toEqual({ type: 'unreadable', reason: 'too long' });
  });

  it('is read behind a block of zero bytes', () => {
    const event =
      '{"v":1,"id":"a","device":"d","seq":1,"at":"2026-01-01T10:00:00+01:00","item":"x","type":"flagged"}';
    expect(readLine(`\0\0\0\0${event}`)).toMatchObject({ type: 'event', event: { item: 'x' } });
    expect(readLine('\0\0\0')).toEqual({ type: 'unreadable', reason: 'zero bytes' });
  });

  test.each([
    ['{"v":1}', 'no id'],
    ['[]', 'not an event'],
    ['{"v":1,"id":"a","device":"d","seq":1,"at":"today","item":"x","type":"flagged"}', 'at is not a time'],
    [
      '{"v":1,"id":"a","device":"d","seq":1,"at":"2026-01-01T10:00:00Z","item":"x","type":"bought"}',
      'unknown type',
    ],
    [
      '{"v":1,"id":"a","device":"d","seq":1,"at":"2026-01-01T10:00:00Z","item":"x","type":"amended","event":"e","verdict":"correct"}',
      'no rating',
    ],
    [
      '{"v":1,"id":"a","device":"d","seq":1,"at":"2026-01-01T10:00:00Z","item":"x","type":"amended","event":"e","verdict":["correct"],"rating":"good"}',
      'no verdict',
    ],
  ])('%s is unreadable: %s', (line, reason) => {
    expect(readLine(line)).toEqual({ type: 'unreadable', reason });
  });
});

describe('of a line that is no event, the reason is', () => {
  const reviewed = {
    ...{ v: 1, id: 'a', device: 'd', seq: 1, at: '2026-01-01T10:00:00Z', type: 'reviewed', item: 'x' },
    ...{
      revision: 1,
      verdict: 'correct',
      rating: 'good',
      policy: 1,
      guess: 0.25,
      hints: 0,
      ms: 5,
      lang: 'en',
    },
    answer: { type: 'unknown' },
  };
  const amended = { ...reviewed, type: 'amended', event: 'e' };
  const undone = { ...amended, type: 'undone' };
  const examined = { ...reviewed, type: 'examined', exam: 'x', seed: '7' };
  const of = (data: object, change: object) => readLine(JSON.stringify({ ...data, ...change }));

  it('none where nothing is missing', () => {
    for (const event of [reviewed, amended, undone, examined])
      expect(of(event, {})).toEqual({ type: 'event', event });
  });

  const nothing: readonly unknown[] = [undefined, null, '', 5];
  test.each([
    ...(['id', 'device', 'item', 'at'] as const).flatMap((field) =>
      nothing.map((value) => [reviewed, { [field]: value }, `no ${field}`] as const),
    ),
    ...nothing.map((value) => [amended, { event: value }, 'no event'] as const),
    ...nothing.map((value) => [undone, { event: value }, 'no event'] as const),
    ...nothing.map((value) => [examined, { exam: value }, 'no exam or seed'] as const),
    ...nothing.map((value) => [examined, { seed: value }, 'no exam or seed'] as const),
    ...nothing.map((value) => [examined, { verdict: value }, 'no verdict'] as const),
    ...[null].map((answer) => [examined, { answer }, 'no answer'] as const),
    ...[1.5, '1', null, undefined].map((seq) => [reviewed, { seq }, 'no seq'] as const),
    ...[1.5, '1', null, undefined].map((revision) => [reviewed, { revision }, 'no revision'] as const),
    ...[-0.1, 1.1, '0', null, undefined].map((guess) => [reviewed, { guess }, 'no guess'] as const),
    ...['5', null, undefined].map((ms) => [reviewed, { ms }, 'no time or hints'] as const),
    ...['5', null, undefined].map((hints) => [reviewed, { hints }, 'no time or hints'] as const),
    ...['x', null, undefined, []].map((answer) => [reviewed, { answer }, 'no answer'] as const),
    ...['right', null, undefined].map((verdict) => [reviewed, { verdict }, 'no verdict'] as const),
    ...['best', null, undefined].map((rating) => [amended, { rating }, 'no rating'] as const),
  ])('%j with %j: %s', (data, change, reason) => {
    expect(of(data, change)).toEqual({ type: 'unreadable', reason });
  });

  test.each([
    [{ guess: 0 }, 'event'],
    [{ guess: 1 }, 'event'],
    [{ verdict: 'partial' }, 'event'],
    [{ verdict: 'wrong', rating: 'again' }, 'event'],
    [{ rating: 'hard' }, 'event'],
    [{ rating: 'easy' }, 'event'],
    [{ seq: -(2 ** 40) }, 'event'],
  ])('none at the edge: %j', (change, type) => {
    expect(of(reviewed, change).type).toBe(type);
  });

  test.each(['null', '5', '"text"', 'true', '{"v":1'])('told for %s', (text) => {
    expect(readLine(text)).toEqual({
      type: 'unreadable',
      reason: text.startsWith('{') ? 'not JSON' : 'not an event',
    });
  });

  it('told for an empty line, and for a long one as long as is read', () => {
    expect(readLine('')).toEqual({ type: 'unreadable', reason: 'zero bytes' });
    expect(readLine(' '.repeat(2 ** 20))).toEqual({ type: 'unreadable', reason: 'not JSON' });
    expect(readLine(' '.repeat(2 ** 20 + 1))).toEqual({ type: 'unreadable', reason: 'too long' });
  });
});

describe('a line between what editors and crashes leave', () => {
  const event = {
    v: 1,
    id: 'a',
    device: 'd',
    seq: 1,
    at: '2026-01-01T10:00:00Z',
    type: 'flagged',
    item: 'x',
  };
  test.each([
    ['\0', '\0'],
    ['\ufeff', ''],
    ['', '\r'],
    ['\0\ufeff\0', '\r\0'],
  ])('is read: %j and %j around it', (before, after) => {
    expect(readLine(`${before}${JSON.stringify(event)}${after}`)).toEqual({ type: 'event', event });
  });

  test.each([
    ['\r', ''],
    ['', '\ufeff'],
  ])('JSON itself decides about %j and %j', (before, after) => {
    expect(readLine(`${before}${JSON.stringify(event)}${after}`).type).toBe(
      before === '\r' ? 'event' : 'unreadable',
    );
  });
});

describe('a line of a newer format', () => {
  const event = {
    v: 2,
    id: 'a',
    device: 'd',
    seq: 1,
    at: '2026-01-01T10:00:00Z',
    type: 'flagged',
    item: 'x',
  };
  test.each([
    [{}, true],
    [{ more: 1 }, false],
    [{ event: 'e' }, false],
    [{ type: 'undone', event: 'e' }, true],
    [{ type: 'undone', event: 'e', verdict: 'wrong' }, false],
    [{ type: 'amended', event: 'e', verdict: 'wrong', rating: 'again' }, true],
    [{ type: 'amended', event: 'e', verdict: 'wrong' }, false],
    [{ type: 'suspended' }, true],
    [{ type: 'resumed', hints: 1 }, false],
    [{ type: 'bought' }, false],
  ])('with %j is as ours would be: %s', (change, alike) => {
    expect(readLine(JSON.stringify({ ...event, ...change }))).toEqual({ type: 'newer', format: 2, alike });
  });
});

describe('the order of events', () => {
  const sorted = (...keys: readonly EventKey[]) => [...keys].sort(compareKeys);
  it('is by moment, then device, then count, then id', () => {
    const inOrder: readonly EventKey[] = [
      [1, 'b', 9, 'z'],
      [2, 'a', 9, 'z'],
      [2, 'b', 1, 'z'],
      [2, 'b', 10, 'a'],
      [2, 'b', 10, 'b'],
    ];
    expect(sorted(...[...inOrder].reverse())).toEqual(inOrder);
    expect(inOrder.map((key) => compareKeys(key, [2, 'b', 10, 'a']))).toEqual([-1, -1, -1, 0, 1]);
  });

  it('takes a moment as it is written with its offset', () => {
    expect(instantOf({ at: '2026-01-01T10:00:00.000+02:00' })).toEqual({
      ms: Date.UTC(2026, 0, 1, 8),
      offset: 120,
    });
    expect(instantOf({ at: 'once' })).toEqual({ ms: 0, offset: 0 });
  });
});

it('a UUIDv7 has the millisecond in its first 48 bits, and dice in the others', () => {
  expect(makeUuid7(0x0123456789ab, () => 0)).toBe('01234567-89ab-7000-8000-000000000000');
  expect(makeUuid7(0x0123456789ab + 0.9, () => 0.999)).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
  expect(makeUuid7(-5, () => 0.5)).toBe('00000000-0000-7888-a888-888888888888');
  expect(makeUuid7(2 ** 48 + 1, () => 0)).toBe('00000000-0001-7000-8000-000000000000');
});

it('a UUIDv7 sorts by its millisecond and has its version and variant', () => {
  const ids = [1, 2 ** 40, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1].map((ms) =>
    makeUuid7(ms, () => 0.5),
  );
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
