/**
 * Work cut into short steps: it yields after each the share of it that is done, 0 to 1, and returns what it came to. Between two
 * steps the caller may show how far it is, or hear that it is to end.
 */
export type Steps<T> = Generator<number, T, void>;

/** Does all steps at once. */
export function finished<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
