import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const schemaUnknownKind: Rule = {
  id: 'schema/unknown-kind',
  severity: 'error',
  keepsOut: 'question',
  summary: 'A question must have a known kind.',
  why: 'The kind decides how a question is asked and graded.',
  bad: makeSampleDeck('kind: recall', 'kind: recal'),
  good: sampleDeck,
};
