import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { offeredFormsOf } from '#core/check/views/option-forms.ts';

export const itemAllOfTheAbove: Rule = {
  id: 'item/all-of-the-above',
  severity: 'warning',
  words: wordedLanguages,
  summary: 'No option may say that all others are correct.',
  why: 'When it is offered, it is correct in 59 to 72% of questions. Options are shuffled, so nothing need be above it.',
  bad: makeChoiceDeck(['The first pair of the corpus', 'All of the above']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one', 'pick-many'], function* (located) {
    for (const { form, text, path } of offeredFormsOf(located)) {
      if (form !== 'all') continue;
      yield {
        at: path,
        message: `\`${text}\` is easy to guess, and options are shuffled; use kind \`multi\` or offer another answer`,
      };
    }
  }),
};
