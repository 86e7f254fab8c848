import { type Lang, languagesIn, type Text } from '../base/text.ts';

/** A wrong option, with the reason why it tempts and why it is wrong. */
export interface Distractor {
  readonly text: Text;
  readonly why: Text;
}

/** Where a claim comes from: an entry of the bank's bibliography (`ref`), or a source described in place. */
export type Source =
  | { readonly ref: string; readonly at?: string }
  | { readonly title: string; readonly url?: string; readonly at?: string };

/** The fields that items of every kind have. */
export interface CommonItem {
  /** Unique over the bank, never reused; memories hang on it. */
  readonly id: string;
  readonly kind: string;
  /** The author's grading: 1 basic ... 5 has read the paper. */
  readonly level: number;
  readonly tags: readonly string[];
  readonly stem: Text;
  readonly rationale: Text;
  readonly sources: readonly Source[];
  readonly hint?: Text;
  /** Raised by the author when the key changes its meaning; learners then start from scratch. */
  readonly revision: number;
  /** Ids this item had before; their memories count as its own. */
  readonly formerIds: readonly string[];
  /** Items needed to understand this one, which is not asked before them. */
  readonly requires: readonly string[];
  /** Items that ask the same fact from two sides share it: at most one of them is asked a day. */
  readonly fact?: string;
  /** Statements of the bank's notes that this item covers. */
  readonly notes: readonly string[];
  /** The date as of which the claim held: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly asOf?: string;
  readonly lint?: Lint;
  /** The language of its texts that are in one language only, if that is neither English nor Chinese: told by its deck. */
  readonly language?: Lang;
}

/** An item that knows the language of its deck. */
export const withLanguage = <I extends CommonItem>(item: I, language: Lang): I =>
  /^(?:en|zh)(?:-|$)/.test(language) ? item : { ...item, language };

/** The language that the stem of an item is read in by a learner of a language. */
export function languageReadOf({ stem, language }: CommonItem, lang: Lang): Lang {
  if (typeof stem === 'string') return language ?? (lang.startsWith('zh') ? lang : 'en');
  return lang in stem ? lang : 'en' in stem ? 'en' : (Object.keys(stem)[0] ?? 'en');
}

/** The languages that an item is known to be in. */
export const spokenLanguagesOf = ({ language, stem }: CommonItem): readonly Lang[] => [
  ...(language === undefined ? [] : [language]),
  ...languagesIn([stem]),
];

/** Findings of `check` that the author of an item allows. */
export interface Lint {
  readonly allow: readonly Suppression[];
}

/** A rule that an item may break, and why that is right. */
export interface Suppression {
  readonly rule: string;
  readonly reason?: string;
}
