import { bidis } from '../../../base/neutral.ts';
import type { Rule } from '../../contract/rule.ts';
import { sampleDeck, sampleWith } from '../../examples/sample.ts';
import { hiddenIn } from '../../views/hidden.ts';

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
