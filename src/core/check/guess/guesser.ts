import type { OptionSet } from '../views/option-sets.ts';
import { cues } from './cues.ts';

/** The guess at one item, learnt from other items only. */
export interface Guess {
  /** 1 if it picks the correct option, else 0; shared if several options look the same to it. */
  readonly hit: number;
  /** The probability it gives to the correct option, 0-1. */
  readonly confidence: number;
}

/** Items as sparse rows of numbers: the cues in which the options of an item differ. */
interface Cued {
  /** For each item, the row of its first option, which is the correct one; then the end of the last. */
  readonly rows: Float64Array;
  /** For each row, its first entry; then the end of the last. */
  readonly starts: Float64Array;
  readonly columns: Float64Array;
  readonly values: Float64Array;
}

const foldCount = 5;
/**
 * The strength of the prior, in items: strong enough that a bank of 50 without cues is guessed at chance, and weak enough that
 * one whose longest option is always correct is still recognised.
 */
const doubt = 4;
const rounds = 15;
/** Scores closer than this are equal: sums may differ in their last bits. */
const alike = 1e-9;

/**
 * Guesses the correct options by cues alone: a conditional logit over the options of each item, with a normal prior, learnt by
 * accelerated gradient descent from the items of the other folds. It never learns positions.
 */
export function guessKeys(sets: readonly OptionSet[], foldOf: (index: number) => number): readonly Guess[] {
  const cued = cuedOf(sets);
  const folds = sets.map((_, i) => foldOf(i) % foldCount);
  const models = Array.from({ length: foldCount }, (_, fold) => {
    const learnt: number[] = [];
    for (const [i, other] of folds.entries()) if (other !== fold) learnt.push(i);
    return folds.includes(fold) ? weightsFor(cued, learnt) : new Float64Array(cues.length);
  });
  const odds = new Float64Array(cued.starts.length);
  return folds.map((fold, i) => guessOf(cued, i, models[fold] ?? new Float64Array(cues.length), odds));
}

function cuedOf(sets: readonly OptionSet[]): Cued {
  const [rows, starts, columns, values]: [number[], number[], number[], number[]] = [[0], [], [], []];
  for (const set of sets) {
    const seen: { readonly column: number; readonly values: readonly number[] }[] = [];
    for (const [column, cue] of cues.entries()) {
      const values = cue.of(set);
      // A cue that all options share says nothing.
      if (values.some((v) => v !== values[0])) seen.push({ column, values });
    }
    for (const i of set.options.keys()) {
      starts.push(columns.length);
      for (const cue of seen) {
        const value = cue.values[i] ?? 0;
        if (value === 0) continue;
        columns.push(cue.column);
        values.push(value);
      }
    }
    rows.push(starts.length);
  }
  starts.push(columns.length);
  return {
    rows: Float64Array.from(rows),
    starts: Float64Array.from(starts),
    columns: Float64Array.from(columns),
    values: Float64Array.from(values),
  };
}

/** Learns the weights by Nesterov's method, from zero, in steps that cannot overshoot. */
function weightsFor(cued: Cued, learnt: readonly number[]): Float64Array {
  const size = cues.length;
  const penalty = doubt / Math.max(1, learnt.length);
  const step = 1 / (steepness(cued, learnt) + penalty);
  let weights = new Float64Array(size);
  const ahead = new Float64Array(size);
  const slope = new Float64Array(size);
  const odds = new Float64Array(cued.starts.length);
  let pace = 1;
  for (let round = 0; round < rounds; round++) {
    slopeAt(cued, learnt, ahead, slope, odds);
    const next = new Float64Array(size);
    const nextPace = (1 + Math.sqrt(1 + 4 * pace * pace)) / 2;
    for (let c = 0; c < size; c++) {
      next[c] = at(ahead, c) - step * (at(slope, c) / learnt.length + penalty * at(ahead, c));
      ahead[c] = at(next, c) + ((pace - 1) / nextPace) * (at(next, c) - at(weights, c));
    }
    weights = next;
    pace = nextPace;
  }
  return weights;
}

/** Returns a bound of the curvature: the mean over the items of the summed variances of their cues, each at most a quarter. */
function steepness({ rows, starts, values }: Cued, learnt: readonly number[]): number {
  let sum = 0;
  for (const i of learnt)
    for (let e = at(starts, at(rows, i)); e < at(starts, at(rows, i + 1)); e++) sum += at(values, e) ** 2;
  return sum / 4 / Math.max(1, learnt.length) + 0.05;
}

function slopeAt(
  cued: Cued,
  learnt: readonly number[],
  weights: Float64Array,
  slope: Float64Array,
  odds: Float64Array,
): void {
  const { rows, starts, columns, values } = cued;
  slope.fill(0);
  for (const i of learnt) {
    weigh(cued, i, weights, odds);
    const key = at(rows, i);
    for (let row = key; row < at(rows, i + 1); row++) {
      const error = at(odds, row) - (row === key ? 1 : 0);
      for (let e = at(starts, row); e < at(starts, row + 1); e++) {
        const c = at(columns, e);
        slope[c] = at(slope, c) + error * at(values, e);
      }
    }
  }
}

/** Writes the probability of each option of an item to be correct, by the weights. */
function weigh(
  { rows, starts, columns, values }: Cued,
  i: number,
  weights: Float64Array,
  odds: Float64Array,
) {
  let sum = 0;
  for (let row = at(rows, i); row < at(rows, i + 1); row++) {
    let score = 0;
    for (let e = at(starts, row); e < at(starts, row + 1); e++)
      score += at(weights, at(columns, e)) * at(values, e);
    odds[row] = Math.exp(score);
    sum += at(odds, row);
  }
  for (let row = at(rows, i); row < at(rows, i + 1); row++) odds[row] = at(odds, row) / sum;
}

function guessOf(cued: Cued, i: number, weights: Float64Array, odds: Float64Array): Guess {
  weigh(cued, i, weights, odds);
  const confidence = at(odds, at(cued.rows, i));
  let hit = 1;
  for (let row = at(cued.rows, i) + 1; row < at(cued.rows, i + 1); row++) {
    const other = at(odds, row);
    if (other > confidence + alike) return { hit: 0, confidence };
    if (other > confidence - alike) hit++;
  }
  return { hit: 1 / hit, confidence };
}

/** Returns an existing entry. All callers use one type of array: mixed types would be slower. */
const at = (values: Float64Array, index: number): number => values[index] ?? 0;
