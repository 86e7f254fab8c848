import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { keepApart, listSpoilt, pairShown, type ShownBy } from '#core/learner/plan/keep-apart.ts';
import { planSession } from '#core/learner/plan/plan.ts';
import { planPractice } from '#core/learner/plan/practice.ts';

const head = (id: string, more: Partial<ItemHead> = {}): ItemHead => ({
  ...{ id, deck: 'd', kind: 'text', level: 1, tags: [], revision: 1, formerIds: [], requires: [] },
  ...more,
});

const named = (names: string) => names.split(' ').map((id) => head(id));
const namesOf = (items: readonly ItemHead[]) => items.map(({ id }) => id).join(' ');
const shownBy = (pairs: Readonly<Record<string, string>>): ShownBy =>
  new Map(Object.entries(pairs).map(([id, by]) => [id, new Set(by.split(' '))]));

describe('keeping apart', () => {
  it.each([
    ['leaves an order in which nothing is given away', 'a b c', { a: 'c' }, 'a b c'],
    ['puts an answer that is typed before what shows it', 'a b c', { c: 'a' }, 'b c a'],
    ['follows a chain', 'a b c d', { b: 'a', c: 'b', d: 'c' }, 'd c b a'],
    [
      'takes two that show each other as they come, as far apart as it can',
      'a b c d',
      { a: 'b', b: 'a' },
      'c d a b',
    ],
  ])('%s', (_, items, pairs, expected) => {
    expect(namesOf(keepApart(named(items), shownBy(pairs)))).toBe(expected);
  });

  it('puts twelve questions after one that came before', () => {
    const names = Array.from({ length: 14 }, (_, i) => `n${i}`).join(' ');
    const order = keepApart(named(`x ${names}`), shownBy({ x: 's' }), named('s'));
    expect(order.findIndex(({ id }) => id === 'x')).toBe(12);
    expect([...listSpoilt(order, shownBy({ x: 's' }), named('s'))]).toEqual([]);
    expect([...listSpoilt(named('n1 x'), shownBy({ x: 's' }), named('s'))]).toEqual(['x']);
  });

  it('loses and adds nothing, and is never worse than the order that it was given', () => {
    fc.assert(
      fc.property(
        fc.nat(30),
        fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 12 }),
        (most, pairs) => {
          const items = Array.from({ length: most + 1 }, (_, i) => head(`q${i}`));
          const spoilers: Record<number, number[]> = {};
          // Each only shows what comes earlier in the bank, so that there is an order without fault.
          for (const [a, b] of pairs) if (a < b) spoilers[a] = [...(spoilers[a] ?? []), b];
          const shown = pairShown(items, items, spoilers);
          const backwards = items.toReversed();
          const order = keepApart(backwards, shown);
          expect(new Set(order)).toEqual(new Set(items));
          expect(order).toHaveLength(items.length);
          expect([...listSpoilt(order, shown, [])]).toEqual([]);
        },
      ),
    );
  });
});

describe('a plan', () => {
  const today = 20_000;
  const memory = {
    ...{ stability: 3, difficulty: 5, first: today - 5, last: today - 5, due: today, reviews: 1, lapses: 0 },
    ...({ rating: 'good', revision: 1 } as const),
  };
  const heads = named('r0 r1 n0 n1 n2');
  const states = new Map(
    ['r0', 'r1'].map((id) => [id, { memory, suspended: false, upTo: [0, '', 0, ''] as const }]),
  );
  const asked = (spoilers: Record<number, readonly number[]>, more: object = {}) =>
    planSession({ heads, states, today, random: () => 0.99, spoilers, ...more })
      .queue.map((a) => a.head.id)
      .join(' ');

  it('begins another question in place of one that a review gives away', () => {
    expect(asked({}, { fresh: 2 })).toBe('r0 r1 n0 n1');
    expect(asked({ 2: [1] }, { fresh: 2 })).toBe('r0 r1 n1 n2');
    // Without another one it is obeyed all the same.
    expect(asked({ 2: [1] }, { fresh: 3 })).toBe('r1 r0 n1 n2 n0');
  });

  it('orders reviews, and new questions among themselves', () => {
    expect(asked({ 1: [0], 4: [2, 3] })).toBe('r1 r0 n2 n0 n1');
  });

  it('asks every review all the same', () => {
    expect(asked({ 0: [1], 1: [0] }, { fresh: 0 })).toBe('r0 r1');
  });

  it('orders practice too', () => {
    const practice = (spoilers: Record<number, readonly number[]>) =>
      planPractice({ heads, states, today, random: () => 0.99, spoilers }).queue.map((a) => a.head.id);
    expect([practice({}), practice({ 1: [0] })]).toEqual([
      ['r0', 'r1'],
      ['r1', 'r0'],
    ]);
  });
});
