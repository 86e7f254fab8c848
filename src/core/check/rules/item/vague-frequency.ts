import type { LocatedItem } from '../../../bank/located-bank.ts';
import { oncePerPlace } from '../../contract/once-per-place.ts';
import { type ItemFinding, perItemOf, type Rule } from '../../contract/rule.ts';
import { choiceDeck, choiceWith } from '../../examples/sample.ts';
import { lexiconOf } from '../../language/lexicon.ts';
import { hedgeInKeyAlone } from '../../views/hedged-key.ts';
import { optionSets } from '../../views/option-sets.ts';

export const itemVagueFrequency: Rule = {
  id: 'item/vague-frequency',
  severity: 'info',
  summary: 'Options do not turn on words such as `usually`, `often` or `rarely`.',
  why: 'One reader takes `often` for nine times in ten, another for every other time, and both are right.',
  bad: choiceWith(['The pair with the rarest symbols', 'The pair that is rarely met']),
  good: choiceDeck,
  check: perItemOf(['choice'], (located) => oncePerPlace(vague(located))),
};

function* vague(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSets(located)) {
    const { frequency } = lexiconOf(set.lang);
    // A number beside it says how often.
    const option = set.options.find(({ text }) => frequency.test(text) && !/\d/.test(text));
    // A key that alone has such a word is another rule's business.
    if (option === undefined || hedgeInKeyAlone(set) !== undefined) continue;
    const word = frequency.exec(option.text)?.[0] ?? '';
    yield {
      at: option.path,
      message: `how often \`${word}\` is, each reader judges otherwise: give a number, or say under which condition`,
    };
  }
}
