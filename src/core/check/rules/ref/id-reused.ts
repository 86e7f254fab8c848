import type { LocatedBank } from '#core/bank/located-bank.ts';
import { pickLanguage } from '#core/base/text.ts';
import { type Finding, placeInItem, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { continuedIn } from '#core/check/since/continued.ts';
import { heirsIn } from '#core/check/since/heirs.ts';

const another = (id: string) =>
  sampleDeck
    .replace('bpe-name', id)
    .replace(/stem:.*/, 'stem: Which step turns logits into probabilities?')
    .replace(/key:.*/, 'key: The softmax function')
    .replace(/rationale:.*/, 'rationale: It raises e to each of them and divides by the sum of all.');

export const refIdReused: Rule = {
  id: 'ref/id-reused',
  severity: 'error',
  summary: 'An id belongs to one question forever; a different question must get a new id.',
  why: 'Answers, suspensions and flags of the old question would count for a new one that nobody has seen.',
  base: sampleDeck,
  bad: another('bpe-name'),
  good: sampleDeck + another('logits-to-probabilities').slice(another('').indexOf('  - id')),
  *check(bank, { base }) {
    if (base === undefined) return;
    yield* withdrawnBefore(bank, base);
    const heirOf = heirsIn(bank, base);
    for (const { before, now, id, idPath, isAnother } of continuedIn(bank, base)) {
      if (!isAnother) continue;
      const heir = heirOf(before);
      const advice = idPath[0] === 'id' ? 'give this question a new id' : 'remove the id here';
      const back =
        heir === undefined
          ? 'restore the old question'
          : `add \`${id}\` to \`formerIds\` of \`${heir.item.id}\`, which looks like the old question`;
      yield placeInItem(now, {
        at: idPath,
        message: `\`${id}\` was the id of another question, “${pickLanguage(before.item.stem, before.language)}”, so its progress would count for this one; ${advice} and ${back}`,
        ...(heir ? { related: [pointTo(heir, ['id'], `\`${heir.item.id}\`, which is new`)] } : {}),
      });
    }
  },
};

/** Yields the questions with an id that was withdrawn before, and has since been removed from the list. */
function* withdrawnBefore(bank: LocatedBank, base: LocatedBank): Generator<Finding> {
  if (base.withdrawals.length === 0) return;
  const listed = new Set(bank.withdrawals.map(({ id }) => id));
  const before = new Map(base.withdrawals.map(({ id, withdrawal }) => [id, withdrawal]));
  for (const located of bank.items)
    for (const [i, id] of [located.item.id, ...located.item.formerIds].entries()) {
      const was = before.get(id);
      if (was === undefined || listed.has(id)) continue;
      yield placeInItem(located, {
        at: i === 0 ? ['id'] : ['formerIds', i - 1],
        message: `\`${id}\` was withdrawn (${was.date}) and is never used again; ${i === 0 ? 'give this question a new id' : 'remove it here'} and put its entry back into withdrawn.yaml`,
      });
    }
}
