import type { LocatedItem } from '#core/bank/located-bank.ts';
import { oncePerPlace } from '#core/check/contract/once-per-place.ts';
import { type ItemFinding, perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, choiceWith } from '#core/check/examples/sample.ts';
import { hedgeInKeyAlone } from '#core/check/rules/item/hedge-in-key.ts';
import { optionSets } from '#core/check/views/option-sets.ts';

export const itemHedgedKey: Rule = {
  id: 'item/hedged-key',
  severity: 'warning',
  summary: 'The key is not the only option with a word that softens it, such as `may`, `often` or `usually`.',
  why: 'Authors are careful with what they want to be true: in public banks the only careful option is the key in 73 of 100 questions.',
  bad: choiceWith(['The pair with the highest count', 'Typically the most frequent pair']),
  good: choiceDeck,
  check: perItemThat(['pick-one'], (located) => oncePerPlace(hedged(located))),
};

function* hedged(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSets(located)) {
    const word = hedgeInKeyAlone(set);
    if (word === undefined) continue;
    yield {
      at: set.key.path,
      message: `only the key is softened (\`${word}\`), so it can be guessed: say it outright, or let a distractor be as careful`,
    };
  }
}
