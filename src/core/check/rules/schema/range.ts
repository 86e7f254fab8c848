import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const schemaRange: Rule = {
  id: 'schema/range',
  severity: 'error',
  summary: 'Numbers, and the lengths of lists and texts, are within their bounds.',
  why: 'A level of 9, or a choice with one option, means nothing.',
  bad: sampleWith('level: 1', 'level: 9'),
  good: sampleDeck,
};
