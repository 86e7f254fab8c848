import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomFrom, shuffle } from '#core/base/random.ts';

it('shuffles into a permutation, the same for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (values, seed) => {
      const once = shuffle(values, randomFrom(seed));
      expect([...once].sort()).toEqual([...values].sort());
      expect(shuffle(values, randomFrom(seed))).toEqual(once);
    }),
  );
});

it('finds every order about equally often', () => {
  const random = randomFrom('fair');
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffle([1, 2, 3], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

it('yields numbers in [0, 1)', () => {
  const random = randomFrom('range');
  for (let i = 0; i < 10_000; i++) {
    const n = random();
    expect(n >= 0 && n < 1).toBe(true);
  }
});
