import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';

export const schemaUnquotedScalar: Rule = {
  id: 'schema/unquoted-scalar',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'A text that looks like a number, a boolean or null must be quoted.',
  why: 'YAML reads 1.10 as 1.1, 0x1F as 31 and null as nothing, so learners would not see what the author wrote.',
  bad: makeSampleDeck('Byte-pair encoding', '1.10'),
  good: makeSampleDeck('Byte-pair encoding', '"1.10"'),
};
