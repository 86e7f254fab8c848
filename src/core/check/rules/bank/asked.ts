import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { groupBy } from '#core/base/group-by.ts';
import { memoise } from '#core/base/memoise.ts';
import { type Lang, pathIn, pickLanguage } from '#core/base/text.ts';
import { trimEnd } from '#core/base/trim-end.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { exactFormOf, wordsOf } from '../../language/words.ts';
import { languagesOf } from '../../views/option-sets.ts';

/** An item in one language, for comparing items with each other. */
export interface AskedText {
  readonly located: LocatedItem;
  /** Its position in the bank: items are compared with earlier ones. */
  readonly index: number;
  readonly lang: Lang;
  readonly stem: string;
  readonly stemPath: DataPath;
  readonly stemWords: readonly string[];
}

interface Comparable {
  readonly all: readonly AskedText[];
  /** Groups of two or more of one kind and language with the same stem, ignoring case and end marks. */
  readonly sameStem: readonly (readonly AskedText[])[];
}

/** Returns every item of a bank, once per language of its stem. */
export const askedIn = memoise((bank: LocatedBank): Comparable => {
  const all = bank.items.flatMap((located, index) =>
    languagesOf(located).map((lang): AskedText => {
      const stem = exactFormOf(pickLanguage(located.item.stem, lang));
      const stemPath = pathIn(located.item.stem, ['stem'], lang);
      return { located, index, lang, stem, stemPath, stemWords: wordsOf(stem) };
    }),
  );
  const groups = groupBy(all, (a) => `${a.lang}\0${a.located.item.kind}\0${stripEnd(a.stem).toLowerCase()}`);
  return { all, sameStem: [...groups.values()].filter((group) => group.length > 1) };
});

/** Returns a stem without its end marks. */
export const stripEnd = (stem: string) => trimEnd(stem, /[\s.?!:。？！：]/u);

/** Returns the correct answer with normalised spaces; several are sorted. */
export function keyIn({ located: { item }, lang }: AskedText): string {
  const { asks, key, right } = kindOf(item);
  return asks === 'pick-many' || asks === 'pair'
    ? joined(right(item).map(({ text }) => pickLanguage(text, lang)))
    : exactFormOf(key(item, lang));
}

/** Returns everything that can be picked, and what is shown beside it, sorted. */
export function offeredIn({ located: { item }, lang }: AskedText): string {
  const kind = kindOf(item);
  const options = (kind.options?.(item) ?? []).map(({ text }) => text);
  return joined([...(kind.beside?.(item) ?? []), ...options].map((text) => pickLanguage(text, lang)));
}

const joined = (texts: readonly string[]) => texts.map(exactFormOf).sort().join('\n');
