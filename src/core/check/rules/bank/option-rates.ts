import type { LocatedBank } from '#core/bank/located-bank.ts';
import { formatPercent } from '#core/base/percent.ts';
import { findOnBank } from '../../contract/place-at-title.ts';
import { type Finding, pointTo } from '../../contract/rule.ts';
import { lexiconOf } from '../../language/lexicon/index.ts';
import { pOfNormal } from '../../language/statistics.ts';
import { type LocatedSet, type OptionSet, setsByLanguageOf } from '../../views/option-sets.ts';

const fewest = 30;
const unlikely = 0.001;
/** The ratio of the two rates below which a difference does not help a guesser. */
const ratio = 2;
/** The rate below which such words are too few to guess by. */
const least = 0.03;

/** Yields findings for words that are far more frequent in correct answers than in distractors, or the reverse, per language. */
export function* findLopsided(
  bank: LocatedBank,
  sort: 'absolute' | 'hedge',
  more: 'keys' | 'distractors',
  message: (rates: { readonly lang: string; readonly keys: string; readonly distractors: string }) => string,
): Generator<Finding> {
  for (const [lang, some] of setsByLanguageOf(bank)) {
    if (some.length < fewest) continue;
    const pattern = lexiconOf(lang)[sort];
    const marked = some.map(({ located, set }) => ({ located, set, ...countsOf(set, pattern) }));
    const rates = ratesOf(marked);
    const [high, low] = more === 'keys' ? [rates.keys, rates.distractors] : [rates.distractors, rates.keys];
    if (high < least || high < ratio * low || chanceOf(marked) >= unlikely) continue;
    const shown = { lang, keys: formatPercent(rates.keys), distractors: formatPercent(rates.distractors) };
    const telling = marked.filter((m) => (more === 'keys' ? m.key : m.wrong > 0));
    yield* findOnBank(bank, message(shown), { lang, related: telling.slice(0, 3).map(pointed(pattern)) });
  }
}

interface Counts {
  readonly set: OptionSet;
  /** Whether the correct answer has such a word. */
  readonly key: boolean;
  /** How many distractors have such a word. */
  readonly wrong: number;
}

function countsOf({ key, distractors }: OptionSet, pattern: RegExp): Omit<Counts, 'set'> {
  let wrong = 0;
  for (const { text } of distractors) if (pattern.test(text)) wrong++;
  return { key: pattern.test(key.text), wrong };
}

function ratesOf(marked: readonly Counts[]): { readonly keys: number; readonly distractors: number } {
  let [keys, wrong, distractors] = [0, 0, 0];
  for (const m of marked) {
    if (m.key) keys++;
    wrong += m.wrong;
    distractors += m.set.distractors.length;
  }
  return { keys: keys / marked.length, distractors: wrong / distractors };
}

/** Returns the p-value of this many or few such words in correct answers, if every option were equally likely to be correct. */
function chanceOf(marked: readonly Counts[]): number {
  let [above, variance] = [0, 0];
  for (const { set, key, wrong } of marked) {
    const share = (wrong + (key ? 1 : 0)) / set.options.length;
    above += (key ? 1 : 0) - share;
    variance += share * (1 - share);
  }
  return variance === 0 ? 1 : pOfNormal(above / Math.sqrt(variance));
}

const pointed =
  (pattern: RegExp) =>
  ({ located, set }: LocatedSet) => {
    const option = set.options.find(({ text }) => pattern.test(text)) ?? set.key;
    return pointTo(
      located,
      option.path,
      `“${pattern.exec(option.text)?.[0] ?? ''}” in \`${located.item.id}\``,
    );
  };
