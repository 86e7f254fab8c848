import { memoise, memoiseOne } from '#core/base/memoise.ts';
import { type Text, wordingsOf } from '#core/base/text.ts';
import { type Distractor, spokenLanguagesOf } from '#core/question/item.ts';
import { makeExactMatcher } from '#core/question/typed/match-exactly.ts';
import type { TextMatcher } from '#core/question/typed/match-text.ts';
import { makeAlong, makeTextMatcher } from '#core/question/typed/matchers.ts';
import type { SimplifyScript } from '#core/question/typed/scripts.ts';
import type { WrittenText } from '../kind.ts';
import type { TextItem } from './index.ts';

/** Typed texts told apart, and what the places in it stand for. */
export interface AnswerTexts {
  readonly matcher: TextMatcher;
  /** The accepted texts, by place. */
  readonly texts: readonly string[];
  /** The rejected answers, by place. */
  readonly reasons: readonly Distractor[];
}

/** What is right as a whole: the key and the other answers. */
export function acceptedIn({ key, accept }: TextItem): readonly WrittenText[] {
  return [{ text: key, path: ['key'] }, ...accept.map((text, i) => ({ text, path: ['accept', i] }))];
}

/** The forms of each part of an answer that is several things; none if it is one. */
export function partsIn({ all = [] }: TextItem): readonly (readonly WrittenText[])[] {
  return all.map((part, i) =>
    isForms(part)
      ? part.map((text, j) => ({ text, path: ['all', i, j] }))
      : [{ text: part, path: ['all', i] }],
  );
}

const isForms = (part: Text | readonly Text[]): part is readonly Text[] => Array.isArray(part);

/** The texts of an item, ready for comparison with its whole answer. */
export const answerTextsOf = memoise((item: TextItem) =>
  memoiseOne((simplify: SimplifyScript | undefined) =>
    // The key of several things is compared part by part, so that a part that it lacks is found.
    makeAnswers(item, acceptedIn(item).slice(item.all === undefined ? 0 : 1), [], simplify),
  ),
);

/** The texts of each part of an item, ready for comparison with a part of an answer. */
export const partTextsOf = memoise((item: TextItem) =>
  memoiseOne((simplify: SimplifyScript | undefined) => {
    const parts = partsIn(item);
    return parts.map((forms) =>
      makeAnswers(item, forms, parts.filter((other) => other !== forms).flat(), simplify),
    );
  }),
);

function makeAnswers(
  item: TextItem,
  accepted: readonly WrittenText[],
  beside: readonly WrittenText[],
  simplify: SimplifyScript | undefined,
): AnswerTexts {
  const fold = simplify ?? ((text: string) => text);
  const texts = accepted.flatMap(({ text }) => wordingsOf(text));
  const rejected = item.reject.flatMap((reason) =>
    wordingsOf(reason.text).map((words) => ({ words, reason })),
  );
  const own = new Set(texts);
  const languages = spokenLanguagesOf(item);
  const others = [
    ...rejected.map(({ words }) => words),
    ...beside.flatMap(({ text }) => wordingsOf(text)).filter((text) => !own.has(text)),
  ];
  const matcher = item.exact
    ? makeExactMatcher(texts, others)
    : makeTextMatcher({
        accepted: texts.map(fold),
        others: others.map(fold),
        along: makeAlong(wordingsOf(item.stem).map(fold), languages),
        languages,
      });
  return { matcher, texts, reasons: rejected.map(({ reason }) => reason) };
}
