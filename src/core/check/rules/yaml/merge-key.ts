import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const yamlMergeKey: Rule = {
  id: 'yaml/merge-key',
  severity: 'error',
  keepsOut: 'question',
  summary: 'Banks must not use merge keys (`<<`).',
  why: 'Not all YAML tools support them, and a question must be complete in itself.',
  bad: makeSampleDeck('level: 1', '<<: { level: 1 }\n    level: 1'),
  good: sampleDeck,
};
