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

/** How many letters two words begin with alike. */
function beginning(candidate: string, lower: string): number {
  let length = 0;
  while (length < lower.length && candidate[length]?.toLowerCase() === lower[length]) length++;
  return length;
}
