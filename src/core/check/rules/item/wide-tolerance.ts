import { boundsOf, showNumber } from '../../../question/typed/number.ts';
import { type ItemFinding, perItemOf, type Rule } from '../../contract/rule.ts';
import { sampleWith } from '../../examples/sample.ts';

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
  check: perItemOf(['number'], function* ({ item }): Generator<ItemFinding> {
    // Of 0 there is no half and no double.
    if (item.kind !== 'number' || item.key === 0) return;
    const { key, tolerance } = item;
    const [low, high] = boundsOf(key, tolerance);
    const shares = [low / key, high / key];
    if (Math.min(...shares) > 0.5 - slack && Math.max(...shares) < 2 + slack) return;
    const [from, to] = [low, high].map((edge) => showNumber(Number(edge.toPrecision(3)), 'en'));
    const message = `with this tolerance every number from ${from} to ${to} is right, so that an answer proves little: narrow it, to \`50%\` or \`x2\` at most`;
    yield { at: ['tolerance'], message, severity: Math.min(...shares) > slack ? 'warning' : 'error' };
  }),
};
