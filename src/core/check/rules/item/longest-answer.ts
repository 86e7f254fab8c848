import type { LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';

export const itemLongestAnswer: Rule = {
  id: 'item/longest-answer',
  severity: 'warning',
  summary: 'The correct answer must not be much longer than the distractors; twice as long is an error.',
  why: 'Guessers pick the longest option. In three public banks, an option that stood out by length was correct 97% of the time.',
  bad: makeChoiceDeck([
    'The pair with the highest count',
    'The pair with the highest count in the training text',
  ]),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(tooLong(located))),
};

function* tooLong(located: LocatedItem): Generator<ItemFinding> {
  for (const { key, distractors } of optionSetsOf(located)) {
    const other = Math.max(...distractors.map((d) => d.length));
    const ratio = key.length / other;
    if (key.wordCount < 4 || key.length - other < 12 || ratio < 1.25) continue;
    const times = (Math.floor(ratio * 10) / 10).toFixed(1);
    yield {
      at: key.path,
      severity: ratio >= 2 ? 'error' : 'warning',
      message: `the correct answer is ${times} times as long as the longest distractor (${key.length} columns vs ${other}), which gives it away; shorten it or lengthen a distractor`,
    };
  }
}
