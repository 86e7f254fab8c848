import { perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, choiceWith } from '#core/check/examples/sample.ts';
import { offeredForms } from '#core/check/views/option-forms.ts';

export const itemFixedPosition: Rule = {
  id: 'item/fixed-position',
  severity: 'error',
  summary: 'No option names another by its letter or place.',
  why: 'Options are shuffled each time and have no letters: what `A` or the first two are, nobody can tell.',
  bad: choiceWith(['The first pair of the corpus', 'Both A and B']),
  good: choiceDeck,
  check: perItemThat(['pick-one', 'pick-many'], function* (located) {
    for (const { form, text, path } of offeredForms(located)) {
      if (form === 'letters' || form === 'places')
        yield {
          at: path,
          message: `\`${text}\` names other options by letter or place, but they are shuffled: say what it means, or ask with kind \`multi\``,
        };
      if (form === 'perhaps-places')
        yield {
          at: path,
          severity: 'warning',
          message: `\`${text}\` may be read as options by their place, but they are shuffled: say the first of what`,
        };
    }
  }),
};
