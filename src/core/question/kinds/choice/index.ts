import { pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem, Distractor } from '#core/question/item.ts';
import type { Answer } from '#core/question/prompt.ts';
import { defineKind, type Option } from '../kind.ts';
import { layOutOptions, optionFrontOf, reasonFor, strikeOutOne, wrongOptionsOf } from '../options.ts';
import { ignorance, wordingIn, wordingsIn } from '../trials.ts';

/** One right option among distractors. */
export interface ChoiceItem extends CommonItem {
  readonly kind: 'choice';
  readonly key: Text;
  readonly distractors: readonly Distractor[];
}

const optionsOf = (item: ChoiceItem): readonly Option[] => [
  { text: item.key, right: true, path: ['key'] },
  ...wrongOptionsOf(item.distractors),
];

const textsOf = (item: ChoiceItem): readonly Text[] => optionsOf(item).map(({ text }) => text);

export const choice = defineKind<ChoiceItem>({
  name: 'choice',
  alsoCalled: ['multiplechoice', 'mcq', 'single', 'singlechoice', 'radio'],
  asks: 'pick-one',
  title: { en: 'choice', zh: '单选' },
  summary: 'One correct option among distractors; answered with one key press.',
  sample: async () => (await import('./choice-sample.ts')).choiceSample,
  schema: (s) =>
    s.item<ChoiceItem>('choice', {
      key: s.text.describe('The correct option; no longer and no more hedged than the distractors.'),
      distractors: s.list(s.distractor, 2, 8).describe('Wrong options, usually three.'),
    }),
  prompt: (item, { lang, random }) => ({
    type: 'pick-one',
    stem: pickLanguage(item.stem, lang),
    options: layOutOptions(textsOf(item), lang, random),
    ...strikeOutOne(item, lang, random),
  }),
  judge(item, answer, lang) {
    if (answer.type !== 'picked') return { type: 'judged', verdict: 'wrong', remarks: [] };
    if (wordingsOf(item.key).includes(answer.option))
      return { type: 'judged', verdict: 'correct', remarks: [] };
    const chosen = item.distractors.find((d) => wordingsOf(d.text).includes(answer.option));
    return {
      type: 'judged',
      verdict: 'wrong',
      remarks: chosen === undefined ? [] : [reasonFor(chosen, lang)],
    };
  },
  key: (item, lang) => pickLanguage(item.key, lang),
  guess: (item) => 1 / (1 + item.distractors.length),
  right: (item) => [{ slot: '', text: item.key, path: ['key'] }],
  options: optionsOf,
  *trials(item, lang) {
    yield ignorance;
    const picked = (option: string): Answer => ({ type: 'picked', option });
    yield { answer: picked(''), right: false, path: ['key'], what: 'an empty answer' };
    for (const { words, path } of wordingsIn({ text: item.key, path: ['key'] }))
      yield { answer: picked(words), right: true, path, what: 'the correct answer' };
    for (const distractor of wrongOptionsOf(item.distractors)) {
      const { words, path } = wordingIn(distractor, lang);
      yield { answer: picked(words), right: false, path, what: 'this distractor' };
    }
  },
  face: (item, lang) => ({
    front: optionFrontOf(item, textsOf(item), lang),
    back: pickLanguage(item.key, lang),
  }),
});
