import { editDistanceOf } from '#core/base/edit-distance.ts';
import { isNumberWord } from './numeral.ts';
import { plainTextOf } from './spelling.ts';

const negations = new Set('cannot dont isnt neither never no non nor not without'.split(' '));

/**
 * Heads whose exchange turns a word into another, often its opposite: encoder/decoder, micro/macro. Those with a slash
 * between them have one sense: `imput` is a typo.
 */
const heads =
  ' ab acau acyc anti asc asym/asyn aty bi cau co cyc de/desc dis down en ex/exa extra giga hetero homo hyper hypo il/im/in/ir inter intra kilo macro maxi mega micro milli mini mis mono multi nano no/non/not out over peta poly post pre re sub super sym/syn tera trans tri ty un/uni under up'
    .split(' ')
    .flatMap((sense) => sense.split('/').map((head) => ({ head, sense })));

/** Names such as AdamW, LLaMA or BLOOM, of which another letter makes another name. */
export function innerCapitalsOf(text: string): ReadonlySet<string> {
  return new Set((text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => /.\p{Lu}/u.test(w)).map(plainTextOf));
}

/**
 * The typed words that are misspelt, if a text is a misspelling of another: one typo in 5-8 letters, two from 9, in a word of four
 * only a letter doubled or two changed about. None are misspelt in another number or the spelling of another country.
 */
export function findTypos(
  typed: readonly string[],
  key: readonly string[],
  names: ReadonlySet<string>,
): readonly string[] | undefined {
  if (typed.join('') === key.join('')) return undefined;
  const given = typed.map((word, i) => (isFormOf(word, key[i] ?? '') ? (key[i] ?? '') : word));
  if (negated(given) !== negated(key) || namesOtherNumber(given, key)) return undefined;
  const [whole, wanted] = [given.join(''), key.join('')];
  const budget = budgetOf(wanted);
  if (Math.abs(whole.length - wanted.length) > Math.max(1, budget) || swapsHead(whole, wanted))
    return undefined;
  if (given.length !== key.length)
    return editDistanceOf(whole, wanted) === 1 && inLongWord(whole, key)
      ? given.filter((word) => !key.includes(word))
      : undefined;
  let total = 0;
  const misspelt: string[] = [];
  for (const [i, word] of key.entries()) {
    const other = given[i] ?? '';
    if (other === word) continue;
    if (swapsHead(other, word) || !mayBe(other, word, names)) return undefined;
    total += editDistanceOf(other, word);
    misspelt.push(other);
  }
  return total <= Math.max(budget, isSlipOfFour(whole, wanted) && !names.has(wanted) ? 1 : 0)
    ? misspelt
    : undefined;
}

/** True if a word is another in the plural or the singular, or as it is spelt in another country. */
function isFormOf(word: string, other: string): boolean {
  return isInOtherNumber(word, other) || (word !== other && britishOf(word) === britishOf(other));
}

/** Spellings that differ between countries, as one of the two. */
const britishOf = (word: string) =>
  word
    .replace(/(?<=\p{L}{2})iz(?=(?:e|ed|er|es|ing|ation|ations)s?$)/u, 'is')
    .replace(/(?<=\p{L}{2})yz(?=(?:e|ed|er|es|ing)$)/u, 'ys')
    .replace(/(?<=\p{L}{3})or(?=(?:s|al|ed|ing|ful|ite)?$)/u, 'our')
    .replace(/(?<=[aeiou])l(?=(?:ed|ing|er|ers|led|ling|ler|lers)$)/u, 'll')
    .replace(/lll/, 'll')
    .replace(/(?<=\p{L}{2}[bt])er(?=s?$)/u, 're');

/** True if a word of four letters has one doubled, or two neighbours changed about. */
function isSlipOfFour(given: string, word: string): boolean {
  if (!/^\p{Ll}{4}$/u.test(word) || editDistanceOf(given, word) !== 1) return false;
  return given.replace(/(.)\1/gu, '$1') === word.replace(/(.)\1/gu, '$1') || isSwapped(given, word);
}

const isSwapped = (given: string, word: string) => [...given].sort().join('') === [...word].sort().join('');

/** True if a misspelt word is a word of another meaning: `player` for `layer`, but not `trains` for `trained`. */
export function isAnotherWord(misspelt: string, key: string, words: ReadonlySet<string>): boolean {
  if (!words.has(misspelt) && !words.has(singular(misspelt))) return false;
  const stem = wordStemOf(misspelt);
  return !key.split(/[^\p{L}]+/u).some((word) => wordStemOf(word) === stem);
}

/** A word without the ending of its number or tense: enough to know it again. */
export const wordStemOf = (word: string) =>
  word.replace(/(?<=\p{L}{3})(?:ings?|ions?|es|(?<!s)s|e?d|e)$/u, '');

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
  if (long === `${short}e` && german.test(short)) return true;
  if (long === `${short}s`) return /^\p{L}{2,}[^\P{L}s]$/u.test(short);
  return (
    !isNumberWord(word) && !isNumberWord(other) && (word === pluralOf(other) || other === pluralOf(word))
  );
}

/** Names of substances, of which the plural is German: `Nitrate`, `Alkane`, `Lipide`. */
const german = /^(?:\p{L}{4,}(?:at|it|id)|\p{L}*(?:alk[aei]n|lipid|oxid|protein|enzym))$/u;

/** The plural of an English word that takes more than an s; undefined for others. */
function pluralOf(word: string): string | undefined {
  if (!/^[a-z]{3,}$/.test(word)) return undefined;
  if (/[^aeiou]y$/.test(word)) return word.replace(/y$/, 'ies');
  if (/[rt]ix$/.test(word)) return word.replace(/ix$/, 'ices');
  if (/[sx]is$/.test(word)) return word.replace(/is$/, 'es');
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : undefined;
}

function budgetOf(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters < 5 ? 0 : letters < 9 ? 1 : 2;
}

/** True if a word may be a typo of another; in short words and names only two swapped neighbours count. */
function mayBe(given: string, word: string, names: ReadonlySet<string>): boolean {
  const count = editDistanceOf(given, word);
  if (count === 1 && isSwapped(given, word)) return true;
  if (isSlipOfFour(given, word)) return !names.has(word);
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
