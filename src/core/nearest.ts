import { edits } from './edits.ts';

/**
 * The candidate that a misspelt word was likely meant to be: at most one slip in three letters, two in all; of several that
 * are as near, the one that begins like it the longest.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Math.min(2, Math.floor(Math.max(word.length, 3) / 3));
  for (const candidate of candidates) {
    const slips = edits(lower, candidate.toLowerCase());
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
export function nearestIn(candidates: ReadonlySet<string>): (word: string) => string | undefined {
  const found = new Map<string, string | undefined>();
  return (word) => {
    if (!found.has(word) && found.size * candidates.size < mostCompared)
      found.set(word, nearest(word, candidates));
    return found.get(word);
  };
}

/** How many letters two words begin with alike. */
function beginning(candidate: string, lower: string): number {
  let length = 0;
  while (length < lower.length && candidate[length]?.toLowerCase() === lower[length]) length++;
  return length;
}
