import { type StringFields, stringsUnder } from '#core/bank/string-fields.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { isMapping } from '#core/yaml/data.ts';

/** A text that learners of one of the languages cannot read. */
interface Untranslated {
  readonly path: DataPath;
  readonly message: string;
}

/** Returns the texts of a question, a note, or the head of a file that are not in all languages. */
export function untranslatedIn(
  data: object,
  languages: readonly string[],
  strings: StringFields | undefined,
): readonly Untranslated[] {
  const found: Untranslated[] = [];
  const names = once(() => new Set(foreignWords(data)));
  const path: (string | number)[] = [];
  const visit = (key: string | number, inner: unknown, of: StringFields | undefined): void => {
    path.push(key);
    walk(inner, stringsUnder(of, key));
    path.pop();
  };
  const walk = (value: unknown, of: StringFields | undefined): void => {
    if (of?.sort === 'formal' || of?.sort === 'quoted') return;
    if (typeof value === 'string' || (isMapping(value) && languages.some((lang) => lang in value))) {
      const fault = faultOf(value, languages, names);
      if (fault !== undefined) found.push({ path: [...path, ...fault.path], message: fault.message });
    } else if (Array.isArray(value)) {
      // Further answers may be in any language; the first one for a gap is its correct answer.
      const looked = path[0] !== 'accept' ? value : path.length === 1 ? [] : value.slice(0, 1);
      for (const [i, inner] of looked.entries()) visit(i, inner, of);
    } else if (isMapping(value)) {
      for (const key of Object.keys(value)) visit(key, value[key], of);
    }
  };
  walk(data, strings);
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
    const message = `this text is shown in all languages, but ${word} is not in all; write it once per language (${each})`;
    return { path: [], message };
  }
  const texts = text as Readonly<Record<string, string>>;
  const missing = languages.filter((lang) => !(lang in texts)).join(', ');
  if (missing !== '')
    return { path: [], message: `this text is missing in ${missing}, unlike the others here; add it` };
  for (const lang of languages) {
    const other = otherThan(lang, texts[lang] ?? '');
    if (other !== undefined)
      return { path: [lang], message: `this text is ${other}, but stands under \`${lang}\`; translate it` };
  }
  return undefined;
}

/** Returns the language that a text is clearly in, if it is not the one that it stands under. */
function otherThan(lang: string, text: string): 'Chinese' | 'English' | undefined {
  if (lang.startsWith('en') && isChinese(text)) return 'Chinese';
  return lang.startsWith('zh') && isEnglish(text) ? 'English' : undefined;
}

/** Returns a word that shows that a text is in one language: names, numbers, formulas and code are the same in all. */
function wordOfOne(text: string, names: () => ReadonlySet<string>): string | undefined {
  if (/[，。？；！]/.test(text) || /\p{Script=Han}{8}/u.test(text)) return 'Chinese';
  const ordinary = ordinaryIn(text.replace(/`[^`]*`/g, ' '));
  if (ordinary.length === 0) return undefined;
  const word = ordinary.find((w) => !names().has(w));
  return word === undefined ? undefined : `\`${word}\``;
}

/** Returns the words of a text that are neither names nor formulas. */
function ordinaryIn(text: string): readonly string[] {
  return text.split(/\s+/).flatMap((word) => /^([a-z]{3,})[,.;:?!]?$/.exec(word)?.[1] ?? []);
}

/** Yields the Latin words in the Chinese texts of some data: these are names in any language. */
function* foreignWords(data: unknown): Generator<string> {
  if (typeof data === 'string') {
    if (!/\p{Script=Han}/u.test(data)) return;
    for (const [word] of data.matchAll(/[A-Za-z]{3,}/g)) yield word.toLowerCase();
  } else if (typeof data === 'object' && data !== null) {
    for (const inner of Object.values(data)) yield* foreignWords(inner);
  }
}

/** The most words, or Chinese characters, of a name or a term. */
const longestName = 8;

/** Returns whether a text is Chinese except for a few words, ignoring quotations and brackets. */
function isChinese(text: string): boolean {
  const own = stripQuoted(text);
  const han = own.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (!/[A-Za-z]{3}/.test(own)) return han > 0;
  return han > longestName && han > 2 * latinWords(own);
}

/** Returns a text without, in each line, everything from the first opening quote or bracket to the last closing one. */
export function stripQuoted(text: string): string {
  // One pattern for both marks would try every closer again from every opener.
  return text.replace(/.+/g, (line) => {
    const from = line.search(/[“"'(（]/);
    const to = Math.max(...[...'”"\')）'].map((closer) => line.lastIndexOf(closer)));
    return from >= 0 && to > from ? line.slice(0, from) + line.slice(to + 1) : line;
  });
}

/** Returns whether a text is an English sentence, ignoring quotations and code: names in a row are in any language. */
function isEnglish(text: string): boolean {
  if (/\p{Script=Han}/u.test(text)) return false;
  const own = text.replace(/“[^”]*”|"[^"]*"|`[^`]*`/g, ' ');
  const words = latinWords(own);
  return words > longestName && ordinaryIn(own).length * 2 > words;
}

const latinWords = (text: string): number => text.match(/[A-Za-z][\w'’.-]*/g)?.length ?? 0;

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
