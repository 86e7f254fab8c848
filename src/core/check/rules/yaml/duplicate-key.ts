import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const yamlDuplicateKey: Rule = {
  id: 'yaml/duplicate-key',
  severity: 'error',
  keepsOut: 'question',
  summary: 'A map must not have the same field twice.',
  why: 'Only one of the values can count, and YAML tools differ on which.',
  bad: makeSampleDeck('level: 1', 'level: 1\n    level: 2'),
  good: sampleDeck,
};
