import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { fromIso } from '#core/base/instant.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import { type Event, eventFormat } from '#core/learner/events/event.ts';
import type { Rating } from '#core/learner/events/rate.ts';
import { statsOf } from '#core/learner/insight/stats.ts';
import { folded } from '../../events.ts';

const heads: readonly ItemHead[] = ['a', 'b', 'c'].map((id) => ({
  id,
  deck: id === 'c' ? 'two' : 'one',
  kind: 'choice',
  level: 1,
  tags: [],
  revision: 1,
  formerIds: [],
  requires: [],
}));

let seq = 0;
const answered = (item: string, at: string, rating: Rating): Event => {
  seq += 1;
  return {
    v: eventFormat,
    id: `e${seq}`,
    device: 'd',
    seq,
    at,
    type: 'reviewed',
    item,
    revision: 1,
    verdict: rating === 'again' ? 'wrong' : 'correct',
    rating,
    policy: 1,
    guess: 0,
    answer: { type: 'unknown' },
    hints: 0,
    ms: 1,
    lang: 'en',
  };
};

const statsAt = (now: string, events: readonly Event[]) => {
  const today = studyDayOf(fromIso(now) ?? { ms: 0, offset: 0 });
  return statsOf({ heads, states: folded(events), events, today });
};

const history = [
  answered('a', '2026-08-01T10:00:00+02:00', 'good'),
  answered('b', '2026-08-01T10:01:00+02:00', 'again'),
  answered('b', '2026-08-01T10:02:00+02:00', 'good'),
  answered('a', '2026-08-03T10:00:00+02:00', 'again'),
  answered('a', '2026-08-03T10:05:00+02:00', 'good'),
  answered('b', '2026-08-03T10:06:00+02:00', 'good'),
  answered('gone', '2026-08-03T10:07:00+02:00', 'good'),
];

describe('stats', () => {
  it('of nothing are empty', () => {
    const stats = statsAt('2026-08-01T10:00:00+02:00', []);
    expect(stats).toMatchObject({
      reviews: 0,
      studyDays: 0,
      dueTomorrow: 0,
      total: { items: 3, begun: 0, due: 0 },
    });
    expect(stats.total.recall).toBeUndefined();
  });

  it('count as remembered only the first answer of a later day', () => {
    // Of a and b on the 3rd: a was forgotten, its second answer that day tells nothing; b was remembered.
    expect(statsAt('2026-08-03T12:00:00+02:00', history).total.retention).toEqual({ passed: 1, of: 2 });
  });

  it('count practice as answers, and not as remembered', () => {
    const practised = { ...answered('a', '2026-08-03T11:00:00+02:00', 'again'), type: 'practised' } as Event;
    const now = '2026-08-03T12:00:00+02:00';
    const [without, withIt] = [statsAt(now, history), statsAt(now, [...history, practised])];
    expect(withIt.today).toEqual({ answered: without.today.answered + 1, right: 3, fresh: 0 });
    expect(withIt.reviews).toBe(without.reviews + 1);
    expect(withIt.total.retention).toEqual(without.total.retention);
    // Nor does it make the next answer of the day a later one.
    const early = { ...answered('a', '2026-08-02T11:00:00+02:00', 'good'), type: 'practised' } as Event;
    expect(statsAt(now, [early, ...history]).total.retention).toEqual(without.total.retention);
  });

  it('count today by the study day', () => {
    expect(statsAt('2026-08-04T03:30:00+02:00', history).today).toEqual({ answered: 4, right: 3, fresh: 0 });
    expect(statsAt('2026-08-04T04:30:00+02:00', history).today).toEqual({ answered: 0, right: 0, fresh: 0 });
  });

  it('keep apart the decks, and name what is no longer in the bank', () => {
    const stats = statsAt('2026-08-03T12:00:00+02:00', history);
    expect(stats.decks.map((d) => [d.deck, d.items, d.begun])).toEqual([
      ['one', 2, 2],
      ['two', 1, 0],
    ]);
    expect(stats.gone).toEqual(['gone']);
  });

  it('name what is no longer in the bank in the order of the alphabet, and the rest in that of the bank', () => {
    const deed = (item: string, type: 'suspended' | 'flagged', n: number): Event => ({
      ...{ v: eventFormat, id: `d${n}`, device: 'd', seq: 100 + n },
      ...{ at: '2026-08-03T11:00:00+02:00', type, item },
    });
    const more = [
      ...['zebra', 'ape'].map((item) => answered(item, '2026-08-03T10:00:00+02:00', 'good')),
      ...[
        deed('b', 'suspended', 1),
        deed('a', 'suspended', 2),
        deed('c', 'flagged', 3),
        deed('b', 'flagged', 4),
      ],
    ];
    expect(statsAt('2026-08-03T12:00:00+02:00', [...history, ...more])).toMatchObject({
      gone: ['ape', 'gone', 'zebra'],
      suspended: ['a', 'b'],
      flagged: ['b', 'c'],
      leeches: [],
      total: { begun: 2, due: 0 },
    });
  });

  it('take a clock that was set back for no new day', () => {
    // Three hours on, and sixteen zones west: the later moment is on the earlier day.
    const west = [
      answered('a', '2026-08-01T10:00:00+02:00', 'good'),
      answered('a', '2026-08-05T09:00:00+12:00', 'good'),
      answered('a', '2026-08-04T20:00:00-04:00', 'good'),
      answered('a', '2026-08-05T20:00:00-04:00', 'again'),
    ];
    expect(statsAt('2026-08-06T12:00:00-04:00', west).total.retention).toEqual({ passed: 1, of: 1 });
  });

  it('do not count what was undone', () => {
    const last = history[5] as Event;
    const undone: Event = {
      ...last,
      id: 'u',
      seq: 99,
      at: '2026-08-03T11:00:00+02:00',
      type: 'undone',
      event: last.id,
    };
    expect(statsAt('2026-08-03T12:00:00+02:00', [...history, undone]).total.retention).toEqual({
      passed: 0,
      of: 1,
    });
  });
});
