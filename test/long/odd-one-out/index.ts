import { shuffle } from '#core/base/random.ts';
import { pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem } from '#core/question/item.ts';
import { defineKind, type Option } from '#core/question/kinds/kind.ts';
import { optionFrontOf } from '#core/question/kinds/options.ts';
import { ignorance } from '#core/question/kinds/trials.ts';

/** Things of one sort with one that is of another, which is to be picked. */
export interface OddOneOutItem extends CommonItem {
  readonly kind: 'odd-one-out';
  readonly odd: Text;
  readonly others: readonly Text[];
}

const optionsOf = (item: OddOneOutItem): readonly Option[] => [
  { text: item.odd, right: true, path: ['odd'] },
  ...item.others.map((text, i) => ({ text, right: false, path: ['others', i] })),
];

const textsOf = (item: OddOneOutItem) => optionsOf(item).map(({ text }) => text);

/** A kind that is not ours: that it needs no change of any other file is what its test shows. */
export const oddOneOut = defineKind<OddOneOutItem>({
  name: 'odd-one-out',
  alsoCalled: ['intruder'],
  asks: 'pick-one',
  title: { en: 'odd one out', zh: '挑出不同' },
  summary: 'Things of one sort, with one among them that is of another.',
  sample: async () => (await import('./odd-one-out-sample.ts')).oddOneOutSample,
  schema: (s) =>
    s.item<OddOneOutItem>('odd-one-out', {
      odd: s.text.describe('What does not belong to the others.'),
      others: s.list(s.text, 2, 8).describe('What belongs together.'),
    }),
  prompt: (item, { lang, random }) => ({
    type: 'pick-one',
    stem: pickLanguage(item.stem, lang),
    options: shuffle(
      textsOf(item).map((text) => pickLanguage(text, lang)),
      random,
    ),
  }),
  judge(item, answer) {
    const right = answer.type === 'picked' && wordingsOf(item.odd).includes(answer.option);
    return { type: 'judged', verdict: right ? 'correct' : 'wrong', remarks: [] };
  },
  key: (item, lang) => pickLanguage(item.odd, lang),
  guess: (item) => 1 / (1 + item.others.length),
  right: (item) => [{ slot: '', text: item.odd, path: ['odd'] }],
  options: optionsOf,
  *trials(item, lang) {
    yield ignorance;
    for (const { text, right, path } of optionsOf(item))
      yield {
        answer: { type: 'picked', option: pickLanguage(text, lang) },
        right,
        path,
        what: 'this option',
      };
  },
  face: (item, lang) => ({
    front: optionFrontOf(item, textsOf(item), lang),
    back: pickLanguage(item.odd, lang),
  }),
});
