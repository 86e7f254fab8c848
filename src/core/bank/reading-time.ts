import { type Text, wordingsOf } from '../base/text.ts';

/** Words, and Chinese or Japanese characters, that are read in a minute by somebody who is new to a subject. */
const [wordsPerMinute, charactersPerMinute] = [150, 250];

const characters = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** The minutes that a text takes to read in the language that takes longest; at least one. */
export function readingMinutesOf(text: Text): number {
  const minutes = wordingsOf(text).map((wording) => {
    const words = wording
      .replace(characters, ' ')
      .split(/\s+/)
      .filter((word) => /[\p{L}\p{N}]/u.test(word));
    const count = wording.match(characters)?.length ?? 0;
    return count / charactersPerMinute + words.length / wordsPerMinute;
  });
  return Math.max(1, Math.round(Math.max(...minutes)));
}
