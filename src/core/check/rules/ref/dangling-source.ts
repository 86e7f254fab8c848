import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { findDangling, type Reference } from '#core/check/rules/ref/references.ts';

const deck = (ref: string) => sampleDeck.replace(/sources:.*/s, `sources: [{ ref: ${ref} }]\n`);
const sources = `sennrich2016:
  authors: Sennrich et al.
  year: 2016
  title: Neural Machine Translation of Rare Words with Subword Units
  url: https://aclanthology.org/P16-1162
`;

export const refDanglingSource: Rule = {
  id: 'ref/dangling-source',
  severity: 'error',
  summary: 'A `ref` must name an entry of sources.yaml.',
  why: 'A source that is not there cannot be looked up.',
  bad: { 'decks/tokens.yaml': deck('sennrich2015'), 'sources.yaml': sources },
  good: { 'decks/tokens.yaml': deck('sennrich2016'), 'sources.yaml': sources },
  *check({ items, statements, targets }) {
    const references = [
      ...items.flatMap((located) =>
        refs(located.item.sources).map((r): Reference => ({ ...r, of: located })),
      ),
      ...statements.flatMap((located) =>
        refs(located.statement.sources ?? []).map((r): Reference => ({ ...r, of: located })),
      ),
    ];
    const otherwise = 'or describe the source here, as { title, url }';
    yield* findDangling(references, targets.sources, { file: 'sources.yaml', noun: 'source', otherwise });
  },
};

function refs(sources: readonly object[]) {
  return sources.flatMap((s, i) => ('ref' in s ? [{ to: String(s.ref), path: ['sources', i, 'ref'] }] : []));
}
