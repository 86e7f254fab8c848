import { tally } from '#core/base/tally.ts';
import type { Lang } from '#core/base/text.ts';
import { lexiconOf } from '../language/lexicon/index.ts';
import { stemWord, wordsOf } from '../language/words.ts';
import { perhapsOfOthers } from '../views/option-forms.ts';
import type { OptionSet, OptionText } from '../views/option-sets.ts';

/** A property of an option that is visible without knowing the subject; its position is not a cue. */
interface Cue {
  /** A verb phrase for the option that has most of it: `is the longest`. */
  readonly says: string;
  /** Returns how much of it each option has, about 0 to 1. */
  readonly of: (set: OptionSet) => readonly number[];
}

const logRatio = (value: number, mean: number) =>
  Math.max(-1, Math.min(1, Math.log((value + 1) / (mean + 1))));

type Mark = Pick<RegExp, 'test'>;

const ofOthers = (pattern: RegExp): Mark => ({
  test: (option) => perhapsOfOthers.test(option) && pattern.test(option),
});

const marks: readonly (readonly [string, Mark | ((lang: Lang) => Mark)])[] = [
  ['has a comma', /[,;，、；]/],
  ['has a joining word', (lang) => lexiconOf(lang).joining],
  ['has a bracket', /[()[\]（）【】]/],
  ['has a hedge', (lang) => lexiconOf(lang).hedge],
  ['has an absolute word', (lang) => lexiconOf(lang).absolute],
  ['has a digit', /\d/],
  ['has a negation', (lang) => lexiconOf(lang).negation],
  ['has a full stop at its end', /[.!?:。！？：…]$/],
  ['begins with a capital', /^[\p{Lu}]/u],
  ['has quotes or code', /[`"“”«»「」=_<>{}\\/]/],
  ['has a colon or a dash', /[:：—–]/],
  ['has Latin letters', /[A-Za-z]/],
  ['is “all of the above”', (lang) => ofOthers(lexiconOf(lang).allOfTheAbove)],
  ['is “none of the above”', (lang) => ofOthers(lexiconOf(lang).noneOfTheAbove)],
];

/** The cues that the guesser uses. */
export const cues: readonly Cue[] = [
  { says: 'is the longest', of: ({ options }) => atExtreme(options.map((o) => o.length)) },
  { says: 'is the shortest', of: ({ options }) => atExtreme(options.map((o) => -o.length)) },
  { says: 'is the longest', of: ({ options }) => ranks(options.map((o) => o.length)) },
  { says: 'is the longest', of: ({ options }) => ratios(options.map((o) => o.length)) },
  { says: 'has the most words', of: ({ options }) => ratios(options.map((o) => o.wordCount)) },
  ...marks.map(
    ([says, mark]): Cue => ({
      says,
      of({ lang, options }) {
        const pattern = typeof mark === 'function' ? mark(lang) : mark;
        return options.map((o) => (pattern.test(o.text) ? 1 : 0));
      },
    }),
  ),
  { says: 'shares the most words with the question', of: (set) => sharedWithStem(set) },
  { says: 'shares the most words with the other options', of: ({ options }) => sharedWithOthers(options) },
];

/** Returns 1 for the largest, shared among equals, and 0 for the others. */
function atExtreme(values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  const share = 1 / values.filter((v) => v === most).length;
  return values.map((v) => (v === most ? share : 0));
}

/** Returns the share of the others that are smaller, equals counting half: 0 to 1. */
function ranks(values: readonly number[]): readonly number[] {
  return values.map((value) => {
    let below = -0.5;
    for (const other of values) below += other < value ? 1 : other === value ? 0.5 : 0;
    return below / (values.length - 1);
  });
}

function ratios(values: readonly number[]): readonly number[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => logRatio(value, sum / values.length));
}

function sharedWithStem({ stem, options }: OptionSet): readonly number[] {
  const inStem = new Set<string>();
  for (const word of wordsOf(stem)) if (tells(word)) inStem.add(stemWord(word));
  return options.map(({ words }) => {
    let shared = 0;
    for (const word of words) if (tells(word) && inStem.has(stemWord(word))) shared++;
    return shared / Math.max(1, words.length);
  });
}

/** Returns whether a word carries meaning: English ones have four letters or more, Chinese ones come in pairs. */
const tells = (word: string) => word.length > 3 || word > '\u2e7f';

function sharedWithOthers(options: readonly OptionText[]): readonly number[] {
  const holders = tally(options.flatMap(({ words }) => [...new Set(words)]));
  return options.map(({ words }) => {
    let shared = 0;
    for (const word of words) shared += (holders.get(word) ?? 1) - 1;
    return shared / Math.max(1, words.length * (options.length - 1));
  });
}
