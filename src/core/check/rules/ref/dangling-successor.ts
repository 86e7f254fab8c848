import type { LocatedWithdrawal } from '#core/bank/located-bank.ts';
import { findNearestIn } from '#core/base/nearest.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';

const withdrawn = (successor: string) =>
  `bpe-year:\n  date: 2026-05\n  why: It asked for a year to look up.\n  successor: ${successor}\n`;

export const refDanglingSuccessor: Rule = {
  id: 'ref/dangling-successor',
  severity: 'error',
  summary: 'The `successor` of a withdrawn question must be a question of the bank, under its current id.',
  why: 'Learners who look for the old question are sent to one that does not exist.',
  bad: { 'decks/tokens.yaml': sampleDeck, 'withdrawn.yaml': withdrawn('bpe-what') },
  good: { 'decks/tokens.yaml': sampleDeck, 'withdrawn.yaml': withdrawn('bpe-name') },
  *check({ items, withdrawals, targets }) {
    if (targets.items.state !== 'known' || withdrawals.length === 0) return;
    const now = new Map(items.flatMap(({ item }) => item.formerIds.map((id) => [id, item.id] as const)));
    const gone = new Map(withdrawals.map((one) => [one.id, one]));
    const nearest = findNearestIn(targets.items.ids);
    for (const { withdrawal, source, place } of withdrawals) {
      const { successor } = withdrawal;
      if (successor === undefined || targets.items.ids.has(successor)) continue;
      const next = now.get(successor) ?? lastHeirOf(successor, gone) ?? nearest(successor);
      const problem = gone.has(successor) ? 'is withdrawn too' : 'is no question of this bank';
      const ways = next === undefined ? 'name another, or remove `successor`' : `did you mean \`${next}\`?`;
      yield {
        ...{ path: source.path, at: place('successor') },
        message: `\`${successor}\` ${problem}; ${ways}`,
      };
    }
  },
};

/** Returns the question at the end of a chain of successors; undefined if there is none. */
function lastHeirOf(id: string, gone: ReadonlyMap<string, LocatedWithdrawal>): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = id;
  for (let found = gone.get(id); found !== undefined; found = gone.get(at ?? '')) {
    if (seen.has(found.id)) return undefined;
    seen.add(found.id);
    at = found.withdrawal.successor;
  }
  return at === id ? undefined : at;
}
