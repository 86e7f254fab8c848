import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

const modeline = '# yaml-language-server: $schema=../schema/deck.schema.json\n';
const more = sampleDeck
  .replace('title: Tokens', 'title: More tokens')
  .replace('bpe-name', 'unknown-words')
  .replace('What does BPE stand for?', 'What does BPE make of a word that it has never seen?')
  .replace('Byte-pair encoding', 'Several shorter pieces')
  .replace(
    /rationale: .*/,
    'rationale: Every word can be put together from pieces, in the end from letters.',
  );

/**
 * Reports a file only if another file of the bank has the line: authors of a bank without it use no editor that reads it,
 * or name the schema in the settings of their editor.
 */
export const metaSchemaModeline: Rule = {
  id: 'meta/schema-modeline',
  severity: 'info',
  summary:
    'If some files of a bank name their schema (`# yaml-language-server: $schema=`), all of them should.',
  why: 'In a file without the line, editors complete nothing and mark no mistakes, and the author cannot see why.',
  bad: { 'decks/one.yaml': modeline + sampleDeck, 'decks/two.yaml': more },
  good: { 'decks/one.yaml': modeline + sampleDeck, 'decks/two.yaml': modeline + more },
  *check({ files }) {
    const without = files.filter(({ text }) => !has(text));
    if (without.length === files.length) return;
    for (const { path, text, span } of without) {
      if (text.trim() === '') continue;
      const message =
        'other files of this bank begin with `# yaml-language-server: $schema=` and the path of their schema; add the line here';
      yield { path, at: span(0, /^[^\r\n]*/.exec(text)?.[0].length ?? 0), message };
    }
  },
};

const has = (text: string) => /^#\s*yaml-language-server:\s*\$schema=\S/m.test(text.slice(0, 2_000));
