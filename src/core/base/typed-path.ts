/** A path as it was typed; on Windows with slashes for the backslashes, which Node takes there and globs need. */
export function normalisePath(word: string, platform: string): string {
  if (platform !== 'win32') return word;
  // Programs there read `"my decks\"` as `my decks"`, and no name on Windows has a quotation mark.
  return word.replace(/"$/, '').replaceAll('\\', '/');
}

/** True if file names on a platform usually ignore letter case. */
export const isCaseInsensitive = (platform: string): boolean => platform === 'win32' || platform === 'darwin';

/** A glob apart: the folder that it begins in, as it was typed, and the pattern within. */
export interface Glob {
  /** Empty, or with a slash at its end. */
  readonly folder: string;
  readonly pattern: string;
}

/** True if a word may be a glob. */
export const isGlob = (word: string): boolean => /[*?[\]{}()!]/.test(word);

/** A drive, or the two names of a share: there are no globs in them. */
const root = /^(?:\/\/[^/*[\]{}()!]+\/[^/*?[\]{}()!]+(?=\/)|[A-Za-z]:)?\/*/;

/** Splits a glob at the start of its pattern. An existing folder with brackets in its name, `decks [old]`, is not a pattern. */
export function globOf(word: string, isThere: (path: string) => boolean): Glob {
  let from = root.exec(word)?.[0].length ?? 0;
  for (;;) {
    const to = word.indexOf('/', from);
    const segment = word.slice(from, to);
    const isPattern =
      /[*?]/.test(segment) || (/[[\]{}()!\\]/.test(segment) && !isThere(word.slice(0, Math.max(to, 0))));
    if (to === -1 || isPattern) return { folder: word.slice(0, from), pattern: word.slice(from) };
    from = to + 1;
  }
}
