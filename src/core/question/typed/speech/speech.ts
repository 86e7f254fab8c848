import type { NumberPieces } from './number-words.ts';

/** How numbers are typed in a language, by what English has for it. */
export interface NumberSpeech {
  /** True if the comma divides the decimals and the point the thousands. */
  readonly isComma: boolean;
  /** Lines of an English word or sign, a colon, and the words for it, divided by commas. */
  readonly words: string;
  /** True if words stand without blanks between them. */
  readonly isUnspaced?: boolean;
  /** Words for degrees, which are of temperature if the question says so. */
  readonly degrees: string;
  readonly pieces?: () => NumberPieces;
  /** Words for one that are articles too. */
  readonly articles?: string;
}
