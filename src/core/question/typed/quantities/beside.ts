import type { AskedUnit } from './asked.ts';
import { type ItemWords, rootOf } from './item-words.ts';
import {
  countedNouns,
  directions,
  graveHan,
  graveWords,
  neutralHan,
  neutralPhrases,
  neutralWords,
} from './vocabulary.ts';

/** The words beside a number that are not understood, and whether one of them may make it another number. */
export interface Odd {
  readonly words: readonly string[];
  readonly isGrave: boolean;
}

const none: Odd = { words: [], isGrave: false };
const pieces = /\p{Script=Han}+|[\p{L}_](?:[\p{N}_'-]|(?!\p{Script=Han})\p{L})*|\S/gu;
const harmlessSigns = /^[,.;:'"`“”‘’()[\]{}&_~≈=*#/→?《》<>]$/;

/** Finds the words in a text that are neither neutral nor the question's own. */
export function oddWordsOf(text: string, words: ItemWords): Odd {
  const odd = piecesOf(text).map((piece) => oddityOf(piece, words));
  return { words: odd.flatMap((o) => o.words), isGrave: odd.some((o) => o.isGrave) };
}

/** Finds the odd words before a number; what is said of it there is free: `the scaling factor is 4`. */
export function oddWordsBefore(text: string, { words }: AskedUnit): Odd {
  const odd = oddWordsOf(text.replace(/(?<![a-z])first ?$/i, ''), words);
  const isSubject =
    /(?<![a-z])(?:is|are|was|were|equals?|has|have|had|be|of)(?: (?:about|around|roughly|exactly|only|up to|approximately))? ?$|[是为有]约?$|: ?$/i.test(
      text,
    );
  return isSubject && !odd.isGrave ? none : odd;
}

/**
 * Finds the odd words after a number. A word before one that is known to be counted only says more of it, as in
 * `57 academic subjects`, and so does what follows a preposition.
 */
export function oddWordsAfter(text: string, { words }: AskedUnit, hasUnit: boolean): Odd {
  const [noun = '', ...phrases] = text.replace(/^ ?\/ ?(?=[\p{L}])/u, ' per ').split(prepositions);
  const pieces = piecesOf(noun);
  const odd = pieces.map((piece) => oddityOf(piece, words));
  // A letter alone may be a scale or a unit that is not known: `300 G tokens`.
  const isGrave =
    odd.some((o) => o.isGrave || (o.words[0]?.length === 1 && /[a-z]/.test(o.words[0]))) ||
    phrases.some((phrase) => oddWordsOf(phrase, words).isGrave);
  const last = pieces.at(-1) ?? '';
  const isNamed =
    (pieces.length > 0 || hasUnit) && odd.at(-1)?.words.length !== 1 && (hasUnit || isNoun(last, words));
  if (isNamed && !isGrave) return none;
  const rest = isNamed || noun.trim() === '' ? phrases.map((phrase) => oddWordsOf(phrase, words)) : [];
  const all = [...odd, ...rest].filter((o) => !isGrave || o.isGrave || rest.length === 0);
  return { words: all.flatMap((o) => o.words), isGrave };
}

const prepositions =
  /(?<![a-z])(?=(?:of|in|on|from|for|with|by|at|per|to|across|during|using|that|which|than|when|after|before) )/i;

const isNoun = (word: string, words: ItemWords) =>
  /^\p{Script=Han}/u.test(word) ||
  countedNouns.has(rootOf(word)) ||
  countedNouns.has(word) ||
  (words.has(word) && word.length > 2);

function piecesOf(text: string): readonly string[] {
  const lower = text
    .toLowerCase()
    .replace(neutralPhrases, ' ')
    .replace(/(^|\s)-(?=\p{L})/gu, '$1 ')
    .replace(/\.(?= |$)/g, ' ');
  return lower.match(pieces) ?? [];
}

function oddityOf(written: string, words: ItemWords): Odd {
  const piece = written.replace(/(?<=\p{L})[-']+$/u, '');
  if (/^\p{Script=Han}/u.test(piece)) return oddHan(piece, words);
  if (/^[\p{L}_]/u.test(piece)) return oddLatin(piece, words);
  return harmlessSigns.test(piece) && !/[<>/]/.test(piece) ? none : { words: [piece], isGrave: true };
}

const isDirection = (word: string) => directions.up.has(word) || directions.down.has(word);

function oddLatin(word: string, words: ItemWords): Odd {
  if (neutralWords.has(word) && !graveWords.has(word) && !isDirection(word)) return none;
  if (isDirection(word)) return words.goes(word) ? none : { words: [word], isGrave: true };
  if (graveWords.has(word)) return words.asks(word) ? none : { words: [word], isGrave: true };
  if (words.has(word)) return none;
  const root = rootOf(word);
  if (countedNouns.has(root) || countedNouns.has(word)) return none;
  const parts = word.split(/[-_]/).filter((part) => part !== '');
  if (parts.length > 1) return parts.map((part) => oddLatin(part, words)).find((odd) => odd !== none) ?? none;
  return { words: [word], isGrave: false };
}

const hanDirections = [...directions.up, ...directions.down]
  .filter((word) => /\p{Script=Han}/u.test(word))
  .sort((a, b) => b.length - a.length);

/** Takes Chinese apart, the longest known word first. */
function oddHan(text: string, words: ItemWords): Odd {
  const odd: string[] = [];
  let isGrave = false;
  let wasOdd = false;
  for (let at = 0; at < text.length; ) {
    const { length, is } = hanAt(text, at, words);
    const piece = text.slice(at, at + length);
    if (is !== 'known') odd.push(wasOdd ? `${odd.pop() ?? ''}${piece}` : piece);
    if (is === 'grave') isGrave = true;
    wasOdd = is !== 'known';
    at += length;
  }
  return { words: odd, isGrave };
}

interface HanWord {
  readonly length: number;
  readonly is: 'known' | 'odd' | 'grave';
}

function hanAt(text: string, at: number, words: ItemWords): HanWord {
  const { known, grave } = lengthsAt(text, at, words);
  if (grave > 0 && grave >= known) return { length: grave, is: 'grave' };
  const length = grave > 0 ? known : Math.max(known, ownLength(text, at, words));
  return length > 0 ? { length, is: 'known' } : { length: 1, is: 'odd' };
}

function lengthsAt(
  text: string,
  at: number,
  words: ItemWords,
): { readonly known: number; readonly grave: number } {
  const firstOf = (list: readonly string[]) => list.find((word) => text.startsWith(word, at)) ?? '';
  const [neutral, direction, bad] = [firstOf(neutralHan), firstOf(hanDirections), firstOf(graveHan)];
  const [goes, asked] = [words.goes(direction), words.asks(bad)];
  return {
    known: Math.max(neutral.length, goes ? direction.length : 0, asked ? bad.length : 0),
    grave: Math.max(goes ? 0 : direction.length, asked ? 0 : bad.length),
  };
}

/** How much of a text, from a place on, stands in the question's own texts too; a character alone does not count. */
function ownLength(text: string, at: number, words: ItemWords): number {
  let length = 0;
  for (let end = at + 2; end <= text.length && words.hasHan(text.slice(at, end)); end++) {
    if (lengthsAt(text, end - 1, words).grave > 0) break;
    length = end - at;
  }
  return length;
}
