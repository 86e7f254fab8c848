import type { Rule } from '#core/check/contract/rule.ts';
import { sampleWith } from '#core/check/examples/sample.ts';

export const yamlSyntax: Rule = {
  id: 'yaml/syntax',
  severity: 'error',
  fixable: true,
  summary: 'A file of a bank can be read, and is YAML.',
  why: 'A question that cannot be read cannot be asked. Most slips are a colon, a quote or a bracket in a value without quotes.',
  bad: sampleWith('Byte-pair encoding', 'BPE: byte-pair encoding'),
  good: sampleWith('Byte-pair encoding', '"BPE: byte-pair encoding"'),
};
