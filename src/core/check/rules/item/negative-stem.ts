import type { LocatedItem } from '#core/bank/located-bank.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
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
    ['The first pair of the corpus', 'Pairs at the end of a word'],
  );

export const itemNegativeStem: Rule = {
  id: 'item/negative-stem',
  severity: 'info',
  sometimes: 'warning',
  words: wordedLanguages,
  summary: 'A question should ask for what is true, or set its negation in capitals or bold.',
  why: 'Learners overlook the `not` and miss an answer that they know, or remember what is false.',
  bad: asking('Which of these does BPE not join?'),
  good: asking('Which pairs of symbols does BPE leave apart?'),
  check: checkItemsThat(['pick-one', 'pick-many'], negated),
};

function* negated(located: LocatedItem): Generator<ItemFinding> {
  for (const asked of stemsWithOptionsOf(located)) {
    const negative = findNegation(asked.stem, asked.lang);
    // Both together are one fault, which another rule reports.
    if (negative === undefined || findNegatedOption(asked) !== undefined) continue;
    const { negation, emphasised } = negative;
    const mark = /^(?:zh|ja)/.test(asked.lang) ? 'put it in bold' : 'put it in capitals or bold';
    yield emphasised
      ? {
          at: asked.stemPath,
          message: `the question turns on \`${negation}\`; ask for what is true if you can`,
        }
      : {
          at: asked.stemPath,
          severity: 'warning',
          message: `the question turns on \`${negation}\`, which is easily overlooked; ask for what is true, or ${mark}`,
        };
  }
}
