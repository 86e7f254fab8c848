import type { LocatedBank } from '#core/bank/located-bank.ts';
import { groupBy } from '#core/base/group-by.ts';
import { formatPercent } from '#core/base/percent.ts';
import type { Lang } from '#core/base/text.ts';
import { placeAtTitle } from '#core/check/contract/place-at-title.ts';
import { type Finding, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { choiceLinesOf, deckOf, makeCutWords, wrongOf } from '#core/check/examples/cut-words.ts';
import {
  fewestForRates,
  findMostTelling,
  type Guessability,
  type GuessedItem,
  guessedItemsOf,
  sumUp,
} from '#core/check/guess/guessability.ts';

/** How far above chance the lower end of a rate may be. */
const margins = { warning: 0.05, error: 0.15 };

const example = (longer: (index: number) => number) =>
  deckOf(
    (word) => {
      const stem = `Which text do the tokens ${word.pieces} make when they are joined?`;
      return choiceLinesOf(stem, word.word, wrongOf(word, longer(word.index)));
    },
    makeCutWords().slice(0, fewestForRates),
  );

export const bankGuessability: Rule = {
  id: 'bank/guessability',
  severity: 'warning',
  sometimes: 'error',
  summary: 'Correct answers must not be guessable from length, commas, hedges or words of the question.',
  why: 'If picking the longest option passes the quiz, right answers say nothing about what learners know.',
  get bad() {
    return example(() => 0);
  },
  get good() {
    return example((index) => index % 4);
  },
  *check(bank) {
    for (const [lang, items] of guessedItemsOf(bank)) {
      const whole = sumUp(lang, items);
      const [first] = bank.decks;
      if (first === undefined || items.length < fewestForRates) continue;
      if (levelOf(whole) > 0)
        yield { ...placeAtTitle(first, lang), ...said(whole, items, 'these questions') };
      yield* inDecks(bank, lang, items, levelOf(whole));
    }
  },
};

/** Yields a finding for each deck that is worse than the bank. */
function* inDecks(
  { decks }: LocatedBank,
  lang: Lang,
  items: readonly GuessedItem[],
  level: number,
): Generator<Finding> {
  const inFile = groupBy(items, ({ located }) => located.source);
  for (const deck of decks) {
    const own = inFile.get(deck.source) ?? [];
    if (own.length < fewestForRates) continue;
    const summed = sumUp(lang, own);
    if (levelOf(summed) > level) yield { ...placeAtTitle(deck, lang), ...said(summed, own, 'this deck') };
  }
}

/** Returns 0 for no finding, 1 for a warning, 2 for an error. */
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
  const telling = findMostTelling(items);
  const guessed = byLength ? items.length : items.filter((i) => i.guess !== undefined).length;
  const of =
    guessed === items.length
      ? `the ${guessed} questions`
      : `${guessed} sampled questions (of ${items.length})`;
  const how = byLength
    ? `always picking the longest option is right in ${formatPercent(longest.rate)}`
    : `guessing by wording alone (length, commas, hedges and so on) is right in ${formatPercent(guesser.rate)}`;
  const cue =
    telling === undefined
      ? ''
      : ` (strongest cue: the option that alone ${telling.says} is correct in ${telling.hits} of ${telling.of})`;
  return {
    severity: levelOf(summed) === 2 ? 'error' : 'warning',
    message: `${how} of ${of} with one correct option (${lang}; chance: ${formatPercent(chance)}), so ${where} can be passed without knowledge${cue}; make correct answers and distractors alike, starting with those that stand out most`,
    related: outstanding(items, byLength).map(({ located, set }) =>
      pointTo(located, set.key.path, `the correct answer of \`${located.item.id}\` stands out`),
    ),
  };
}

/** Returns the three items whose correct answers stand out most; of equals, the first in the bank. */
function outstanding(items: readonly GuessedItem[], byLength: boolean): readonly GuessedItem[] {
  const clearness = ({ set, guess }: GuessedItem) =>
    byLength
      ? set.key.length / Math.max(1, ...set.distractors.map((d) => d.length))
      : (guess?.confidence ?? 0);
  return items.toSorted((a, b) => clearness(b) - clearness(a)).slice(0, 3);
}
