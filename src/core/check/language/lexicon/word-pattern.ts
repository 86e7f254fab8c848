/** A regular expression for whole words of any script, ignoring case; the alternatives of a pattern. */
export const wordPatternOf = (alternatives: string): RegExp => new RegExp(wordsIn(alternatives), 'iu');

/** The source of such a pattern, to be put together with others. */
export const wordsIn = (alternatives: string): string =>
  String.raw`(?<![\p{L}\p{M}\p{N}_])(?:${alternatives})(?![\p{L}\p{M}\p{N}_])`;

/** A pattern that no text matches: for what a language has no words for. */
export const never = /(?!)/;

/** A set of the words of a text. */
export const setOfWords = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
