import { checkItemsThat, type Rule } from '#core/check/contract/rule.ts';
import { choiceDeck, makeChoiceDeck } from '#core/check/examples/sample.ts';
import { kindOf } from '#core/question/kinds/index.ts';

const more = [
  'The pair with the shortest symbols',
  'The last pair of the corpus',
  'The pair with the newest symbol',
]
  .map(
    (text) =>
      `      - text: ${text}\n        why: BPE goes by how many times a pair occurs, and by that alone.\n`,
  )
  .join('');

export const itemOptionCount: Rule = {
  id: 'item/option-count',
  severity: 'warning',
  summary: 'A choice must have three to six options.',
  why: 'With two options, half of all guesses are right. With more than six, most distractors are fillers.',
  bad: makeChoiceDeck(['    rationale:', `${more}    rationale:`]),
  good: choiceDeck,
  check: checkItemsThat(['pick-one'], function* ({ item }) {
    const all = kindOf(item).options?.(item) ?? [];
    const options = all.length;
    if (options >= 3 && options <= 6) return;
    const advice = options < 3 ? 'add a plausible distractor' : 'keep the most plausible distractors';
    const at = all.find(({ right }) => !right)?.path.slice(0, 1) ?? [];
    yield { at, part: 'key', message: `this choice has ${options} options; ${advice}` };
  }),
};
