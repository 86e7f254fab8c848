import { editDistanceOf } from './edit-distance.ts';

/**
 * The candidate that a misspelt word was likely meant to be: at most one typo in three letters, two in all; of several that
 * are as near, the one that begins like it the longest.
 */
export function findNearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Math.min(2, Math.floor(Math.max(word.length, 3) / 3));
  for (const candidate of candidates) {
    const slips = editDistanceOf(lower, candidate.toLowerCase());
    if (slips > least) continue;
    if (best !== undefined && slips === least && beginning(candidate, lower) <= beginning(best, lower))
      continue;
    best = candidate;
    least = slips;
  }
  return best;
}

/** So many comparisons take a second or two. */
const mostCompared = 1_000_000;

/** Finds the nearest of the same candidates for many words, each once; for none any more after very many comparisons. */
export function findNearestIn(candidates: ReadonlySet<string>): (word: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  return (word) => {
    if (!found.has(word) && found.size * candidates.size < mostCompared)
      found.set(word, findNearest(word, candidates));
    return found.get(word);
  };
}

/**
 * Finds, of many words, those that may be one typo from another, in their order: what is left of either without one letter is
 * then left of the other too. Some that it finds are not.
 */
export function isOneTypoFrom(words: readonly string[]): (word: string) => readonly string[] {
  const places = new Map<number, number[]>();
  for (const [place, word] of words.entries())
    for (const left of withoutOne(word)) {
      const known = places.get(left);
      if (known === undefined) places.set(left, [place]);
      else known.push(place);
    }
  return (word) => {
    const found = new Set([...withoutOne(word)].flatMap((left) => places.get(left) ?? []));
    return [...found].sort((a, b) => a - b).map((place) => words[place] ?? '');
  };
}

/** Hashes of texts, almost always different for different texts, from which the hash of their concatenation can be made. */
const modulus = 2 ** 26 - 5;
const base = 65_599;

/** A word, and what is left of it without each of its letters, as numbers. */
function withoutOne(word: string): ReadonlySet<number> {
  const powers = [1];
  const after = [0];
  for (let i = word.length - 1; i >= 0; i--) {
    after.push((word.charCodeAt(i) * last(powers) + last(after)) % modulus);
    powers.push((last(powers) * base) % modulus);
  }
  const lefts = new Set([last(after)]);
  let before = 0;
  for (let i = 0; i < word.length; i++) {
    const behind = word.length - 1 - i;
    lefts.add((before * (powers[behind] ?? 0) + (after[behind] ?? 0)) % modulus);
    before = (before * base + word.charCodeAt(i)) % modulus;
  }
  return lefts;
}

const last = (numbers: readonly number[]) => numbers.at(-1) ?? 0;

/** How many letters two words begin with alike. */
function beginning(candidate: string, lower: string): number {
  let length = 0;
  while (length < lower.length && candidate[length]?.toLowerCase() === lower[length]) length++;
  return length;
}
