import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const schemaWrongType: Rule = {
  id: 'schema/wrong-type',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'Every value must have the type of its field.',
  why: 'A text in place of a list cannot be read.',
  bad: makeSampleDeck('tags: [tokens]', 'tags: tokens'),
  good: sampleDeck,
};
