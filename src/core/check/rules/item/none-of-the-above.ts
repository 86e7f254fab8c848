import { perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, choiceWith } from '#core/check/examples/sample.ts';
import { offeredForms } from '#core/check/views/option-forms.ts';

export const itemNoneOfTheAbove: Rule = {
  id: 'item/none-of-the-above',
  severity: 'info',
  summary: 'No option says that none of the others is right.',
  why: 'As a distractor it is hardly picked; as the key it shows only what somebody does not believe.',
  bad: choiceWith(['The first pair of the corpus', 'None of the above']),
  good: choiceDeck,
  check: perItemThat(['pick-one', 'pick-many'], function* (located) {
    for (const { form, text, path } of offeredForms(located)) {
      if (form !== 'none') continue;
      yield {
        at: path,
        message: `\`${text}\` is no answer of its own: offer one that tempts, or leave it out, for three options are enough`,
      };
    }
  }),
};
