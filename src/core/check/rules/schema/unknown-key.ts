import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const schemaUnknownKey: Rule = {
  id: 'schema/unknown-key',
  severity: 'error',
  fixable: true,
  summary: 'Every key is one that the format has.',
  why: 'A misspelt key would be ignored, and what its author wrote would be lost without a word.',
  bad: sampleWith('rationale:', 'rationle:'),
  good: sampleDeck,
};
