import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const schemaRange: Rule = {
  id: 'schema/range',
  severity: 'error',
  keepsOut: 'question',
  summary: 'Numbers and the lengths of lists and texts must be within their limits.',
  why: 'A level of 9 or a choice with one option makes no sense.',
  bad: makeSampleDeck('level: 1', 'level: 9'),
  good: sampleDeck,
};
