import { type Random, shuffle } from '#core/base/random.ts';
import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem } from '#core/question/item.ts';
import type { Answer, Remark } from '#core/question/prompt.ts';
import { defineKind } from '../kind.ts';
import { factorialOf, optionFrontOf } from '../options.ts';
import { ignorance, readInEachLanguage, wordingIn } from '../trials.ts';

/** Things to put in their right order. */
export interface OrderItem extends CommonItem {
  readonly kind: 'order';
  readonly sequence: readonly Text[];
  /** The criterion of the order, such as `earliest first`. */
  readonly by: Text;
}

export const order = defineKind<OrderItem>({
  name: 'order',
  alsoCalled: ['ordering', 'sequence'],
  asks: 'arrange',
  title: { en: 'order', zh: '排序' },
  summary: 'Things to put in order, by moving them or typing their numbers (`3 1 2`).',
  sample: async () => (await import('./order-sample.ts')).orderSample,
  schema: (s) =>
    s.item<OrderItem>('order', {
      sequence: s.list(s.text, 3, 9).describe('The things in the correct order.'),
      by: s.text.describe('The order, such as `earliest first`.'),
    }),
  prompt: (item, { lang, random }) => ({
    type: 'arrange',
    stem: pickLanguage(item.stem, lang),
    by: pickLanguage(item.by, lang),
    options: disordered(
      item.sequence.map((t) => pickLanguage(t, lang)),
      random,
    ),
    hint: hintOf(item, lang),
  }),
  judge(item, answer, lang) {
    if (answer.type !== 'arranged') return { type: 'judged', verdict: 'wrong', remarks: [] };
    const remarks = item.sequence.map((text, i): Remark => {
      const given = answer.sequence[i] ?? '';
      const right = wordingsOf(text).includes(given);
      return { type: 'place', place: i + 1, given, key: pickLanguage(text, lang), right };
    });
    const right = remarks.filter((r) => r.type === 'place' && r.right).length;
    if (right === item.sequence.length) return { type: 'judged', verdict: 'correct', remarks: [] };
    return { type: 'judged', verdict: right === 0 ? 'wrong' : 'partial', remarks };
  },
  key: shown,
  guess: (item) => 1 / factorialOf(item.sequence.length),
  right: (item) => item.sequence.map((text, i) => ({ slot: String(i), text, path: ['sequence', i] })),
  beside: (item) => [item.by],
  criterion: (item) => ({ text: item.by, path: ['by'] }),
  options: (item) => item.sequence.map((text, i) => ({ text, right: true, path: ['sequence', i] })),
  *trials(item, lang) {
    yield ignorance;
    const arranged = (texts: readonly string[]): Answer => ({ type: 'arranged', sequence: texts });
    for (const texts of readInEachLanguage(item.sequence, lang))
      yield { answer: arranged(texts), right: true, path: ['sequence'], what: 'the correct order' };
    yield { answer: arranged([]), right: false, path: ['sequence'], what: 'an empty answer' };
    const things = item.sequence.map((text, i) => wordingIn({ text, path: ['sequence', i] }, lang));
    const sequence = things.map((t) => t.words);
    for (const [i, { words, path }] of things.entries())
      for (const [j, other] of sequence.entries()) {
        if (j <= i) continue;
        const answer = arranged(sequence.with(i, other).with(j, words));
        yield { answer, right: false, path, what: `an order with this and \`${other}\` swapped` };
      }
    const turned = arranged([...sequence.slice(1), ...sequence.slice(0, 1)]);
    yield { answer: turned, right: false, path: ['sequence'], what: 'an order with the first item last' };
    const reversed = arranged(sequence.toReversed());
    yield { answer: reversed, right: false, path: ['sequence'], what: 'the reversed order' };
  },
  face: (item, lang) => ({
    front: `${optionFrontOf(item, item.sequence, lang)}\n(${pickLanguage(item.by, lang)})`,
    back: shown(item, lang),
  }),
});

function shown(item: OrderItem, lang: Lang): string {
  return item.sequence.map((t, i) => `${i + 1}. ${pickLanguage(t, lang)}`).join('\n');
}

/** A random order other than the right one, so that confirming at once is never the answer. */
function disordered(sequence: readonly string[], random: Random): readonly string[] {
  const result = shuffle(sequence, random);
  return result.every((t, i) => t === sequence[i]) ? [...result.slice(1), ...result.slice(0, 1)] : result;
}

function hintOf(item: OrderItem, lang: Lang): string {
  if (item.hint !== undefined) return pickLanguage(item.hint, lang);
  const first = pickLanguage(item.sequence[0] ?? '', lang);
  return pickLanguage({ en: `The first is: ${first}`, zh: `第一个是：${first}` }, lang);
}
