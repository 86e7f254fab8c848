import type { Articles } from './articles.ts';

/** A text as it is compared: its words with and without an article, its numbers with their minus signs, and signs that matter. */
export interface Spelling {
  readonly ways: readonly (readonly string[])[];
  readonly numbers: string;
}

/** The spellings of a text without insignificant parts; two texts are the same if they share one. */
export const spellingsOf = (text: string): readonly string[] => listSpellings(readSpelling(text));

/** The spellings of a text that is read already, each as one string. */
export const listSpellings = ({ ways, numbers }: Spelling): readonly string[] =>
  ways.map((words) => `${words.join('')}\n${numbers}`);

/** Reads a text for comparison, the first way as it is written; articles of other languages than English are those given. */
export function readSpelling(text: string, articles?: Articles): Spelling {
  const spelt = plainTextOf(text);
  const words = wordsOf(spelt);
  const noun = articles?.strip(text);
  return {
    ways: words.length === 0 ? [] : [...waysOf(text, words), ...(noun === undefined ? [] : waysOf(noun))],
    numbers: numbersOf(spelt) + signsOf(text),
  };
}

const waysOf = (text: string, words = wordsOf(plainTextOf(text))): readonly (readonly string[])[] => [
  ...withAndWithoutArticle(words),
  ...inDigraphs(text),
  ...inHiragana(text),
];

const digraphs: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** The words of a text with umlauts as keyboards without them write it: `Koenig` for `König`. */
function inDigraphs(text: string): readonly (readonly string[])[] {
  if (ascii.test(text)) return [];
  const composed = text.normalize('NFC');
  const written = composed.replace(/[äöü]/giu, (letter) => digraphs[letter.toLowerCase()] ?? letter);
  return written === composed ? [] : withAndWithoutArticle(wordsOf(plainTextOf(written)));
}

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** What ends a Japanese sentence and says no more than that it is so. */
const copula =
  /(?<=[^です]{2}|[\p{Script=Han}\p{Script=Katakana}ー])(?:です|である|でした)[。．.]?$|(?<=[\p{Script=Han}\p{Script=Katakana}ー])だ[。．.]?$/u;

/** The words of a Japanese text in one kind of kana, with its last verb and without it: ムラサキシキブです. */
function inHiragana(text: string): readonly (readonly string[])[] {
  if (!kana.test(text)) return [];
  const plain = (one: string) =>
    wordsOf(
      plainTextOf(one).replace(/[ァ-ヶ]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x60)),
    );
  const trimmed = text.trim();
  const noun = trimmed.replace(copula, '');
  return noun === trimmed ? [plain(text)] : [plain(text), plain(noun)];
}

/** The words of a plain text, with only the symbols that carry meaning: `C++`, `Q*`, `40%`, `GPT-3.5`. */
function wordsOf(text: string): readonly string[] {
  return text
    .replace(/(?<!\d)[.,]|[.,](?!\d)/g, ' ')
    .split(ascii.test(text) ? asciiBetween : between)
    .filter((word) => word !== '');
}

const between = /[^\p{L}\p{M}\p{N}\p{Sm}\p{Sc}\p{So}#%*.,]+/u;
const asciiBetween = /[^A-Za-z0-9+<=>|~$#%*.,]+/;

/** A text in one spelling of case, accents, width, quotes, minus and decimals. */
export function plainTextOf(text: string): string {
  const spelt = (ascii.test(text) ? text.toLowerCase().replace(/['`]/g, '') : lettersOf(text))
    .replace(/[−–]/g, '-')
    .replace(/[~∼]/g, ' ');
  if (!/\d/.test(spelt)) return spelt;
  return spelt
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d),(?=\d)/g, '.')
    .replace(/(?<![\p{L}\p{N}.])\.(?=\d)/gu, '0.');
}

// Most texts are ascii, which needs no Unicode to be one spelling.
const ascii = /^[\x00-\x7f]*$/;

/** A text in one spelling of case, accents, width and quotes. */
function lettersOf(text: string): string {
  // Of the marks that scripts share only the voicing of kana makes another letter: か and が.
  const unaccented = text
    .replace(/[⁺⁻]?[⁰¹²³⁴-⁹]+/g, (raised) => `^${raised}`)
    .replace(/×/g, 'x')
    .replace(/词元/g, 'token')
    .normalize('NFKD')
    .replace(/(?![\u3099\u309a])\p{Script=Inherited}/gu, '')
    .normalize('NFKC');
  // Letter by letter, after upper case: ß becomes ss, and a Greek s at the end of a word is like any other.
  return [...unaccented.toUpperCase()]
    .map((letter) => letter.toLowerCase())
    .join('')
    .replace(/[\p{Cf}'’‘`´]/gu, '');
}

/**
 * The numbers in a plain text, and a minus before a letter, as in `-inf`. A hyphen after a letter or digit is no minus,
 * unless it is that of an exponent: `1e-4`.
 */
function numbersOf(text: string): string {
  if (!/[\d-]/.test(text)) return '';
  const numbers = text.match(signedNumber) ?? [];
  return numbers.map((number) => number.replace(/\s/g, '')).join(' ');
}

const signedNumber =
  /(?:^\s*-\s*|(?<=[^\p{L}\p{M}\p{N}-]|\de)-)?\d+(?:\.\d+)*|(?<=^|[^\p{L}\p{M}\p{N}-])-(?=[\p{L}∞])/gu;

/** Signs that make another thing of what stands beside them: the end of `</s>`, the not of `!=`, an escape. */
const signsInAny = /<\s*\/|\/\s*>|!=|≠|\\(?=\S)/g;
/** Those that do so in a formula and only end a sentence or a quotation elsewhere: `n!`, `f'(x)`. */
const signsInFormula = /(?<=(?:^|[\s(=*+/])(?:\p{L}|\d+)|\))!|(?<=[\p{L})])['’′](?=\s*(?:\(|$|[=+*/<>-]))/gu;
const wordOfProse = /\p{L}{4}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function signsOf(written: string): string {
  if (!/[<>/!≠\\'’′]/.test(written)) return '';
  const text = written.trim().replace(/^(['"‘“])(.*)['"’”]$/su, '$2');
  const signs = [...(text.match(signsInAny) ?? [])];
  if (!wordOfProse.test(text)) signs.push(...(text.replace(/!=/g, '').match(signsInFormula) ?? []));
  const named = signs.map((sign) => oneSign[sign] ?? sign.replace(/\s/g, ''));
  return named.length === 0 ? '' : ` ${named.join(' ')}`;
}

const oneSign: Readonly<Record<string, string>> = { '≠': '!=', '’': "'", '′': "'" };

function withAndWithoutArticle(words: readonly string[]): readonly (readonly string[])[] {
  const [first = '', ...rest] = words;
  return rest.length > 0 && ['the', 'a', 'an'].includes(first) ? [words, rest] : [words];
}
