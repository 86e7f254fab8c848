import type { Spoilers } from '../../bank/compile.ts';
import type { ItemHead } from '../../bank/head.ts';

/** So many questions later, an answer that was read is no longer at hand. */
const spoilGap = 12;

/** For some items, by id, the others of them that show their answer. */
export type ShownBy = ReadonlyMap<string, ReadonlySet<string>>;

/** Which of some items show the answer of which others. */
export function pairShown(
  some: readonly ItemHead[],
  heads: readonly ItemHead[],
  spoilers: Spoilers = {},
): ShownBy {
  const ids = new Set(some.map(({ id }) => id));
  const names = new Map<number, string>();
  for (const [place, { id }] of heads.entries()) if (ids.has(id)) names.set(place, id);
  const shown = new Map<string, ReadonlySet<string>>();
  for (const [place, id] of names) {
    const by = (spoilers[place] ?? []).flatMap((shower) => names.get(shower) ?? []);
    if (by.length > 0) shown.set(id, new Set(by));
  }
  return shown;
}

/**
 * Puts each item before those that show its answer, else some items after them: in turn the first that none of the last ones gives away,
 * and that gives none away that is still to come; if there is none such, the first of which one of both is true.
 */
export function keepApart(
  items: readonly ItemHead[],
  shown: ShownBy,
  before: readonly ItemHead[] = [],
): readonly ItemHead[] {
  if (shown.size === 0) return items;
  const placed = [...before];
  const left = [...items];
  /** How many that are still to come each gives away. */
  const open = new Map<string, number>();
  const count = ({ id }: ItemHead, change: 1 | -1) => {
    for (const shower of shown.get(id) ?? []) open.set(shower, (open.get(shower) ?? 0) + change);
  };
  for (const item of left) count(item, 1);
  const gentle = ({ id }: ItemHead) => (open.get(id) ?? 0) === 0;
  while (left.length > 0) {
    const last = placed.slice(-spoilGap);
    const fresh = (item: ItemHead) => isFreshAfter(last, item, shown);
    const at = [(item: ItemHead) => fresh(item) && gentle(item), fresh, gentle]
      .map((suits) => left.findIndex(suits))
      .find((found) => found >= 0);
    const [next] = left.splice(at ?? 0, 1);
    if (next === undefined) break;
    count(next, -1);
    placed.push(next);
  }
  return placed.slice(before.length);
}

const isFreshAfter = (last: readonly ItemHead[], { id }: ItemHead, shown: ShownBy) => {
  const by = shown.get(id);
  return by === undefined || !last.some((shower) => by.has(shower.id));
};

/** The ids of items whose answer is still at hand when they come. */
export function listSpoilt(
  items: readonly ItemHead[],
  shown: ShownBy,
  before: readonly ItemHead[],
): ReadonlySet<string> {
  const all = [...before, ...items];
  const spoilt = items.filter((item, i) => {
    const at = before.length + i;
    return !isFreshAfter(all.slice(Math.max(0, at - spoilGap), at), item, shown);
  });
  return new Set(spoilt.map(({ id }) => id));
}
