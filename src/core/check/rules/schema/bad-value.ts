import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';

export const schemaBadValue: Rule = {
  id: 'schema/bad-value',
  severity: 'error',
  keepsOut: 'question',
  summary: 'A value with a fixed format, such as a date or a URL, must follow it.',
  why: 'A malformed date cannot be checked, and a malformed URL cannot be opened.',
  bad: makeSampleDeck('https://aclanthology.org/P16-1162', 'aclanthology.org'),
  good: sampleDeck,
};
