import { ConverterFactory } from 'opencc-js/core';
import characters from 'opencc-js/dict/STCharacters';

/** Writes a simplified text in traditional characters, one by one: as a learner might type it, and not for reading. */
export const toTraditional = ConverterFactory([[characters]]);
