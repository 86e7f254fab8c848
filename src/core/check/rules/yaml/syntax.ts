import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';

export const yamlSyntax: Rule = {
  id: 'yaml/syntax',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'A bank file must be readable and valid YAML.',
  why: 'A question that cannot be read cannot be asked. Most mistakes are a colon, a quote or a bracket in an unquoted value.',
  bad: makeSampleDeck('Byte-pair encoding', 'BPE: byte-pair encoding'),
  good: makeSampleDeck('Byte-pair encoding', '"BPE: byte-pair encoding"'),
};
