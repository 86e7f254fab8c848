/** Returns the words of a text in lower case; Chinese, which has no spaces, as pairs of neighbouring characters. */
export function wordsOf(text: string): readonly string[] {
  if (ascii.test(text)) return text.toLowerCase().match(asciiWords) ?? [];
  const words: string[] = [];
  for (const [run] of text
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[\p{L}\p{M}\p{N}]+(?:['’.+-][\p{L}\p{N}]+)*/gu)) {
    if (!isHan(run)) words.push(...run.split(/(?=\p{Script=Han})|(?<=\p{Script=Han})/u));
    else if (run.length < 3) words.push(run);
    else for (let i = 0; i + 2 <= run.length; i++) words.push(run.slice(i, i + 2));
  }
  return words;
}

// Most texts are ASCII, which is read ten times as fast without Unicode classes.
const ascii = /^[\x00-\x7f]*$/;
const asciiWords = /[A-Za-z0-9]+(?:['.+-][A-Za-z0-9]+)*/g;

/** Normalises a text for exact comparison: accents and spaces in one form, case unchanged (`-d` is not `-D`). */
export function exactFormOf(text: string): string {
  return isSpaced.test(text) ? text : text.normalize('NFC').trim().replace(/\s+/g, ' ');
}

const isSpaced = /^[!-~]+(?: [!-~]+)*$/;

/** Counts the words of a text; two Chinese characters count as one. */
export function countWords(text: string): number {
  if (ascii.test(text)) return text.match(asciiWords)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const others = text
    .replace(/\p{Script=Han}+/gu, ' ')
    .match(/[\p{L}\p{M}\p{N}]+(?:['’.+-][\p{L}\p{N}]+)*/gu);
  return (others?.length ?? 0) + Math.ceil(han / 2);
}

/** Returns the width of a text in columns: a Chinese character takes two. */
export function lengthOf(text: string): number {
  if (ascii.test(text)) return text.length;
  let length = 0;
  for (const character of text) length += character > '\u2e7f' ? 2 : 1;
  return length;
}

/** Returns a word without plural and verb endings, so that `predicts` and `predicting` are equal; Chinese unchanged. */
export function stemWord(word: string): string {
  if (word.length < 5 || isHan(word)) return word;
  return word.replace(/(?:ations?|ing|ies|ed|es|s|ly)$/, '');
}

const isHan = (text: string) => /^\p{Script=Han}/u.test(text);
