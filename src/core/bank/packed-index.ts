import { isRecord } from '../base/is-record.ts';
import type { Lang } from '../base/text.ts';
import type { BankAbout, BankIndex, DeckHead, Spoilers } from './compile.ts';
import type { ItemHead } from './head.ts';

/** The index of a bank column by column, as it is stored: ten thousand items are read in a few milliseconds. */
export interface PackedIndex {
  readonly about: BankAbout;
  readonly languages: readonly Lang[];
  /** In the order of their items. */
  readonly decks: readonly DeckHead[];
  readonly ids: readonly string[];
  /** The kinds that occur, and for each item the place of its kind among them. */
  readonly kinds: readonly string[];
  readonly kind: readonly number[];
  readonly level: readonly number[];
  /** The lists of tags that occur, and for each item the place of its list among them. */
  readonly tagLists: readonly (readonly string[])[];
  readonly tags: readonly number[];
  readonly revision: readonly number[];
  /** Former ids of the few items that have them, by the place of the item. */
  readonly formerIds: Readonly<Record<number, readonly string[]>>;
  /** What the few items require that require any, by the place of the item. */
  readonly requires: Readonly<Record<number, readonly string[]>>;
  /** The facts that occur, and for each item the place of its fact among them, or -1. */
  readonly facts: readonly string[];
  readonly fact: readonly number[];
  readonly ends: readonly number[];
  readonly spoilers: Spoilers;
}

/** The index as columns. */
export function packIndex({ about, languages, decks, heads, ends, spoilers }: BankIndex): PackedIndex {
  const kinds = places(heads.map((h) => h.kind));
  const tags = places(heads.map((h) => JSON.stringify(h.tags)));
  const facts = places(heads.flatMap((h) => h.fact ?? []));
  return {
    about,
    languages,
    decks,
    ids: heads.map((h) => h.id),
    kinds: [...kinds.keys()],
    kind: heads.map((h) => kinds.get(h.kind) ?? 0),
    level: heads.map((h) => h.level),
    tagLists: [...tags.keys()].map((list) => JSON.parse(list) as string[]),
    tags: heads.map((h) => tags.get(JSON.stringify(h.tags)) ?? 0),
    revision: heads.map((h) => h.revision),
    formerIds: few(heads.map((h) => h.formerIds)),
    requires: few(heads.map((h) => h.requires)),
    facts: [...facts.keys()],
    fact: heads.map((h) => (h.fact === undefined ? -1 : (facts.get(h.fact) ?? -1))),
    ends,
    spoilers,
  };
}

/** The lists that are not empty, by their places. */
function few(lists: readonly (readonly string[])[]): PackedIndex['requires'] {
  return Object.fromEntries(lists.flatMap((list, i) => (list.length > 0 ? [[i, list]] : [])));
}

/** Each different value with its place among them. */
function places(values: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(values)].map((value, i) => [value, i]));
}

/** The index that was packed; undefined if what is read is none. */
export function unpackIndex(value: unknown): BankIndex | undefined {
  if (!isPacked(value)) return undefined;
  const { about, languages, decks, ends, spoilers } = value;
  const heads: ItemHead[] = [];
  for (const { name, items } of decks)
    for (let n = 0; n < items; n++) heads.push(headAt(value, heads.length, name));
  return { about, languages, decks, heads, ends, spoilers };
}

/** Lists of which each has as many elements as there are items. */
const columns = [
  'kind',
  'level',
  'tags',
  'revision',
  'fact',
  'ends',
] as const satisfies (keyof PackedIndex)[];
const lists = ['languages', 'kinds', 'tagLists', 'facts'] as const satisfies (keyof PackedIndex)[];

function isPacked(value: unknown): value is PackedIndex {
  if (
    !isRecord(value) ||
    !isRecord(value.about) ||
    !isRecord(value.formerIds) ||
    !isRecord(value.spoilers) ||
    !isRecord(value.requires)
  )
    return false;
  const { decks, ids } = value;
  if (!Array.isArray(ids) || !Array.isArray(decks) || !decks.every(isRecord)) return false;
  const isColumn = (list: unknown) => Array.isArray(list) && list.length === ids.length;
  const items = decks.reduce((sum, deck) => sum + Number(deck.items), 0);
  return (
    items === ids.length &&
    lists.every((name) => Array.isArray(value[name])) &&
    columns.every((name) => isColumn(value[name]))
  );
}

const none: readonly string[] = [];

function headAt(packed: PackedIndex, i: number, deck: string): ItemHead {
  const id = packed.ids[i] ?? '';
  const kind = packed.kinds[packed.kind[i] ?? -1] ?? '';
  const level = packed.level[i] ?? 1;
  const tags = packed.tagLists[packed.tags[i] ?? -1] ?? none;
  const revision = packed.revision[i] ?? 1;
  const formerIds = packed.formerIds[i] ?? none;
  const requires = packed.requires[i] ?? none;
  const fact = packed.facts[packed.fact[i] ?? -1];
  if (fact === undefined) return { id, deck, kind, level, tags, revision, formerIds, requires };
  return { id, deck, kind, level, tags, revision, formerIds, requires, fact };
}
