import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const yamlLimits: Rule = {
  id: 'yaml/limits',
  severity: 'error',
  summary: 'A file has at most 16 MiB, 20 levels of nesting and 10,000 keys in a map.',
  why: 'No bank needs more, and beyond it a small file can keep a machine busy for minutes.',
  bad: sampleWith('Byte-pair encoding', `${'['.repeat(25)}1${']'.repeat(25)}`),
  good: sampleDeck,
};
