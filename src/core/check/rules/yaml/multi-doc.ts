import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

export const yamlMultiDoc: Rule = {
  id: 'yaml/multi-doc',
  severity: 'error',
  keepsOut: 'question',
  summary: 'A file must hold one YAML document.',
  why: 'A deck is one file, so text after a second `---` would not be read.',
  bad: `${sampleDeck}---\ntitle: More tokens\nitems: []\n`,
  good: `---\n${sampleDeck}`,
};
