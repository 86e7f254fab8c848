/** The readers of typed numbers, which the build makes a part of its own: no first question waits for them. */
export { translateNumber } from '../speech/translate.ts';
export { makeAloneReader } from './alone.ts';
export { makePhraseReader } from './reading.ts';
