import type { AvoidedWording, Term } from '#core/bank/side-schemas.ts';
import { type Lang, pickLanguage, type Text } from '#core/base/text.ts';

/** A wording that was found in a text, and what to write instead. */
export interface Avoided {
  readonly words: string;
  readonly write: Text;
  readonly note?: string;
}

/** The wordings to avoid in one language. */
export interface Guide {
  /** Any of them in small letters, within a longer word too: most texts have none, and this is far quicker to look for. */
  readonly any: RegExp;
  readonly wordings: readonly Wording[];
}

interface Wording extends Omit<Avoided, 'words'> {
  /** It, in the first group; or a longer wording in which it is right. */
  readonly pattern: RegExp;
}

/** Returns what the terms of a glossary avoid, by language. */
export function guidesOf(terms: readonly Term[]): ReadonlyMap<Lang, Guide> {
  const langs = new Set(terms.flatMap(({ avoid = {} }) => Object.keys(avoid)));
  return new Map([...langs].map((lang) => [lang, guideIn(lang, terms)]));
}

function guideIn(lang: Lang, terms: readonly Term[]): Guide {
  const all: string[] = [];
  const wordings = terms.flatMap(({ write, avoid = {} }) =>
    (avoid[lang] ?? []).map((told): Wording => {
      const { text, except = [], note }: AvoidedWording = typeof told === 'string' ? { text: told } : told;
      const right = [...except, pickLanguage(write, lang)].filter((one) => isLonger(one, text));
      all.push(sourceOf(text.toLowerCase()));
      const groups = [...right.map(patternOf), `(${patternOf(text)})`];
      return { pattern: new RegExp(groups.join('|'), 'giu'), write, ...(note === undefined ? {} : { note }) };
    }),
  );
  return { any: new RegExp(all.join('|')), wordings };
}

const isLonger = (one: string, text: string) =>
  one.length > text.length && one.toLowerCase().includes(text.toLowerCase());

const written = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
/** A letter or digit of a writing that puts spaces between words. */
const letter = String.raw`(?![${written}])[\p{L}\p{M}\p{N}]`;

/** Returns the pattern of a wording with any space between its words. */
const sourceOf = (text: string): string =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);

/** Returns the pattern of a wording: at an end in letters it is that of a word too; in Chinese and Japanese no word has an end. */
function patternOf(text: string): string {
  const source = sourceOf(text);
  const isWord = (character: string) => new RegExp(`^${letter}`, 'u').test(character);
  const [first = '', last = ''] = [[...text][0], [...text].at(-1)];
  return `${isWord(first) ? `(?<!${letter})` : ''}${source}${isWord(last) ? `(?!${letter})` : ''}`;
}

/** Code, quotations, titles and addresses: these are as others wrote them. */
const asWritten =
  /```[\s\S]*?```|`[^`]*`|“[^“”]*”|"[^"]*"|「[^「」]*」|『[^『』]*』|《[^《》]*》|„[^„“”]*[“”]|«[^«»]*»|https?:\S+/g;

/** Yields the wordings to avoid that a text has, each once. */
export function* avoidedIn(text: string, { any, wordings }: Guide): Generator<Avoided> {
  if (!any.test(text.toLowerCase())) return;
  const own = text.replace(asWritten, (all) => '…'.repeat(all.length));
  if (!any.test(own.toLowerCase())) return;
  for (const { pattern, ...rest } of wordings)
    for (const [, words] of own.matchAll(pattern))
      if (words !== undefined) {
        yield { ...rest, words };
        break;
      }
}
