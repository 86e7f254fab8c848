import { shuffle } from '#core/base/random.ts';
import { type Lang, mapLanguages, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem, Distractor } from '#core/question/item.ts';
import type { Answer, Remark } from '#core/question/prompt.ts';
import { defineKind, type Trial, type WrittenText } from '../kind.ts';
import { factorialOf, rearrange, reasonFor, wrongOptionsOf } from '../options.ts';
import { ignorance, readInEachLanguage, wordingIn } from '../trials.ts';

/** Two things that belong together. */
export interface Pair {
  readonly left: Text;
  readonly right: Text;
}

/** Things on the left to be paired with things on the right, some of which may belong to none. */
export interface MatchItem extends CommonItem {
  readonly kind: 'match';
  readonly pairs: readonly Pair[];
  readonly distractors: readonly Distractor[];
}

export const match = defineKind<MatchItem>({
  name: 'match',
  alsoCalled: ['matching'],
  asks: 'pair',
  title: { en: 'match', zh: '配对' },
  summary: 'Each thing on the left belongs to one on the right.',
  sample: async () => (await import('./match-sample.ts')).matchSample,
  schema: (s) =>
    s.item<MatchItem>('match', {
      pairs: s
        .list(
          s.object({
            left: s.text.describe('The given thing; shown in this order.'),
            right: s.text.describe('The thing that belongs to it, to be found among the others.'),
          }),
          2,
          9,
        )
        .describe('The things that belong together.'),
      distractors: s.optionalList(s.distractor).describe('More wrong things on the right.'),
    }),
  prompt: (item, { lang, random }) => ({
    type: 'pair',
    stem: pickLanguage(item.stem, lang),
    lefts: item.pairs.map((p) => pickLanguage(p.left, lang)),
    rights: shuffle(rightsOf(item, lang), random),
    hint: hintOf(item, lang),
  }),
  judge(item, answer, lang) {
    if (answer.type !== 'paired') return { type: 'judged', verdict: 'wrong', remarks: [] };
    const pairs = item.pairs.map((pair, i) => judged(pair, answer.rights[i] ?? '', lang));
    const right = pairs.filter((p) => p.right).length;
    if (right === pairs.length) return { type: 'judged', verdict: 'correct', remarks: [] };
    const wrong = pairs.filter((p) => !p.right).map((p) => p.given);
    const chosen = item.distractors.filter((d) => wordingsOf(d.text).some((w) => wrong.includes(w)));
    const remarks = [...pairs, ...chosen.map((d) => reasonFor(d, lang))];
    return { type: 'judged', verdict: right === 0 ? 'wrong' : 'partial', remarks };
  },
  key: shown,
  guess: (item) => {
    const rights = rightsOf(item, 'en').length;
    const spare = rights - item.pairs.length;
    return spare < 0 ? rights ** -item.pairs.length : factorialOf(spare) / factorialOf(rights);
  },
  right: ({ pairs }) =>
    pairs.map(({ left, right }, i) => {
      const text = mapLanguages([left, right], (words) => words.join(' = '));
      return { slot: '', text, path: ['pairs', i], joint: true };
    }),
  beside: (item) => [
    ...item.pairs.flatMap(({ left, right }) => [left, right]),
    ...item.distractors.map(({ text }) => text),
  ],
  columns: columnsOf,
  *trials(item, lang) {
    yield ignorance;
    const rights = item.pairs.map((p) => p.right);
    for (const texts of readInEachLanguage(rights, lang))
      yield { answer: paired(texts), right: true, path: ['pairs'], what: 'the correct pairs' };
    const nothing = paired(rights.map(() => ''));
    yield { answer: nothing, right: false, path: ['pairs'], what: 'an empty answer' };
    yield* mismatched(item, lang);
  },
  face: (item, lang) => ({
    front: [
      pickLanguage(item.stem, lang),
      ...item.pairs.map((p) => `- ${pickLanguage(p.left, lang)}`),
      ...rearrange(rightsOf(item, lang)).map((right) => `= ${right}`),
    ].join('\n'),
    back: shown(item, lang),
  }),
});

const paired = (rights: readonly string[]): Answer => ({ type: 'paired', rights });

/** The right pairs but for one, that has something else on the right. */
function* mismatched(item: MatchItem, lang: Lang): Generator<Trial> {
  const rights = item.pairs.map(({ right }, i) => {
    return wordingIn({ text: right, path: ['pairs', i, 'right'] }, lang);
  });
  const words = rights.map((r) => r.words);
  const wrong = wrongOptionsOf(item.distractors).map((option) => wordingIn(option, lang));
  for (const [i, right] of rights.entries()) {
    const left = pickLanguage(item.pairs[i]?.left ?? '', lang);
    for (const other of new Set(words)) {
      if (other === right.words) continue;
      const what = `\`${other}\` instead of this for \`${left}\``;
      yield { answer: paired(words.with(i, other)), right: false, path: right.path, what };
    }
    for (const { words: other, path } of wrong) {
      const what = `this distractor for \`${left}\``;
      yield { answer: paired(words.with(i, other)), right: false, path, what };
    }
  }
}

function shown(item: MatchItem, lang: Lang): string {
  return item.pairs.map((p) => `${pickLanguage(p.left, lang)} = ${pickLanguage(p.right, lang)}`).join('\n');
}

function judged(pair: Pair, given: string, lang: Lang): Extract<Remark, { type: 'pair' }> {
  const right = wordingsOf(pair.right).includes(given);
  return {
    type: 'pair',
    left: pickLanguage(pair.left, lang),
    given,
    key: pickLanguage(pair.right, lang),
    right,
  };
}

function rightsOf(item: MatchItem, lang: Lang): readonly string[] {
  const rights = [...item.pairs.map((p) => p.right), ...item.distractors.map((d) => d.text)];
  return [...new Set(rights.map((t) => pickLanguage(t, lang)))];
}

function columnsOf({ pairs, distractors }: MatchItem): readonly (readonly WrittenText[])[] {
  const lefts = pairs.map(({ left }, i) => ({ text: left, path: ['pairs', i, 'left'] }));
  // Two things on the left may well share one on the right: such rights are shown once.
  const rights = new Map(
    pairs.map(({ right }, i) => [JSON.stringify(right), { text: right, path: ['pairs', i, 'right'] }]),
  );
  return [lefts, [...rights.values(), ...wrongOptionsOf(distractors)]];
}

function hintOf(item: MatchItem, lang: Lang): string {
  if (item.hint !== undefined) return pickLanguage(item.hint, lang);
  const pair = item.pairs[item.pairs.length - 1];
  return pair === undefined ? '' : `${pickLanguage(pair.left, lang)} = ${pickLanguage(pair.right, lang)}`;
}
