/** The two readers of typed numbers, which the build makes a part of its own: no first question waits for them. */
export { makeAloneReader } from './alone.ts';
export { makePhraseReader } from './reading.ts';
