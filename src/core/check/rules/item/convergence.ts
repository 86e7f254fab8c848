import type { LocatedItem } from '#core/bank/located-bank.ts';
import { tally } from '#core/base/tally.ts';
import { keepFirstPerPlace } from '#core/check/contract/keep-first.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { makeTransformerChoice } from '#core/check/examples/transformer.ts';
import { lexiconOf } from '#core/check/language/lexicon/index.ts';
import { stemWord } from '#core/check/language/words.ts';
import { type OptionSet, optionSetsOf } from '#core/check/views/option-sets.ts';

const example = (third: string, why: string) =>
  makeTransformerChoice({
    id: 'base-model-size',
    stem: 'What does the encoder of the base Transformer consist of?',
    key: '6 layers, 8 heads in each',
    wrong: [
      ['6 layers, 16 heads in each', 'It is the big model whose attention has 16 heads.'],
      ['24 layers, 8 heads in each', 'BERT came to have 24 layers, in its large version.'],
      [third, why],
    ],
    rationale: 'The encoder is a stack of six layers, and the attention in each of them runs in eight parts.',
  });

export const itemConvergence: Rule = {
  id: 'item/convergence',
  severity: 'info',
  off: true,
  summary: 'The correct answer should not share more words with the other options than distractors do.',
  why: 'If each distractor changes one part of the correct answer, the option with most in common with all of them is correct.',
  bad: example('6 layers, 4 heads in each', 'Four heads were tried, and did a little worse.'),
  good: example('24 layers, 16 heads in each', 'That is the size of the large BERT, which came later.'),
  check: checkItemsThat(['pick-one'], (located) => keepFirstPerPlace(convergent(located))),
};

function* convergent(located: LocatedItem): Generator<ItemFinding> {
  for (const set of optionSetsOf(located)) {
    const [key = 0, ...others] = sharedWords(set);
    if (key < 2 || others.some((shared) => shared >= key)) continue;
    yield {
      at: set.key.path,
      message: `the correct answer shares more words with the other options (${key}) than any distractor does (at most ${Math.max(...others)}), which gives it away; make the distractors overlap as much`,
    };
  }
}

/** Counts how often the words of each option occur in other options. */
function sharedWords({ options, lang }: OptionSet): readonly number[] {
  const { functionWords } = lexiconOf(lang);
  const own = options.map(
    ({ words }) => new Set(words.filter((word) => !functionWords.has(word)).map(stemWord)),
  );
  const holders = tally(own.flatMap((words) => [...words]));
  return own.map((words) => {
    let shared = 0;
    for (const word of words) shared += (holders.get(word) ?? 1) - 1;
    return shared;
  });
}
