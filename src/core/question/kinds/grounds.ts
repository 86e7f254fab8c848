import { wordingsOf } from '#core/base/text.ts';
import { spokenLanguagesOf } from '../item.ts';
import { articlesOf } from '../typed/articles.ts';
import { compareText, readyOf } from '../typed/compare-text.ts';
import type { SimplifyScript } from '../typed/scripts.ts';
import { plainTextOf } from '../typed/spelling.ts';
import { numbersIn } from './cloze/filling.ts';
import { type Item, kindOf } from './index.ts';

/** Why a typed text is right, without being a typo. */
export type Ground =
  /** It is an accepted text, but for what never counts. */
  | { readonly type: 'accepted'; readonly text: string }
  /** It is one in another number, or as it is spelt in another country. */
  | { readonly type: 'form'; readonly text: string }
  /** It is one in the characters or the words of another region. */
  | { readonly type: 'script'; readonly text: string }
  /** It has the value of one, or lies within the tolerance. */
  | { readonly type: 'value'; readonly text: string }
  /** It holds one, and nothing else than what may stand along; which one, if that can be said. */
  | { readonly type: 'along'; readonly text?: string };

/** Why a text is right for an item, or for a blank of it, given that it was judged so; `simplify` is needed for Chinese alone. */
export function groundOf(item: Item, typed: string, simplify?: SimplifyScript): Ground {
  const kind = kindOf(item);
  if (kind.quantity?.(item) !== undefined) return { type: 'value', text: kind.key(item, 'en') };
  const texts = kind.right(item).flatMap(({ text }) => wordingsOf(text));
  const articles = articlesOf(spokenLanguagesOf(item));
  const same = texts[readyOf(texts, articles).same(typed) ?? -1];
  if (same !== undefined) return { type: 'accepted', text: same };
  const [given, folded] = [simplify?.(typed) ?? typed, texts.map((text) => simplify?.(text) ?? text)];
  const foldedSame = texts[readyOf(folded, articles).same(given) ?? -1];
  if (foldedSame !== undefined) return { type: 'script', text: foldedSame };
  const form = texts.find((text) => compareText(typed, text, articles) === 'typo');
  if (form !== undefined) return { type: 'form', text: form };
  const value = texts.find((text) => isSameNumber(typed, text));
  if (value !== undefined) return { type: 'value', text: value };
  const held = folded.flatMap((text, i) => (isWithin(text, given) ? [texts[i] ?? ''] : []));
  const [longest] = held.toSorted((a, b) => b.length - a.length);
  return longest === undefined ? { type: 'along' } : { type: 'along', text: longest };
}

function isSameNumber(typed: string, text: string): boolean {
  const percent = /[%％]$/.test(text);
  const wanted = numbersIn(text, percent);
  return numbersIn(typed, percent).some((value) => wanted.includes(value));
}

const isWithin = (text: string, whole: string) => lettersOf(whole).includes(lettersOf(text));

const lettersOf = (text: string) => plainTextOf(text).replace(/[^\p{L}\p{N}]/gu, '');
