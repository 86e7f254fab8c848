import type { LocatedItem } from '#core/bank/located-bank.ts';
import { checkItemsThat, type ItemFinding, pointTo, type Rule } from '#core/check/contract/rule.ts';
import { makeTransformerDeck } from '#core/check/examples/transformer.ts';
import { wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { countSaidIn } from '#core/check/rules/item/answer-counts.ts';
import { stemsWithOptionsOf } from '#core/check/views/stems-with-options.ts';
import { kindOf } from '#core/question/kinds/index.ts';

const example = (count: string) =>
  makeTransformerDeck('parts-of-encoder-layer', [
    'kind: multi',
    `stem: Which ${count} parts make up a layer of the encoder?`,
    'keys:\n      - Attention over the input\n      - A feed-forward network',
    `distractors:
      - text: Attention over the output
        why: The encoder never sees the output; that is a part of the decoder.
      - text: A recurrent network
        why: The Transformer was made to do without recurrence.`,
    'rationale: Both are wrapped in a residual connection, which is followed by a normalisation.',
  ]);

export const itemMultiAnswerCount: Rule = {
  id: 'item/multi-answer-count',
  severity: 'error',
  keepsOut: 'question',
  words: wordedLanguages,
  summary: 'If the stem says how many options are correct, that number must be right.',
  why: 'Otherwise, learners who follow the stem are graded wrong.',
  bad: example('three'),
  good: example('two'),
  check: checkItemsThat(['pick-many'], miscounted),
};

function* miscounted(located: LocatedItem): Generator<ItemFinding> {
  const { item } = located;
  const right = kindOf(item).right(item);
  for (const { stem, stemPath, lang } of stemsWithOptionsOf(located)) {
    const said = countSaidIn(stem, lang);
    if (said === undefined || said.count === right.length) continue;
    const correct = right.length === 1 ? '1 option is correct' : `${right.length} options are correct`;
    yield {
      at: stemPath,
      message: `the stem says \`${said.words}\`, but ${correct}; change the number or the options`,
      related: [pointTo(located, right[0]?.path.slice(0, 1) ?? [], 'the correct options')],
    };
  }
}
