import type { DataPath } from './data-path.ts';

/** A language tag as banks use it (`en`, `zh`). */
export type Lang = string;

/** A text a learner reads: one string for all languages, or one string per language. */
export type Text = string | Readonly<Record<Lang, string>>;

/** The text in the wanted language; if that is missing, in English, else in the first language given. */
export function pickLanguage(text: Text, lang: Lang): string {
  if (typeof text === 'string') return text;
  return text[lang] ?? text.en ?? Object.values(text)[0] ?? '';
}

/** Picks between English and Chinese, for texts of the program that are written in both. */
export const inLanguage =
  (lang: Lang) =>
  (en: string, zh: string): string =>
    pickLanguage({ en, zh }, lang);

/** Every wording of a text, in any language, without repeats. */
export function wordingsOf(text: Text): readonly string[] {
  return typeof text === 'string' ? [text] : [...new Set(Object.values(text))];
}

/** The path of a text in one language: under the language if it has several. */
export function pathIn(text: Text, path: DataPath, lang: Lang): DataPath {
  return typeof text === 'string' || !(lang in text) ? path : [...path, lang];
}

/** The languages of a text: those that it names, else the one it is in. */
export const languagesOfText = (text: Text, otherwise: Lang): readonly Lang[] =>
  typeof text === 'string' ? [otherwise] : Object.keys(text);

/** The languages that any of some texts is written in by name. */
export function languagesIn(texts: readonly Text[]): readonly Lang[] {
  return [...new Set(texts.flatMap((text) => (typeof text === 'string' ? [] : Object.keys(text))))];
}

/** A text made of several, in each language that any of them has. */
export function mapLanguages(texts: readonly Text[], make: (words: readonly string[]) => string): Text {
  const langs = languagesIn(texts);
  const made = (lang: Lang) => make(texts.map((text) => pickLanguage(text, lang)));
  return langs.length === 0 ? made('') : Object.fromEntries(langs.map((lang) => [lang, made(lang)]));
}
