import type { LocatedItem } from '#core/bank/located-bank.ts';
import { wordingsOf } from '#core/base/text.ts';
import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { kindOf } from '#core/question/kinds/index.ts';

const fewest = 3;

export const itemSameWhy: Rule = {
  id: 'item/same-why',
  severity: 'warning',
  summary: `The \`why\` of ${fewest} or more distractors must not be the same for all.`,
  why: 'It is shown to learners who picked one of them, and cannot say what is wrong with that one.',
  bad: makeChoiceDeck(
    ['Joining what is rare would save little; rare pairs stay apart.', 'This is not what BPE does.'],
    [
      'Long symbols come about by joining, but length plays no part in the choice.',
      'This is not what BPE does.',
    ],
    ['The corpus is read to count its pairs, whatever their places are.', 'This is not what BPE does.'],
  ),
  good: choiceDeck,
  check: checkItemsThat(['pick-one', 'pick-many'], sameReasons),
};

function* sameReasons({ item }: LocatedItem): Generator<ItemFinding> {
  const wrong = (kindOf(item).options?.(item) ?? []).filter(({ right, why }) => !right && why !== undefined);
  const [first, ...others] = wrong;
  if (wrong.length < fewest || first?.why === undefined) return;
  const reason = wordingsOf(first.why).join('\n');
  if (others.some(({ why = '' }) => wordingsOf(why).join('\n') !== reason)) return;
  yield {
    at: [...first.path.slice(0, -1), 'why'],
    message: `all ${wrong.length} distractors have this same \`why\`; say of each what is wrong with it`,
  };
}
