/**
 * Work in short steps: it yields the share done, 0 to 1, after each step, and returns its result. Between two steps the caller may
 * show the progress or stop.
 */
export type Steps<T> = Generator<number, T, void>;

/** Does all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

/** Steps that are a part of others: from a share on, and worth so much of the whole. */
export function* scaleSteps<T>(steps: Steps<T>, from: number, worth: number): Steps<T> {
  let step = steps.next();
  while (step.done !== true) {
    yield from + step.value * worth;
    step = steps.next();
  }
  return step.value;
}

/** Does one thing after the other, each in steps; of all that is done, each is worth its size. */
export function* runInTurn<P, T>(
  parts: readonly P[],
  sizeOf: (part: P) => number,
  stepsOf: (part: P, index: number) => Steps<T>,
): Steps<T[]> {
  const all = parts.reduce((sum, part) => sum + sizeOf(part), 0) || 1;
  const results: T[] = [];
  let done = 0;
  for (const [i, part] of parts.entries()) {
    const size = sizeOf(part);
    results.push(yield* scaleSteps(stepsOf(part, i), done / all, size / all));
    done += size;
    yield done / all;
  }
  return results;
}
