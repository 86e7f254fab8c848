import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';

export const schemaBadValue: Rule = {
  id: 'schema/bad-value',
  severity: 'error',
  summary: 'A value that has a form, such as a date or an address, has that form.',
  why: 'A date or an address that cannot be read cannot be checked, and cannot be followed by a learner.',
  bad: sampleWith('https://aclanthology.org/P16-1162', 'aclanthology.org'),
  good: sampleDeck,
};
