import type { SimplifyScript } from './scripts.ts';
import { plainTextOf } from './spelling.ts';
import { wordStemOf } from './typo.ts';

/** A part of an answer, and the phrases of any language that show it. */
export interface Point {
  readonly text: string;
  readonly words: readonly string[];
}

/**
 * Which points of an answer a text shows: those of which it holds a phrase, in any number or tense, its words in any order, unless they are
 * denied; a long word also within a longer one, and Japanese and Chinese words anywhere. It sees words alone, so that it can miss a point that is made in others.
 */
export function findPoints(
  text: string,
  points: readonly Point[],
  simplify: SimplifyScript = (same) => same,
): readonly boolean[] {
  const said = readWords(simplify(text));
  return points.map(({ words }) => words.some((phrase) => isSaid(readWords(simplify(phrase)), said)));
}

interface Words {
  /** The stems of its words in letters of an alphabet, in their order. */
  readonly latin: readonly string[];
  /** The words themselves. */
  readonly written: readonly string[];
  /** Its runs of Han characters and kana. */
  readonly runs: readonly string[];
}

const eastAsian = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー';
const alphabetic = new RegExp(`[^\\s\\p{P}${eastAsian}]+`, 'gu');
const unspaced = new RegExp(`[${eastAsian}]+`, 'gu');

function readWords(text: string): Words {
  const plain = plainTextOf(text);
  const written = plain.match(alphabetic) ?? [];
  return { latin: written.map(wordStemOf), written, runs: plain.match(unspaced) ?? [] };
}

const denials = new Set(
  'not no never without neither nor cannot cant dont doesnt isnt arent wont'.split(' '),
);

function isSaid(phrase: Words, said: Words): boolean {
  if (phrase.latin.length + phrase.runs.length === 0) return false;
  return (
    phrase.latin.every((word, at) =>
      said.latin.some(
        (one, i) =>
          (one === word || isInCompound(phrase.written[at] ?? '', said.written[i] ?? '')) &&
          !isDenied(said.latin, i, phrase),
      ),
    ) && phrase.runs.every((run) => said.runs.some((one) => holds(one, run)))
  );
}

/** The fewest letters of a word that is looked for within longer ones. */
const leastInCompound = 6;

/** True if a long word stands at the start or the end of a longer one: `Zweischicht` in `Zweischichttonmineral`, `Membran` in its plural. */
function isInCompound(word: string, whole: string): boolean {
  if (word.length < leastInCompound || word.length >= whole.length || !/^\p{Ll}+$/u.test(word)) return false;
  return whole.startsWith(word) || (whole.endsWith(word) && !opposite.test(whole));
}

/** Heads that turn a word round. */
const opposite = /^(?:un|in|im|ir|il|dis|non|nicht|anti|a)/;

/** True if a word stands right behind a denial that the phrase does not make itself. */
function isDenied(words: readonly string[], at: number, { latin }: Words): boolean {
  const before = words[at - 1] ?? '';
  return denials.has(before) && !latin.includes(before);
}

function holds(run: string, phrase: string): boolean {
  const at = run.indexOf(phrase);
  if (at < 0) return false;
  return /^[不没无非未]/.test(phrase) || !/[不没无非未]是?$/.test(run.slice(0, at));
}
