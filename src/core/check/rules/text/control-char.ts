import { controls } from '#core/base/neutral.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { hiddenIn } from '#core/check/rules/text/hidden.ts';

export const textControlChar: Rule = {
  id: 'text/control-char',
  severity: 'error',
  fixable: true,
  summary: 'Texts have no control characters, however they are written.',
  why: 'A terminal obeys them: a text could clear the screen, move the cursor or hide what it says.',
  bad: sampleWith('Byte-pair encoding', '"Byte-pair \\e[2Jencoding"'),
  good: sampleDeck,
  check: ({ files }) => hiddenIn(files, controls, 'a control character, which a terminal would obey'),
};
