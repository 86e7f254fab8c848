import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { offeredFormsOf } from '#core/check/views/option-forms.ts';

export const itemFixedPosition: Rule = {
  id: 'item/fixed-position',
  severity: 'error',
  keepsOut: 'question',
  summary: 'No option may refer to another by letter or position.',
  why: 'Options are shuffled each time and have no letters, so nobody can tell which one `A` is.',
  bad: makeChoiceDeck(['The first pair of the corpus', 'Both A and B']),
  good: choiceDeck,
  check: checkItemsThat(['pick-one', 'pick-many'], function* (located) {
    for (const { form, text, path } of offeredFormsOf(located)) {
      if (form === 'letters' || form === 'places')
        yield {
          at: path,
          message: `\`${text}\` refers to other options by letter or position, but they are shuffled; spell out the answer or use kind \`multi\``,
        };
      if (form === 'perhaps-places')
        yield {
          at: path,
          severity: 'warning',
          message: `\`${text}\` can be read as a position among the options, which are shuffled; add what it counts, such as \`layers\``,
        };
    }
  }),
};
