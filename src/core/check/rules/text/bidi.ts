import { bidis } from '#core/base/neutral.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { hiddenIn } from '#core/check/rules/text/hidden.ts';

export const textBidi: Rule = {
  id: 'text/bidi',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'Texts must not contain characters that change the writing direction.',
  why: 'They make a text display differently from its content, in terminals and in code review.',
  bad: makeSampleDeck('Byte-pair encoding', 'Byte-pair \u202eencoding'),
  good: sampleDeck,
  check: ({ files }) => hiddenIn(files, bidis, 'changes the writing direction'),
};
