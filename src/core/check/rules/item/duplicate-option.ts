import { checkItems, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { exactFormOf } from '#core/check/language/words.ts';
import { findAlike } from '#core/check/rules/item/same-option.ts';

export const itemDuplicateOption: Rule = {
  id: 'item/duplicate-option',
  severity: 'error',
  keepsOut: 'question',
  summary: 'All options of a question must differ, in every language.',
  why: 'If two options are the same, one may be graded right and the other wrong; at best, one is wasted.',
  bad: makeChoiceDeck(['The first pair of the corpus', 'The pair with the rarest symbols']),
  good: choiceDeck,
  check: checkItems(function* (located) {
    for (const { text, path, first } of findAlike(located, exactFormOf))
      yield {
        at: path,
        message: `\`${text}\` is offered twice; replace one of the two`,
        related: [pointTo(located, first.path, 'the first of the two')],
      };
  }),
};
