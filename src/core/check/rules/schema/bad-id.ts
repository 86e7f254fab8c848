import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const schemaBadId: Rule = {
  id: 'schema/bad-id',
  severity: 'error',
  keepsOut: 'question',
  summary: 'An id must be lower-case ASCII words joined by hyphens.',
  why: 'Ids are typed on the command line and kept in logs for years, where case and spaces get lost.',
  bad: makeSampleDeck('id: bpe-name', 'id: BPE name'),
  good: sampleDeck,
};
