import { placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { continuedIn } from '#core/check/since/continued.ts';
import type { ChangedPart } from '#core/check/since/other-sense.ts';
import { changeOfRight } from '#core/check/since/right-change.ts';

const other = 'key: Binary-pair encoding';

export const refKeyChanged: Rule = {
  id: 'ref/key-changed',
  severity: 'error',
  summary:
    'A question must get a higher `revision` when its correct answer changes, or an accepted one is no longer right.',
  why: 'Otherwise, reviews of the old answer count for the new one. A new revision starts from scratch.',
  base: sampleDeck,
  bad: makeSampleDeck('key: Byte-pair encoding', other),
  good: makeSampleDeck('key: Byte-pair encoding', `revision: 2\n    ${other}`),
  *check(bank, { base }) {
    if (base === undefined) return;
    for (const { before, now, isAnother } of continuedIn(bank, base)) {
      const { revision } = now.item;
      // A different question under an old id, and a revision that goes down, are reported by other rules.
      if (isAnother || revision !== before.item.revision) continue;
      const change = changeOfRight(before, now);
      if (change === undefined) continue;
      const message = `${described(change)} but \`revision\` is still ${revision}, so old reviews would count for the new answer; set \`revision: ${revision + 1}\``;
      yield placeInItem(now, { at: change.path, message });
    }
  },
};

function described({ before, now }: ChangedPart): string {
  if (before === undefined) return `“${now}” was added to the answers`;
  if (now === undefined) return `“${before}” was removed from the answers`;
  return `the answer changed from “${before}” to “${now}”`;
}
