import { memoise } from '#core/base/memoise.ts';
import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem, Distractor } from '#core/question/item.ts';
import type { Answer, Outcome } from '#core/question/prompt.ts';
import type { ShapeFault } from '#core/question/shapes.ts';
import { readyOf } from '#core/question/typed/compare-text.ts';
import { defineKind, type WrittenText } from '../kind.ts';
import { reasonFor } from '../options.ts';
import { ignorance, wordingsIn } from '../trials.ts';
import { hintBeginning, isAccepted } from '../typed.ts';

/** A short text to type, such as a name or a term. */
export interface TextItem extends CommonItem {
  readonly kind: 'text';
  readonly key: Text;
  /** Other right answers; those of every language count in every language. */
  readonly accept: readonly Text[];
  /** Wrong answers that tempt. */
  readonly reject: readonly Distractor[];
}

export const text = defineKind<TextItem>({
  name: 'text',
  alsoCalled: ['shortanswer', 'freetext'],
  asks: 'type',
  title: { en: 'text', zh: '填写' },
  summary:
    'A few words to type; case, punctuation, accents and small typos are ignored, a different meaning never.',
  schema: (s) =>
    s.item<TextItem>(
      'text',
      {
        key: s.text.describe('The correct answer, one to four words.'),
        accept: s
          .optionalList(s.text)
          .describe('Other correct answers: abbreviations, full names, other languages.'),
        reject: s.optionalList(s.distractor).describe('Tempting wrong answers, each with the reason.'),
      },
      faultsOf,
    ),
  prompt: (item, { lang }) => ({
    type: 'type-in',
    stem: pickLanguage(item.stem, lang),
    blanks: [''],
    hint:
      item.hint === undefined
        ? hintBeginning(pickLanguage(item.key, lang), lang)
        : pickLanguage(item.hint, lang),
  }),
  judge(item, answer, lang) {
    if (answer.type !== 'typed') return { type: 'judged', verdict: 'wrong', remarks: [] };
    const typed = (answer.texts[0] ?? '').trim();
    return typed === '' ? { type: 'refused', reason: { why: 'empty' } } : judged(item, typed, lang);
  },
  key: (item, lang) => pickLanguage(item.key, lang),
  guess: () => 0,
  right: (item) => acceptedIn(item).map((part) => ({ slot: '', ...part })),
  *trials(item) {
    yield ignorance;
    const typed = (words: string): Answer => ({ type: 'typed', texts: [words] });
    for (const blank of ['', ' '])
      yield { answer: typed(blank), right: false, path: ['key'], what: 'an empty answer' };
    for (const accepted of acceptedIn(item))
      for (const { words, path } of wordingsIn(accepted)) {
        const what = path[0] === 'key' ? 'the correct answer' : 'this accepted answer';
        yield { answer: typed(words), right: true, path, what };
      }
    for (const [i, { text }] of item.reject.entries())
      for (const { words, path } of wordingsIn({ text, path: ['reject', i, 'text'] }))
        yield { answer: typed(words), right: false, path, what: 'this rejected answer' };
  },
  face: (item, lang) => ({ front: pickLanguage(item.stem, lang), back: pickLanguage(item.key, lang) }),
});

/** An exact match, right or wrong, goes before a typo; a typo of a right and of a wrong answer is wrong. */
function judged(item: TextItem, typed: string, lang: Lang): Outcome {
  const { accepted, texts, rejected, reasons } = answersOf(item);
  if (isAccepted(typed, accepted)) return { type: 'judged', verdict: 'correct', remarks: [] };
  const tempted = reasons[rejected.same(typed) ?? rejected.typo(typed) ?? -1];
  if (tempted !== undefined) return { type: 'judged', verdict: 'wrong', remarks: [reasonFor(tempted, lang)] };
  const meant = texts[accepted.typo(typed) ?? -1];
  if (meant === undefined) return { type: 'judged', verdict: 'wrong', remarks: [] };
  return { type: 'judged', verdict: 'correct', remarks: [{ type: 'typo', typed, meant }] };
}

/** The accepted and rejected texts of an item, ready for comparison; `reasons` says what each rejected text is. */
const answersOf = memoise((item: TextItem) => {
  const texts = acceptedBy(item);
  const wrong = item.reject.flatMap((reason) => wordingsOf(reason.text).map((words) => ({ words, reason })));
  const rejected = readyOf(wrong.map(({ words }) => words));
  return { accepted: readyOf(texts), texts, rejected, reasons: wrong.map(({ reason }) => reason) };
});

function acceptedIn({ key, accept }: TextItem): readonly WrittenText[] {
  return [{ text: key, path: ['key'] }, ...accept.map((text, i) => ({ text, path: ['accept', i] }))];
}

function acceptedBy(item: TextItem): readonly string[] {
  return acceptedIn(item).flatMap(({ text }) => wordingsOf(text));
}

function faultsOf(item: TextItem): readonly ShapeFault[] {
  if (item.reject.length === 0) return [];
  const accepted = acceptedBy(item);
  const { same } = readyOf(accepted);
  return item.reject.flatMap(({ text }, i) => {
    const places = wordingsOf(text).flatMap((words) => same(words) ?? []);
    const both = accepted[Math.min(...places)];
    return both === undefined
      ? []
      : [
          {
            path: ['reject', i, 'text'],
            message: `“${both}” is also accepted; remove it from one of the two`,
          },
        ];
  });
}
