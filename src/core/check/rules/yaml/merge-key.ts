import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const yamlMergeKey: Rule = {
  id: 'yaml/merge-key',
  severity: 'error',
  summary: 'Banks use no merge keys (`<<`).',
  why: 'Some readers of YAML merge, others do not, and a question must be readable by itself.',
  bad: sampleWith('level: 1', '<<: { level: 1 }\n    level: 1'),
  good: sampleDeck,
};
