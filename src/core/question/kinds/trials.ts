import type { DataPath } from '#core/base/data-path.ts';
import { type Lang, languagesIn, pathIn, pickLanguage, type Text } from '#core/base/text.ts';
import type { Trial, WrittenText } from './kind.ts';

/** A text in one language, and its place in the item. */
interface Wording {
  readonly words: string;
  readonly path: DataPath;
}

/** An answer that says nothing of the item: `I don't know`. */
export const ignorance: Trial = { answer: { type: 'unknown' }, right: false, path: [], what: 'no answer' };

/** A text as it is shown in a language. */
export function wordingIn({ text, path }: WrittenText, lang: Lang): Wording {
  return { words: pickLanguage(text, lang), path: pathIn(text, path, lang) };
}

/** A text in each language it is written in. */
export function wordingsIn(written: WrittenText): readonly Wording[] {
  const { text } = written;
  return typeof text === 'string'
    ? [{ words: text, path: written.path }]
    : Object.keys(text).map((lang) => wordingIn(written, lang));
}

/** Texts as they are shown in a language, and after that as they are in each other one: an answer may be in any. */
export function readInEachLanguage(texts: readonly Text[], lang: Lang): readonly (readonly string[])[] {
  return [...new Set([lang, ...languagesIn(texts)])].map((each) =>
    texts.map((text) => pickLanguage(text, each)),
  );
}
