import type { Rule } from '#core/check/contract/rule.ts';
import { sampleWith } from '#core/check/examples/sample.ts';

export const yamlAnchorAliasTag: Rule = {
  id: 'yaml/anchor-alias-tag',
  severity: 'error',
  fixable: true,
  summary: 'Banks use no anchors, aliases, tags or directives.',
  why: 'YAML swallows them without a word: a stem that begins with `&ref` or `!important` loses that word. They also make files that expand without end.',
  bad: sampleWith('Byte-pair encoding', '!important byte-pair encoding'),
  good: sampleWith('Byte-pair encoding', '"!important byte-pair encoding"'),
};
