import { type Lang, pickLanguage, type Text } from '#core/base/text.ts';
import type { CommonItem } from '#core/question/item.ts';
import type { ShapeFault } from '#core/question/shapes.ts';
import { findPoints } from '#core/question/typed/points.ts';
import { defineKind } from '../kind.ts';
import { ignorance } from '../trials.ts';

/** An answer to think of, reveal and judge oneself. */
export interface RecallItem extends CommonItem {
  readonly kind: 'recall';
  readonly key: Text;
  /** The parts of the answer, each with words that show it. */
  readonly points?: readonly RecallPoint[];
}

interface RecallPoint {
  readonly text: Text;
  readonly words: readonly string[];
}

export const recall = defineKind<RecallItem>({
  name: 'recall',
  alsoCalled: ['flashcard', 'card'],
  asks: 'reveal',
  title: { en: 'recall', zh: '回忆' },
  summary: 'Learners think of the answer or type it, reveal it, and judge themselves.',
  sample: async () => (await import('./recall-sample.ts')).recallSample,
  schema: (s) =>
    s.item<RecallItem>(
      'recall',
      {
        key: s.text.describe('The answer: a sentence or two.'),
        points: s.optional(
          s
            .list(
              s.object({
                text: s.text.describe('One part of the answer, in a few words.'),
                words: s
                  .list(s.words, 1, 20)
                  .describe(
                    'Words or phrases, in any language, of which one shows that this part was meant; a word counts in its plural, and at the start or the end of a longer word if it has six letters.',
                  ),
              }),
              2,
              5,
            )
            .describe(
              'The two to five parts of the answer. Those found in what a learner types are suggested.',
            ),
        ),
      },
      missedPointsIn,
    ),
  prompt: (item, { lang }) => ({
    type: 'reveal',
    stem: pickLanguage(item.stem, lang),
    key: pickLanguage(item.key, lang),
    hint: hintOf(item, lang),
    points: (item.points ?? []).map(({ text, words }) => ({ text: pickLanguage(text, lang), words })),
  }),
  judge: (_item, answer) => ({
    type: 'judged',
    verdict: answer.type === 'self-judged' ? answer.verdict : 'wrong',
    remarks: [],
  }),
  key: (item, lang) => pickLanguage(item.key, lang),
  guess: () => 0,
  right: (item) => [{ slot: '', text: item.key, path: ['key'] }],
  *trials() {
    yield ignorance;
    for (const verdict of ['correct', 'partial', 'wrong'] as const) {
      const what = 'an answer that the learner judges';
      yield { answer: { type: 'self-judged', verdict }, right: verdict === 'correct', path: ['key'], what };
    }
  },
  face: (item, lang) => ({ front: pickLanguage(item.stem, lang), back: pickLanguage(item.key, lang) }),
});

/** The points that the correct answer itself does not show. */
function missedPointsIn({ key, points = [] }: RecallItem): readonly ShapeFault[] {
  const wordings = typeof key === 'string' ? [['', key] as const] : Object.entries(key);
  return points.flatMap(({ text, words }, i) => {
    const missed = wordings.filter(([, answer]) => !findPoints(answer, [{ text: '', words }])[0]);
    const [lang] = missed[0] ?? [];
    if (lang === undefined) return [];
    const where = lang === '' ? 'the correct answer' : `the correct answer in \`${lang}\``;
    const message = `no word of “${pickLanguage(text, lang)}” is in ${where}, so that a learner who types it would miss this point; add one that is (a word counts in its plural and, from six letters, at the start or the end of a longer word; a phrase needs all of its words)`;
    return [{ path: ['points', i, 'words'], message }];
  });
}

function hintOf(item: RecallItem, lang: Lang): string {
  if (item.hint !== undefined) return pickLanguage(item.hint, lang);
  const key = pickLanguage(item.key, lang);
  const beginning = beginningOf(key);
  return pickLanguage({ en: `It starts with: ${beginning} ...`, zh: `开头是：${beginning}……` }, lang);
}

/** The first three words if they are a small part of the text, else a fifth of its characters: Chinese has few spaces. */
function beginningOf(key: string): string {
  const words = key.split(/\s+/).slice(0, 3).join(' ');
  const characters = [...key];
  return words.length * 2 < key.length
    ? words
    : characters.slice(0, Math.ceil(characters.length / 5)).join('');
}
