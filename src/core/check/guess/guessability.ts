import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import { memoise } from '#core/base/memoise.ts';
import { hashFnv1a } from '#core/base/random.ts';
import type { Lang } from '#core/base/text.ts';
import { wilsonLowerOf } from '../language/statistics.ts';
import { type LocatedSet, type OptionSet, setsByLanguageOf } from '../views/option-sets.ts';
import { cues } from './cues.ts';
import { type Guess, guessKeys } from './guesser.ts';

/** How well questions with one correct option can be guessed from their wording, in one language; rates are 0-1. */
export interface Guessability {
  readonly lang: Lang;
  /** How many questions have one correct option. */
  readonly items: number;
  /** The mean rate of blind guesses. */
  readonly chance: number;
  /** The rate of always picking the longest option. */
  readonly longest: Rate;
  /** The rate of guessing by all cues together, learnt from other questions; of at most 2,000 questions. */
  readonly guesser: Rate;
}

/** A share of correct guesses, and the lower end of its 95% interval. */
export interface Rate {
  readonly rate: number;
  readonly lower: number;
}

/** A question as a guesser sees it. */
export interface GuessedItem {
  readonly located: LocatedItem;
  readonly set: OptionSet;
  /** 1 if the longest option is correct, else 0; shared if several are the longest. */
  readonly longest: number;
  /** Undefined if the question is not in the sample. */
  readonly guess?: Guess;
}

/** The fewest questions for a meaningful rate. */
export const fewestForRates = 30;

const sampleSize = 2000;
/** The fewest questions in which a cue singles out an option, to be told of. */
const fewestTold = 5;

/** Returns how well a bank can be guessed, for each language with questions that have one correct option. */
export function guessabilityOf(bank: LocatedBank): readonly Guessability[] {
  return [...guessedItemsOf(bank)].map(([lang, items]) => sumUp(lang, items));
}

/** Returns the better of the two ways to guess: the one with the higher lower end. */
export const bestGuessOf = ({ longest, guesser }: Guessability): Rate =>
  longest.lower >= guesser.lower ? longest : guesser;

/** Returns the questions with one correct option and the guesses at them, by language. */
export const guessedItemsOf = memoise(
  (bank: LocatedBank): ReadonlyMap<Lang, readonly GuessedItem[]> =>
    new Map([...setsByLanguageOf(bank)].map(([lang, sets]) => [lang, guessedIn(sets)])),
);

/** Returns the rates for some questions. */
export function sumUp(lang: Lang, items: readonly GuessedItem[]): Guessability {
  const guesses = items.flatMap(({ guess }) => (guess === undefined ? [] : [guess.hit]));
  // Of fewer, a rate says nothing: in a large bank, few questions of a small deck are in the sample.
  const isMeasured = guesses.length >= fewestForRates || guesses.length === items.length;
  return {
    lang,
    items: items.length,
    chance: sumOf(items.map(({ set }) => 1 / set.options.length)) / Math.max(1, items.length),
    longest: rateOf(items.map((i) => i.longest)),
    guesser: rateOf(isMeasured ? guesses : []),
  };
}

function rateOf(hits: readonly number[]): Rate {
  const sum = sumOf(hits);
  return { rate: sum / Math.max(1, hits.length), lower: wilsonLowerOf(sum, hits.length) };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function guessedIn(asked: readonly LocatedSet[]): readonly GuessedItem[] {
  const sample = sampleOf(asked);
  // Items on one fact are similar, so they share a fold: none may teach how to guess another.
  const folds = sample.map(({ located: { item } }) => hashFnv1a(item.fact ?? item.id));
  const guesses = guessKeys(
    sample.map(({ set }) => set),
    (i) => folds[i] ?? 0,
  );
  const guessOf = new Map(sample.map(({ set }, i) => [set, guesses[i]]));
  return asked.map(({ located, set }) => {
    const guess = guessOf.get(set);
    return { located, set, longest: longestHit(set), ...(guess === undefined ? {} : { guess }) };
  });
}

/** Returns the sample, which does not depend on the order of files. */
function sampleOf(asked: readonly LocatedSet[]): readonly LocatedSet[] {
  if (asked.length <= sampleSize) return asked;
  return asked
    .map((one) => ({ one, hash: hashFnv1a(one.located.item.id) }))
    .sort((a, b) => a.hash - b.hash)
    .slice(0, sampleSize)
    .map(({ one }) => one);
}

function longestHit({ key, options }: OptionSet): number {
  const most = Math.max(...options.map((o) => o.length));
  return key.length < most ? 0 : 1 / options.filter((o) => o.length === most).length;
}

/** How often a cue singles out one option, and how often that option is correct. */
export interface Telling {
  /** `is the longest`. */
  readonly says: string;
  readonly hits: number;
  readonly of: number;
}

/** Returns the cue that gives away most correct answers, or rules out most distractors; in the sample, if there are many questions. */
export function findMostTelling(items: readonly GuessedItem[]): Telling | undefined {
  let best: Telling | undefined;
  let most = 0;
  for (const { says, of } of cues) {
    let [hits, count, expected, excluded] = [0, 0, 0, 0];
    for (const { set, guess } of items) {
      if (guess === undefined && items.length > sampleSize) continue;
      const values = of(set);
      const top = Math.max(...values);
      if (values.filter((v) => v === top).length !== 1) continue;
      count++;
      expected += 1 / values.length;
      if (values[0] === top) hits++;
      else excluded += 1 / (values.length * (values.length - 1));
    }
    // Ruling out one option is worth little: the correct one is still among the others.
    const gain = hits > expected ? hits - expected : hits === 0 ? excluded : 0;
    if (gain <= most || count < fewestTold) continue;
    most = gain;
    best = { says, hits, of: count };
  }
  return best;
}
