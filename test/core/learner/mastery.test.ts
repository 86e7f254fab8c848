import { describe, expect, it } from 'vitest';
import type { Statement } from '#core/bank/compile.ts';
import type { ItemHead } from '#core/bank/head.ts';
import { masteryOf } from '#core/learner/insight/mastery.ts';
import type { ItemState } from '#core/learner/memory/state.ts';

const today = 20_000;

const note = (id: string): Statement => ({ id, verdict: 'right', says: `It is so (${id}).` });

const item = (id: string, notes: readonly string[], revision = 1) => ({
  head: {
    ...{ id, deck: 'd', kind: 'choice', level: 1, tags: [] },
    ...{ revision, formerIds: [], requires: [] },
  } satisfies ItemHead,
  notes,
});

/** A memory of so many days that was refreshed so many days ago. */
const state = (stability: number, ago: number, reviews = 1): ItemState => ({
  memory: {
    ...{ stability, difficulty: 5, first: today - ago, last: today - ago, due: today, reviews, lapses: 0 },
    ...{ rating: 'good', revision: 1 },
  },
  suspended: false,
  upTo: [0, '', 0, ''],
});

const items = [
  item('a', ['n1', 'n2']),
  item('b', ['n1']),
  item('c', ['n1', 'unknown']),
  item('d', ['n3']),
  item('e', ['n3'], 2),
];

describe('how well a note is remembered', () => {
  it('is the mean recall of its answered questions: 0.9 when as many days have passed as the memory lasts', () => {
    const states = new Map([
      ['a', state(3, 3)],
      ['b', state(40, 40)],
      ['d', state(5, 5, 0)],
      ['e', state(5, 5)],
    ]);
    const notes = ['n1', 'n2', 'n3', 'n4'].map(note);
    const [first, second, third, fourth] = masteryOf(notes, items, states, today);
    expect(first).toEqual({
      ...{ statement: note('n1'), items: ['a', 'b', 'c'], begun: 2, recall: expect.closeTo(0.9, 6) },
    });
    expect(second).toMatchObject({ items: ['a'], begun: 1, recall: expect.closeTo(0.9, 6) });
    // Presumed alone, and answered before it was revised: neither counts as answered.
    expect(third).toEqual({ statement: note('n3'), items: ['d', 'e'], begun: 0 });
    expect(fourth).toEqual({ statement: note('n4'), items: [], begun: 0 });
  });

  it('is the mean, not the sum or the last', () => {
    const [known] = masteryOf(
      [note('n1')],
      items,
      new Map([
        ['a', state(3, 3)],
        ['b', state(3, 90)],
      ]),
      today,
    );
    const [weak] = masteryOf([note('n1')], items, new Map([['b', state(3, 90)]]), today);
    expect(known?.recall).toBeCloseTo((0.9 + (weak?.recall ?? 0)) / 2, 6);
    expect(weak?.recall).toBeLessThan(0.7);
  });
});
