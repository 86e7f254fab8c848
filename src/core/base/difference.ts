/** A stretch in which two texts are the same but for case and width, or differ. */
export interface Stretch {
  readonly one: string;
  readonly other: string;
  readonly same: boolean;
}

/** Longer texts are not compared: the work grows with the product of their lengths. */
const longest = 80;

/** Shared characters that do not part two differences: swapped letters are one. */
const gap = 2;

/** Two texts side by side, stretch by stretch; undefined if they share less than half of the longer one, or one is too long. */
export function splitByDifference(one: string, other: string): readonly Stretch[] | undefined {
  const [a, b] = [[...one], [...other]];
  if (Math.max(a.length, b.length) > longest) return undefined;
  const steps = stepsFrom(a, b);
  const shared = steps.filter(({ same }) => same).length;
  return 2 * shared < Math.max(a.length, b.length) ? undefined : joined(joined(steps, 0), gap);
}

const fold = (character: string) => character.normalize('NFKC').toLowerCase();

/** Character by character, with as many the same as can be. */
function stepsFrom(a: readonly string[], b: readonly string[]): readonly Stretch[] {
  const shared = sharedFrom(a.map(fold), b.map(fold));
  const at = (i: number, j: number) => shared[i]?.[j] ?? 0;
  const steps: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const [one = '', other = ''] = [a[i], b[j]];
    const same = i < a.length && j < b.length && fold(one) === fold(other);
    if (same) {
      steps.push({ one, other, same });
      i += 1;
      j += 1;
    } else if (j === b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      steps.push({ one, other: '', same });
      i += 1;
    } else {
      steps.push({ one: '', other, same });
      j += 1;
    }
  }
  return steps;
}

/** How many characters the rests of two texts share in order, from each place on. */
function sharedFrom(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const table = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [row = [], below = []] = [table[i], table[i + 1]];
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  return table;
}

/** Neighbours of one sort as one stretch, and two differences as one if no more than so many characters stand between. */
function joined(stretches: readonly Stretch[], between: number): readonly Stretch[] {
  const result: Stretch[] = [];
  for (const [i, next] of stretches.entries()) {
    const last = result.at(-1);
    const isShort = next.same && [...next.one].length <= between && i < stretches.length - 1;
    const same = next.same && !(isShort && last?.same === false);
    if (last?.same !== same) result.push({ ...next, same });
    else result[result.length - 1] = { one: last.one + next.one, other: last.other + next.other, same };
  }
  return result;
}
