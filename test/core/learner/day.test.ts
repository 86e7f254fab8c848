import { describe, expect, it, test } from 'vitest';
import { fromIso, toIso } from '#core/base/instant.ts';
import { dateOf, studyDayOf } from '#core/learner/events/day.ts';

const dayAt = (iso: string) => {
  const instant = fromIso(iso);
  if (instant === undefined) throw new Error(`not a time: ${iso}`);
  return dateOf(studyDayOf(instant));
};

describe('the study day', () => {
  test.each([
    ['2026-08-22T03:59:59.999+02:00', '2026-08-21', 'a minute before the rollover is yesterday'],
    ['2026-08-22T04:00:00+02:00', '2026-08-22', 'the rollover begins the day'],
    ['2026-08-22T04:01:00+02:00', '2026-08-22', 'a minute after it is today'],
    ['2026-08-22T23:59:00+02:00', '2026-08-22', 'the evening'],
    ['2026-08-23T00:30:00+02:00', '2026-08-22', 'past midnight is still the same day'],
  ])('%s is %s: %s', (iso, day) => {
    expect(dayAt(iso)).toBe(day);
  });

  it('does not change over midnight in UTC', () => {
    // Two answers two minutes apart, in Shanghai and in New York, on either side of UTC midnight.
    expect(dayAt('2026-08-22T07:59:00+08:00')).toBe(dayAt('2026-08-22T08:01:00+08:00'));
    expect(dayAt('2026-08-21T19:59:00-04:00')).toBe(dayAt('2026-08-21T20:01:00-04:00'));
  });

  it('has 23 hours when clocks go forward and 25 when they go back', () => {
    // Berlin 2026: 02:00 -> 03:00 on 29 March, 03:00 -> 02:00 on 25 October.
    expect(dayAt('2026-03-29T03:59:00+02:00')).toBe('2026-03-28');
    expect(dayAt('2026-03-29T04:01:00+02:00')).toBe('2026-03-29');
    expect(dayAt('2026-10-25T03:59:00+01:00')).toBe('2026-10-24');
    expect(dayAt('2026-10-25T04:01:00+01:00')).toBe('2026-10-25');
    // The hour that comes twice is one day both times.
    expect(dayAt('2026-10-25T02:30:00+02:00')).toBe(dayAt('2026-10-25T02:30:00+01:00'));
  });

  it('is the learner’s own in every zone', () => {
    // The same instant: evening in San Francisco, next morning in Tokyo.
    expect(dayAt('2026-05-01T20:00:00-07:00')).toBe('2026-05-01');
    expect(dayAt('2026-05-02T12:00:00+09:00')).toBe('2026-05-02');
    // A flight west: later by the clock in the world, the same day by the learner's.
    expect(dayAt('2026-05-02T23:00:00+09:00')).toBe('2026-05-02');
    expect(dayAt('2026-05-02T20:00:00-07:00')).toBe('2026-05-02');
  });
});

describe('a moment as text', () => {
  test.each([
    '2026-08-22T09:14:03.120+02:00',
    '2026-01-01T00:00:00.000-03:30',
    '1999-12-31T23:59:59.999+00:00',
    '2026-08-22T09:14:03.120+13:45',
  ])('%s comes back as it was', (iso) => {
    const instant = fromIso(iso);
    expect(instant === undefined ? undefined : toIso(instant)).toBe(iso);
  });

  test.each(['', 'yesterday', '2026-08-22', '2026-13-01T00:00:00Z', '2026-08-22T09:14:03'])(
    '%j is none',
    (text) => {
      expect(fromIso(text)).toBeUndefined();
    },
  );
});
