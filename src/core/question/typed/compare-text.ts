import type { Articles } from './articles.ts';
import { listSpellings, readSpelling, type Spelling } from './spelling.ts';
import { findTypos, innerCapitalsOf } from './typo.ts';

/** The relation of a typed text to an accepted one. */
export type Likeness = 'same' | 'typo' | 'different';

/**
 * Compares what was typed with an accepted text. Case, accents, width, punctuation, hyphens, spaces and a leading article
 * never count, but a minus does, and signs that make another thing: `</s>` is not `<s>`. Typos are forgiven by the length of a word, and
 * the s of a plural, but no other number, negation, opposite or short word. Chinese, Japanese and Korean allow no typo.
 */
export function compareText(typed: string, accepted: string, articles?: Articles): Likeness {
  const [given, key] = [readSpelling(typed, articles), readSpelling(accepted, articles)];
  const spelt = new Set(listSpellings(key));
  if (listSpellings(given).some((spelling) => spelt.has(spelling))) return 'same';
  return typosIn(typed, given, accepted, key) === undefined ? 'different' : 'typo';
}

/** Texts that others are compared with, each read once however many come to be compared. */
export interface Texts {
  /** The place of the first one that a text is the same as, but for what never counts. */
  readonly same: (typed: string) => number | undefined;
  /** True if a text is one of them with its article, or without one as it is. */
  readonly holds: (typed: string) => boolean;
  /** The first one that a text is a misspelling of. */
  readonly typo: (typed: string) => Misspelling | undefined;
}

/** What a misspelt text was meant to be. */
export interface Misspelling {
  /** The place of the text that it is close to. */
  readonly place: number;
  /** The words that are misspelt; none if it is right in another number or the spelling of another country. */
  readonly words: readonly string[];
}

/** Texts made ready to be compared with. */
export function readyOf(texts: readonly string[], articles?: Articles): Texts {
  const keys = texts.map((text) => readSpelling(text, articles));
  const firsts = new Map<string, number>();
  for (const [place, key] of keys.entries())
    for (const spelling of listSpellings(key)) if (!firsts.has(spelling)) firsts.set(spelling, place);
  return {
    same(typed) {
      const places = listSpellings(readSpelling(typed, articles)).flatMap(
        (spelling) => firsts.get(spelling) ?? [],
      );
      return places.length === 0 ? undefined : Math.min(...places);
    },
    holds(typed) {
      const [written] = listSpellings(readSpelling(typed));
      return keys.some((key) => written !== undefined && listSpellings(key)[0] === written);
    },
    typo(typed) {
      const given = readSpelling(typed, articles);
      // Nothing that could be misspelt.
      if (given.ways.length === 0) return undefined;
      for (const [place, key] of keys.entries()) {
        const words = typosIn(typed, given, texts[place] ?? '', key);
        if (words !== undefined) return { place, words };
      }
      return undefined;
    },
  };
}

function typosIn(typed: string, given: Spelling, accepted: string, key: Spelling) {
  if (given.numbers !== key.numbers || eastAsian.test(typed) || eastAsian.test(accepted)) return undefined;
  const names = innerCapitalsOf(accepted);
  for (const k of key.ways)
    for (const g of given.ways) {
      const found = findTypos(g, k, names);
      if (found !== undefined) return found;
    }
  return undefined;
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
