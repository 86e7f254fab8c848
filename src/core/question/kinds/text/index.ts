import { memoise } from '#core/base/memoise.ts';
import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem, Distractor } from '#core/question/item.ts';
import type { Answer, Judgement, Outcome } from '#core/question/prompt.ts';
import type { Dictionaries } from '#core/question/typed/dictionaries.ts';
import { isAnotherWord } from '#core/question/typed/typo.ts';
import { defineKind, type Trial, type Wanting } from '../kind.ts';
import { reasonFor } from '../options.ts';
import { ignorance, wordingsIn } from '../trials.ts';
import { hintBeginning, longestOf } from '../typed.ts';
import { acceptedIn, answerTextsOf, partsIn } from './answers.ts';
import { textFaultsOf } from './faults.ts';
import { judgeSeveral, withPart } from './several.ts';

/** A short text to type, such as a name or a term. */
export interface TextItem extends CommonItem {
  readonly kind: 'text';
  readonly key: Text;
  /** Other right answers; those of every language count in every language. */
  readonly accept: readonly Text[];
  /** Wrong answers that tempt. */
  readonly reject: readonly Distractor[];
  /** The parts of an answer that is several things, in any order; a list holds the forms of one of them. */
  readonly all?: readonly (Text | readonly Text[])[];
  /** True if each letter and sign counts. */
  readonly exact?: boolean;
}

export const text = defineKind<TextItem>({
  name: 'text',
  alsoCalled: ['shortanswer', 'freetext'],
  asks: 'type',
  title: { en: 'text', zh: '填写' },
  summary:
    'A few words to type; case, punctuation, accents and small typos are ignored, a different meaning never.',
  sample: async () => (await import('./text-sample.ts')).textSample,
  schema: (s) =>
    s.item<TextItem>(
      'text',
      {
        key: s.text.describe('The correct answer, one to four words.'),
        accept: s
          .optionalList(s.text)
          .describe('Other correct answers: abbreviations, full names, other languages.'),
        reject: s.optionalList(s.distractor).describe('Tempting wrong answers, each with the reason.'),
        all: s.optional(
          s
            .list(s.either<Text, readonly Text[]>(s.text, s.list(s.text, 1, 99)), 2)
            .describe(
              'The parts, if the answer is several things: all must be given, in any order. A list holds the forms of one part.',
            ),
        ),
        exact: s.optional(
          s
            .boolean()
            .describe(
              'If `true`, each letter and sign counts, as in code; only blanks, width and quotes around the answer do not.',
            ),
        ),
      },
      textFaultsOf,
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
  judge(item, answer, lang, have) {
    if (answer.type !== 'typed') return wrong;
    const typed = (answer.texts[0] ?? '').trim();
    if (typed === '') return { type: 'refused', reason: { why: 'empty' } };
    if (typed.length > longestIn(item).length) return wrong;
    return item.all === undefined ? judged(item, typed, lang, have) : judgeSeveral(item, typed, lang, have);
  },
  key: (item, lang) => pickLanguage(item.key, lang),
  guess: () => 0,
  right: (item) => {
    const exact = item.exact ? { exact: true as const } : {};
    return [
      ...acceptedIn(item).map((part) => ({ slot: '', ...part, ...exact })),
      ...partsIn(item).flatMap((forms) => forms.map((part) => ({ slot: 'all', ...part, ...exact }))),
    ];
  },
  typing: (item, lang, slot, words, inPlaceOf) =>
    typed(slot === '' ? words : withPart(item, lang, words, inPlaceOf)),
  *trials(item) {
    yield ignorance;
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
    yield* partTrialsOf(item);
  },
  face: (item, lang) => ({ front: pickLanguage(item.stem, lang), back: pickLanguage(item.key, lang) }),
});

const longestIn = memoise((item: TextItem) => ({
  length: longestOf([item.key, ...item.accept, ...(item.all ?? []).flat()]),
}));

const typed = (words: string): Answer => ({ type: 'typed', texts: [words] });

/** The trials of an answer that is several things: each form of each part beside the others, and answers that lack one. */
function* partTrialsOf(item: TextItem): Generator<Trial> {
  const parts = partsIn(item);
  const keys = parts.map(([first]) => wordingsOf(first?.text ?? '')[0] ?? '');
  for (const [i, forms] of parts.entries()) {
    const given = (words: string) => typed(keys.with(i, words).join('; '));
    for (const form of forms)
      for (const { words, path } of wordingsIn(form))
        yield { answer: given(words), right: true, path, what: 'this part, with the others' };
    const path = ['all', i];
    yield { answer: given(''), right: false, path, what: 'an answer without this part' };
    const other = keys[i === 0 ? 1 : 0] ?? '';
    yield { answer: given(other), right: false, path, what: 'another part twice instead of this one' };
  }
}

/** The outcome of a text; one that is not right may be so in another script. */
function judged(item: TextItem, typed: string, lang: Lang, have: Dictionaries): Outcome | Wanting {
  const outcome = compared(item, typed, lang, have);
  const isSettled =
    outcome.type === 'judged' && (outcome.verdict === 'correct' || outcome.remarks.length > 0);
  if (isSettled || item.exact || have.simplify !== undefined || !/\p{Script=Han}/u.test(typed))
    return outcome;
  const without = outcome.type === 'wanting' ? outcome.without : outcome;
  return { type: 'wanting', dictionary: 'simplify', without };
}

/** An exact match, right or wrong, goes before a typo; a typo of a right and of a wrong answer is wrong. */
function compared(
  item: TextItem,
  typed: string,
  lang: Lang,
  { words, simplify, alike }: Dictionaries,
): Outcome | Wanting {
  const { matcher, texts, reasons } = answerTextsOf(item)(simplify);
  const given = simplify?.(typed) ?? typed;
  if (matcher.isRight(given)) return correct;
  const tempted = reasons[matcher.other(given) ?? matcher.otherTypo(given) ?? -1];
  if (tempted !== undefined) return { ...wrong, remarks: [reasonFor(tempted, lang)] };
  const misspelt = matcher.typo(given);
  if (misspelt === undefined) {
    const before = matcher.preposition(given);
    if (before !== undefined)
      return { type: 'refused', reason: { why: 'preposition', word: before }, insisted: wrong };
    const exchanged = simplify === undefined ? [] : matcher.exchanged(given);
    if (exchanged.length === 0) return wrong;
    if (alike === undefined) return { type: 'wanting', dictionary: 'alike', without: wrong };
    return exchanged.some((pairs) => pairs.every(([one, other]) => alike(one, other)))
      ? { type: 'refused', reason: { why: 'same-sound', word: typed }, insisted: wrong }
      : wrong;
  }
  const meant = texts[misspelt.place] ?? '';
  if (misspelt.words.length === 0) return correct;
  const forgiven: Judgement = { ...correct, remarks: [{ type: 'typo', typed, meant }] };
  if (words === undefined) return { type: 'wanting', dictionary: 'words', without: forgiven };
  const word = misspelt.words.find((one) => isAnotherWord(one, meant, words));
  return word === undefined
    ? forgiven
    : { type: 'refused', reason: { why: 'another-word', word }, insisted: wrong };
}

const correct: Judgement = { type: 'judged', verdict: 'correct', remarks: [] };
const wrong: Judgement = { type: 'judged', verdict: 'wrong', remarks: [] };
