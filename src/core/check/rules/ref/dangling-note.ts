import type { Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { findDangling } from '#core/check/rules/ref/references.ts';

const deck = (note: string) => makeSampleDeck('tags: [tokens]', `tags: [tokens]\n    notes: [${note}]`);
const notes = `statements:
  - id: bpe-is-common
    lines: [1]
    says: Most models cut their input up by BPE.
    verdict: right
`;

export const refDanglingNote: Rule = {
  id: 'ref/dangling-note',
  severity: 'error',
  summary: 'Ids under `notes` must exist in notes.yaml.',
  why: 'They show which notes the bank covers.',
  bad: { 'decks/tokens.yaml': deck('bpe-is-common, bpe-is-rare'), 'notes.yaml': notes },
  good: { 'decks/tokens.yaml': deck('bpe-is-common'), 'notes.yaml': notes },
  *check({ items, targets }) {
    const references = items.flatMap((of) => of.item.notes.map((to, i) => ({ to, path: ['notes', i], of })));
    yield* findDangling(references, targets.notes, {
      file: 'notes.yaml',
      noun: 'note',
      otherwise: 'or remove it from `notes`',
    });
  },
};
