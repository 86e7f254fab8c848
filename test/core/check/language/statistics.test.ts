import { describe, expect, it } from 'vitest';
import {
  pOfChiSquare,
  pOfCoin,
  pOfEvenness,
  pOfNormal,
  wilsonLowerOf,
} from '#core/check/language/statistics.ts';

describe('the lower end of a share', () => {
  it.each([
    [50, 100, 0.4038],
    [0, 10, 0],
    [10, 10, 0.7225],
    [30, 40, 0.5981],
  ])('is that of Wilson: %d of %d', (hits, of, lower) => {
    expect(wilsonLowerOf(hits, of)).toBeCloseTo(lower, 4);
  });

  it('is 0 if nothing was counted', () => {
    expect(wilsonLowerOf(0, 0)).toBe(0);
  });
});

describe('the chance of an uneven split', () => {
  it.each([
    [8, 8, 0.0078125],
    [0, 8, 0.0078125],
    [7, 8, 0.0703125],
    [5, 10, 1],
    [0, 0, 1],
    [60, 100, 0.0568879],
  ])('is exact: %d of %d', (heads, of, p) => {
    expect(pOfCoin(heads, of)).toBeCloseTo(p, 6);
  });

  it('is a number for many tosses too', () => {
    expect(pOfCoin(2500, 5000)).toBe(1);
    expect(pOfCoin(2600, 5000)).toBeCloseTo(0.00489, 4);
  });
});

describe('tails', () => {
  it.each([
    [3.841459, 1, 0.05],
    [5.991465, 2, 0.05],
    [7.814728, 3, 0.05],
    [16.26624, 3, 0.001],
    [18.46683, 4, 0.001],
    [20.51501, 5, 0.001],
    [0, 3, 1],
  ])('of chi-square: %d at %d degrees', (value, degrees, p) => {
    expect(pOfChiSquare(value, degrees)).toBeCloseTo(p, 6);
  });

  it.each([
    [1.959964, 0.05],
    [-3.290527, 0.001],
    [0, 1],
  ])('of the normal distribution: %d', (z, p) => {
    expect(pOfNormal(z)).toBeCloseTo(p, 6);
  });

  it('of counts that should be even', () => {
    expect(pOfEvenness([10, 10, 10])).toBe(1);
    expect(pOfEvenness([0, 40, 0, 0])).toBeLessThan(1e-20);
    expect(pOfEvenness([15, 5, 5, 15])).toBeCloseTo(pOfChiSquare(10, 3), 12);
    expect(pOfEvenness([0, 0, 0])).toBe(1);
  });
});
