import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readLine, uuid7 } from '#core/learner/event.ts';
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
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
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

it('a UUIDv7 sorts by its millisecond and has its version and variant', () => {
  const ids = [1, 2 ** 40, Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1) + 1].map((ms) => uuid7(ms, () => 0.5));
  expect([...ids].sort()).toEqual(ids);
  for (const id of ids)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
