import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { Fix } from '#core/base/diagnostic.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { makeTransformerChoice } from '#core/check/examples/transformer.ts';
import { reorderEntries } from '#core/check/fix/reordered.ts';
import { type OptionSet, optionSetsOf } from '#core/check/views/option-sets.ts';
import { numbersOf } from '#core/question/typed/quantity.ts';

const small = ['256', 'So narrow it was tried, and did worse.'] as const;
const large = ['1,024', 'That is the width of the big model.'] as const;
const bert = ['768', 'That is the width of the base model of BERT, which came a year later.'] as const;

const example = (...wrong: readonly (readonly [string, string])[]) =>
  makeTransformerChoice({
    id: 'base-model-width',
    stem: 'How many numbers has the vector of a token in the base Transformer?',
    key: '512',
    wrong,
    rationale: 'All layers of the base model put out vectors of this width, and so do its embeddings.',
  });

export const itemNumericOrder: Rule = {
  id: 'item/numeric-order',
  severity: 'info',
  off: true,
  fixable: true,
  summary: 'Numeric distractors should be in ascending order.',
  why: 'In the order in which numbers are shown, gaps and patterns are easy to spot in the file. Learners see them sorted anyway.',
  bad: example(bert, small, large),
  good: example(small, bert, large),
  check: checkItemsThat(['pick-one'], disordered),
};

function* disordered(located: LocatedItem): Generator<ItemFinding> {
  const [set, ...others] = optionSetsOf(located);
  const values = set && distractorValues(set);
  if (set === undefined || values === undefined) return;
  const at = values.findIndex((value, i) => i > 0 && value < (values[i - 1] ?? value));
  const option = set.distractors[at];
  const before = set.distractors[at - 1];
  if (option === undefined || before === undefined) return;
  const order = orderOf(values);
  // If the languages disagree on the numbers, that must be settled first.
  const otherwise = others.map(distractorValues).filter((of) => of !== undefined);
  if (otherwise.some((of) => orderOf(of).join() !== order.join())) return;
  const fix = fixOf(located, order);
  yield {
    at: option.path,
    message: `\`${option.text}\` comes after \`${before.text}\`; write numeric distractors in ascending order`,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Returns the values of the distractors, if all options are numbers. */
function distractorValues({ options }: OptionSet): readonly number[] | undefined {
  return numbersOf(options.map((o) => o.text))?.slice(1);
}

function orderOf(values: readonly number[]): readonly number[] {
  return [...values.keys()].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
}

function fixOf({ source, path }: LocatedItem, order: readonly number[]): Fix | undefined {
  const list = [...path, 'distractors'];
  const edits = reorderEntries(source, list, order);
  if (edits === undefined) return undefined;
  return {
    title: 'sort the distractors in ascending order',
    edits,
    expects: { type: 'ordered', path: list, order },
  };
}
