import type { LocatedItem } from '#core/bank/located-bank.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';
import { isTitle } from '#core/check/views/stems-with-options.ts';

export const itemLongestAnswer: Rule = {
  id: 'item/longest-answer',
  severity: 'warning',
  sometimes: 'error',
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
  for (const { key, distractors, lang } of optionSetsOf(located)) {
    const other = Math.max(...distractors.map((d) => d.length));
    const ratio = key.length / other;
    if (key.wordCount < 4 || key.length - other < 12 || ratio < 1.25) continue;
    // Names and titles are as long as they are.
    if (isTitle(key.text, lang) && distractors.every((d) => startsHigh.test(d.text))) continue;
    const times = timesOf(ratio);
    yield {
      at: key.path,
      severity: ratio >= 2 ? 'error' : 'warning',
      message: `the correct answer is ${times} times as long as the longest distractor (${key.length} columns vs ${other}), which gives it away; shorten it or lengthen a distractor`,
    };
  }
}

const startsHigh = /^\W*[\p{Lu}\p{N}]/u;

/** Returns a ratio, rounded; one below 2 does not become 2, from which it is an error. */
function timesOf(ratio: number): string {
  const times = ratio.toFixed(1);
  return times === '2.0' && ratio < 2 ? Math.min(ratio, 1.99).toFixed(2) : times;
}
