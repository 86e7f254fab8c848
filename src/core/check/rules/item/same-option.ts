import type { LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import { pathIn, pickLanguage } from '#core/base/text.ts';
import { type Item, kindOf } from '#core/question/kinds/index.ts';
import type { WrittenText } from '#core/question/kinds/kind.ts';
import { languagesOf } from '../../views/option-sets.ts';

/** Two options that are the same in a language. */
export interface Alike {
  readonly text: string;
  readonly path: DataPath;
  readonly first: { readonly text: string; readonly path: DataPath };
}

/** Returns the texts that learners must distinguish, one list per column. */
function columnsOf(item: Item): readonly (readonly WrittenText[])[] {
  const kind = kindOf(item);
  return kind.columns?.(item) ?? [kind.options?.(item) ?? []];
}

/** Yields the options of an item that are the same as an earlier one; each once, in the first language in which they are. */
export function* findAlike(located: LocatedItem, fold: (text: string) => string): Generator<Alike> {
  for (const column of columnsOf(located.item)) {
    const reported = new Set<WrittenText>();
    for (const lang of languagesOf(located)) {
      const seen = new Map<string, Alike['first']>();
      for (const option of column) {
        const text = pickLanguage(option.text, lang);
        const folded = fold(text);
        const path = pathIn(option.text, option.path, lang);
        const first = seen.get(folded);
        if (first === undefined) seen.set(folded, { text, path });
        else if (!reported.has(option)) {
          reported.add(option);
          yield { text, path, first };
        }
      }
    }
  }
}
