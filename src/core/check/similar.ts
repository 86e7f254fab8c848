import { tally } from '../tally.ts';

/** A set of words to be compared with others of its group. */
export interface WordSet {
  /** Only sets of the same group are compared. */
  readonly group: string;
  readonly words: ReadonlySet<string>;
}

/** Two sets that have much in common, by their places in the list: `first` comes before `second`. */
export interface SimilarPair {
  readonly first: number;
  readonly second: number;
  /** Shared words per words of either: Jaccard's index, 0-1. */
  readonly likeness: number;
}

/**
 * All pairs of sets of the same group at least so alike. Two such sets share one of their rarest words, so that only sets
 * which share one are compared; from short to long, of those before fewer words need be kept (the prefix filters of
 * Xiao, Wang, Lin and Yu 2008).
 */
export function* similarPairs(
  sets: readonly WordSet[],
  least: number,
  compared: () => void = () => {},
): Generator<SimilarPair> {
  const ordered = rarestFirst(sets);
  const bySize = [...ordered.keys()].sort((a, b) => sizeOf(ordered[a]) - sizeOf(ordered[b]) || a - b);
  const holders = new Map<string, number[]>();
  for (const place of bySize) {
    const words = ordered[place] ?? [];
    const group = sets[place]?.group ?? '';
    const candidates = new Set<number>();
    for (const word of words.slice(0, prefix(words.length, least)))
      for (const before of holders.get(`${group}\0${word}`) ?? []) candidates.add(before);
    for (const other of candidates) {
      if (sizeOf(ordered[other]) < least * words.length) continue;
      compared();
      const likeness = likenessOf(words, ordered[other] ?? []);
      if (likeness >= least)
        yield { first: Math.min(place, other), second: Math.max(place, other), likeness };
    }
    for (const word of words.slice(0, prefix(words.length, (2 * least) / (1 + least)))) {
      const key = `${group}\0${word}`;
      const before = holders.get(key);
      if (before === undefined) holders.set(key, [place]);
      else before.push(place);
    }
  }
}

const sizeOf = (words: readonly number[] | undefined) => words?.length ?? 0;

/** How many of its rarest words a set may lack that shares at least so much of all. */
const prefix = (size: number, shared: number) => size - Math.ceil(shared * size - 1e-9) + 1;

/** The words of each set as numbers, those that fewest sets have first. */
function rarestFirst(sets: readonly WordSet[]): readonly (readonly number[])[] {
  const counts = tally(sets.flatMap(({ words }) => [...words]));
  const rank = new Map([...counts].sort((a, b) => a[1] - b[1]).map(([word], i) => [word, i]));
  return sets.map(({ words }) => [...words].map((word) => rank.get(word) ?? 0).sort((a, b) => a - b));
}

function likenessOf(a: readonly number[], b: readonly number[]): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared / (a.length + b.length - shared);
}
