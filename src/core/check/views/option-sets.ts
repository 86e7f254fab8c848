import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { groupBy } from '#core/base/group-by.ts';
import { memoise } from '#core/base/memoise.ts';
import { type Lang, languagesOfText, pathIn, pickLanguage } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { countWords, lengthOf, wordsOf } from '../language/words.ts';

/** An option as it reads in one language. */
export interface OptionText {
  readonly text: string;
  readonly right: boolean;
  /** Its place in the item, language included. */
  readonly path: DataPath;
  /** In columns: a Chinese character counts as two. */
  readonly length: number;
  readonly words: readonly string[];
  readonly wordCount: number;
}

/** The options of an item with one correct option, in one language. */
export interface OptionSet {
  readonly lang: Lang;
  readonly stem: string;
  readonly stemPath: DataPath;
  readonly key: OptionText;
  readonly distractors: readonly OptionText[];
  /** All options, the correct one first. */
  readonly options: readonly OptionText[];
}

/** Returns the options of an item with one correct option, one set per language; none for other items. */
export const optionSetsOf = memoise((located: LocatedItem): readonly OptionSet[] => {
  if (kindOf(located.item).asks !== 'pick-one') return [];
  return languagesOf(located).flatMap((lang) => setIn(located, lang) ?? []);
});

/** A set of options with its item. */
export interface LocatedSet {
  readonly located: LocatedItem;
  readonly set: OptionSet;
}

/** Returns the option sets of a bank by language. */
export function setsByLanguageOf({ items }: LocatedBank): ReadonlyMap<Lang, readonly LocatedSet[]> {
  const sets = items.flatMap((located) => optionSetsOf(located).map((set) => ({ located, set })));
  return groupBy(sets, ({ set }) => set.lang);
}

/** Returns the languages of an item's stem. */
export function languagesOf({ item: { stem }, language }: LocatedItem): readonly Lang[] {
  return languagesOfText(stem, language);
}

function setIn({ item }: LocatedItem, lang: Lang): OptionSet | undefined {
  const options = (kindOf(item).options?.(item) ?? []).map(({ text, right, path }): OptionText => {
    const shown = pickLanguage(text, lang);
    const at = pathIn(text, path, lang);
    return {
      text: shown,
      right,
      path: at,
      length: lengthOf(shown),
      words: wordsOf(shown),
      wordCount: countWords(shown),
    };
  });
  const key = options.find((o) => o.right);
  if (key === undefined) return undefined;
  const distractors = options.filter((o) => !o.right);
  const stem = pickLanguage(item.stem, lang);
  return { lang, stem, stemPath: pathIn(item.stem, ['stem'], lang), key, distractors, options };
}
