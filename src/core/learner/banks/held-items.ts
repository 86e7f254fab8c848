import type { ItemHead } from '../../bank/head.ts';
import { hashFnv1a } from '../../base/random.ts';
import { pickLanguage, type Text } from '../../base/text.ts';

/** The questions of a bank, each by hashes: of its id, and what it asks. */
export type HeldItems = ReadonlyMap<number, number>;

/** A question of a bank that is open. */
export interface ItemAtHand {
  /** Hashes of its id, and of the ids that it had before. */
  readonly ids: readonly [number, ...number[]];
  /** A hash of what it asks. */
  readonly asks: number;
}

/** The hash of an item's id. */
export const hashItem = (id: string): number => hashFnv1a(id.normalize());

/** The items of a bank that is open, with what each asks, in the same order. */
export function itemsAtHand(
  heads: readonly Pick<ItemHead, 'id' | 'formerIds'>[],
  stems: readonly Text[],
): readonly ItemAtHand[] {
  return heads.map(({ id, formerIds }, i) => ({
    ids: [hashItem(id), ...formerIds.map(hashItem)],
    // In one language, so that a translation that is added does not change it.
    asks: hashFnv1a(
      pickLanguage(stems[i] ?? '', 'en')
        .normalize()
        .replace(/\s+/g, ' ')
        .trim(),
    ),
  }));
}

/** Items as a register keeps them. */
export const packItems = (items: Iterable<readonly [id: number, asks: number]>): string =>
  Array.from(items, ([id, asks]) => `${id.toString(36)}.${asks.toString(36)}`).join(' ');

/** The items that a register kept; later ones replace earlier ones. */
export function unpackItems(packed: readonly string[]): HeldItems {
  const items = new Map<number, number>();
  for (const text of packed)
    for (const pair of text.split(' ')) {
      const [id, asks] = pair.split('.').map((part) => Number.parseInt(part, 36));
      if (id !== undefined && asks !== undefined && !Number.isNaN(id + asks)) items.set(id, asks);
    }
  return items;
}

/** How much of a bank that is open is in what was remembered of one. */
export interface Overlap {
  /** Questions of which an id is remembered. */
  readonly ids: number;
  /** Those of them that ask the same. */
  readonly same: number;
  /** True if half the smaller of the two is in common, and half of that asks the same. */
  readonly isAlike: boolean;
}

/** Compares a bank that is open with what is remembered of one. */
export function overlapOf(items: readonly ItemAtHand[], held: HeldItems): Overlap {
  let [ids, same] = [0, 0];
  for (const { ids: names, asks } of items) {
    const id = names.find((name) => held.has(name));
    if (id === undefined) continue;
    ids += 1;
    if (held.get(id) === asks) same += 1;
  }
  const isAlike = ids > 0 && ids * 2 >= Math.min(items.length, held.size) && same * 2 >= ids;
  return { ids, same, isAlike };
}
