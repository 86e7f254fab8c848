import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { offeredFormsOf } from '#core/check/views/option-forms.ts';

export const itemNoneOfTheAbove: Rule = {
  id: 'item/none-of-the-above',
  severity: 'info',
  words: wordedLanguages,
  summary: 'No option should say that none of the others is correct.',
  why: 'As a distractor it is rarely picked; as the correct answer it only shows what a learner rejects.',
  bad: makeChoiceDeck(['The first pair of the corpus', 'None of the above']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one', 'pick-many'], function* (located) {
    for (const { form, text, path } of offeredFormsOf(located)) {
      if (form !== 'none') continue;
      yield {
        at: path,
        message: `\`${text}\` is not an answer in itself; replace it with a plausible one or drop it (three options are enough)`,
      };
    }
  }),
};
