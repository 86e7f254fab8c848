import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { randomFrom } from '#core/base/random.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import type { Memory } from '#core/learner/memory/memory.ts';
import type { ItemState } from '#core/learner/memory/state.ts';
import { missedIn, type PracticeInput, planPractice, practicesIn } from '#core/learner/plan/practice.ts';
import { at, practice, review, stamped } from '../../events.ts';

const today = 20_000;

const head = (id: string, more: Partial<ItemHead> = {}): ItemHead => ({
  ...{ id, deck: 'one', kind: 'choice', level: 1, tags: [], revision: 1, formerIds: [], requires: [] },
  ...more,
});

/** An item that was last answered some days ago; the longer, the weaker. */
const known = (ago: number, dueIn: number, more: Partial<Memory & ItemState> = {}): ItemState => ({
  memory: {
    ...{ stability: 10, difficulty: 5, first: today - 50, last: today - ago, due: today + dueIn },
    ...{ reviews: 3, lapses: 0, rating: 'good', revision: 1 },
    ...more,
  },
  ...{ suspended: more.suspended ?? false, flags: 0, upTo: [0, 'd', 1, 'e'] },
});

const heads = ['fresh', 'strong', 'weak', 'weaker', 'stopped'].map((id) => head(id));
const states = new Map([
  ['strong', known(1, 30)],
  ['weak', known(20, 8)],
  ['weaker', known(40, -3)],
  ['stopped', known(50, -9, { suspended: true })],
]);

const plan = (more: Partial<PracticeInput> = {}) =>
  planPractice({ heads, states, today, random: randomFrom('1'), ...more });
const ids = (more: Partial<PracticeInput> = {}) =>
  plan(more)
    .queue.map((ask) => ask.head.id)
    .sort();

describe('a practice', () => {
  it('asks what was answered before, due or not, and nothing suspended', () => {
    expect(ids()).toEqual(['strong', 'weak', 'weaker']);
    expect(plan()).toMatchObject({ known: 3, unseen: 1 });
  });

  it('leaves the first answer to what is only presumed to be known', () => {
    const some = new Map([...states, ['strong', known(1, 30, { reviews: 0 })]]);
    expect(ids({ states: some })).toEqual(['weak', 'weaker']);
    expect(plan({ states: some })).toMatchObject({ known: 2, unseen: 2 });
  });

  it('takes the lowest chance of recall first if not all fit, in any order', () => {
    expect(ids({ limit: 1 })).toEqual(['weaker']);
    expect(ids({ limit: 2 })).toEqual(['weak', 'weaker']);
    const many = Array.from({ length: 30 }, (_, i) => head(`q${i}`));
    const all = new Map(many.map(({ id }) => [id, known(5, 5)]));
    const one = plan({ heads: many, states: all }).queue.map((ask) => ask.head.id);
    expect(one).toHaveLength(20);
    expect(one).not.toEqual(
      plan({ heads: many, states: all, random: randomFrom('2') }).queue.map((ask) => ask.head.id),
    );
  });

  it('asks only what was missed, what is due within seven days, or what is wanted', () => {
    expect(ids({ missed: new Set(['strong', 'fresh']) })).toEqual(['strong']);
    expect(ids({ dueSoon: true })).toEqual(['weaker']);
    expect(ids({ dueSoon: true, states: new Map([...states, ['weak', known(20, 7)]]) })).toEqual([
      'weak',
      'weaker',
    ]);
    expect(ids({ wanted: ({ id }) => id.startsWith('s') })).toEqual(['strong']);
    expect(plan({ wanted: ({ id }) => id === 'fresh' })).toEqual({ queue: [], known: 0, unseen: 1 });
    expect(plan({ wanted: ({ id }) => id === 'stopped' })).toEqual({ queue: [], known: 0, unseen: 0 });
  });

  it('asks one of each fact, the weakest', () => {
    const some = heads.map((h) => (h.id === 'strong' || h.id === 'weak' ? { ...h, fact: 'f' } : h));
    expect(ids({ heads: some })).toEqual(['weak', 'weaker']);
  });
});

describe('what was missed lately', () => {
  const now = studyDayOf(at('2026-03-20T10:00:00Z'));
  const on = (n: number) => `2026-03-${String(n).padStart(2, '0')}T10:00:00Z`;
  const wrong = { verdict: 'wrong', rating: 'again' } as const;

  it('is what was answered wrong in the last fourteen study days, in a review or in practice', () => {
    const events = [
      stamped(review('old', wrong), 1, on(6)),
      stamped(review('first', wrong), 2, on(7)),
      stamped(practice('practised', wrong), 3, on(20)),
      stamped(review('right'), 4, on(20)),
    ];
    expect([...missedIn(events, now)]).toEqual(['first', 'practised']);
  });

  it('is what an exam found, too', () => {
    const examined = (item: string, verdict: 'correct' | 'partial', n: number) =>
      stamped(
        {
          ...({
            type: 'examined',
            item,
            revision: 1,
            verdict,
            guess: 0,
            answer: { type: 'unknown' },
          } as const),
          ...{ ms: 1, lang: 'en', exam: 'x', seed: '7' },
        },
        n,
        on(n),
      );
    const events = [
      examined('old', 'partial', 6),
      examined('partial', 'partial', 7),
      examined('right', 'correct', 8),
    ];
    expect([...missedIn(events, now)]).toEqual(['partial']);
  });

  it('is not what was undone or counted as right', () => {
    const [undone, amended] = [review('undone', wrong), practice('amended', wrong)].map((deed, i) =>
      stamped(deed, i + 1, on(19)),
    );
    if (undone === undefined || amended === undefined) throw new Error('no events');
    const events = [
      ...[undone, amended],
      stamped({ type: 'undone', item: 'undone', event: undone.id }, 3, on(20)),
      stamped(
        { type: 'amended', item: 'amended', event: amended.id, verdict: 'correct', rating: 'good' },
        4,
        on(20),
      ),
    ];
    expect(missedIn(events, now).size).toBe(0);
    expect([practicesIn(events, 'amended'), practicesIn(events, 'undone')]).toEqual([1, 0]);
  });
});
