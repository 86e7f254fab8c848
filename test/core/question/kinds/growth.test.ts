import { describe, expect, it } from 'vitest';
import { type Item, kindOf, kinds } from '#core/question/kinds/index.ts';
import { shapes } from '#core/question/shapes.ts';
import { counting } from '../../../counting.ts';
import { gradeAtOnce } from '../../../grading.ts';

const common = { id: 'some-item', level: 1, stem: 'Which?', rationale: 'So.', sources: [{ ref: 'a2020' }] };
const A = 'a'.charCodeAt(0);

/** Three letters, other ones for each number below 17,576. */
const word = (n: number) =>
  [n, n / 26, n / 676].map((part) => String.fromCharCode(A + (Math.floor(part) % 26))).join('');
const words = (count: number) => Array.from({ length: count }, (_, n) => `word ${word(n)}`);

/** How often a part of an item is looked at while all its trials are graded. */
function work(fields: Readonly<Record<string, unknown>> & { readonly kind: Item['kind'] }): number {
  let count = 0;
  const parsed = kinds
    .find(({ name }) => name === fields.kind)
    ?.schema(shapes)
    .parse({ ...common, ...fields });
  const item = counting(parsed as Item, () => count++);
  const kind = kindOf(item);
  for (const { answer, right, what } of kind.trials(item, 'en')) {
    const outcome = gradeAtOnce(kind, item, answer, 'en');
    expect([what, outcome.type === 'judged' && outcome.verdict === 'correct']).toEqual([what, right]);
  }
  return count;
}

describe('trying an item with its own answers takes at most three times the work at double the size', () => {
  it.each<readonly [string, number, (count: number) => Parameters<typeof work>[0]]>([
    ['accepted texts', 2000, (n) => ({ kind: 'text', key: 'main', accept: words(n) })],
    [
      'rejected texts',
      1000,
      (n) => ({
        kind: 'text',
        key: 'main',
        accept: words(n).map((text) => `${text} right`),
        reject: words(n).map((text) => ({ text, why: 'It is another.' })),
      }),
    ],
    [
      'blanks',
      100,
      (n) => ({
        kind: 'cloze',
        stem: words(n)
          .map((_, i) => `{{b${i}}}`)
          .join(' and '),
        accept: Object.fromEntries(words(n).map((text, i) => [`b${i}`, [text]])),
      }),
    ],
    ['texts for one blank', 48, (n) => ({ kind: 'cloze', stem: 'A {{b}} of it', accept: { b: words(n) } })],
  ])('%s', (_, count, fields) => {
    const single = work(fields(count));
    expect(single).toBeGreaterThan(count);
    expect(work(fields(2 * count))).toBeLessThanOrEqual(3 * single);
  });
});
