import { tally } from '#core/base/tally.ts';

/** A set of words to be compared with others of its group. */
export interface WordSet {
  /** Only sets of the same group are compared. */
  readonly group: string;
  readonly words: ReadonlySet<string>;
}

/** Two similar sets, by their positions in the list: `first` comes before `second`. */
export interface SimilarPair {
  readonly first: number;
  readonly second: number;
  /** The Jaccard index: shared words per words of either, 0-1. */
  readonly likeness: number;
}

/** Options for comparing sets. */
interface Comparing {
  /** The least likeness of a pair. */
  readonly least: number;
  /** Returns whether two sets may be a pair at all. */
  readonly mayPair?: (first: number, second: number) => boolean;
  /** Called for each comparison. */
  readonly compared?: () => void;
}

/** The most comparisons per set: if more share its words, the closest among these is taken. */
const mostCompared = 500;

/** Sets of one size that have a word at one position, in the order of the list. */
interface Bucket {
  readonly size: number;
  readonly at: number;
  readonly places: number[];
}

/** A bucket seen from one set, whose word at `at` its sets share. */
interface Candidates {
  readonly bucket: Bucket;
  /** The highest possible likeness, if this is the first shared word. */
  readonly bound: number;
  readonly at: number;
}

/** A set that another was compared with; of equally similar ones, the lower rank wins. */
interface Match {
  readonly place: number;
  readonly likeness: number;
  readonly rank: Rank;
}

type Rank = readonly [isLonger: number, sharedFrom: number, bySize: number];

/**
 * Returns for each set the closest earlier one of the same group, if any; of equally close ones, preferably not a longer one.
 * Similar sets share one of their rarest words, so only sets that share one are compared, and of these only those that can
 * have enough words in common after it (the prefix and positional filters of Xiao, Wang, Lin and Yu 2008), the most
 * promising first.
 */
export function findClosestBefore(sets: readonly WordSet[], comparing: Comparing): readonly SimilarPair[] {
  const ordered = rarestFirst(sets);
  const ranks = ranksOf(ordered);
  const buckets = new Map<string, Map<string, Bucket>>();
  const found: (SimilarPair & { readonly order: number })[] = [];
  for (const [second, words] of ordered.entries()) {
    const rarest = words.slice(0, words.length - Math.ceil(comparing.least * words.length - 1e-9) + 1);
    const keys = rarest.map((word) => `${sets[second]?.group}\0${word}`);
    const near = keys.flatMap((key, at) => [
      ...candidatesIn(buckets.get(key), words.length, at, comparing.least),
    ]);
    const { place: first, likeness } = closestOf(second, near, ordered, ranks, comparing) ?? {};
    if (first !== undefined && likeness !== undefined)
      found.push({ first, second, likeness, order: Math.max(ranks[first] ?? 0, ranks[second] ?? 0) });
    for (const [at, key] of keys.entries()) put(buckets, key, words.length, at, second);
  }
  return found.sort((a, b) => a.order - b.order).map(({ order: _, ...pair }) => pair);
}

/** Returns the rank of each set by size, the shortest first. */
function ranksOf(ordered: readonly (readonly number[])[]): readonly number[] {
  const bySize = ordered.map(({ length }, place) => ({ length, place })).sort((a, b) => a.length - b.length);
  const ranks: number[] = [];
  for (const [rank, { place }] of bySize.entries()) ranks[place] = rank;
  return ranks;
}

function* candidatesIn(
  buckets: ReadonlyMap<string, Bucket> | undefined,
  size: number,
  at: number,
  least: number,
): Generator<Candidates> {
  for (const bucket of buckets?.values() ?? []) {
    const shared = Math.min(size - at, bucket.size - bucket.at);
    const bound = shared / (size + bucket.size - shared);
    if (bound >= least) yield { bucket, bound, at };
  }
}

function put(
  buckets: Map<string, Map<string, Bucket>>,
  key: string,
  size: number,
  at: number,
  place: number,
): void {
  const own = buckets.get(key) ?? new Map<string, Bucket>();
  buckets.set(key, own);
  const bucket = own.get(`${size} ${at}`);
  if (bucket === undefined) own.set(`${size} ${at}`, { size, at, places: [place] });
  else bucket.places.push(place);
}

function closestOf(
  second: number,
  near: readonly Candidates[],
  ordered: readonly (readonly number[])[],
  ranks: readonly number[],
  { least, mayPair = () => true, compared = () => {} }: Comparing,
): Match | undefined {
  const words = ordered[second] ?? [];
  const seen = new Set<number>();
  let best: Match | undefined;
  const wins = (likeness: number, rank: Rank) =>
    best === undefined || likeness > best.likeness || (likeness === best.likeness && isLess(rank, best.rank));
  for (const { bucket, bound, at } of [...near].sort((a, b) => b.bound - a.bound)) {
    const rankOf = (place: number, from: number): Rank =>
      bucket.size > words.length ? [1, 0, ranks[place] ?? 0] : [0, from, ranks[place] ?? 0];
    for (const place of bucket.places) {
      if (!wins(bound, rankOf(place, at))) break;
      if (seen.has(place)) continue;
      if (seen.size === mostCompared) return best;
      seen.add(place);
      compared();
      const { likeness, from } = compare(words, ordered[place] ?? []);
      const rank = rankOf(place, from);
      if (likeness >= least && wins(likeness, rank) && mayPair(place, second))
        best = { place, likeness, rank };
    }
  }
  return best;
}

function isLess(a: Rank, b: Rank): boolean {
  const [i, j, k] = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return (i || j || k) < 0;
}

/** Returns the words of each set as numbers, the rarest first. */
function rarestFirst(sets: readonly WordSet[]): readonly (readonly number[])[] {
  const counts = tally(sets.flatMap(({ words }) => [...words]));
  const rank = new Map([...counts].sort((a, b) => a[1] - b[1]).map(([word], i) => [word, i]));
  return sets.map(({ words }) => [...words].map((word) => rank.get(word) ?? 0).sort((a, b) => a - b));
}

/** Compares two sets: how similar they are, and the position of the first shared word in the first. */
function compare(a: readonly number[], b: readonly number[]) {
  let [i, j, shared, from] = [0, 0, 0, 0];
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0 && shared++ === 0) from = i;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return { likeness: shared / (a.length + b.length - shared), from };
}
