import { endOf } from '#core/base/trim-end.ts';

/** An abbreviation and its full form; with `ends`, a Chinese text that ends with the full form, whose start is unknown. */
export interface Abbreviated {
  readonly short: string;
  readonly long: string;
  readonly ends?: true;
}

const bracket = /[(（]([^()（）]{2,80})[)）]/g;
const han = /\p{Script=Han}/u;
const latin = /[A-Za-z0-9’' -]/;
const acronym = /^(?=(?:.*[A-Z]){2})[A-Za-z][A-Za-z0-9-]{1,9}$/;

/** The most words without a letter in the abbreviation. */
const mostSmall = 2;

const wordsIn = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** Returns the abbreviations that a text explains: `RAG (retrieval-augmented generation)`, or the reverse. */
export function abbreviationsIn(text: string): readonly Abbreviated[] {
  if (!/[(（]/.test(text)) return [];
  const found: Abbreviated[] = [];
  for (const { 1: inside = '', index } of text.matchAll(bracket)) {
    const head = text.slice(0, index).trimEnd();
    const before = endOf(head, latin).replace(/^[^A-Za-z]+/, '');
    const chinese = endOf(head, han);
    for (const part of inside.split(/[,;，；、]/).map((p) => p.trim())) {
      const long = acronym.test(part) ? longBefore(before, part) : undefined;
      if (long !== undefined) found.push({ short: part, long });
      if (chinese !== '' && acronym.test(part)) found.push({ short: part, long: chinese, ends: true });
      const short = before.split(/\s/).at(-1) ?? '';
      if (acronym.test(short) && isShortFor(short, part)) found.push({ short, long: part });
    }
  }
  return found;
}

/** Returns the fewest words at the end of a text that an acronym may stand for, or undefined. */
function longBefore(text: string, short: string): string | undefined {
  const words = text.split(/\s+/).filter((word) => word !== '');
  let count = 0;
  for (let start = words.length - 1; start >= 0; start--) {
    count += wordsIn(words[start] ?? '').length;
    // It cannot stand for more words, whichever come before these.
    if (count > short.length + mostSmall) return undefined;
    const long = words.slice(start).join(' ');
    if (isShortFor(short, long)) return long;
  }
  return undefined;
}

/** Returns whether each letter of an abbreviation begins a word of the full form, or follows within a word after one that does. */
export function isShortFor(short: string, long: string): boolean {
  const letters = [
    ...short
      .replace(/s$/, '')
      .replace(/[^A-Za-z0-9]/g, '')
      .toLowerCase(),
  ];
  const words = wordsIn(long);
  const isWords = /^[A-Za-z][A-Za-z0-9’' -]*$/.test(long);
  if (!isWords || words.length < 2 || words.length > letters.length + mostSmall) return false;
  return spells(letters, words);
}

function spells(letters: readonly string[], words: readonly string[]): boolean {
  const [word, ...others] = words;
  if (word === undefined) return letters.length === 0;
  const [letter] = letters;
  if (letter === undefined) return others.length === 0 && isSmall(word);
  if (isSmall(word) && others.length > 0 && spells(letters, others)) return true;
  if (!word.startsWith(letter)) return false;
  // Of `low` as many letters as there are: LoRA takes two of them.
  for (let taken = 1; taken <= letters.length; taken++) {
    if (!isWithin(letters.slice(0, taken), word)) return false;
    if (spells(letters.slice(taken), others)) return true;
  }
  return false;
}

const isSmall = (word: string) => /^(?:a|an|and|by|for|from|in|of|on|or|the|to|with)$/.test(word);

function isWithin(letters: readonly string[], word: string): boolean {
  let at = -1;
  return letters.every((letter) => {
    at = word.indexOf(letter, at + 1);
    return at !== -1;
  });
}
