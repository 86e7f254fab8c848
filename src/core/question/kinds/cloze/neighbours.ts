import { groupBy } from '#core/base/group-by.ts';

/** A blank in a stem, with its name. Braces behind a backslash are braces. */
export const blankPattern = /(?<!\\)\{\{([a-z][a-z0-9-]*)\}\}/g;

/** A stem as it is read, its literal braces without the backslash. */
export const bracedOf = (stem: string): string => stem.replace(/\\(?=\{\{)/g, '');

/** The words right before and after a blank in a stem. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

/** The words beside each blank of a stem by its name, once per occurrence. */
export function besidesIn(stem: string): ReadonlyMap<string, readonly Beside[]> {
  const parts = stem.split(blankPattern).map((part, i) => (i % 2 === 1 ? part : plain(bracedOf(part))));
  const blanks = parts.flatMap((name, i) =>
    i % 2 === 1 ? [{ name, before: parts[i - 1] ?? '', after: parts[i + 1] ?? '' }] : [],
  );
  return groupBy(blanks, ({ name }) => name);
}

/** A typed text without the neighbouring words of the stem: `12` of `12 layers`. */
export function stripNeighbours(typed: string, besides: readonly Beside[]): readonly string[] {
  const whole = plain(typed);
  const shorter = besides.flatMap(({ before, after }) =>
    [whole, ...withoutAfter(whole, after)].flatMap((text) => [text, ...withoutBefore(text, before)]),
  );
  return [...new Set(shorter)].filter((text) => text !== whole && text.trim() !== '');
}

/** The word after a blank with the gap before it; undefined if a sign or a number follows. */
export function findWordAfter(besides: readonly Beside[]): string | undefined {
  return besides.flatMap(({ after }) => beginningsOf(after).slice(0, 1))[0];
}

/** One spelling of case, width, hyphens and blanks. Not NFKC, in which 10²³ is 1023. */
function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?(\p{Script=Han}) ?/gu, '$1');
}

const wordWithGap =
  /[ -]?(?:\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}])+(?![\p{N}\p{M}]|(?!\p{Script=Han})\p{L}))/uy;

/** The first word of a text, the first two, and so on, as long as there are words alone. */
function beginningsOf(text: string): readonly string[] {
  wordWithGap.lastIndex = 0;
  const beginnings: string[] = [];
  while (wordWithGap.test(text)) beginnings.push(text.slice(0, wordWithGap.lastIndex));
  return beginnings;
}

function withoutAfter(typed: string, after: string): readonly string[] {
  // Words that make up more than what was typed are not read.
  return beginningsOf(after.slice(0, typed.length + 1)).flatMap((words) => {
    if (typed.endsWith(words)) return [typed.slice(0, -words.length)];
    const [gap] = /^[ -]?/.exec(words) ?? [''];
    const bare = words.slice(gap.length);
    if (gap === '' || !typed.endsWith(bare)) return [];
    const rest = typed.slice(0, -bare.length);
    if (gap === '-' && rest.endsWith(' ')) return [rest.trim()];
    // A gap may be missing before another sort of character: `12layers`.
    return /[\d\p{Script=Han}]$/u.test(rest) ? [rest] : [];
  });
}

const number = /^ ?-?[\d〇零一二两三四五六七八九十百千万亿]/;

/** As from the end, in the mirror. A Chinese character may be half a word, as in 没有, and is taken off a number alone. */
function withoutBefore(typed: string, before: string): readonly string[] {
  const shorter = withoutAfter(mirrored(typed), mirrored(before)).map(mirrored);
  return shorter.filter(
    (rest) => !/\p{Script=Han}$/u.test(typed.slice(0, -rest.length)) || number.test(rest),
  );
}

const mirrored = (text: string) => [...text].reverse().join('');
