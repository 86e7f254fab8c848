import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import { type CommonItem, languageReadOf } from '#core/question/item.ts';
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

/** Words for true and for false, in lower case and in one width. */
const words: Readonly<Record<Lang, readonly [string, string]>> = {
  en: ['true t yes', 'false f no'],
  zh: ['对 是 真 正确 √ ✓', '错 否 假 错误 不对 不是 × ✗'],
  de: ['richtig wahr ja stimmt korrekt', 'falsch unwahr nein stimmt_nicht inkorrekt'],
  fr: ['vrai v oui exact juste', 'faux fausse non inexact'],
  es: ['verdadero v sí si cierto correcto', 'falso no incorrecto'],
  it: ['vero v sì si giusto corretto', 'falso no sbagliato'],
  pt: ['verdadeiro v sim certo correto', 'falso não nao errado'],
  nl: ['waar juist ja klopt', 'onwaar onjuist nee klopt_niet'],
  ja: ['正しい 正 はい ○ 〇 ◯ まる マル 真', '誤り 誤 いいえ × ✕ x ばつ バツ 間違い 正しくない 偽'],
};

/** The words for each option: those of the learner's language, then English and Chinese ones and those of the question's language. */
const wordsIn = (lang: Lang, read: Lang): readonly (readonly string[])[] => {
  const own = read.split('-', 1)[0] ?? read;
  const first = pickLanguage({ en: 'en', zh: 'zh' }, lang);
  const all = [first, ...['en', 'zh', own].filter((one) => one !== first)];
  return [0, 1].map((side) => {
    const lists = all.flatMap((one) => (Object.hasOwn(words, one) ? [words[one]?.[side] ?? ''] : []));
    return [...new Set(lists.flatMap((list) => list.split(' ').map((word) => word.replace('_', ' '))))];
  });
};

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
    words: wordsIn(lang, languageReadOf(item, lang)),
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
