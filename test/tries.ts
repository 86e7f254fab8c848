/** Set by `npm run long`, which runs the random tests at full length. */
const isLong = process.env.LLMQUIZ_LONG !== undefined;

/** Set by `npm run mutants`, which runs each test hundreds of times. */
const isRepeated = process.env.LLMQUIZ_MUTANTS !== undefined;

/** How often a random test that takes seconds is tried: a tenth of that in `npm test`. */
export const tries = (atLength: number): number => Math.ceil(atLength / (isLong ? 1 : isRepeated ? 50 : 10));
