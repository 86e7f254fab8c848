/**
 * The number of typos between two texts (Damerau: a letter too many, missing, replaced, or two neighbours changed
 * about), counted to 3: more is 3 too.
 */
export function editDistanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) >= most) return most;
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = [0, 1, 2];
  let leastInLast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    // Farther from the diagonal every count is too high.
    for (let j = Math.max(1, i - most + 1); j <= Math.min(b.length, i + most - 1); j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const count = Math.min(
        at(row, j - 1) + 1,
        at(last, j) + 1,
        at(last, j - 1) + (same ? 0 : 1),
        swapped ? at(beforeLast, j - 2) + 1 : most,
      );
      row[j] = count;
      least = Math.min(least, count);
    }
    // A swap reaches back over one row, so only two rows that are both too far end the search.
    if (least >= most && leastInLast >= most) return most;
    [beforeLast, last, leastInLast] = [last, row, least];
  }
  return Math.min(at(last, b.length), most);
}

const most = 3;

function at(row: readonly number[], place: number): number {
  return row[place] ?? most;
}
