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
 * denied. It sees words alone, so that it can miss a point that is made in others.
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
  /** The stems of its Latin words, in their order. */
  readonly latin: readonly string[];
  /** Its runs of Han characters. */
  readonly runs: readonly string[];
}

function readWords(text: string): Words {
  const plain = plainTextOf(text);
  const words = plain.match(/[^\s\p{P}\p{Script=Han}]+/gu) ?? [];
  return { latin: words.map(wordStemOf), runs: plain.match(/\p{Script=Han}+/gu) ?? [] };
}

const denials = new Set(
  'not no never without neither nor cannot cant dont doesnt isnt arent wont'.split(' '),
);

function isSaid(phrase: Words, said: Words): boolean {
  if (phrase.latin.length + phrase.runs.length === 0) return false;
  return (
    phrase.latin.every((word) =>
      said.latin.some((one, i) => one === word && !isDenied(said.latin, i, phrase)),
    ) && phrase.runs.every((run) => said.runs.some((one) => holds(one, run)))
  );
}

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
