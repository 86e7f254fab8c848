import { perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, choiceWith } from '#core/check/examples/sample.ts';
import { offeredForms } from '#core/check/views/option-forms.ts';

export const itemAllOfTheAbove: Rule = {
  id: 'item/all-of-the-above',
  severity: 'warning',
  summary: 'No option says that all the others are right.',
  why: 'Where it is offered it is the key in 59 to 72 of 100 questions; and options are shuffled, so that nothing need stand above it.',
  bad: choiceWith(['The first pair of the corpus', 'All of the above']),
  good: choiceDeck,
  check: perItemThat(['pick-one', 'pick-many'], function* (located) {
    for (const { form, text, path } of offeredForms(located)) {
      if (form !== 'all') continue;
      yield {
        at: path,
        message: `\`${text}\` is easily guessed, and options are shuffled: ask with kind \`multi\`, or offer another answer`,
      };
    }
  }),
};
