import type { Item } from '../kinds/index.ts';
import { kindOf } from '../kinds/index.ts';
import type { LocatedBank, LocatedItem } from '../located-bank.ts';
import { type Lang, pick, type Text } from '../text.ts';
import type { DataPath } from '../yaml-parts.ts';
import { languagesOf, pathIn } from './option-sets.ts';
import { wordsOf } from './words.ts';

/** What an item asks and what is right, in one language: for comparing items with each other. */
export interface Asked {
  readonly located: LocatedItem;
  /** Where it stands in the bank: items are compared with those before them. */
  readonly index: number;
  readonly lang: Lang;
  readonly stem: string;
  readonly stemPath: DataPath;
  readonly stemWords: readonly string[];
  /** All that can be picked, sorted; the unit of a number. */
  readonly offered: string;
  /** What is right, in one spelling of blanks; several keys in one order. */
  readonly key: string;
}

const known = new WeakMap<LocatedBank, readonly Asked[]>();

/** Every item of a bank, once per language that its stem is written in. */
export function askedIn(bank: LocatedBank): readonly Asked[] {
  const before = known.get(bank);
  if (before !== undefined) return before;
  const made = bank.items.flatMap((located, index) =>
    languagesOf(located).map((lang): Asked => {
      const { item } = located;
      const stem = spaced(pick(item.stem, lang));
      return {
        located,
        index,
        lang,
        stem,
        stemPath: pathIn(item.stem, ['stem'], lang),
        stemWords: wordsOf(stem),
        offered: joined(offeredBy(item, lang), lang),
        key: keyOf(item, lang),
      };
    }),
  );
  known.set(bank, made);
  return made;
}

/** What questions have in common that are the same: the distractors may differ. */
export function questionOf({ located, lang, stem, key, offered }: Asked): string {
  const { kind } = located.item;
  const asked = kind === 'number' || kind === 'order' ? offered : '';
  return [lang, kind, withoutEnd(stem).toLowerCase(), key, asked].join('\0');
}

/** A stem without the marks at its end. */
export const withoutEnd = (stem: string) => stem.replace(/[\s.?!:。？！：]+$/u, '');

/** A text in one spelling of accents and blanks. Case stays: `-d` and `-D` are two options of git. */
const spaced = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ');

const joined = (texts: readonly Text[], lang: Lang) =>
  texts
    .map((text) => spaced(pick(text, lang)))
    .sort()
    .join('\n');

function offeredBy(item: Item, lang: Lang): readonly Text[] {
  switch (item.kind) {
    case 'match':
      return [...item.pairs.flatMap((p) => [p.left, p.right]), ...item.distractors.map((d) => d.text)];
    case 'number':
      return item.unit === undefined ? [] : [item.unit];
    case 'order':
      return [`by ${pick(item.by, lang)}`, ...item.sequence];
    default:
      return (kindOf(item).options?.(item) ?? []).map((o) => o.text);
  }
}

function keyOf(item: Item, lang: Lang): string {
  if (item.kind === 'multi') return joined(item.keys, lang);
  if (item.kind === 'match')
    return joined(
      item.pairs.map((p) => `${pick(p.left, lang)}\t${pick(p.right, lang)}`),
      lang,
    );
  return spaced(kindOf(item).key(item, lang));
}
