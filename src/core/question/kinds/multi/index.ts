import { shuffle } from '#core/base/random.ts';
import { pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem, Distractor } from '#core/question/item.ts';
import type { Answer, Remark } from '#core/question/prompt.ts';
import { defineKind, type Option } from '../kind.ts';
import { optionFrontOf, reasonFor, strikeOutOne, wrongOptionsOf } from '../options.ts';
import { ignorance, readInEachLanguage, wordingIn } from '../trials.ts';

/** Several right options among distractors; right only when exactly they are ticked. */
export interface MultiItem extends CommonItem {
  readonly kind: 'multi';
  readonly keys: readonly Text[];
  readonly distractors: readonly Distractor[];
}

const pickable = (item: MultiItem): readonly Option[] => [
  ...item.keys.map((text, i): Option => ({ text, right: true, path: ['keys', i] })),
  ...wrongOptionsOf(item.distractors),
];

const optionsOf = (item: MultiItem): readonly Text[] => pickable(item).map(({ text }) => text);

export const multi = defineKind<MultiItem>({
  name: 'multi',
  alsoCalled: ['multiselect', 'multipleselect', 'multipleanswer', 'multipleresponse', 'checkbox'],
  asks: 'pick-many',
  title: { en: 'multiple choice', zh: '多选' },
  summary: 'Several correct options; right only if exactly these are ticked.',
  sample: async () => (await import('./multi-sample.ts')).multiSample,
  schema: (s) =>
    s.item<MultiItem>('multi', {
      keys: s.list(s.text, 1, 9).describe('The correct options.'),
      distractors: s.list(s.distractor, 1, 9).describe('The wrong options.'),
    }),
  prompt: (item, { lang, random }) => ({
    type: 'pick-many',
    stem: pickLanguage(item.stem, lang),
    options: shuffle(optionsOf(item), random).map((t) => pickLanguage(t, lang)),
    ...strikeOutOne(item, lang, random),
  }),
  judge(item, answer, lang) {
    if (answer.type !== 'ticked') return { type: 'judged', verdict: 'wrong', remarks: [] };
    const ticked = (text: Text) => wordingsOf(text).some((w) => answer.options.includes(w));
    const hits = item.keys.filter(ticked);
    const remarks: Remark[] = [
      ...item.distractors.filter((d) => ticked(d.text)).map((d) => reasonFor(d, lang)),
      ...item.keys
        .filter((k) => !ticked(k))
        .map((k) => ({ type: 'missed' as const, option: pickLanguage(k, lang) })),
    ];
    const verdict = remarks.length === 0 ? 'correct' : hits.length === 0 ? 'wrong' : 'partial';
    return { type: 'judged', verdict, remarks };
  },
  key: (item, lang) =>
    item.keys.map((k) => pickLanguage(k, lang)).join(pickLanguage({ en: '; ', zh: '；' }, lang)),
  guess: (item) => 1 / (2 ** optionsOf(item).length - 1),
  right: (item) => item.keys.map((text, i) => ({ slot: '', text, path: ['keys', i] })),
  options: pickable,
  *trials(item, lang) {
    yield ignorance;
    const ticked = (options: readonly string[]): Answer => ({ type: 'ticked', options });
    const keys = item.keys.map((text, i) => wordingIn({ text, path: ['keys', i] }, lang));
    const right = keys.map((k) => k.words);
    for (const texts of readInEachLanguage(item.keys, lang))
      yield {
        answer: ticked(texts.toReversed()),
        right: true,
        path: ['keys'],
        what: 'ticking all correct options',
      };
    yield { answer: ticked([]), right: false, path: ['keys'], what: 'ticking nothing' };
    for (const [i, { path }] of keys.entries())
      yield {
        answer: ticked(right.toSpliced(i, 1)),
        right: false,
        path,
        what: 'ticking all correct options but this',
      };
    const wrong = wrongOptionsOf(item.distractors).map((option) => wordingIn(option, lang));
    for (const { words, path } of wrong)
      yield {
        answer: ticked([...right, words]),
        right: false,
        path,
        what: 'ticking this with the correct options',
      };
    const all = ticked(wrong.map((d) => d.words));
    yield { answer: all, right: false, path: ['distractors'], what: 'ticking all distractors' };
  },
  face: (item, lang) => ({
    front: optionFrontOf(item, optionsOf(item), lang),
    back: item.keys.map((k) => pickLanguage(k, lang)).join('\n'),
  }),
});
