import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const schemaUnknownKind: Rule = {
  id: 'schema/unknown-kind',
  severity: 'error',
  summary: 'The kind of a question is one that there is.',
  why: 'The kind says how a question is asked and judged.',
  bad: sampleWith('kind: recall', 'kind: recal'),
  good: sampleDeck,
};
