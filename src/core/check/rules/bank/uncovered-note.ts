import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';

const deck = makeSampleDeck('tags: [tokens]', 'tags: [tokens]\n    notes: [bpe-is-common]');
const notes = `statements:
  - id: bpe-is-common
    lines: [1]
    says: Most models cut their input up by BPE.
    verdict: right
`;
const another = `  - id: bpe-is-fast
    lines: [2]
    says: BPE takes little time.
    verdict: VERDICT
`;

export const bankUncoveredNote: Rule = {
  id: 'bank/uncovered-note',
  severity: 'warning',
  summary: 'Every note must be covered by a question, except opinions and headings.',
  why: 'The quiz should teach everything in the notes.',
  bad: { 'decks/tokens.yaml': deck, 'notes.yaml': notes + another.replace('VERDICT', 'right') },
  good: { 'decks/tokens.yaml': deck, 'notes.yaml': notes + another.replace('VERDICT', 'opinion') },
  *check({ items, statements, whole, complete }) {
    if (!whole || !complete) return;
    const covered = new Set(items.flatMap(({ item }) => item.notes));
    for (const { statement, source, place } of statements) {
      const { id, verdict } = statement;
      if (verdict === 'opinion' || verdict === 'contents' || covered.has(id)) continue;
      const message = `no question covers \`${id}\`; write one and list this id under its \`notes\``;
      yield { path: source.path, at: place('id'), message };
    }
  },
};
