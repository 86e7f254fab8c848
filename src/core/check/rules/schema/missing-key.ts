import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const schemaMissingKey: Rule = {
  id: 'schema/missing-key',
  severity: 'error',
  summary: 'Every key that the format asks for is there, and not empty.',
  why: 'A question without a rationale or a source teaches nothing, and one without a key cannot be judged.',
  bad: sampleWith('    key: Byte-pair encoding\n', ''),
  good: sampleDeck,
};
