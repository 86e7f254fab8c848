import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';

export const yamlAnchorAliasTag: Rule = {
  id: 'yaml/anchor-alias-tag',
  severity: 'error',
  keepsOut: 'question',
  fixable: true,
  summary: 'Banks must not use anchors, aliases, tags or directives.',
  why: 'YAML silently drops them: a stem that begins with `&ref` or `!important` loses that word. Aliases can also make a file expand without end.',
  bad: makeSampleDeck('Byte-pair encoding', '!important byte-pair encoding'),
  good: makeSampleDeck('Byte-pair encoding', '"!important byte-pair encoding"'),
};
