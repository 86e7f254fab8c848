import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem } from '#core/question/item.ts';
import type { Answer } from '#core/question/prompt.ts';
import { defineKind } from '../kind.ts';
import { ignorance } from '../trials.ts';

/** A statement that is true or false. */
export interface TrueFalseItem extends CommonItem {
  readonly kind: 'true-false';
  readonly key: boolean;
}

const labels: { readonly true: Text; readonly false: Text } = {
  true: { en: 'True', zh: '对' },
  false: { en: 'False', zh: '错' },
};

/** Words for true and for false, in lower case. */
const words = {
  en: [
    ['true', 't', 'yes'],
    ['false', 'f', 'no'],
  ],
  zh: [
    ['对', '是', '真', '正确'],
    ['错', '否', '假', '错误', '不对', '不是'],
  ],
} as const;

/** The words for each option, those of the learner's language first; all count in every language. */
const wordsIn = (lang: Lang): readonly (readonly string[])[] =>
  [0, 1].map((i) => {
    const [en, zh] = [words.en[i] ?? [], words.zh[i] ?? []];
    return pickLanguage({ en: 'en', zh: 'zh' }, lang) === 'zh' ? [...zh, ...en] : [...en, ...zh];
  });

const labelOf = (key: boolean): Text => (key ? labels.true : labels.false);

export const trueFalse = defineKind<TrueFalseItem>({
  name: 'true-false',
  alsoCalled: ['boolean', 'tf'],
  asks: 'judge',
  title: { en: 'true or false', zh: '判断' },
  summary: 'A statement that is true or false; half of all guesses are right, so use few.',
  sample: async () => (await import('./true-false-sample.ts')).trueFalseSample,
  schema: (s) =>
    s.item<TrueFalseItem>('true-false', { key: s.boolean().describe('Whether the statement is true.') }),
  prompt: (item, { lang }) => ({
    type: 'pick-one',
    stem: pickLanguage(item.stem, lang),
    options: [pickLanguage(labels.true, lang), pickLanguage(labels.false, lang)],
    words: wordsIn(lang),
    ...(item.hint === undefined ? {} : { hint: pickLanguage(item.hint, lang) }),
  }),
  judge(item, answer) {
    const right = answer.type === 'picked' && wordingsOf(labelOf(item.key)).includes(answer.option);
    return { type: 'judged', verdict: right ? 'correct' : 'wrong', remarks: [] };
  },
  key: (item, lang) => pickLanguage(labelOf(item.key), lang),
  guess: () => 1 / 2,
  right: (item) => [{ slot: '', text: String(item.key), path: ['key'], exact: true }],
  *trials(item) {
    yield ignorance;
    const picked = (option: string): Answer => ({ type: 'picked', option });
    yield { answer: picked(''), right: false, path: ['key'], what: 'an empty answer' };
    for (const label of [true, false])
      for (const words of wordingsOf(labelOf(label)))
        yield { answer: picked(words), right: label === item.key, path: ['key'], what: 'answering' };
  },
  face: (item, lang) => ({
    front: pickLanguage(item.stem, lang),
    back: pickLanguage(labelOf(item.key), lang),
  }),
});
