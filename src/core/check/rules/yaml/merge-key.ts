import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const yamlMergeKey: Rule = {
  id: 'yaml/merge-key',
  severity: 'error',
  summary: 'Banks must not use merge keys (`<<`).',
  why: 'Only some YAML tools merge, and a question must be complete in itself.',
  bad: sampleWith('level: 1', '<<: { level: 1 }\n    level: 1'),
  good: sampleDeck,
};
