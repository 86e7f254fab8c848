import { isMapping } from '../yaml-data.ts';
import type { DataPath } from '../yaml-parts.ts';

/** A text that a learner of one of the languages cannot read. */
interface Untranslated {
  readonly path: DataPath;
  readonly message: string;
}

const unread = new Set(
  'id kind level tags sources notes formerIds requires fact asOf tolerance lint revision verdict lines'.split(
    ' ',
  ),
);

/** What is not there in all languages, among the texts of a question, a statement, or the head of a file. */
export function untranslatedIn(data: object, languages: readonly string[]): readonly Untranslated[] {
  const found: Untranslated[] = [];
  const names = once(() => new Set(foreignWords(data)));
  const path: (string | number)[] = [];
  const visit = (key: string | number, inner: unknown): void => {
    path.push(key);
    walk(inner);
    path.pop();
  };
  const walk = (value: unknown): void => {
    if (typeof value === 'string' || (isMapping(value) && languages.some((lang) => lang in value))) {
      const fault = faultOf(value, languages, names);
      if (fault !== undefined) found.push({ path: [...path, ...fault.path], message: fault.message });
    } else if (Array.isArray(value)) {
      // Further answers are in whatever language they are; of a blank the first is its key.
      const looked = path[0] !== 'accept' ? value : path.length === 1 ? [] : value.slice(0, 1);
      for (const [i, inner] of looked.entries()) visit(i, inner);
    } else if (isMapping(value)) {
      for (const key of Object.keys(value)) if (path.length > 0 || !unread.has(key)) visit(key, value[key]);
    }
  };
  walk(data);
  return found;
}

function faultOf(
  text: unknown,
  languages: readonly string[],
  names: () => ReadonlySet<string>,
): Untranslated | undefined {
  if (typeof text === 'string') {
    const word = wordOfOne(text, names);
    if (word === undefined) return undefined;
    const each = languages.join(', ');
    const message = `${word} is of one language, and this text is shown in all: write it once per language (${each})`;
    return { path: [], message };
  }
  const texts = text as Readonly<Record<string, string>>;
  const missing = languages.filter((lang) => !(lang in texts)).join(', ');
  if (missing !== '')
    return { path: [], message: `this text is not there in ${missing}, as the others here are: add it` };
  const foreign = languages.find((lang) => lang.startsWith('en') && isChinese(texts[lang] ?? ''));
  if (foreign === undefined) return undefined;
  return { path: [foreign], message: `this text is Chinese, and stands under \`${foreign}\`: translate it` };
}

/** What shows that a text is of one language: a name, a number, a formula and code read the same in all. */
function wordOfOne(text: string, names: () => ReadonlySet<string>): string | undefined {
  if (/[，。？；！]/.test(text) || /\p{Script=Han}{8}/u.test(text)) return 'Chinese';
  const ordinary = text
    .replace(/`[^`]*`/g, ' ')
    .split(/\s+/)
    .flatMap((word) => /^([a-z]{3,})[,.;:?!]?$/.exec(word)?.[1] ?? []);
  if (ordinary.length === 0) return undefined;
  const word = ordinary.find((w) => !names().has(w));
  return word === undefined ? undefined : `\`${word}\``;
}

/** The Latin words that the Chinese texts of some data use as they are: names, in whatever language. */
function* foreignWords(data: unknown): Generator<string> {
  if (typeof data === 'string') {
    if (!/\p{Script=Han}/u.test(data)) return;
    for (const [word] of data.matchAll(/[A-Za-z]{3,}/g)) yield word.toLowerCase();
  } else if (typeof data === 'object' && data !== null) {
    for (const inner of Object.values(data)) yield* foreignWords(inner);
  }
}

/** Whether a text is Chinese, what it quotes or explains in brackets aside. */
function isChinese(text: string): boolean {
  const own = text.replace(/[“"'(（].*[”"')）]/g, '');
  return /\p{Script=Han}/u.test(own) && !/[A-Za-z]{3}/.test(own);
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
