/** What compares typed texts with accepted ones, which the build makes a part of its own: no first question waits for it. */
export { makeAlong } from './along.ts';
export { makeTextMatcher } from './match-text.ts';
