import type { LocatedId } from '#core/bank/located-bank.ts';
import type { Finding, Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

const more = sampleDeck
  .replace('title: Tokens', 'title: More tokens')
  .replace(/stem:.*/, 'stem: What decides which symbols BPE joins next?')
  .replace(/key:.*/, 'key: How often they stand side by side');

export const refDuplicateId: Rule = {
  id: 'ref/duplicate-id',
  severity: 'error',
  keepsOut: 'question',
  summary: 'Every id, current or former, must be unique in the bank, ignoring case and spaces.',
  why: 'Progress is stored under the id, so two questions with one id would share it.',
  bad: { 'decks/one.yaml': sampleDeck, 'decks/two.yaml': more },
  good: { 'decks/one.yaml': sampleDeck, 'decks/two.yaml': more.replace('bpe-name', 'bpe-meaning') },
  *check({ ids, items }) {
    const seen = new Map<string, LocatedId>();
    for (const id of ids) {
      const first = seen.get(folded(id));
      if (first === undefined) seen.set(folded(id), id);
      else yield clash(id, first, `the id of another ${id.of === 'item' ? 'question' : 'note'}`, id.id);
    }
    const formerly = new Map<string, LocatedId>();
    for (const { item, source, path, place } of items)
      for (const [i, id] of item.formerIds.entries()) {
        const at = () => place('formerIds', i);
        const former: LocatedId = { of: 'item', id, source, path, place: at, placeNear: at, placeOfKey: at };
        const first = seen.get(folded(former));
        const before = formerly.get(folded(former));
        if (first !== undefined) yield clash(former, first, 'the id of a current question', item.id);
        else if (before !== undefined)
          yield clash(former, before, 'a former id of another question', item.id);
        else formerly.set(folded(former), former);
      }
  },
};

function folded({ of, id }: Pick<LocatedId, 'of' | 'id'>): string {
  return `${of} ${id.trim().toLowerCase()}`;
}

function clash(id: LocatedId, first: LocatedId, other: string, item: string): Finding {
  const shared = id.of === 'item' ? ', so both would share their progress' : '';
  return {
    path: id.source.path,
    at: id.place(),
    message: `\`${id.id}\` is also ${other}${shared}; rename the newer one`,
    related: [{ path: first.source.path, at: first.place(), message: `the other \`${first.id}\`` }],
    item,
  };
}
