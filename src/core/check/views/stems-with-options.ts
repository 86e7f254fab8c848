import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { memoise } from '#core/base/memoise.ts';
import { type Lang, pathIn, pickLanguage } from '#core/base/text.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { lexiconOf } from '../language/lexicon/index.ts';
import { languagesOf } from './option-sets.ts';

/** A stem and its options in one language. */
export interface StemWithOptions {
  readonly lang: Lang;
  readonly stem: string;
  readonly stemPath: DataPath;
  readonly options: readonly { readonly text: string; readonly path: DataPath }[];
}

/** Returns a choice, of one or several, as it reads in each of its languages; nothing for other kinds. */
export const stemsWithOptionsOf = memoise(readIn);

function readIn(located: LocatedItem): readonly StemWithOptions[] {
  const { item } = located;
  const kind = kindOf(item);
  if (kind.asks !== 'pick-one' && kind.asks !== 'pick-many') return [];
  const options = kind.options?.(item) ?? [];
  return languagesOf(located).map((lang) => ({
    lang,
    stem: pickLanguage(item.stem, lang),
    stemPath: pathIn(item.stem, ['stem'], lang),
    options: options.map(({ text, path }) => ({
      text: pickLanguage(text, lang),
      path: pathIn(text, path, lang),
    })),
  }));
}

/** Returns the first negative option; options that refer to the others do not count. */
export function findNegatedOption({
  options,
  lang,
}: StemWithOptions): StemWithOptions['options'][number] | undefined {
  const { negation, noneOfTheAbove } = lexiconOf(lang);
  return options.find(({ text }) => negation.test(text) && !noneOfTheAbove.test(text.trim()));
}
