import { formatPercent } from '#core/base/percent.ts';
import { findOnBank } from '#core/check/contract/place-at-title.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { deckOf, makeCutWords } from '#core/check/examples/cut-words.ts';
import { pOfCoin } from '#core/check/language/statistics.ts';
import { kindOf } from '#core/question/kinds/index.ts';

const unlikely = 0.01;

const example = (isTrue: (index: number) => boolean) =>
  deckOf(
    ({ index, word, pieces }) => {
      const key = isTrue(index);
      const joined = key ? word : `${word}s`;
      return [
        'kind: true-false',
        `stem: The tokens ${pieces} make the text “${joined}” when they are joined.`,
        `key: ${key}`,
      ];
    },
    makeCutWords().slice(0, 8),
  );

export const bankTrueFalseBalance: Rule = {
  id: 'bank/true-false-balance',
  severity: 'warning',
  summary: 'True-false statements must be true about as often as false.',
  why: 'If most are true, learners who always answer “true” are mostly right.',
  get bad() {
    return example(() => true);
  },
  get good() {
    return example((index) => index % 2 === 0);
  },
  *check(bank) {
    const keys = bank.items
      .filter(({ item }) => kindOf(item).asks === 'judge')
      .map(({ item }) => kindOf(item).right(item)[0]?.text);
    const right = keys.filter((key) => key === 'true').length;
    if (pOfCoin(right, keys.length) >= unlikely) return;
    const [many, few] = right * 2 > keys.length ? ['true', 'false'] : ['false', 'true'];
    const share = Math.max(right, keys.length - right) / keys.length;
    const message = `${formatPercent(share)} of the ${keys.length} true-false statements are ${many}, so always answering ${many} pays off; turn some into ${few} ones`;
    yield* findOnBank(bank, message);
  },
};
