import type { TextMatcher } from './match-text.ts';

/** A text as it is compared letter by letter: without outer blanks, in one width, its letters composed. */
export const letteringOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u00a0\u3000]/g, ' ')
    .trim();

const quotes = ['``', "''", '""', '“”', '‘’', '「」', '『』'];

/** What a text in a pair of quotes or backticks holds; the text itself if it is in none. */
function unquoted(text: string): string {
  const isQuoted = quotes.includes(`${text.at(0)}${text.at(-1)}`);
  return isQuoted ? text.slice(1, -1).trim() : text;
}

/** A matcher for which each letter and sign counts; what was typed may have quotes around it that the accepted text has not. */
export function makeExactMatcher(accepted: readonly string[], others: readonly string[]): TextMatcher {
  const right = new Set(accepted.map(letteringOf));
  const wrong = others.map(letteringOf);
  const ways = (typed: string) => {
    const written = [letteringOf(typed), unquoted(letteringOf(typed))];
    // A Japanese or Chinese sentence is ended out of habit.
    return [...written, ...written.map((way) => way.replace(/[。．｡]$/, ''))];
  };
  return {
    isRight: (typed) => ways(typed).some((way) => right.has(way)),
    typo: () => undefined,
    exchanged: () => [],
    other(typed) {
      const place = wrong.findIndex((text) => ways(typed).includes(text));
      return place === -1 ? undefined : place;
    },
    otherTypo: () => undefined,
    preposition: () => undefined,
  };
}
