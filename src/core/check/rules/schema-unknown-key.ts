import { sampleDeck, sampleWith } from '../example.ts';
import type { Rule } from '../rule.ts';

export const schemaUnknownKey: Rule = {
  id: 'schema/unknown-key',
  severity: 'error',
  fixable: true,
  summary: 'Every key is one that the format has.',
  why: 'A misspelt key would be ignored, and what its author wrote would be lost without a word.',
  bad: sampleWith('rationale:', 'rationle:'),
  good: sampleDeck,
};
