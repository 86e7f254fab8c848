import type { LocatedItem } from '../../bank/located-bank.ts';
import type { DataPath } from '../../base/data-path.ts';
import { pathIn, pick } from '../../base/text.ts';
import { type Item, kindOf } from '../../question/kinds/index.ts';
import type { WrittenText } from '../../question/kinds/kind.ts';
import { languagesOf } from './option-sets.ts';

/** Two options that read alike in a language. */
export interface Alike {
  readonly text: string;
  readonly path: DataPath;
  readonly first: { readonly text: string; readonly path: DataPath };
}

/** The texts that a learner tells apart, in one list per column. */
function columnsOf(item: Item): readonly (readonly WrittenText[])[] {
  if (item.kind !== 'match') return [kindOf(item).options?.(item) ?? []];
  const lefts = item.pairs.map(({ left }, i) => ({ text: left, path: ['pairs', i, 'left'] }));
  // Two things on the left may well share one on the right: such rights are shown once.
  const rights = new Map(item.pairs.map(({ right }, i) => [JSON.stringify(right), { text: right, i }]));
  const wrong = item.distractors.map(({ text }, i) => ({ text, path: ['distractors', i, 'text'] }));
  return [
    lefts,
    [...[...rights.values()].map(({ text, i }) => ({ text, path: ['pairs', i, 'right'] })), ...wrong],
  ];
}

/** The options of an item that read as an earlier one does; each once, in the first language where they do. */
export function* alike(located: LocatedItem, fold: (text: string) => string): Generator<Alike> {
  for (const column of columnsOf(located.item)) {
    const reported = new Set<WrittenText>();
    for (const lang of languagesOf(located)) {
      const seen = new Map<string, Alike['first']>();
      for (const option of column) {
        const text = pick(option.text, lang);
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
