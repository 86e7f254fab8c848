/**
 * The places of the longest run of numbers that never falls. Of several as long it is the one that ends at the latest place, and
 * before each of its numbers stands the one that is next below it: a run of stamps then has no gap that another one would not have.
 */
export function findLongestRun(numbers: readonly number[]): readonly number[] {
  const { lengths, longest } = lengthsOf(numbers);
  const { starts, places } = placesByLength(lengths, longest);
  const run = new Array<number>(longest);
  let highest = Number.POSITIVE_INFINITY;
  for (let length = longest; length > 0; length--) {
    let [low, high] = [starts[length] ?? 0, starts[length + 1] ?? 0];
    if (length === longest) low = high - 1;
    // Of runs of one length, the later one ends lower.
    while (low < high - 1) {
      const middle = (low + high - 1) >> 1;
      if ((numbers[places[middle] ?? -1] ?? 0) <= highest) high = middle + 1;
      else low = middle + 1;
    }
    const place = places[low] ?? -1;
    run[length - 1] = place;
    highest = numbers[place] ?? highest;
  }
  return run;
}

/** How long the longest run is that ends at each place (patience sorting). */
function lengthsOf(numbers: readonly number[]): { readonly lengths: Int32Array; readonly longest: number } {
  const lengths = new Int32Array(numbers.length);
  /** The lowest end of the runs of each length. */
  const ends: number[] = [];
  for (const [i, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    // Mostly the longest run goes on.
    if ((ends.at(-1) ?? number) <= number) low = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= number) low = middle + 1;
      else high = middle;
    }
    ends[low] = number;
    lengths[i] = low + 1;
  }
  return { lengths, longest: ends.length };
}

/** All places in the order of their lengths, and where those of each length start. */
function placesByLength(lengths: Int32Array, longest: number) {
  const starts = new Int32Array(longest + 2);
  for (const length of lengths) starts[length + 1] = (starts[length + 1] ?? 0) + 1;
  for (let length = 1; length < starts.length; length++)
    starts[length] = (starts[length] ?? 0) + (starts[length - 1] ?? 0);
  const next = starts.slice();
  const places = new Int32Array(lengths.length);
  for (const [place, length] of lengths.entries()) {
    const at = next[length] ?? 0;
    places[at] = place;
    next[length] = at + 1;
  }
  return { starts, places };
}
