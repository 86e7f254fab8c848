import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const schemaBadId: Rule = {
  id: 'schema/bad-id',
  severity: 'error',
  summary: 'An id is made of lower-case ascii words joined by hyphens.',
  why: 'Ids are typed on the command line and kept in logs for years; case and blanks get lost there.',
  bad: sampleWith('id: bpe-name', 'id: BPE name'),
  good: sampleDeck,
};
