import { placeInItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { continuedIn } from '#core/check/since/continued.ts';

const revised = (revision: number) => makeSampleDeck('level: 1', `level: 1\n    revision: ${revision}`);

export const refRevisionBack: Rule = {
  id: 'ref/revision-back',
  severity: 'error',
  summary: 'The `revision` of a question must never go down.',
  why: 'Reviews of a higher revision count for a lower one, so learners would not be asked what is new to them.',
  base: revised(3),
  bad: revised(2),
  good: revised(4),
  *check(bank, { base }) {
    if (base === undefined) return;
    for (const { before, now, isAnother } of continuedIn(bank, base)) {
      const [was, is] = [before.item.revision, now.item.revision];
      if (isAnother || is >= was) continue;
      const message = `\`revision\` went down from ${was} to ${is}, so reviews of revision ${was} would count for this one; set ${was}, or ${was + 1} if the answer changed since`;
      yield placeInItem(now, { at: ['revision'], mayBeMissing: true, message });
    }
  },
};
