import type { LocatedItem } from '#core/bank/located-bank.ts';
import { pathIn, pickLanguage } from '#core/base/text.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { makeTransformerDeck } from '#core/check/examples/transformer.ts';
import { wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { findJoint } from '#core/check/rules/item/joints.ts';
import { languagesOf } from '#core/check/views/option-sets.ts';

const example = (stem: string) =>
  makeTransformerDeck('encoder-runs-in-parallel', [
    'kind: true-false',
    `stem: ${stem}`,
    'key: true',
    'rationale: No position waits for the one before it, unlike in a recurrent network.',
  ]);

export const itemTrueFalseCompound: Rule = {
  id: 'item/true-false-compound',
  severity: 'info',
  words: wordedLanguages,
  summary: 'A true-false statement should make one claim.',
  why: 'If one half is true and the other false, neither answer is right; and a right answer does not show which half was known.',
  bad: example('The encoder reads all tokens at once, and the decoder has a mask while it is trained.'),
  good: example('The encoder reads all tokens of its input at once.'),
  check: checkItemsThat(['judge'], compound),
};

function* compound(located: LocatedItem): Generator<ItemFinding> {
  const { item } = located;
  for (const lang of languagesOf(located)) {
    const stem = pickLanguage(item.stem, lang);
    const joint = findJoint(stem, lang);
    if (joint === undefined) continue;
    yield {
      at: pathIn(item.stem, ['stem'], lang),
      message: `the statement makes two claims, joined by \`${joint}\`; split it or keep the claim that matters`,
    };
  }
}
