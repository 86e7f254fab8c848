import { describe, expect, it } from 'vitest';
import { studyDayOf } from '#core/learner/events/day.ts';
import { localStateOf, localStatesOf } from '#core/learner/memory/local.ts';
import { at, folded, review, stamped } from '../../events.ts';

const tokyo = '2026-03-02T10:00:00+09:00';
const day = studyDayOf(at(tokyo));
const states = folded([
  stamped(review('old'), 1, '2026-02-20T10:00:00+09:00'),
  stamped(review('new', { rating: 'again', verdict: 'wrong' }), 2, tokyo),
  stamped({ type: 'flagged', item: 'flagged' }, 3, tokyo),
]);
const daysOf = (item: string, iso: string) => {
  const { first, last, due } = localStatesOf(states, at(iso)).get(item)?.memory ?? {};
  return [first, last, due].map((one) => (one ?? 0) - day);
};

describe('a memory of this morning', () => {
  it.each([
    ['where it was made', '2026-03-02T20:00:00+09:00', [0, 0, 1]],
    ['further east', '2026-03-02T22:00:00+12:00', [0, 0, 1]],
    ['on the evening before, further west', '2026-03-01T20:00:00-08:00', [-1, -1, 0]],
    ['on the next morning there', '2026-03-02T08:00:00-08:00', [-1, -1, 0]],
    ['when its day is past there', '2026-03-03T08:00:00-08:00', [0, 0, 1]],
  ])('%s', (_, iso, days) => {
    expect(daysOf('new', iso)).toEqual(days);
  });

  it('leaves others as they are, and all of them where nothing moves', () => {
    const west = localStatesOf(states, at('2026-03-01T20:00:00-08:00'));
    expect(west.get('old')).toBe(states.get('old'));
    expect(west.get('flagged')).toBe(states.get('flagged'));
    expect(localStatesOf(states, at('2026-03-02T20:00:00+09:00'))).toBe(states);
  });

  it('of a question that was begun before moves no first day', () => {
    const twice = folded([
      stamped(review('a'), 1, '2026-02-20T10:00:00+09:00'),
      stamped(review('a'), 2, tokyo),
    ]).get('a')!;
    const local = localStateOf(twice, at('2026-03-01T20:00:00-08:00'));
    expect(local.memory).toMatchObject({ first: day - 10, last: day - 1, due: twice.memory!.due - 1 });
  });
});
