import { findNearest } from '#core/base/nearest.ts';
import type { Lang } from '#core/base/text.ts';
import { wordsIn } from './lexicon/word-pattern.ts';

/** The word for “or” in a language, between two answers. */
const or: Readonly<Record<Lang, string>> = {
  en: 'or',
  de: 'oder|bzw\\.?|beziehungsweise',
  fr: 'ou(?: bien)?',
  es: 'o|u|o bien',
  it: 'o|oppure|ovvero',
  pt: 'ou',
  nl: 'of',
  sv: 'eller',
  da: 'eller',
  no: 'eller',
  nb: 'eller',
  pl: 'lub|albo',
  cs: 'nebo',
  sk: 'alebo',
  ro: 'sau',
  hu: 'vagy',
  fi: 'tai',
  tr: 'veya|ya da',
  ru: 'или',
  uk: 'або|чи',
  el: 'ή',
  id: 'atau',
  vi: 'hoặc',
};

const eastAsianOr = /(?:或者?|或是|または|又は|あるいは|もしくは|또는|혹은)/u;

/** Code and formulas, in which all of these signs have a meaning. */
const code = /[`{}=<>$\\^~#]|\(\)|\w\(|&&|\|\||--|:\/\//;

/** Phrases with an “or” in them. */
const phrase =
  /\b(?:either|whether)\b|\b(?:true or false|trick or treat|to be or not|more or less|sooner or later|dead or alive|life or death|do or die|now or never|heads or tails|yes or no|and or|one or more|one or two|two or more|or else|or not)\b/i;

/** How an answer is several, and the answers. */
interface SeveralAnswers {
  readonly by: string;
  readonly parts: readonly string[];
}

/** Returns the answers that a text to type holds, if it is several alternatives written as one. */
export function severalIn(text: string, lang: Lang): SeveralAnswers | undefined {
  const bare = text.trim();
  if (bare.length < 3 || code.test(bare)) return undefined;
  for (const { by, split } of waysIn(lang)) {
    const parts = bare.split(split).map((part) => part.trim());
    // `too long; didn't read` is one saying.
    if (parts.length > 1 && parts.length < 6 && parts.every(isAnswer) && !/n['’]t\b|\bnot\b/i.test(bare))
      return { by, parts };
  }
  return alike(bare);
}

function waysIn(lang: Lang): readonly { readonly by: string; readonly split: RegExp }[] {
  const own = or[lang] ?? or[lang.split('-', 1)[0] ?? ''];
  const words = own === undefined || own === 'or' ? 'or' : `${own}|or`;
  return [
    { by: '/', split: /\s+[/／]\s+|\s*／\s*/ },
    { by: '|', split: /\s+\|\s+/ },
    { by: ';', split: /;\s+|\s*；\s*/ },
    { by: '，', split: /\s*，\s*/ },
    { by: '、', split: /\s*、\s*/ },
    { by: 'or', split: new RegExp(`,?\\s+${wordsIn(words)}\\s+`, 'iu') },
    { by: 'or', split: eastAsianOr },
  ];
}

/** Whether a part could be an answer by itself: it has letters, and is short. */
const isAnswer = (part: string) =>
  /\p{L}{2}|\p{Script=Han}|\d/u.test(part) && part.length <= 60 && part.split(/\s+/).length <= 6;

/** Answers that are separated by what separates other things too, if they are forms of one word: `Bering/Behring`. */
function alike(text: string): SeveralAnswers | undefined {
  for (const by of ['/', ',']) {
    const parts = text.split(by).map((part) => part.trim());
    const [first = ''] = parts;
    if (
      parts.length < 2 ||
      parts.length > 4 ||
      !parts.every((part) => /^[\p{L}\p{M} '’-]{2,40}$/u.test(part))
    )
      continue;
    if (parts.slice(1).every((part) => isForm(first.toLowerCase(), part.toLowerCase()))) return { by, parts };
  }
  return undefined;
}

function isForm(one: string, other: string): boolean {
  if (one === other) return false;
  if (/\p{Script=Han}/u.test(one)) return one.includes(other) || other.includes(one);
  const shared = [...one].findIndex((letter, i) => letter !== other[i]);
  return (
    (shared === -1 ? one.length : shared) >= 4 || (one.length > 4 && findNearest(one, [other]) !== undefined)
  );
}

/** Whether “or” belongs to a text, as in `true or false`. */
export const isPhrase = (text: string): boolean => phrase.test(text);
