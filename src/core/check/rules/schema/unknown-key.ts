import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const schemaUnknownKey: Rule = {
  id: 'schema/unknown-key',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'Every field must be one that the format defines.',
  why: 'A misspelt field would be ignored, and its content silently lost.',
  bad: makeSampleDeck('rationale:', 'rationle:'),
  good: sampleDeck,
};
