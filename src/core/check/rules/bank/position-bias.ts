import type { LocatedItem } from '#core/bank/located-bank.ts';
import { groupBy } from '#core/base/group-by.ts';
import { findOnBank } from '#core/check/contract/place-at-title.ts';
import type { Rule } from '#core/check/contract/rule.ts';
import { choiceLinesOf, deckOf } from '#core/check/examples/cut-words.ts';
import { pOfEvenness } from '#core/check/language/statistics.ts';
import { optionSetsOf } from '#core/check/views/option-sets.ts';
import { numbersOf } from '#core/question/typed/quantity.ts';

const fewest = 30;
const unlikely = 0.001;

const example = (rankOf: (index: number) => number) =>
  deckOf(({ index, word, pieces }) => {
    const numbers = [0, 1, 2, 3].map((i) => word.length + i - rankOf(index));
    const wrong = numbers
      .filter((n) => n !== word.length)
      .map((n) => ({
        text: `"${n}"`,
        why: `The letters of all four tokens count, each once, and are not ${n}.`,
      }));
    return choiceLinesOf(
      `How many letters do the tokens ${pieces} have when they are joined?`,
      `"${word.length}"`,
      wrong,
    );
  });

export const bankPositionBias: Rule = {
  id: 'bank/position-bias',
  severity: 'warning',
  summary: 'Among numeric options, the correct one must not favour one position.',
  why: 'Numbers are shown in ascending order, so learners can pick up the usual position of the correct one.',
  get bad() {
    return example(() => 1);
  },
  get good() {
    return example((index) => index % 4);
  },
  *check(bank) {
    const ranked = bank.items.flatMap((located) => rankOf(located) ?? []);
    for (const [of, some] of groupBy(ranked, (r) => r.of)) {
      if (of < 3 || of > 6 || some.length < fewest) continue;
      const counts = Array.from({ length: of }, (_, rank) => some.filter((r) => r.rank === rank).length);
      if (pOfEvenness(counts) >= unlikely) continue;
      const most = Math.max(...counts);
      const [few, fair] = [Math.min(...counts), Math.round(some.length / of)];
      const message = `of ${some.length} questions with ${of} numeric options, the correct one is the ${nameOf(counts.indexOf(most), of)} in ${most} and the ${nameOf(counts.indexOf(few), of)} in ${few} (even would be ${fair} each), and numbers are shown in order; choose distractors below the correct number as often as above it`;
      yield* findOnBank(bank, message);
    }
  },
};

/** Returns the position of the correct option among numeric options, in the order in which they are shown. */
function rankOf(located: LocatedItem): { readonly rank: number; readonly of: number } | undefined {
  const [set] = optionSetsOf(located);
  const values = numbersOf(set?.options.map((o) => o.text) ?? []);
  const [key] = values ?? [];
  if (values === undefined || key === undefined) return undefined;
  return { rank: values.filter((v) => v < key).length, of: values.length };
}

function nameOf(rank: number, of: number): string {
  if (rank === 0) return 'smallest';
  if (rank === of - 1) return 'largest';
  return `${['second', 'third', 'fourth', 'fifth'][rank - 1]} smallest`;
}
