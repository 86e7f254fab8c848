import { memoise } from '#core/base/memoise.ts';
import type { Lang } from '#core/base/text.ts';
import { makeGerman } from './de.ts';
import { makeEnglish } from './en.ts';
import { makeSpanish } from './es.ts';
import { makeFrench } from './fr.ts';
import { makeJapanese } from './ja.ts';
import type { Lexicon } from './lexicon.ts';
import { never } from './word-pattern.ts';
import { makeChinese } from './zh.ts';

/** Makes the lexicon of each language. Its patterns take a millisecond or two, and a bank has a language or two. */
const lexicons: Readonly<Record<Lang, () => Lexicon>> = {
  en: makeEnglish,
  zh: makeChinese,
  de: makeGerman,
  fr: makeFrench,
  es: makeSpanish,
  ja: makeJapanese,
};

/** The languages that have a lexicon: rules on wording are silent in the others. */
export const wordedLanguages: readonly Lang[] = Object.keys(lexicons);

/** Finds nothing, for languages without a lexicon. */
const silent: Lexicon = {
  hedge: never,
  absolute: never,
  negation: never,
  frequency: never,
  both: never,
  joining: never,
  allOfTheAbove: never,
  noneOfTheAbove: never,
  present: never,
  someone: never,
  bareQuestion: never,
  asks: /^/,
  asksForForm: never,
  yesOrNo: never,
  secondQuestion: never,
  asksForList: never,
  lastOfList: never,
  optionByPlace: never,
  functionWords: new Set(),
};

/** Returns the part of a table for a language, whatever its region: `de` for `de-AT`. */
export const pickByLanguage = <T>(table: Readonly<Record<Lang, T>>, lang: Lang): T | undefined =>
  table[lang] ?? table[lang.split('-', 1)[0] ?? ''];

/** Returns the lexicon of a language; for languages without one, a lexicon that finds nothing. */
export function lexiconOf(lang: Lang): Lexicon {
  const make = pickByLanguage(lexicons, lang);
  return make === undefined ? silent : madeBy(make);
}

const madeBy = memoise((make: () => Lexicon) => make());

/** Returns whether a language has a lexicon. */
export const hasLexicon = (lang: Lang): boolean => pickByLanguage(lexicons, lang) !== undefined;

/** Returns the lexicon for a text: in a language of other letters, Latin ones are English. */
export function lexiconFor(text: string, lang: Lang): Lexicon {
  return lexiconOf(!isWrittenInLatin.test(lang) && !otherLetters.test(text) ? 'en' : lang);
}

const isWrittenInLatin = /^(?!(?:zh|ja)(?:-|$))/;
const otherLetters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
