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
