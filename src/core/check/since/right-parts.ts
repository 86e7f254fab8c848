import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { type Lang, pathIn, pickLanguage, type Text, wordingsOf } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { RightPart } from '#core/question/kinds/kind.ts';

/** A part of the correct answer of an item, in one language. */
export interface RightText extends Pick<RightPart, 'slot' | 'exact' | 'optional'> {
  readonly text: string;
  readonly path: DataPath;
  /** Its language, if it is not for all. */
  readonly lang?: Lang;
  /** Its translations. */
  readonly besides?: readonly string[];
}

/** Returns whether the answer is typed: then the answers of every language count in all. */
export function isTyped({ item }: LocatedItem): boolean {
  const { asks } = kindOf(item);
  return asks === 'type' || asks === 'fill';
}

/** Returns the accepted typed answers, in every language. */
export function typedTextsOf({ item }: LocatedItem): readonly RightText[] {
  return kindOf(item)
    .right(item)
    .flatMap(({ text, path, ...part }): readonly RightText[] => {
      if (typeof text === 'string') return [{ ...part, text, path }];
      return Object.entries(text).map(([lang, word]) => {
        const besides = wordingsOf(text).filter((other) => other !== word);
        return { ...part, text: word, path: [...path, lang], lang, besides };
      });
    });
}

/** Returns the correct answers of an item in one language. */
export function textsOf({ item }: LocatedItem, lang: Lang): readonly RightText[] {
  return kindOf(item)
    .right(item)
    .filter(({ text, joint }) => joint === true || typeof text === 'string' || lang in text)
    .map(({ text, path, joint, ...part }) => ({
      ...part,
      text: pickLanguage(text, lang),
      path: joint === true ? path : pathIn(text, path, lang),
      ...(isFor(lang, text) ? { lang } : {}),
    }));
}

const isFor = (lang: Lang, text: Text) => typeof text !== 'string' && lang in text;
