import type { LocatedBank } from '#core/bank/located-bank.ts';
import { grouped } from '#core/base/grouped.ts';
import type { Lang } from '#core/base/text.ts';
import { atTitle, percent } from '#core/check/contract/at-title.ts';
import { type Finding, pointer, type Rule } from '#core/check/contract/rule.ts';
import { choiceLines, cutWords, deckOf, wrongOf } from '#core/check/examples/cut-words.ts';
import {
  fewestForRates,
  type Guessability,
  type GuessedItem,
  guessedItems,
  mostTelling,
  summedUp,
} from '#core/check/guess/guessability.ts';

/** How far above chance the lower end of a rate may be. */
const margins = { warning: 0.05, error: 0.15 };

const example = (longer: (index: number) => number) =>
  deckOf(
    (word) => {
      const stem = `Which text do the tokens ${word.pieces} make when they are joined?`;
      return choiceLines(stem, word.word, wrongOf(word, longer(word.index)));
    },
    cutWords().slice(0, fewestForRates),
  );

export const bankGuessability: Rule = {
  id: 'bank/guessability',
  severity: 'warning',
  summary: 'The keys cannot be told by their looks: by length, commas, hedges or words of the question.',
  why: 'Where picking the longest option passes the quiz, a learner can be right without knowing anything, and the answers tell nothing.',
  get bad() {
    return example(() => 0);
  },
  get good() {
    return example((index) => index % 4);
  },
  *check(bank) {
    for (const [lang, items] of guessedItems(bank)) {
      const whole = summedUp(lang, items);
      const [first] = bank.decks;
      if (first === undefined || items.length < fewestForRates) continue;
      if (levelOf(whole) > 0) yield { ...atTitle(first, lang), ...said(whole, items, 'these questions') };
      yield* inDecks(bank, lang, items, levelOf(whole));
    }
  },
};

/** Decks that are worse than the bank is. */
function* inDecks(
  { decks }: LocatedBank,
  lang: Lang,
  items: readonly GuessedItem[],
  level: number,
): Generator<Finding> {
  const inFile = grouped(items, ({ located }) => located.source);
  for (const deck of decks) {
    const own = inFile.get(deck.source) ?? [];
    if (own.length < fewestForRates) continue;
    const summed = summedUp(lang, own);
    if (levelOf(summed) > level) yield { ...atTitle(deck, lang), ...said(summed, own, 'this deck') };
  }
}

/** 0 where nothing is wrong, 1 for a warning, 2 for an error. */
function levelOf({ longest, guesser, chance }: Guessability): 0 | 1 | 2 {
  const above = Math.max(longest.lower, guesser.lower) - chance;
  return above > margins.error ? 2 : above > margins.warning ? 1 : 0;
}

function said(
  summed: Guessability,
  items: readonly GuessedItem[],
  where: string,
): Pick<Finding, 'message' | 'severity' | 'related'> {
  const { lang, chance, longest, guesser } = summed;
  const byLength = longest.lower >= guesser.lower;
  const telling = mostTelling(items);
  const how = byLength
    ? `always picking the longest option is right in ${percent(longest.rate)}`
    : `picking by looks alone (length, commas, hedges and such) is right in ${percent(guesser.rate)}`;
  const cue =
    telling === undefined
      ? ''
      : `; most is given away where one option alone ${telling.says}: it is the key in ${telling.hits} of ${telling.of}`;
  return {
    severity: levelOf(summed) === 2 ? 'error' : 'warning',
    message: `${how} of the ${items.length} questions with one right option (${lang}), where chance is ${percent(chance)}: ${where} can be passed without knowing the subject${cue}; write keys and distractors alike, beginning with those that stand out most`,
    related: outstanding(items, byLength).map(({ located, set }) =>
      pointer(located, set.key.path, `the key of \`${located.item.id}\` stands out`),
    ),
  };
}

/** The three items whose keys stand out the most, the first in the bank where they do so alike. */
function outstanding(items: readonly GuessedItem[], byLength: boolean): readonly GuessedItem[] {
  const clearness = ({ set, guess }: GuessedItem) =>
    byLength
      ? set.key.length / Math.max(1, ...set.distractors.map((d) => d.length))
      : (guess?.confidence ?? 0);
  return items.toSorted((a, b) => clearness(b) - clearness(a)).slice(0, 3);
}
