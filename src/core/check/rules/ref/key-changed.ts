import { inItem, type Rule } from '#core/check/contract/rule.ts';
import { sampleDeck, sampleWith } from '#core/check/examples/sample.ts';
import { continuedIn } from '#core/check/since/continued.ts';
import { type ChangedPart, changeOfRight } from '#core/check/since/right-change.ts';

const other = 'key: Binary-pair encoding';

export const refKeyChanged: Rule = {
  id: 'ref/key-changed',
  severity: 'error',
  summary: 'A question whose key or accepted answers change gets a higher `revision`.',
  why: 'Who knew the old answer would count as knowing the new one; with a higher revision learners are asked anew.',
  base: sampleDeck,
  bad: sampleWith('key: Byte-pair encoding', other),
  good: sampleWith('key: Byte-pair encoding', `revision: 2\n    ${other}`),
  *check(bank, { base }) {
    if (base === undefined) return;
    for (const { before, now, isAnother } of continuedIn(bank, base)) {
      const { revision } = now.item;
      // Another question under an old id, and a revision that goes back, are findings of their own.
      if (isAnother || revision !== before.item.revision) continue;
      const change = changeOfRight(before, now);
      if (change === undefined) continue;
      const message = `${told(change)}, but \`revision\` still is ${revision}: memories of the old answer would count for the new one; write \`revision: ${revision + 1}\``;
      yield inItem(now, { at: change.path, message });
    }
  },
};

function told({ before, now }: ChangedPart): string {
  if (before === undefined) return `“${now}” was not right before`;
  if (now === undefined) return `“${before}” was right before and is not any more`;
  return `“${before}” was right before, not “${now}”`;
}
