import { formatPercent } from '#core/base/percent.ts';
import { tally } from '#core/base/tally.ts';
import { findOnBank } from '#core/check/contract/place-at-title.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { makeEmbeddingDeck } from '#core/check/examples/cut-words.ts';

/** In smaller banks levels do not matter yet. */
const fewest = 50;
const most = 0.6;

export const bankDifficultyMix: Rule = {
  id: 'bank/difficulty-mix',
  severity: 'info',
  summary:
    'A bank of 50 or more questions should mix levels: at most 60% at one level, and some at levels 1 to 3.',
  why: 'Questions are asked from easy to hard, which needs different levels. Without easy ones, beginners have nowhere to start.',
  get bad() {
    return makeEmbeddingDeck(50, (i) => (i < 31 ? 2 : 1 + (i % 5)));
  },
  get good() {
    return makeEmbeddingDeck(50, (i) => 1 + (i % 5));
  },
  *check(bank) {
    const { items, whole } = bank;
    if (!whole || items.length < fewest) return;
    const counts = tally(items.map(({ item }) => item.level));
    for (const [level, count] of counts) {
      if (count / items.length <= most) continue;
      const message = `${formatPercent(count / items.length)} of the ${items.length} questions are at level ${level}; set levels by difficulty, from 1 (basic) to 5 (has read the paper)`;
      yield* findOnBank(bank, message);
      return;
    }
    if ([1, 2, 3].some((level) => counts.has(level))) return;
    yield* findOnBank(bank, 'no question is at level 1 to 3; add some for beginners');
  },
};
