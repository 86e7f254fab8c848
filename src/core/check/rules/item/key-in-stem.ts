import type { OptionSet } from '../../views/option-sets.ts';

const wordLike = /[\p{L}\p{M}\p{N}_-]/u;
const han = /\p{Script=Han}/u;

/** Returns whether a text is too long to occur by chance: four letters or two Chinese characters. */
export function isTelling(text: string): boolean {
  let weight = 0;
  for (const letter of text) if (/\p{L}/u.test(letter)) weight += han.test(letter) ? 2 : 1;
  return weight >= 4;
}

/** Returns whether a text contains another as whole words; Chinese has no spaces, so any run of its characters counts. */
export function hasWords(text: string, words: string): boolean {
  const hay = folded(text);
  const needle = folded(words);
  if (needle === '') return false;
  for (let at = hay.indexOf(needle); at !== -1; at = hay.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (!joins(hay[at - 1], needle[0]) && !joins(needle.at(-1), hay[end])) return true;
  }
  return false;
}

function folded(text: string): string {
  const low = text.toLowerCase().trim();
  return /\s\s|[^\S ]/.test(low) ? low.replace(/\s+/g, ' ') : low;
}

/** Returns whether two neighbouring characters belong to one word. */
function joins(left: string | undefined, right: string | undefined): boolean {
  if (left === undefined || right === undefined) return false;
  return wordLike.test(left) && wordLike.test(right) && !han.test(left) && !han.test(right);
}

/** Returns whether the stem contains the correct answer, but fewer than half of the options. */
export function isKeyInStem({ stem, key, options }: OptionSet): boolean {
  if (!hasWords(stem, key.text) || !isTelling(key.text)) return false;
  return options.filter((o) => hasWords(stem, o.text)).length * 2 < options.length;
}
