import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const schemaWrongType: Rule = {
  id: 'schema/wrong-type',
  severity: 'error',
  fixable: true,
  summary: 'Every value is of the type that its key takes.',
  why: 'A text where a list belongs cannot be read as one.',
  bad: sampleWith('tags: [tokens]', 'tags: tokens'),
  good: sampleDeck,
};
