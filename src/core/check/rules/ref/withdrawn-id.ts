import type { LocatedId, LocatedWithdrawal } from '#core/bank/located-bank.ts';
import type { Finding, Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

const withdrawn = (id: string) => `${id}:\n  date: 2026-05\n  why: It asked for a year to look up.\n`;

export const refWithdrawnId: Rule = {
  id: 'ref/withdrawn-id',
  severity: 'error',
  summary: 'No question may have an id, current or former, that withdrawn.yaml lists.',
  why: 'A withdrawn id is never used again: what learners knew of the old question would count for another one. A question that was only renamed is not withdrawn.',
  bad: { 'decks/tokens.yaml': sampleDeck, 'withdrawn.yaml': withdrawn('bpe-name') },
  good: { 'decks/tokens.yaml': sampleDeck, 'withdrawn.yaml': withdrawn('bpe-year') },
  *check({ ids, items, withdrawals }) {
    if (withdrawals.length === 0) return;
    const byId = new Map(withdrawals.map((one) => [one.id, one]));
    for (const written of ids) {
      const found = written.of === 'item' ? byId.get(written.id.trim()) : undefined;
      if (found !== undefined) yield stillAsked(written, found);
    }
    for (const { item, source, place } of items)
      for (const [i, id] of item.formerIds.entries()) {
        const found = byId.get(id);
        if (found === undefined) continue;
        yield {
          ...{ path: source.path, at: place('formerIds', i), item: item.id },
          message: `\`${id}\` is withdrawn, so its progress cannot count here; remove it from \`formerIds\`, or from withdrawn.yaml if the question was only renamed`,
          related: [listed(found)],
        };
      }
  },
};

function stillAsked({ id, source, place }: LocatedId, found: LocatedWithdrawal): Finding {
  return {
    ...{ path: source.path, at: place(), item: id },
    message: `\`${id}\` is withdrawn, and still asked; remove the question, or give it a new id`,
    related: [listed(found)],
  };
}

const listed = ({ id, source, placeOfKey }: LocatedWithdrawal) => ({
  ...{ path: source.path, at: placeOfKey() },
  message: `the entry of \`${id}\``,
});
