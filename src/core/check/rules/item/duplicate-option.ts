import { perItem, pointer, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, choiceWith } from '#core/check/examples/sample.ts';
import { exactly } from '#core/check/language/words.ts';
import { alike } from '#core/check/rules/item/same-option.ts';

export const itemDuplicateOption: Rule = {
  id: 'item/duplicate-option',
  severity: 'error',
  summary: 'The options of a question differ from each other, in every language.',
  why: 'Of two equal options one is marked wrong where the other is right, or one is plainly wasted.',
  bad: choiceWith(['The first pair of the corpus', 'The pair with the rarest symbols']),
  good: choiceDeck,
  check: perItem(function* (located) {
    for (const { text, path, first } of alike(located, exactly))
      yield {
        at: path,
        message: `\`${text}\` is offered twice: put something else in place of one`,
        related: [pointer(located, first.path, 'the first of the two')],
      };
  }),
};
