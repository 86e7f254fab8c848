import { type ItemFinding, perItemThat, type Rule } from '#core/check/contract/rule.ts';
import { sampleWith } from '#core/check/examples/sample.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { boundsOf, showNumber } from '#core/question/typed/number.ts';

const deck = (tolerance: string) =>
  sampleWith('kind: recall', 'kind: number')
    .replace('What does BPE stand for?', 'How many symbols does one step of BPE join on average?')
    .replace('key: Byte-pair encoding', `key: 2.5\n    unit: symbols\n    tolerance: ${tolerance}`);

/** For what is lost in binary fractions. */
const slack = 1e-9;

export const itemWideTolerance: Rule = {
  id: 'item/wide-tolerance',
  severity: 'warning',
  summary: 'The tolerance of a number reaches no further than from half to twice its key.',
  why: 'Where 0 or many times the key is right too, a blind guess passes, and is then counted as known.',
  bad: deck('150%'),
  good: deck('50%'),
  check: perItemThat(['type-number'], function* ({ item }): Generator<ItemFinding> {
    // Of 0 there is no half and no double.
    const quantity = kindOf(item).quantity?.(item);
    if (quantity === undefined || quantity.key === 0) return;
    const { key, tolerance } = quantity;
    const [low, high] = boundsOf(key, tolerance);
    const shares = [low / key, high / key];
    if (Math.min(...shares) > 0.5 - slack && Math.max(...shares) < 2 + slack) return;
    const [from, to] = [low, high].map((edge) => showNumber(Number(edge.toPrecision(3)), 'en'));
    const message = `with this tolerance every number from ${from} to ${to} is right, so that an answer proves little: narrow it, to \`50%\` or \`x2\` at most`;
    yield { at: ['tolerance'], message, severity: Math.min(...shares) > slack ? 'warning' : 'error' };
  }),
};
