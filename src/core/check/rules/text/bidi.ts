import { bidis } from '#core/base/neutral.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { hiddenIn } from '#core/check/rules/text/hidden.ts';

export const textBidi: Rule = {
  id: 'text/bidi',
  severity: 'error',
  fixable: true,
  summary: 'Texts have no characters that change the direction of writing.',
  why: 'They make a text read otherwise than it is, in the terminal and in a review of the file.',
  bad: sampleWith('Byte-pair encoding', 'Byte-pair \u202eencoding'),
  good: sampleDeck,
  check: ({ files }) =>
    hiddenIn(files, bidis, 'a character that changes the direction of what is written around it'),
};
