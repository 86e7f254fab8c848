import { editDistanceOf } from '#core/base/edit-distance.ts';
import { isNumberWord } from './numeral.ts';

/** The relation of a typed text to an accepted one. */
export type Likeness = 'same' | 'typo' | 'different';

/**
 * Compares what was typed with an accepted text. Case, accents, width, punctuation, hyphens, spaces and a leading article
 * never count, but a minus does; one typo is forgiven in 5-8 letters, two from 9, and the s of a plural, but no other
 * number, negation, opposite or short word. Chinese, Japanese and Korean allow no typo.
 */
export function compareText(typed: string, accepted: string): Likeness {
  return compared(typed, read(typed), accepted, read(accepted));
}

/** Texts that others are compared with, each read once however many come to be compared. */
export interface Texts {
  /** The place of the first one that a text is the same as, but for what never counts. */
  readonly same: (typed: string) => number | undefined;
  /** The place of the first one that a text is a typo of. */
  readonly typo: (typed: string) => number | undefined;
}

/** Texts made ready to be compared with. */
export function readyOf(texts: readonly string[]): Texts {
  const keys = texts.map(read);
  const firsts = new Map<string, number>();
  for (const [place, key] of keys.entries())
    for (const spelling of spelt(key)) if (!firsts.has(spelling)) firsts.set(spelling, place);
  return {
    same(typed) {
      const places = spelt(read(typed)).flatMap((spelling) => firsts.get(spelling) ?? []);
      return places.length === 0 ? undefined : Math.min(...places);
    },
    typo(typed) {
      const given = read(typed);
      // Nothing that could be misspelt.
      if (given.ways.length === 0) return undefined;
      const place = keys.findIndex((key, i) => compared(typed, given, texts[i] ?? '', key) === 'typo');
      return place === -1 ? undefined : place;
    },
  };
}

function compared(typed: string, given: Read, accepted: string, key: Read): Likeness {
  if (areSame(given, key)) return 'same';
  if (given.numbers !== key.numbers || eastAsian.test(typed) || eastAsian.test(accepted)) return 'different';
  const named = innerCapitals(accepted);
  const isTypoOf = (k: readonly string[]) => given.ways.some((g) => isTypo(g, k, named));
  return key.ways.some(isTypoOf) ? 'typo' : 'different';
}

/** The spellings of a text without insignificant parts; two texts are the same if they share one. */
export const spellingsOf = (text: string): readonly string[] => spelt(read(text));

const spelt = ({ ways, numbers }: Read) => ways.map((words) => `${words.join('')}\n${numbers}`);

/** The compared parts of a text: its words with and without an article, its numbers and its minus signs. */
interface Read {
  readonly ways: readonly (readonly string[])[];
  readonly numbers: string;
}

function read(text: string): Read {
  const spelt = plain(text);
  const words = wordsOf(spelt);
  return { ways: words.length === 0 ? [] : withAndWithoutArticle(words), numbers: numbersOf(spelt) };
}

function areSame(a: Read, b: Read): boolean {
  if (a.numbers !== b.numbers) return false;
  const ways = b.ways.map((words) => words.join(''));
  return a.ways.some((words) => ways.includes(words.join('')));
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const negations = new Set('cannot dont isnt neither never no non nor not without'.split(' '));

/**
 * Heads whose exchange turns a word into another, often its opposite: encoder/decoder, micro/macro. Those with a slash
 * between them have one sense: `imput` is a typo.
 */
const heads =
  ' ab acau acyc anti asc asym/asyn aty bi cau co cyc de/desc dis down en ex/exa extra giga hetero homo hyper hypo il/im/in/ir inter intra kilo macro maxi mega micro milli mini mis mono multi nano no/non/not out over peta poly post pre re sub super sym/syn tera trans tri ty un/uni under up'
    .split(' ')
    .flatMap((sense) => sense.split('/').map((head) => ({ head, sense })));

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
function plain(text: string): string {
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

function withAndWithoutArticle(words: readonly string[]): readonly (readonly string[])[] {
  const [first = '', ...rest] = words;
  return rest.length > 0 && ['the', 'a', 'an'].includes(first) ? [words, rest] : [words];
}

/** Names such as AdamW, LLaMA or BLOOM: another letter makes another name. */
function innerCapitals(text: string): ReadonlySet<string> {
  return new Set((text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => /.\p{Lu}/u.test(w)).map(plain));
}

function isTypo(typed: readonly string[], key: readonly string[], names: ReadonlySet<string>): boolean {
  const given = typed.map((word, i) => (isInOtherNumber(word, key[i] ?? '') ? (key[i] ?? '') : word));
  if (negated(given) !== negated(key) || namesOtherNumber(given, key)) return false;
  const [whole, wanted] = [given.join(''), key.join('')];
  const budget = budgetOf(wanted);
  if (Math.abs(whole.length - wanted.length) > budget || swapsHead(whole, wanted)) return false;
  if (given.length !== key.length)
    return editDistanceOf(whole, wanted) === 1 && budget > 0 && inLongWord(whole, key);
  let total = 0;
  for (const [i, word] of key.entries()) {
    const other = given[i] ?? '';
    if (other === word) continue;
    if (swapsHead(other, word) || !mayBe(other, word, names)) return false;
    total += editDistanceOf(other, word);
  }
  return total <= budget;
}

function negated(words: readonly string[]): number {
  return words.filter((word) => negations.has(word)).length;
}

/** True if a typed number word is not in the key: `million` is not a typo of `billion`. */
function namesOtherNumber(given: readonly string[], key: readonly string[]): boolean {
  const wanted = new Set(numberWordsOf(key));
  return numberWordsOf(given).some((word) => !wanted.has(word));
}

function numberWordsOf(words: readonly string[]): readonly string[] {
  return words
    .flatMap((word) => word.match(/\p{L}+/gu) ?? [])
    .filter(isNumberWord)
    .map(singular);
}

const singular = (word: string) => word.replace(/s$/, '');

/** True if two words differ only by a plural s: `masks` and `mask`, but not `1990s` and `1990`. */
function isInOtherNumber(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return long === `${short}s` && /^\p{L}{2,}[^\P{L}s]$/u.test(short);
}

function budgetOf(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters < 5 ? 0 : letters < 9 ? 1 : 2;
}

/** True if a word may be a typo of another; in short words and names only two swapped neighbours count. */
function mayBe(given: string, word: string, names: ReadonlySet<string>): boolean {
  const count = editDistanceOf(given, word);
  const neighboursSwapped = count === 1 && [...given].sort().join('') === [...word].sort().join('');
  if (neighboursSwapped) return true;
  return count <= budgetOf(word) && !(names.has(word) && word.length <= 6);
}

/** True if exchanging a prefix for one of another sense explains the difference as well as typos do. */
function swapsHead(a: string, b: string): boolean {
  const count = editDistanceOf(a, b);
  return headsOf(a).some((ofA) =>
    headsOf(b).some(
      (ofB) =>
        ofA.sense !== ofB.sense &&
        editDistanceOf(ofA.head, ofB.head) +
          editDistanceOf(a.slice(ofA.head.length), b.slice(ofB.head.length)) <=
          count,
    ),
  );
}

const headsOf = (word: string) => heads.filter(({ head }) => word.startsWith(head));

/** True if two texts first differ in a word of the key that is long enough for a typo. */
function inLongWord(whole: string, key: readonly string[]): boolean {
  const wanted = key.join('');
  let parting = 0;
  while (parting < wanted.length - 1 && whole[parting] === wanted[parting]) parting++;
  let end = 0;
  const word = key.find((w) => {
    end += w.length;
    return parting < end;
  });
  return budgetOf(word ?? '') > 0;
}
