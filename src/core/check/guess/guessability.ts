import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import { oncePer } from '#core/base/once-per.ts';
import { fnv1a } from '#core/base/random.ts';
import type { Lang } from '#core/base/text.ts';
import { wilsonLower } from '../language/statistics.ts';
import { type LocatedSet, type OptionSet, setsByLanguage } from '../views/option-sets.ts';
import { cues } from './cues.ts';
import { type Guess, guessed } from './guesser.ts';

/** How far the questions with one right option can be passed without knowing their subject, in one language; rates are 0-1. */
export interface Guessability {
  readonly lang: Lang;
  /** How many questions have one right option. */
  readonly items: number;
  /** The mean chance of a blind guess. */
  readonly chance: number;
  /** Always picking the longest option. */
  readonly longest: Rate;
  /** Picking by all looks together, as learnt from other questions; of 2,000 questions at most. */
  readonly guesser: Rate;
}

/** A share of right guesses, and the lower end of its 95 % interval. */
export interface Rate {
  readonly rate: number;
  readonly lower: number;
}

/** A question as a guesser sees it. */
export interface GuessedItem {
  readonly located: LocatedItem;
  readonly set: OptionSet;
  /** Whether the longest option is the key, 0-1; shared where several are the longest. */
  readonly longest: number;
  /** Undefined where it was left out of the sample. */
  readonly guess?: Guess;
}

/** Below so many questions a rate says nothing. */
export const fewestForRates = 30;

const sampleSize = 2000;

/** How far a bank can be passed by looks, for each language in which it has questions with one right option. */
export function guessabilityOf(bank: LocatedBank): readonly Guessability[] {
  return [...guessedItems(bank)].map(([lang, items]) => summedUp(lang, items));
}

/** The better of the two ways to guess: the one whose rate is the more certain to be high. */
export const bestGuess = ({ longest, guesser }: Guessability): Rate =>
  longest.lower >= guesser.lower ? longest : guesser;

/** The questions with one right option and how they are guessed, by language. */
export const guessedItems = oncePer(
  (bank: LocatedBank): ReadonlyMap<Lang, readonly GuessedItem[]> =>
    new Map([...setsByLanguage(bank)].map(([lang, sets]) => [lang, guessedIn(sets)])),
);

/** The rates of some questions. */
export function summedUp(lang: Lang, items: readonly GuessedItem[]): Guessability {
  const guesses = items.flatMap(({ guess }) => (guess === undefined ? [] : [guess.hit]));
  return {
    lang,
    items: items.length,
    chance: sumOf(items.map(({ set }) => 1 / set.options.length)) / Math.max(1, items.length),
    longest: rateOf(items.map((i) => i.longest)),
    guesser: rateOf(guesses),
  };
}

function rateOf(hits: readonly number[]): Rate {
  const sum = sumOf(hits);
  return { rate: sum / Math.max(1, hits.length), lower: wilsonLower(sum, hits.length) };
}

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

function guessedIn(asked: readonly LocatedSet[]): readonly GuessedItem[] {
  const sample = sampleOf(asked);
  // Items on one fact are alike: none may teach how to guess another.
  const folds = sample.map(({ located: { item } }) => fnv1a(item.fact ?? item.id));
  const guesses = guessed(
    sample.map(({ set }) => set),
    (i) => folds[i] ?? 0,
  );
  const guessOf = new Map(sample.map(({ set }, i) => [set, guesses[i]]));
  return asked.map(({ located, set }) => {
    const guess = guessOf.get(set);
    return { located, set, longest: longestHit(set), ...(guess === undefined ? {} : { guess }) };
  });
}

/** The same items whatever the order of the files. */
function sampleOf(asked: readonly LocatedSet[]): readonly LocatedSet[] {
  if (asked.length <= sampleSize) return asked;
  return asked
    .map((one) => ({ one, hash: fnv1a(one.located.item.id) }))
    .sort((a, b) => a.hash - b.hash)
    .slice(0, sampleSize)
    .map(({ one }) => one);
}

function longestHit({ key, options }: OptionSet): number {
  const most = Math.max(...options.map((o) => o.length));
  return key.length < most ? 0 : 1 / options.filter((o) => o.length === most).length;
}

/** A cue by which one option stands out, how often that option is there, and how often it is the key. */
export interface Telling {
  /** `is the longest`. */
  readonly says: string;
  readonly hits: number;
  readonly of: number;
}

/** The cue that gives most keys away, or rules most distractors out, among the questions of the sample. */
export function mostTelling(items: readonly GuessedItem[]): Telling | undefined {
  let best: Telling | undefined;
  let most = 0;
  for (const { says, of } of cues) {
    let [hits, count, expected, excluded] = [0, 0, 0, 0];
    for (const { set, guess } of items) {
      if (guess === undefined) continue;
      const values = of(set);
      const top = Math.max(...values);
      if (values.filter((v) => v === top).length !== 1) continue;
      count++;
      expected += 1 / values.length;
      if (values[0] === top) hits++;
      else excluded += 1 / (values.length * (values.length - 1));
    }
    // Knowing one option to be wrong is worth little: the key is still one of the others.
    const gain = hits > expected ? hits - expected : hits === 0 ? excluded : 0;
    if (gain <= most) continue;
    most = gain;
    best = { says, hits, of: count };
  }
  return best;
}
