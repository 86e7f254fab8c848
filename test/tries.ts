/** Set by `npm run long`, which runs the random tests at full length. */
const isLong = process.env.LLMQUIZ_LONG !== undefined;

/** How often a random test that takes seconds is tried: a fifth of that in `npm test`. */
export const tries = (atLength: number): number => (isLong ? atLength : Math.ceil(atLength / 5));
