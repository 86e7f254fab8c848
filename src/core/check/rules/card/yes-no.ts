import { perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { lexiconOf } from '#core/check/language/lexicon.ts';
import { asksTwice, recalled } from '#core/check/rules/card/recalled.ts';

export const cardYesNo: Rule = {
  id: 'card/yes-no',
  severity: 'info',
  summary: 'A question whose answer is recalled cannot be answered by yes or no.',
  why: 'Half of the guesses are right, and the wording often tells; what lies behind the yes is not recalled.',
  bad: sampleWith('What does BPE stand for?', 'Does BPE stand for byte-pair encoding?').replace(
    'key: Byte-pair encoding',
    "key: 'Yes'",
  ),
  good: sampleDeck,
  check: perItemThat(['reveal', 'type'], function* (located) {
    const found = recalled(located).find(
      // Of several questions it is the number of them that is wrong.
      (card) => !asksTwice(card) && lexiconOf(card.lang).yesOrNo.test(card.question),
    );
    if (found !== undefined)
      yield {
        at: found.stemPath,
        message: 'yes or no would answer this, and half of the guesses be right: ask what, why or how',
      };
  }),
};
