import type { LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { lexiconOf, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { findHedgeInKeyAlone } from '#core/check/rules/item/hedge-in-key.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';

export const itemVagueFrequency: Rule = {
  id: 'item/vague-frequency',
  severity: 'info',
  words: wordedLanguages,
  summary: 'Options should not depend on words such as `usually`, `often` or `rarely`.',
  why: 'To one reader `often` means 90% of the time, to another 50%, and both are right.',
  bad: makeChoiceDeck(['The pair with the rarest symbols', 'The pair that is rarely met']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(vague(located))),
};

function* vague(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSetsOf(located)) {
    const { frequency } = lexiconOf(set.lang);
    // A number in the option says how often.
    const option = set.options.find(({ text }) => frequency.test(text) && !/\d/.test(text));
    // If only the correct answer has such a word, another rule reports it.
    if (option === undefined || findHedgeInKeyAlone(set) !== undefined) continue;
    const word = frequency.exec(option.text)?.[0] ?? '';
    yield {
      at: option.path,
      message: `readers disagree on how often \`${word}\` is; give a number or a condition`,
    };
  }
}
