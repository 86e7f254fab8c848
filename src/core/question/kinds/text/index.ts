import { memoise, memoiseOne } from '#core/base/memoise.ts';
import { type Lang, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import type { CommonItem, Distractor } from '#core/question/item.ts';
import type { Answer, Judgement, Outcome } from '#core/question/prompt.ts';
import type { ShapeFault } from '#core/question/shapes.ts';
import { makeAlong } from '#core/question/typed/along.ts';
import { readyOf } from '#core/question/typed/compare-text.ts';
import type { Dictionaries } from '#core/question/typed/dictionaries.ts';
import { makeTextMatcher } from '#core/question/typed/match-text.ts';
import type { SimplifyScript } from '#core/question/typed/scripts.ts';
import { isAnotherWord } from '#core/question/typed/typo.ts';
import { defineKind, type Wanting, type WrittenText } from '../kind.ts';
import { reasonFor } from '../options.ts';
import { ignorance, wordingsIn } from '../trials.ts';
import { hintBeginning } from '../typed.ts';

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
  judge(item, answer, lang, have) {
    if (answer.type !== 'typed') return wrong;
    const typed = (answer.texts[0] ?? '').trim();
    return typed === '' ? { type: 'refused', reason: { why: 'empty' } } : judged(item, typed, lang, have);
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

/** The outcome of a text; one that is not right may be so in another script. */
function judged(item: TextItem, typed: string, lang: Lang, have: Dictionaries): Outcome | Wanting {
  const outcome = compared(item, typed, lang, have);
  const isSettled =
    outcome.type === 'judged' && (outcome.verdict === 'correct' || outcome.remarks.length > 0);
  if (isSettled || have.simplify !== undefined || !/\p{Script=Han}/u.test(typed)) return outcome;
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
  const { matcher, texts, reasons } = answersOf(item)(simplify);
  const given = simplify?.(typed) ?? typed;
  if (matcher.isRight(given)) return correct;
  const tempted = reasons[matcher.other(given) ?? matcher.otherTypo(given) ?? -1];
  if (tempted !== undefined) return { ...wrong, remarks: [reasonFor(tempted, lang)] };
  const misspelt = matcher.typo(given);
  if (misspelt === undefined) {
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

/** The accepted and rejected texts of an item, ready for comparison; `reasons` says what each rejected text is. */
const answersOf = memoise((item: TextItem) => {
  const texts = acceptedBy(item);
  const rejected = item.reject.flatMap((reason) =>
    wordingsOf(reason.text).map((words) => ({ words, reason })),
  );
  const reasons = rejected.map(({ reason }) => reason);
  return memoiseOne((simplify: SimplifyScript | undefined) => {
    const fold = simplify ?? ((text: string) => text);
    const matcher = makeTextMatcher({
      accepted: texts.map(fold),
      others: rejected.map(({ words }) => fold(words)),
      along: makeAlong(wordingsOf(item.stem).map(fold)),
    });
    return { matcher, texts, reasons };
  });
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
