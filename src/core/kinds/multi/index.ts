import type { CommonItem, Distractor } from '../../item.ts';
import type { Answer, Remark } from '../../prompt.ts';
import { shuffled } from '../../random.ts';
import { pick, type Text, wordings } from '../../text.ts';
import { defineKind, type Option } from '../kind.ts';
import { frontWithOptions, ignorance, struckOut, whyOf, wrongOptions } from '../options.ts';

/** Several right options among distractors; right only when exactly they are ticked. */
export interface MultiItem extends CommonItem {
  readonly kind: 'multi';
  readonly keys: readonly Text[];
  readonly distractors: readonly Distractor[];
}

const optionsOf = (item: MultiItem): readonly Text[] => [
  ...item.keys,
  ...item.distractors.map((d) => d.text),
];

const pickable = (item: MultiItem): readonly Option[] => [
  ...item.keys.map((text, i): Option => ({ text, right: true, path: ['keys', i] })),
  ...wrongOptions(item.distractors),
];

export const multi = defineKind<MultiItem>({
  name: 'multi',
  title: { en: 'multiple choice', zh: '多选' },
  summary: 'Several right options; right only when exactly they are ticked.',
  schema: (s) =>
    s.item<MultiItem>('multi', {
      keys: s.list(s.text, 1, 9).describe('The right options.'),
      distractors: s.list(s.distractor, 1, 9).describe('The wrong options.'),
    }),
  prompt: (item, { lang, random }) => ({
    type: 'pick-many',
    stem: pick(item.stem, lang),
    options: shuffled(optionsOf(item), random).map((t) => pick(t, lang)),
    ...struckOut(item, lang, random),
  }),
  grade(item, answer, lang) {
    if (answer.type !== 'ticked') return { type: 'judged', verdict: 'wrong', remarks: [] };
    const ticked = (text: Text) => wordings(text).some((w) => answer.options.includes(w));
    const hits = item.keys.filter(ticked);
    const remarks: Remark[] = [
      ...item.distractors.filter((d) => ticked(d.text)).map((d) => whyOf(d, lang)),
      ...item.keys.filter((k) => !ticked(k)).map((k) => ({ type: 'missed' as const, option: pick(k, lang) })),
    ];
    const verdict = remarks.length === 0 ? 'correct' : hits.length === 0 ? 'wrong' : 'partial';
    return { type: 'judged', verdict, remarks };
  },
  key: (item, lang) => item.keys.map((k) => pick(k, lang)).join(pick({ en: '; ', zh: '；' }, lang)),
  guess: (item) => 1 / (2 ** optionsOf(item).length - 1),
  options: pickable,
  *trials(item, lang) {
    yield ignorance;
    const keys = item.keys.map((key) => pick(key, lang));
    yield { answer: { type: 'ticked', options: keys }, right: true, path: ['keys'], what: 'all keys' };
    yield { answer: { type: 'ticked', options: [] }, right: false, path: ['keys'], what: 'no option' };
    for (const [i] of keys.entries()) {
      const answer: Answer = { type: 'ticked', options: keys.toSpliced(i, 1) };
      yield { answer, right: false, path: ['keys', i], what: 'all keys but this one' };
    }
    for (const { text, path } of wrongOptions(item.distractors)) {
      const answer: Answer = { type: 'ticked', options: [...keys, pick(text, lang)] };
      yield { answer, right: false, path, what: 'the keys and this distractor' };
    }
  },
  face: (item, lang) => ({
    front: frontWithOptions(item, optionsOf(item), lang),
    back: item.keys.map((k) => pick(k, lang)).join('\n'),
  }),
});
