import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const schemaMissingKey: Rule = {
  id: 'schema/missing-key',
  severity: 'error',
  keepsOut: 'question',
  summary: 'Every required field must be present and not empty.',
  why: 'Without a rationale or a source a question teaches nothing; without an answer it cannot be graded.',
  bad: makeSampleDeck('    key: Byte-pair encoding\n', ''),
  good: sampleDeck,
};
