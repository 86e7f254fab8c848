import type { LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { makeChoiceDeck } from '#core/check/examples/sample.ts';
import { wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { findNegation } from '#core/check/rules/item/negative-question.ts';
import { findNegatedOption, stemsWithOptionsOf } from '#core/check/views/stems-with-options.ts';

const asking = (stem: string) =>
  makeChoiceDeck(
    ['Which pair of symbols does BPE join at each step?', stem],
    ['The pair with the highest count', 'Pairs across two words'],
    ['The pair with the rarest symbols', 'Pairs inside a rare word'],
    ['The pair with the longest symbols', 'Pairs inside a long word'],
    ['The first pair of the corpus', 'Pairs that have no letter'],
  );

export const itemDoubleNegative: Rule = {
  id: 'item/double-negative',
  severity: 'warning',
  words: wordedLanguages,
  summary: 'A negative question must not have negative options.',
  why: 'Two negations are a logic puzzle, which is not what the question is about.',
  bad: asking('Which of these does BPE NOT join?'),
  good: asking('Which pairs of symbols does BPE leave apart?'),
  check: checkItemsThat(['pick-one', 'pick-many'], (located) => keepFirstPerPlace(negatedTwice(located))),
};

function* negatedTwice(located: LocatedItem): Generator<ItemFinding> {
  for (const asked of stemsWithOptionsOf(located)) {
    const negative = findNegation(asked.stem, asked.lang);
    const negated = negative === undefined ? undefined : findNegatedOption(asked);
    if (negative === undefined || negated === undefined) continue;
    yield {
      at: negated.path,
      message: `\`${negated.text}\` is negative, and so is the stem (\`${negative.negation}\`); make one of the two positive`,
      related: [pointTo(located, asked.stemPath, 'the stem')],
    };
  }
}
