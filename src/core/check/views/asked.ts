import type { LocatedBank, LocatedItem } from '../../bank/located-bank.ts';
import type { DataPath } from '../../base/data-path.ts';
import { grouped } from '../../base/grouped.ts';
import { oncePer } from '../../base/once-per.ts';
import { type Lang, pathIn, pick, type Text } from '../../base/text.ts';
import { trimEnd } from '../../base/trim-end.ts';
import { kindOf } from '../../question/kinds/index.ts';
import { exactly, wordsOf } from '../language/words.ts';
import { languagesOf } from './option-sets.ts';

/** What an item asks in one language: for comparing items with each other. */
export interface Asked {
  readonly located: LocatedItem;
  /** Where it stands in the bank: items are compared with those before them. */
  readonly index: number;
  readonly lang: Lang;
  readonly stem: string;
  readonly stemPath: DataPath;
  readonly stemWords: readonly string[];
}

interface Comparable {
  readonly all: readonly Asked[];
  /** Those of one kind and language that have the same stem, case and the marks at its end aside; two at least. */
  readonly sameStem: readonly (readonly Asked[])[];
}

/** Every item of a bank, once per language that its stem is written in. */
export const askedIn = oncePer((bank: LocatedBank): Comparable => {
  const all = bank.items.flatMap((located, index) =>
    languagesOf(located).map((lang): Asked => {
      const stem = exactly(pick(located.item.stem, lang));
      const stemPath = pathIn(located.item.stem, ['stem'], lang);
      return { located, index, lang, stem, stemPath, stemWords: wordsOf(stem) };
    }),
  );
  const groups = grouped(
    all,
    (a) => `${a.lang}\0${a.located.item.kind}\0${withoutEnd(a.stem).toLowerCase()}`,
  );
  return { all, sameStem: [...groups.values()].filter((group) => group.length > 1) };
});

/** A stem without the marks at its end. */
export const withoutEnd = (stem: string) => trimEnd(stem, /[\s.?!:。？！：]/u);

/** What is right, in one spelling of blanks; several keys in one order. */
export function keyIn({ located: { item }, lang }: Asked): string {
  if (item.kind === 'multi') return joined(item.keys, lang);
  if (item.kind === 'match')
    return joined(
      item.pairs.map((p) => `${pick(p.left, lang)}: ${pick(p.right, lang)}`),
      lang,
    );
  return exactly(kindOf(item).key(item, lang));
}

/** All that can be picked, in one order; the unit of a number. */
export function offeredIn({ located: { item }, lang }: Asked): string {
  return joined(offers(item), lang);
}

function offers(item: LocatedItem['item']): readonly Text[] {
  switch (item.kind) {
    case 'match':
      return [...item.pairs.flatMap((p) => [p.left, p.right]), ...item.distractors.map((d) => d.text)];
    case 'number':
      return item.unit === undefined ? [] : [item.unit];
    case 'order':
      return [item.by, ...item.sequence];
    default:
      return (kindOf(item).options?.(item) ?? []).map((o) => o.text);
  }
}

const joined = (texts: readonly Text[], lang: Lang) =>
  texts
    .map((text) => exactly(pick(text, lang)))
    .sort()
    .join('\n');
