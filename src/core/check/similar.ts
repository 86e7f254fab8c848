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
 * All pairs of sets of the same group at least so alike. Two such sets share one of their rarest words (the prefix filter
 * of Chaudhuri, Ganti and Kaushik 2006), so that only sets which share one are compared.
 */
export function* similarPairs(
  sets: readonly WordSet[],
  least: number,
  compared: () => void = () => {},
): Generator<SimilarPair> {
  const ordered = rarestFirst(sets);
  const holders = new Map<string, number[]>();
  for (const [second, words] of ordered.entries()) {
    const { length } = words;
    const group = sets[second]?.group ?? '';
    const candidates = new Set<number>();
    for (let i = 0; i <= length - Math.ceil(least * length); i++) {
      const key = `${group}\0${words[i]}`;
      const before = holders.get(key);
      if (before === undefined) holders.set(key, [second]);
      else {
        for (const first of before) candidates.add(first);
        before.push(second);
      }
    }
    for (const first of [...candidates].sort((a, b) => a - b)) {
      const other = ordered[first] ?? [];
      if (Math.min(length, other.length) < least * Math.max(length, other.length)) continue;
      compared();
      const likeness = likenessOf(words, other);
      if (likeness >= least) yield { first, second, likeness };
    }
  }
}

/** The words of each set as numbers, those that fewest sets have first. */
function rarestFirst(sets: readonly WordSet[]): readonly (readonly number[])[] {
  const counts = new Map<string, number>();
  for (const { words } of sets) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
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
