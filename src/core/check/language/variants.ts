import type { Lang } from '#core/base/text.ts';
import { articlesOf } from '#core/question/typed/articles.ts';
import type { LookUps } from '#core/question/typed/dictionaries.ts';

/** Another way to type an accepted text. */
export interface Variant {
  readonly text: string;
  /** How it differs, for messages. */
  readonly what: string;
}

/** Returns the ways in which learners naturally write a term otherwise; without look-ups, fewer. */
export function variantsOf(
  text: string,
  { toTraditional }: LookUps,
  languages: readonly Lang[] = [],
): readonly Variant[] {
  const variants = [
    ...(toTraditional === undefined
      ? []
      : [{ text: toTraditional(text), what: 'in traditional characters' }]),
    ...inDigits(text),
    ...otherwiseBegun(text, languages),
    ...(hasMeaningOfSigns.test(text) ? [] : withoutSigns(text)),
  ];
  return variants.filter((variant) => variant.text !== text);
}

/** Signs that make another thing of what they stand beside. */
const hasMeaningOfSigns = /[<>\\\\!=*^_{}#@$+~|]|^[-−]|\d/;

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const numberWord = new RegExp(`(?<![\\p{L}-])(?:${numberWords.slice(1).join('|')})(?![\\p{L}-])`, 'iu');
const figure = /(?<![\p{L}\p{N}.,-])(?:[2-9]|1[0-2])(?![\p{N}.,%-]|\s*[×x*/^=])(?=\s+\p{Ll}{3})/u;

/** A small number in digits that is written as a word, and the reverse. */
function inDigits(text: string): readonly Variant[] {
  if (/\bhalf\b/i.test(text)) return [];
  const digits = text.replace(numberWord, (word) => String(numberWords.indexOf(word.toLowerCase()) + 1));
  const words = text.replace(figure, (digit) => numberWords[Number(digit) - 1] ?? digit);
  return [
    { text: digits, what: 'in digits' },
    { text: words, what: 'in words' },
  ];
}

/** A noun with an article, or without the one it has, in languages other than English. */
function otherwiseBegun(text: string, languages: readonly Lang[]): readonly Variant[] {
  const articles = articlesOf(languages);
  if (articles === undefined) return [];
  const noun = articles.strip(text);
  if (!/^\p{L}{3}/u.test(noun ?? text)) return [];
  return noun === undefined
    ? [{ text: `${articles.usual} ${text}`, what: 'with an article' }]
    : [{ text: noun, what: 'without the article' }];
}

function withoutSigns(text: string): readonly Variant[] {
  const variant = (pattern: RegExp, by: string, what: string) => ({ text: text.replace(pattern, by), what });
  return [
    variant(/(?<=\p{L})[-‐‑](?=\p{L})/gu, '', 'without hyphens'),
    variant(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ' ', 'with spaces for hyphens'),
    variant(/(?<=\p{L}{2})['’](?=s\b)/gu, '', 'without the apostrophe'),
    variant(/^\[(\p{L}+)\]$/u, '$1', 'without brackets'),
    variant(/(?<=\b\p{Lu})\.(?=\p{Lu}|$|\s)/gu, '', 'without full stops'),
  ];
}
