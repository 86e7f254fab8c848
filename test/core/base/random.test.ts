import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seeded, shuffled } from '#core/base/random.ts';

it('shuffles into a permutation, the same for the same seed', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.string(), (values, seed) => {
      const once = shuffled(values, seeded(seed));
      expect([...once].sort()).toEqual([...values].sort());
      expect(shuffled(values, seeded(seed))).toEqual(once);
    }),
  );
});

it('finds every order about equally often', () => {
  const random = seeded('fair');
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const order = shuffled([1, 2, 3], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

it('yields numbers in [0, 1)', () => {
  const random = seeded('range');
  for (let i = 0; i < 10_000; i++) {
    const n = random();
    expect(n >= 0 && n < 1).toBe(true);
  }
});
