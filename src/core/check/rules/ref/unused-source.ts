import { findNearestIn } from '#core/base/nearest.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

const deck = sampleDeck.replace(/sources:.*/s, 'sources: [{ ref: sennrich2016 }]\n');
const sources = `sennrich2016:
  authors: Sennrich et al.
  year: 2016
  title: Neural Machine Translation of Rare Words with Subword Units
  url: https://aclanthology.org/P16-1162
`;
const another = `gage1994:
  authors: Gage
  year: 1994
  title: A New Algorithm for Data Compression
  url: https://dl.acm.org/doi/10.5555/177910.177914
`;

export const refUnusedSource: Rule = {
  id: 'ref/unused-source',
  severity: 'warning',
  summary: 'Every entry of sources.yaml must be used by a question or a note.',
  why: 'An unused entry is a leftover, or the question that should name it names another source.',
  bad: { 'decks/tokens.yaml': deck, 'sources.yaml': sources + another },
  good: { 'decks/tokens.yaml': deck, 'sources.yaml': sources },
  *check({ items, statements, publications, targets, whole, complete }) {
    if (!whole || !complete) return;
    const used = new Set<string>();
    const { ids } = targets.sources;
    const nearest = findNearestIn(ids);
    const all = [...items.map((i) => i.item.sources), ...statements.map((s) => s.statement.sources ?? [])];
    for (const source of all.flat()) {
      // A misspelt name is reported by another rule.
      if ('ref' in source) used.add(ids.has(source.ref) ? source.ref : (nearest(source.ref) ?? ''));
    }
    for (const { id, source, placeOfKey } of publications) {
      if (used.has(id)) continue;
      const message = `\`${id}\` is not used; remove it or name it in a question that relies on it`;
      yield { path: source.path, at: placeOfKey(), message };
    }
  },
};
