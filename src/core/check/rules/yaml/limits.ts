import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const yamlLimits: Rule = {
  id: 'yaml/limits',
  severity: 'error',
  keepsOut: 'question',
  summary: 'A file must have at most 16 MiB, 20 levels of nesting and 10,000 fields in a map.',
  why: 'No bank needs more, and beyond these limits a small file can keep a machine busy for minutes.',
  bad: makeSampleDeck('Byte-pair encoding', `${'['.repeat(25)}1${']'.repeat(25)}`),
  good: sampleDeck,
};
