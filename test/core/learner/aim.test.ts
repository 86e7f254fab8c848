import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { standingsOf } from '#core/learner/insight/progress.ts';
import type { Memory } from '#core/learner/memory/memory.ts';
import type { States } from '#core/learner/memory/state.ts';
import { aimFrom } from '#core/learner/plan/aim.ts';
import { planSession, reviewsOn } from '#core/learner/plan/plan.ts';

const today = 20_000;

const head = (id: string, deck: string, more: Partial<ItemHead> = {}): ItemHead => ({
  ...{ id, deck, kind: 'choice', level: 1, tags: [], revision: 1, formerIds: [], requires: [] },
  ...more,
});

const due: Memory = {
  ...{ stability: 3, difficulty: 5, first: today - 5, last: today - 5, due: today, reviews: 1, lapses: 0 },
  ...{ rating: 'good', revision: 1 },
};

const statesOf = (...ids: readonly string[]): States =>
  new Map(ids.map((id) => [id, { memory: due, suspended: false, upTo: [0, '', 0, ''] }]));

const heads = [
  head('a1', '01-a'),
  head('a2', '01-a'),
  head('b1', '02-b'),
  head('b2', '02-b', { requires: ['a2'] }),
  head('c1', '03-c'),
];
const decks = [{ name: '01-a' }, { name: '02-b' }, { name: '03-c' }];

const asked = (settings: Parameters<typeof aimFrom>[0], states = statesOf('a1', 'c1')) => {
  const { queue } = planSession({
    ...{ heads, states, today, random: () => 0.5 },
    aim: aimFrom(settings, decks).aim,
  });
  return queue.map((ask) => ask.head.id).sort();
};

describe('an aim', () => {
  it('takes new questions from the decks in focus and what they require, and reviews from all', () => {
    expect(asked({})).toEqual(['a1', 'a2', 'b1', 'c1']);
    // b2 requires a2, which is in no deck of the focus.
    expect(asked({ focus: ['b'] })).toEqual(['a1', 'a2', 'b1', 'c1']);
    expect(asked({ focus: ['03-c'] })).toEqual(['a1', 'c1']);
    expect(asked({ focus: ['a'] }, statesOf())).toEqual(['a1', 'a2']);
  });

  it('takes reviews from the focus alone if the learner wants that', () => {
    expect(asked({ focus: ['a'], reviews: 'focus' })).toEqual(['a1', 'a2']);
    // Without a focus there is nothing to keep to.
    expect(asked({ reviews: 'focus' })).toEqual(['a1', 'a2', 'b1', 'c1']);
    const { aim } = aimFrom({ focus: ['c'], reviews: 'focus' }, decks);
    expect(reviewsOn({ heads, states: statesOf('a1', 'c1'), aim }, today)).toEqual([heads[4]]);
  });

  it('sets how many questions are new in a day', () => {
    expect(asked({ new: 1 }, statesOf('a1'))).toEqual(['a1', 'b1']);
    expect(asked({ new: 0 }, statesOf('a1'))).toEqual(['a1']);
  });

  it('names what is no deck of the bank, and then leaves all decks if nothing else is in focus', () => {
    expect(aimFrom({ focus: ['b', 'x'] }, decks)).toEqual({
      aim: { decks: new Set(['02-b']) },
      unknown: ['x'],
    });
    expect(aimFrom({ focus: ['x'], reviews: 'focus', new: 3 }, decks)).toEqual({
      aim: { perDay: 3 },
      unknown: ['x'],
    });
  });

  it('how far each deck is counts reviews as a session would ask them', () => {
    const { aim } = aimFrom({ focus: ['c'], reviews: 'focus' }, decks);
    const states = statesOf('a1', 'c1');
    expect(standingsOf({ heads, states, aim }, today)).toEqual([
      { deck: '01-a', items: 2, begun: 1, presumed: 0, due: 0 },
      { deck: '02-b', items: 2, begun: 0, presumed: 0, due: 0 },
      { deck: '03-c', items: 1, begun: 1, presumed: 0, due: 1 },
    ]);
    const presumed = new Map(
      [...statesOf('b1')].map(([id, s]) => [id, { ...s, memory: { ...due, reviews: 0 } }]),
    );
    expect(standingsOf({ heads, states: presumed }, today)[1]).toMatchObject({
      begun: 0,
      presumed: 1,
      due: 1,
    });
  });
});
