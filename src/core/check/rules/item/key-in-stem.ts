import { lexiconOf } from '../../language/lexicon/index.ts';
import { questionSentenceOf } from '../../language/question-sentence.ts';
import { lengthOf } from '../../language/words.ts';
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

/** Returns whether the stem gives away the correct answer: it contains that one, but fewer than half of the options. */
export function isKeyInStem({ stem: whole, key, distractors, options, lang }: OptionSet): boolean {
  // Most stems do not have it at all.
  if (!isTelling(key.text) || !hasWords(whole, key.text) || expression.test(key.text)) return false;
  if (lexiconOf(lang).functionWords.has(folded(key.text))) return false;
  const stem = toldIn(whole);
  if (!hasWords(stem, key.text) || isNamed(stem, key.text, distractors)) return false;
  // `Valid` beside `Invalid`, or `it has a mean` beside `it has no mean`: the stem has what all are about.
  const low = folded(key.text);
  if (distractors.some((d) => folded(d.text).includes(low))) return false;
  return options.filter((o) => hasWords(stem, o.text)).length * 2 < options.length;
}

/** Returns what tells an answer: of a case or a passage, only its question; code is what is asked about. */
function toldIn(stem: string): string {
  const plain = stem.includes('`') ? stem.replace(code, ' ') : stem;
  const most = han.test(plain) ? longest.han : longest.latin;
  return (lengthOf(plain) > most ? questionSentenceOf(plain) : plain).replace(titles, ' ');
}

/** In columns. */
const longest = { latin: 240, han: 120 };
const titles = /《[^》]*》/g;
/** What is computed may stand in what it is computed from. */
const expression = /[=<>|&^[\]{}]|^\d/;
const code = /```.*?```|`[^`]*`/gs;

/** Returns whether the correct answer is a name among names and stands in the stem for itself, not as part of another name. */
function isNamed(stem: string, key: string, distractors: OptionSet['distractors']): boolean {
  const name = key.trim();
  if (!startsHigh.test(name) || !distractors.every(({ text }) => startsHigh.test(text.trim()))) return false;
  let seen = false;
  for (let at = stem.indexOf(name); at !== -1; at = stem.indexOf(name, at + 1)) {
    seen = true;
    // `Chris Daughtry`, `Friends Like Us`; the first word of a sentence has a capital anyway.
    const [before = ''] = /(?<=\S\s)\S+ $/u.exec(stem.slice(0, at)) ?? [];
    const [after = ''] = /^(?:['’]s)? \S+/u.exec(stem.slice(at + name.length)) ?? [];
    if (at === 0 || /^[\p{Lu}\p{N}]/u.test(before) || /^ ?[\p{Lu}\p{N}]/u.test(after)) return false;
  }
  return seen;
}

const startsHigh = /^["“]?\p{Lu}/u;
