import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { type Lang, pathIn, pick, type Text, wordings } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import type { RightPart } from '#core/question/kinds/kind.ts';

/** A part of what is right for an item, as it reads in one language. */
export interface RightText extends Pick<RightPart, 'slot' | 'exact' | 'optional'> {
  readonly text: string;
  readonly path: DataPath;
  /** The one language that it is written for, if it is not for all. */
  readonly lang?: Lang;
  /** The same in other languages. */
  readonly besides?: readonly string[];
}

/** Whether what is right is typed: the answers of every language count in every language. */
export function isTyped({ item }: LocatedItem): boolean {
  const { asks } = kindOf(item);
  return asks === 'type' || asks === 'fill';
}

/** What is right to type, in every language. */
export function typedTexts({ item }: LocatedItem): readonly RightText[] {
  return kindOf(item)
    .right(item)
    .flatMap(({ text, path, ...part }): readonly RightText[] => {
      if (typeof text === 'string') return [{ ...part, text, path }];
      return Object.entries(text).map(([lang, word]) => {
        const besides = wordings(text).filter((other) => other !== word);
        return { ...part, text: word, path: [...path, lang], lang, besides };
      });
    });
}

/** What is right for an item, in one language. */
export function textsOf({ item }: LocatedItem, lang: Lang): readonly RightText[] {
  return kindOf(item)
    .right(item)
    .filter(({ text, joint }) => joint === true || typeof text === 'string' || lang in text)
    .map(({ text, path, joint, ...part }) => ({
      ...part,
      text: pick(text, lang),
      path: joint === true ? path : pathIn(text, path, lang),
      ...(isFor(lang, text) ? { lang } : {}),
    }));
}

const isFor = (lang: Lang, text: Text) => typeof text !== 'string' && lang in text;
