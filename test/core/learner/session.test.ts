import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { randomFrom } from '#core/base/random.ts';
import type { Memory } from '#core/learner/memory/memory.ts';
import type { ItemState } from '#core/learner/memory/state.ts';
import { planNextReviews, planSession, reviewsOn } from '#core/learner/plan/plan.ts';
import {
  advance,
  dropItem,
  isReturning,
  rejudge,
  repeatsLeftIn,
  type Session,
  skipFirst,
  startSession,
  summaryOf,
  takeBack,
} from '#core/learner/plan/session.ts';
import { newPerDay } from '#core/learner/plan/sift.ts';

const today = 20_000;

const head = (id: string, more: Partial<ItemHead> = {}): ItemHead => ({
  id,
  deck: 'one',
  kind: 'choice',
  level: 1,
  tags: [],
  revision: 1,
  formerIds: [],
  requires: [],
  ...more,
});

const known = (due: number, more: Partial<Memory> = {}): ItemState => ({
  memory: {
    stability: 10,
    difficulty: 5,
    first: today - 50,
    last: today - 10,
    due,
    reviews: 3,
    lapses: 0,
    rating: 'good',
    revision: 1,
    ...more,
  },
  suspended: false,
  upTo: [0, 'd', 1, 'e'],
});

const heads = (count: number, prefix = 'q', more: Partial<ItemHead> = {}) =>
  Array.from({ length: count }, (_, i) => head(`${prefix}${i}`, more));

const planned = (
  input: Partial<Parameters<typeof planSession>[0]> & { readonly heads: readonly ItemHead[] },
) => planSession({ states: new Map(), today, random: randomFrom('1'), ...input });

const ids = (session: Pick<Session, 'queue'>) => session.queue.map((a) => a.head.id);

describe('plan', () => {
  it('asks what is due, then new questions up to the day’s number', () => {
    const all = heads(30);
    const states = new Map(all.slice(0, 5).map((h) => [h.id, known(today)]));
    const { queue, due, fresh, unseen, backlog } = planned({ heads: all, states });
    expect({ due, fresh, unseen, backlog }).toEqual({ due: 5, fresh: newPerDay, unseen: 25, backlog: false });
    expect(ids({ queue }).slice(0, 5).sort()).toEqual(['q0', 'q1', 'q2', 'q3', 'q4']);
    expect(ids({ queue }).slice(5)).toEqual(
      heads(30)
        .slice(5, 15)
        .map((h) => h.id),
    );
  });

  it('asks what is remembered equally well in the order of the deck', () => {
    const all = heads(4);
    const states = new Map(all.map((h) => [h.id, known(today + 5)]));
    expect(ids(planned({ heads: all, states, practice: true }))).toEqual(['q0', 'q1', 'q2', 'q3']);
    const due = new Map(all.map((h) => [h.id, known(today)]));
    expect(ids(planned({ heads: all, states: due, limit: 2 }))).toEqual(['q0', 'q1']);
  });

  it('does not ask what is due tomorrow', () => {
    expect(planned({ heads: heads(1), states: new Map([['q0', known(today + 1)]]) }).queue).toEqual([]);
  });

  it('counts the new questions the day has had', () => {
    const all = heads(30);
    const states = new Map(
      all.slice(0, 7).map((h) => [h.id, known(today + 3, { first: today, last: today })]),
    );
    expect(planned({ heads: all, states }).fresh).toBe(3);
    expect(planned({ heads: all, states, fresh: 8 }).fresh).toBe(8);
  });

  it('holds new questions back while more is due than fits, and asks the likeliest first', () => {
    const all = heads(60);
    const states = new Map(all.slice(0, 50).map((h, i) => [h.id, known(today, { stability: i + 1 })]));
    const { queue, fresh, backlog, due } = planned({ heads: all, states, limit: 20 });
    expect({ fresh, backlog, due, asked: queue.length }).toEqual({
      fresh: 0,
      backlog: true,
      due: 50,
      asked: 20,
    });
    expect(ids({ queue })).toEqual(Array.from({ length: 20 }, (_, i) => `q${49 - i}`));
  });

  it('takes as many reviews as fit for no backlog', () => {
    const all = heads(6);
    const states = new Map(all.slice(0, 4).map((h) => [h.id, known(today)]));
    expect(planned({ heads: all, states, limit: 4 })).toMatchObject({ due: 4, fresh: 0, backlog: false });
    expect(planned({ heads: all, states, limit: 5 })).toMatchObject({ due: 4, fresh: 1, backlog: false });
    expect(planned({ heads: all, states, limit: 3 })).toMatchObject({ due: 4, fresh: 0, backlog: true });
    expect(planned({ heads: all, states, limit: 3, fresh: 2 })).toMatchObject({
      due: 4,
      fresh: 2,
      backlog: true,
    });
    expect(planned({ heads: all, states, limit: 3, fresh: 2 }).queue).toHaveLength(3);
    expect(planned({ heads: all, fresh: 0 }).queue).toEqual([]);
  });

  it('begins nothing new on a day that has had more than its number', () => {
    const all = heads(20);
    const begunToday = all
      .slice(0, 12)
      .map((h, i): [string, ItemState] => [h.id, known(i < 3 ? today : today + 3, { first: today })]);
    const { queue, fresh } = planned({ heads: all, states: new Map(begunToday) });
    expect([queue.length, fresh]).toEqual([3, 0]);
  });

  it('shuffles what is due by its dice, and nothing else', () => {
    const all = heads(12);
    const states = new Map(all.slice(0, 8).map((h) => [h.id, known(today)]));
    const orders = ['1', '2', '3'].map((seed) =>
      ids(planned({ heads: all, states, random: randomFrom(seed) })),
    );
    expect(new Set(orders.map((order) => order.slice(0, 8).join())).size).toBe(3);
    expect(new Set(orders.map((order) => order.slice(8).join()))).toEqual(new Set(['q8,q9,q10,q11']));
    expect(ids(planned({ heads: all, states, random: randomFrom('1') }))).toEqual(orders[0]);
  });

  it('lets an item of a fact wait that another of it was asked for today, due or practised or new', () => {
    const all = [head('a', { fact: 'f' }), head('b', { fact: 'f' }), head('c', { fact: 'f' }), head('d')];
    const states = new Map([
      ['a', known(today + 5, { last: today })],
      ['b', known(today)],
      ['c', known(today + 2)],
      ['d', known(today, { last: today })],
    ]);
    const practised = planned({ heads: all, states, practice: true });
    expect(ids(practised).sort()).toEqual(['a', 'd']);
    expect(practised.due).toBe(1);
  });

  it('takes new questions from each deck in turn', () => {
    const all = [...heads(3, 'a', { deck: 'a' }), ...heads(2, 'b', { deck: 'b' })];
    expect(ids(planned({ heads: all }))).toEqual(['a0', 'b0', 'a1', 'b1', 'a2']);
  });

  it('asks one item of a fact a day', () => {
    const all = [head('a', { fact: 'f' }), head('b', { fact: 'f' }), head('c')];
    expect(ids(planned({ heads: all }))).toEqual(['a', 'c']);
    const states = new Map([['a', known(today + 5, { last: today })]]);
    expect(ids(planned({ heads: all, states }))).toEqual(['c']);
    const due = new Map([['a', known(today, { last: today })]]);
    expect(ids(planned({ heads: all, states: due, fresh: 0 }))).toEqual(['a']);
  });

  it('begins an item only when those that it requires have been asked, suspended or left out', () => {
    const all = [head('b', { requires: ['a'] }), head('a'), head('c', { requires: ['b', 'gone'] })];
    expect(ids(planned({ heads: all }))).toEqual(['a']);
    expect(planned({ heads: all }).unseen).toBe(1);
    const states = new Map([['a', known(today + 5, { first: today, last: today })]]);
    expect(ids(planned({ heads: all, states }))).toEqual(['b']);
    const suspended = new Map([['a', { ...known(today), suspended: true }]]);
    expect(ids(planned({ heads: all, states: suspended }))).toEqual(['b']);
    const begun = new Map([['c', known(today)]]);
    expect(ids(planned({ heads: all, states: begun, fresh: 0 }))).toEqual(['c']);
  });

  it('asks first what selected items require, over decks and chains, and counts those that wait', () => {
    const all = [
      head('c', { deck: 'mine', requires: ['b'] }),
      head('b', { deck: 'other', requires: ['a'] }),
      head('a', { deck: 'third' }),
      head('d', { deck: 'other' }),
    ];
    const mine = { heads: all, wanted: ({ deck }: ItemHead) => deck === 'mine' };
    expect(planned(mine)).toMatchObject({ fresh: 1, needed: 1, waiting: 1 });
    expect(ids(planned(mine))).toEqual(['a']);
    const begun = (...of: string[]) => new Map(of.map((id) => [id, known(today + 5, { first: today - 1 })]));
    expect(ids(planned({ ...mine, states: begun('a') }))).toEqual(['b']);
    const last = planned({ ...mine, states: begun('a', 'b') });
    expect([ids(last), last.needed, last.waiting]).toEqual([['c'], 0, 0]);
    // What is suspended is never asked, and what is not in the bank cannot be.
    const suspended = new Map([['b', { ...known(today), suspended: true }]]);
    expect(ids(planned({ ...mine, states: suspended }))).toEqual(['c']);
    expect(ids(planned({ ...mine, heads: all.slice(0, 1) }))).toEqual(['c']);
    expect(planned({ heads: all })).toMatchObject({ fresh: 2, needed: 0, waiting: 2 });
  });

  it('begins as many new questions as are told, whatever is due', () => {
    const all = heads(100);
    const states = new Map(all.slice(0, 60).map((h) => [h.id, known(today)]));
    const sizes = (input: Partial<Parameters<typeof planSession>[0]>) => {
      const { queue, fresh, due } = planned({ heads: all, states, ...input });
      return [due, queue.length - fresh, fresh];
    };
    expect(sizes({ fresh: 5 })).toEqual([60, 35, 5]);
    expect(sizes({ fresh: 5, limit: 60 })).toEqual([60, 55, 5]);
    expect(sizes({ fresh: 5, limit: 65 })).toEqual([60, 60, 5]);
    expect(sizes({ fresh: 50, limit: 20 })).toEqual([60, 0, 20]);
    expect(sizes({ fresh: 0 })).toEqual([60, 40, 0]);
    expect(sizes({})).toEqual([60, 40, 0]);
    expect(planned({ heads: all.slice(0, 62), states, fresh: 5 })).toMatchObject({ fresh: 2 });
  });

  it('says of each day as many reviews as a session without a limit asks on it', () => {
    const all = [
      ...['a', 'b'].map((id) => head(id, { fact: 'f' })),
      ...['c', 'd', 'e'].map((id) => head(id, { fact: 'g' })),
      head('x'),
      head('y'),
    ];
    const states = new Map([
      ['a', known(today + 9, { last: today })],
      ['b', known(today - 3)],
      ['c', known(today, { stability: 3 })],
      ['d', known(today, { stability: 2 })],
      ['e', known(today + 1)],
      ['x', { ...known(today), suspended: true }],
      ['y', known(today + 4)],
    ]);
    for (const day of [0, 1, 2, 4, 20].map((later) => today + later)) {
      const asked = planned({ heads: all, states, today: day, limit: 1000, fresh: 0 });
      expect(reviewsOn({ heads: all, states }, day).map((h) => h.id)).toEqual(ids(asked).sort());
      expect(asked.due).toBe(asked.queue.length);
    }
    // Of a fact the one that is the likeliest to be forgotten; its siblings wait, and so does one whose sibling was asked today.
    expect(reviewsOn({ heads: all, states }, today).map((h) => h.id)).toEqual(['d']);
    expect(reviewsOn({ heads: all, states }, today + 1).map((h) => h.id)).toEqual(['b', 'd']);
    expect(planNextReviews({ heads: all, states }, today)).toEqual({ day: today + 1, count: 2 });
    expect(planNextReviews({ heads: all, states, wanted: ({ id }) => id === 'y' }, today)).toEqual({
      day: today + 4,
      count: 1,
    });
    expect(planNextReviews({ heads: all, states: new Map() }, today)).toBeUndefined();
  });

  it('hands the facts of its reviews to the choice of new questions', () => {
    const all = [head('a', { fact: 'f' }), head('b', { fact: 'f' }), head('c'), head('d', { level: 4 })];
    const states = new Map([['a', known(today)]]);
    expect(ids(planned({ heads: all, states }))).toEqual(['a', 'c', 'd']);
  });

  it('asks one of each fact among what is due and practised', () => {
    const all = [head('a', { fact: 'f' }), head('b', { fact: 'f' }), head('c', { fact: 'g' }), head('d')];
    const states = new Map([
      ['a', known(today)],
      ['b', known(today + 1, { stability: 2 })],
      ['c', known(today + 1, { stability: 3 })],
      ['d', known(today + 1, { stability: 1 })],
    ]);
    expect(ids(planned({ heads: all, states, practice: true }))).toEqual(['a', 'd', 'c']);
  });

  it('leaves out what is suspended or not wanted', () => {
    const states = new Map([['q0', { ...known(today), suspended: true }]]);
    expect(ids(planned({ heads: heads(3), states, wanted: (h) => h.id !== 'q2' }))).toEqual(['q1']);
  });

  it('takes an item of a higher revision for new', () => {
    const states = new Map([['q0', known(today + 90)]]);
    expect(planned({ heads: [head('q0', { revision: 2 })], states }).fresh).toBe(1);
  });

  it('practises ahead with the weakest memory first', () => {
    const all = heads(3);
    const states = new Map(all.map((h, i) => [h.id, known(today + 5, { stability: 30 - i })]));
    expect(planned({ heads: all, states, fresh: 0 }).queue).toEqual([]);
    expect(ids(planned({ heads: all, states, fresh: 0, practice: true, limit: 2 }))).toEqual(['q2', 'q1']);
  });

  describe('of what is only asked to make sure', () => {
    const all = heads(60);
    /** Forty that a placement presumed known, the last the longest ago, and two reviews. */
    const states = new Map([
      ...all.slice(0, 40).map((h, i) => [h.id, known(today - i, { reviews: 0, first: today - 60 })] as const),
      ...all.slice(40, 42).map((h) => [h.id, known(today)] as const),
    ]);

    it('asks five a day, those that have waited the longest, after the new questions', () => {
      const plan = planned({ heads: all, states });
      expect([plan.due, plan.fresh, plan.backlog]).toEqual([7, 10, false]);
      expect(ids(plan).slice(0, 2).sort()).toEqual(['q40', 'q41']);
      expect(ids(plan).slice(2, 12)).toEqual(all.slice(42, 52).map(({ id }) => id));
      expect(ids(plan).slice(12).sort()).toEqual(['q35', 'q36', 'q37', 'q38', 'q39']);
    });

    it('counts those that were asked today, and no others', () => {
      const asked = (more: Partial<Memory>) =>
        known(today + 9, { reviews: 1, last: today, first: today - 60, ...more });
      const after = new Map(states)
        .set('q39', asked({}))
        .set('q38', asked({}))
        .set('q50', asked({ first: today }))
        .set('q51', asked({ reviews: 2 }))
        .set('q52', asked({ last: today - 1 }));
      expect(
        ids(planned({ heads: all, states: after, fresh: 0 }))
          .slice(2)
          .sort(),
      ).toEqual(['q35', 'q36', 'q37']);
      expect(reviewsOn({ heads: all, states: after }, today + 1)).toHaveLength(2 + 5);
    });

    it('makes no backlog of them, and asks none that find no room', () => {
      const full = new Map([...states, ...all.slice(40).map((h) => [h.id, known(today)] as const)]);
      const plan = planned({ heads: all, states: full, limit: 20 });
      expect([plan.due, plan.queue.length, plan.backlog]).toEqual([25, 20, false]);
      expect(ids(plan).every((id) => Number(id.slice(1)) >= 40)).toBe(true);
    });

    it('keeps room for the rest: a limit leaves out checks first', () => {
      expect(
        ids(planned({ heads: all, states, limit: 13 })).filter((id) => Number(id.slice(1)) < 40),
      ).toHaveLength(1);
    });
  });

  it('never asks more than the limit nor anything twice', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.integer({ min: 1, max: 50 }), (count, due, limit) => {
        const all = heads(count);
        const states = new Map(all.slice(0, due).map((h) => [h.id, known(today)]));
        const queue = ids(planned({ heads: all, states, limit }));
        expect(queue.length).toBeLessThanOrEqual(limit);
        expect(new Set(queue).size).toBe(queue.length);
      }),
    );
  });
});

const session = (count: number) => startSession(heads(count).map((h) => ({ head: h, reask: 0 })));
const right = { event: 'e1', verdict: 'correct', rating: 'good', ms: 1000 } as const;
const wrong = { event: 'e2', verdict: 'wrong', rating: 'again', ms: 2000 } as const;

/** A session whose first question was answered before, which was undone. */
const asSeen = ({ queue: [ask, ...others], ...rest }: Session, seen: 'miss' | 'right') => ({
  ...rest,
  queue: ask === undefined ? [] : [{ ...ask, seen }, ...others],
});

describe('a session', () => {
  it('begins with what another session of the day owes, beside the room for its own misses', () => {
    const all = heads(5);
    const owed = known(today, { last: today, rating: 'again' });
    const states = new Map([...all.map((h) => [h.id, known(today)] as const), ['q1', owed] as const]);
    const begun = startSession(
      [...planned({ heads: all, states }).queue].sort((a, b) => a.head.id.localeCompare(b.head.id)),
    );
    expect(begun.queue.map((a) => a.reask)).toEqual([0, 1, 0, 0, 0]);
    expect([begun.room, repeatsLeftIn(begun)]).toEqual([2, 1]);
    expect(
      advance(begun, wrong)
        .queue.map((a) => [a.head.id, a.reask])
        .at(-1),
    ).toEqual(['q0', 1]);
    expect([isReturning(begun, 'again'), isReturning(begun, 'good')]).toEqual([true, false]);
  });

  it('goes on after a right answer, and brings a wrong one back at its end', () => {
    const next = advance(advance(session(4), right), wrong);
    expect(next.queue.map((a) => [a.head.id, a.reask])).toEqual([
      ['q2', 0],
      ['q3', 0],
      ['q1', 1],
    ]);
  });

  it('brings a question back three times and no oftener', () => {
    const [ask, ...others] = session(16).queue;
    if (ask === undefined) throw new Error('no question');
    const again = (reask: number) =>
      advance({ ...session(16), queue: [{ ...ask, reask }, ...others] }, wrong).queue.slice(15);
    expect([0, 1, 2, 3].map((reask) => again(reask).map((a) => a.reask))).toEqual([[1], [2], [3], []]);
  });

  it('grows by a quarter at most, however much is wrong', () => {
    for (const [count, most] of [
      [3, 4],
      [7, 8],
      [8, 10],
      [40, 50],
    ] as const) {
      let s = session(count);
      while (s.queue.length > 0) s = advance(s, wrong);
      expect([count, s.answered.length]).toEqual([count, most]);
    }
  });

  it('never asks a question again before two others have been asked', () => {
    expect(ids(advance(session(3), wrong))).toEqual(['q1', 'q2', 'q0']);
    expect(ids(advance(session(2), wrong))).toEqual(['q1']);
    expect(ids(advance(session(1), wrong))).toEqual([]);
    const close = advance(advance(advance(session(8), wrong), right), right);
    expect(ids(advance({ ...close, queue: close.queue.slice(-2) }, wrong))).toEqual(['q0']);
  });

  it('asks again at once what was taken back', () => {
    const s = session(2);
    expect(takeBack(advance(s, wrong))).toEqual(asSeen(s, 'miss'));
    expect(takeBack(advance(s, right))).toEqual(asSeen(s, 'right'));
    expect(takeBack(s)).toEqual(s);
  });

  it('does not take a miss for made good when the answer after it is taken back as well', () => {
    const s = takeBack(advance(takeBack(advance(session(2), wrong)), right));
    expect(s).toEqual(asSeen(session(2), 'miss'));
  });

  it('drops the second asking of what was right after all, and adds it to what was not', () => {
    expect(ids(rejudge(advance(session(3), wrong), 'correct', 'good'))).toEqual(['q1', 'q2']);
    expect(ids(rejudge(advance(session(3), right), 'wrong', 'again'))).toEqual(['q1', 'q2', 'q0']);
  });

  it('that is over stays as it is', () => {
    const over = startSession([]);
    expect(advance(over, right)).toEqual(over);
    expect(takeBack(over)).toEqual(over);
    expect(rejudge(over, 'wrong', 'again')).toEqual(over);
    expect(skipFirst(over)).toEqual(over);
  });

  it('takes back the second asking alone, and keeps what else waits of that question', () => {
    const twice = advance(advance(session(3), wrong), right);
    expect(takeBack(advance(twice, wrong))).toEqual(asSeen(twice, 'miss'));
    expect(takeBack(twice)).toEqual(asSeen(advance(session(3), wrong), 'right'));
    const other = startSession([
      { head: head('q0'), reask: 0 },
      { head: head('q0'), reask: 2 },
      { head: head('q1'), reask: 1 },
    ]);
    expect(takeBack(advance(other, wrong))).toEqual(asSeen(other, 'miss'));
    expect(rejudge(advance(other, wrong), 'correct', 'good').queue).toEqual(other.queue.slice(1));
  });

  it('remembers of what was judged anew when it was answered, and what it counts as now', () => {
    const s = rejudge(advance(advance(session(3), right), wrong), 'correct', 'easy');
    expect(s.answered).toEqual([
      { ...right, ask: { head: head('q0'), reask: 0 } },
      { ...wrong, verdict: 'correct', rating: 'easy', ask: { head: head('q1'), reask: 0 } },
    ]);
    expect(ids(s)).toEqual(['q2']);
  });

  it('forgets a skipped question, and one that is not to be asked again', () => {
    expect(ids(skipFirst(session(2)))).toEqual(['q1']);
    expect(ids(dropItem(advance(session(2), wrong), 'q0'))).toEqual(['q1']);
  });

  it('loses no question, whatever is answered', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.array(fc.boolean(), { maxLength: 60 }), (count, answers) => {
        let s = session(count);
        for (const good of answers) s = advance(s, good ? right : wrong);
        const seen = new Set([...s.queue, ...s.answered.map((a) => a.ask)].map((a) => a.head.id));
        expect(seen.size).toBe(count);
      }),
    );
  });
});

describe('the summary', () => {
  it('counts', () => {
    const s = advance(advance(session(3), wrong), right);
    expect(summaryOf(s)).toEqual({ answered: 2, right: 1, ms: 3000 });
    expect(summaryOf(advance(session(1), right))).toEqual({ answered: 1, right: 1, ms: 1000 });
  });
});
