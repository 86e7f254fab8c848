import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { lexiconOf, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { isAskingTwice, recalledOf } from '#core/check/rules/card/recalled.ts';

export const cardYesNo: Rule = {
  id: 'card/yes-no',
  severity: 'info',
  words: wordedLanguages,
  summary: 'A question answered from memory should need more than yes or no.',
  why: 'Half of all guesses are right, the wording often gives it away, and the reasons are never recalled.',
  bad: makeSampleDeck('What does BPE stand for?', 'Does BPE stand for byte-pair encoding?').replace(
    'key: Byte-pair encoding',
    "key: 'Yes'",
  ),
  good: sampleDeck,
  check: checkItemsThat(['reveal', 'type'], function* (located) {
    const found = recalledOf(located).find(
      // If there are several questions, another rule reports that.
      (asked) => !isAskingTwice(asked) && lexiconOf(asked.lang).yesOrNo.test(asked.question),
    );
    if (found !== undefined)
      yield {
        at: found.stemPath,
        message: 'yes or no would answer this, so half of all guesses are right; ask what, why or how',
      };
  }),
};
