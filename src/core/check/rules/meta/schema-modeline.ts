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
 * Only where another file of the bank has the line: a bank that has none is written without an editor that reads it, or is
 * told the schema by the editor's settings, and then the line is of no use.
 */
export const metaSchemaModeline: Rule = {
  id: 'meta/schema-modeline',
  severity: 'info',
  summary:
    'Where some files of a bank tell editors their schema (`# yaml-language-server: $schema=`), all do.',
  why: 'In a file without the line the editor completes nothing and marks no slip, and its author does not learn why.',
  bad: { 'decks/one.yaml': modeline + sampleDeck, 'decks/two.yaml': more },
  good: { 'decks/one.yaml': modeline + sampleDeck, 'decks/two.yaml': modeline + more },
  *check({ files }) {
    const without = files.filter(({ text }) => !has(text));
    if (without.length === files.length) return;
    for (const { path, text, span } of without) {
      if (text.trim() === '') continue;
      const message =
        'other files of this bank begin with `# yaml-language-server: $schema=` and the path of their schema: add the line here';
      yield { path, at: span(0, /^[^\r\n]*/.exec(text)?.[0].length ?? 0), message };
    }
  },
};

const has = (text: string) => /^#\s*yaml-language-server:\s*\$schema=\S/m.test(text.slice(0, 2_000));
