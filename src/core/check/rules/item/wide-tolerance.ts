import { checkItemsThat, type ItemFinding, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { boundsOf } from '#core/question/typed/number.ts';
import { showNumber } from '#core/question/typed/show-number.ts';

const deck = (tolerance: string) =>
  makeSampleDeck('kind: recall', 'kind: number')
    .replace('What does BPE stand for?', 'How many symbols does one step of BPE join on average?')
    .replace('key: Byte-pair encoding', `key: 2.5\n    unit: symbols\n    tolerance: ${tolerance}`);

/** Covers the rounding of binary fractions. */
const slack = 1e-9;

export const itemWideTolerance: Rule = {
  id: 'item/wide-tolerance',
  severity: 'warning',
  sometimes: 'error',
  summary: 'A tolerance must accept nothing below half or above twice the correct number.',
  why: 'If 0 or many times the number counts as right too, blind guesses pass and are scheduled as knowledge.',
  bad: deck('150%'),
  good: deck('50%'),
  check: checkItemsThat(['type-number'], function* ({ item }): Generator<ItemFinding> {
    // 0 has no half and no double.
    const quantity = kindOf(item).quantity?.(item);
    if (quantity === undefined || quantity.key === 0) return;
    const { key, tolerance } = quantity;
    const [low, high] = boundsOf(key, tolerance);
    const shares = [low / key, high / key];
    if (Math.min(...shares) > 0.5 - slack && Math.max(...shares) < 2 + slack) return;
    const [from, to] = [low, high].map((edge) => showNumber(Number(edge.toPrecision(3)), 'en'));
    const message = `this tolerance accepts every number from ${from} to ${to}, so an answer proves little; narrow it to \`50%\` or \`x2\` at most`;
    yield { at: ['tolerance'], message, severity: Math.min(...shares) > slack ? 'warning' : 'error' };
  }),
};
