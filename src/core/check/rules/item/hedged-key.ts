import type { LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { findHedgeInKeyAlone } from '#core/check/rules/item/hedge-in-key.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';

export const itemHedgedKey: Rule = {
  id: 'item/hedged-key',
  severity: 'warning',
  words: wordedLanguages,
  summary: 'The correct answer must not be the only option with a hedge such as `may`, `often` or `usually`.',
  why: 'Authors hedge what they want to be true. In three public banks, the only hedged option was correct 73% of the time.',
  bad: makeChoiceDeck(['The pair with the highest count', 'Typically the most frequent pair']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(hedged(located))),
};

function* hedged(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSetsOf(located)) {
    const word = findHedgeInKeyAlone(set);
    if (word === undefined) continue;
    yield {
      at: set.key.path,
      message: `only the correct answer is hedged (\`${word}\`), which gives it away; drop the hedge or hedge a distractor`,
    };
  }
}
