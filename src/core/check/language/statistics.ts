import { wilsonIntervalOf } from '#core/base/wilson.ts';

/** Returns the lower end of the 95% interval of a share (Wilson 1927), 0-1; 0 if nothing was counted. */
export function wilsonLowerOf(hits: number, of: number): number {
  return wilsonIntervalOf(hits, of).low;
}

/** Returns the exact two-sided p-value of a split of fair coin tosses. */
export function pOfCoin(heads: number, of: number): number {
  const fewer = Math.min(heads, of - heads);
  // In logarithms: 0.5 ** 2000 is below the smallest double.
  let log = -of * Math.LN2;
  let tail = 0;
  for (let k = 0; k <= fewer; k++) {
    tail += Math.exp(log);
    log += Math.log((of - k) / (k + 1));
  }
  return Math.min(1, 2 * tail);
}

/** Returns the two-sided p-value of a normal variable; `z` in standard deviations from the mean. */
export function pOfNormal(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** Returns the p-value of counts being this uneven, if all were equally likely (Pearson's chi-square). */
export function pOfEvenness(counts: readonly number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  if (expected === 0) return 1;
  return pOfChiSquare(
    counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0),
    counts.length - 1,
  );
}

/** Returns the upper tail of the chi-square distribution. */
export function pOfChiSquare(value: number, degrees: number): number {
  const half = value / 2;
  const odd = degrees % 2 === 1;
  let tail = odd ? erfc(Math.sqrt(half)) : Math.exp(-half);
  // Q(a + 1, x) = Q(a, x) + x^a e^-x / Gamma(a + 1)
  let term = odd ? (Math.exp(-half) * Math.sqrt(half)) / (Math.sqrt(Math.PI) / 2) : Math.exp(-half) * half;
  for (let a = odd ? 1.5 : 2; a <= degrees / 2; a++) {
    tail += term;
    term *= half / a;
  }
  return tail;
}

/** The coefficients of Numerical Recipes, section 6.2; off by 1.2e-7 of the value at most. */
const erfcTerms = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];

/** Returns the complementary error function of a non-negative number. */
function erfc(x: number): number {
  const t = 1 / (1 + x / 2);
  return t * Math.exp(erfcTerms.reduceRight((sum, term) => sum * t + term, 0) - x * x);
}
