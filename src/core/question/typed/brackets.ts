import { isHedged } from './along.ts';

/** A text with what its brackets hold: `昇腾（Ascend）910` is 昇腾910 with the gloss Ascend. */
export interface Glossed {
  readonly outside: string;
  readonly glosses: readonly string[];
}

const bracketed = /\s*[(（]([^()（）]*)[)）]\s*/g;

/** A text apart from what its round brackets hold; undefined if there is nothing in brackets, or nothing else. */
export function splitGlosses(text: string): Glossed | undefined {
  if (!/[(（]/.test(text)) return undefined;
  const glosses = [...text.matchAll(bracketed)].map(([, gloss = '']) => gloss.trim());
  const outside = text.replace(bracketed, ' ').trim();
  return outside === '' || /[()（）]/.test(outside) ? undefined : { outside, glosses };
}

/**
 * True if a gloss explains an answer and gives no second one: its initials or what they stand for, the same in another script, a size, or
 * an explanation of several words.
 */
export function isExplanation(gloss: string, answer: string): boolean {
  if (gloss === '') return true;
  if (isInitials(gloss, answer) || isInitials(answer, gloss)) return true;
  if (/^\d/.test(gloss)) return true;
  const [han, latin] = [/\p{Script=Han}/u, /[a-z]/i];
  if (isHedged(gloss) && !/^[\p{L}\s-]+ and [\p{L}\s-]+$/u.test(gloss)) return false;
  if (han.test(gloss) && !latin.test(gloss)) return !han.test(answer) || gloss.length >= 5;
  if (!han.test(gloss) && han.test(answer)) return !latin.test(answer) || /\s/.test(gloss);
  return /\s/.test(gloss);
}

/** Words of a name that an abbreviation may leave out: the `from` of rlhf. */
const small = new Set('a an and at by for from in of on or the to with'.split(' '));
const initialsOf = (words: readonly string[]) => words.map(([letter]) => letter).join('');

/** True if one text is the initials of another, or an abbreviation of a longer name that begins with it: PRM for process. */
function isInitials(short: string, long: string): boolean {
  const letters = short.replace(/[^\p{L}\d]/gu, '').toLowerCase();
  if (/^\p{L}$/u.test(short)) return long.toLowerCase().startsWith(letters);
  if (letters.length < 2 || letters.length > 8 || !/^[\p{L}\d-]+$/u.test(short)) return false;
  const words = long.toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  const initials = initialsOf(words);
  if (initials === letters || initialsOf(words.filter((word) => !small.has(word))) === letters) return true;
  if (!/^\p{Lu}{2,6}s?$/u.test(short) || initials === '') return false;
  // Capitals of a longer name that begins so, or letters from inside the words: PRM for process, DNA for deoxyribonucleic acid.
  return letters.startsWith(initials) || isWithin(letters.replace(/s$/, ''), words.join(''));
}

/** True if letters are found in a text in their order, the first at its start. */
function isWithin(letters: string, text: string): boolean {
  if (letters[0] !== text[0]) return false;
  let at = 0;
  for (const letter of text) if (letter === letters[at]) at++;
  return at === letters.length;
}
