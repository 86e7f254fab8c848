import { type Text, wordingsOf } from '../../base/text.ts';
import { type Item, kindOf } from './index.ts';

/** Letters that a word of an id needs to give anything away. */
const fewestLetters = 3;

/** Letters from which on the beginning of a word gives it away: `embeddings` tells `embedding`. */
const fewestAlike = 5;

/** True if the id of an item gives its correct answer away: it has a word of it that the question does not have. */
export function isTellingId(item: Item): boolean {
  const { asks, right } = kindOf(item);
  // Whoever puts in order, pairs or judges has all of it in view.
  if (asks === 'arrange' || asks === 'pair' || asks === 'judge') return false;
  const asked = wordsIn([item.stem]);
  const answers = wordsIn(right(item).map(({ text }) => text));
  return wordsIn([item.id]).some(
    (word) => answers.some((other) => isAlike(word, other)) && !asked.some((other) => isAlike(word, other)),
  );
}

function wordsIn(texts: readonly Text[]): readonly string[] {
  const all = texts.flatMap(wordingsOf).join(' ').toLowerCase();
  return (all.match(/[a-z0-9]+/g) ?? []).filter((word) => word.length >= fewestLetters && !common.has(word));
}

const common = new Set([
  'and',
  'are',
  'for',
  'from',
  'has',
  'its',
  'not',
  'one',
  'than',
  'that',
  'the',
  'with',
]);

function isAlike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length >= fewestAlike && long.startsWith(short));
}
