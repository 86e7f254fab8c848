import { controls } from '#core/base/neutral.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { lostBackslashesIn } from '#core/check/language/escapes.ts';
import { hiddenIn } from '#core/check/rules/text/hidden.ts';
import { misreadIn } from '#core/check/rules/text/mojibake.ts';

export const textControlChar: Rule = {
  id: 'text/control-char',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'Texts must not contain control characters, not even as escapes.',
  why: 'Terminals obey them, so a text could clear the screen, move the cursor or hide its content.',
  bad: makeSampleDeck('Byte-pair encoding', '"Byte-pair \\e[2Jencoding"'),
  good: sampleDeck,
  check: ({ files }) => hiddenIn(files, controls, 'can control the terminal', isOfAnotherFault),
};

/** Returns whether control characters come from misread UTF-8 or from the backslashes of LaTeX, which other rules report. */
const isOfAnotherFault = (written: string): boolean =>
  misreadIn(written).length > 0 || (written.startsWith('"') && lostBackslashesIn(written).length > 0);
