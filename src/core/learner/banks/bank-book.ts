import { groupBy } from '../../base/group-by.ts';
import { fromIso } from '../../base/instant.ts';
import type { Text } from '../../base/text.ts';
import type { BankLine, SeenLine } from './bank-lines.ts';
import { type HeldItems, hashItem, unpackItems } from './held-items.ts';

/** A bank that the learner has used, as the registers of all devices have it. */
export interface KnownBank {
  /** What it goes by: the id that it says itself, else the smallest of those that it was given. */
  readonly id: string;
  readonly ids: ReadonlySet<string>;
  /** True if it says its id itself. */
  readonly own: boolean;
  /** Epoch milliseconds of its first line. */
  readonly since: number;
  readonly title?: Text;
  /** Where it lay last on this device. */
  readonly path?: string;
  /** What it holds, as the registers keep it. */
  readonly packed: readonly string[];
  readonly items: () => HeldItems;
  /** Ids of banks that look alike and are others. */
  readonly apart: ReadonlySet<string>;
}

/** The registers of all devices, read together. */
export interface BankBook {
  /** In the order in which they were first used. */
  readonly banks: readonly KnownBank[];
  /** The last bank at each path of this device. */
  readonly seen: ReadonlyMap<string, SeenLine>;
}

/** What registers amount to: the one of this device and those of others, in whatever order. */
export function bookOf(mine: readonly BankLine[], others: readonly BankLine[]): BankBook {
  const lines = [...mine, ...others];
  const firstOf = joinedIds(lines);
  const of = (line: BankLine) => firstOf('bank' in line ? line.bank : line.banks[0]);
  const apart = lines.flatMap((line) => (line.type === 'apart' ? [line.banks] : []));
  const seen = new Map(mine.flatMap((line) => (line.type === 'seen' ? [[line.path, line]] : [])));
  const banks = [...groupBy(lines.filter(isOfOne), of).values()].map((group) => {
    const ids = new Set(group.map(({ bank }) => bank));
    const kept = mine.filter((line) => line.type === 'seen' && ids.has(line.bank));
    return knownBank(group, kept as readonly SeenLine[], apart);
  });
  return { banks: banks.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1)), seen };
}

/** Whether any of some banks holds an item of this id. */
export function isHeld(item: string, banks: readonly KnownBank[]): boolean {
  const hash = hashItem(item);
  return banks.some(({ items }) => items().has(hash));
}

type LineOfOne = Extract<BankLine, { readonly bank: string }>;

const isOfOne = (line: BankLine): line is LineOfOne => 'bank' in line;

const msOf = ({ at }: Pick<BankLine, 'at'>) => fromIso(at)?.ms ?? 0;

function knownBank(
  group: readonly LineOfOne[],
  here: readonly SeenLine[],
  apart: readonly (readonly [string, string])[],
): KnownBank {
  const ids = new Set(group.map(({ bank }) => bank));
  const seen = group.filter((line) => line.type === 'seen').sort((a, b) => msOf(a) - msOf(b));
  const owned = seen.filter(({ own }) => own === true).map(({ bank }) => bank);
  const packed = group.flatMap((line) => (line.type === 'holds' ? [line.items] : []));
  const title = seen.findLast((line) => line.title !== undefined)?.title;
  const path = here.at(-1)?.path;
  let items: HeldItems | undefined;
  return {
    id: [...(owned.length > 0 ? owned : ids)].sort()[0] ?? '',
    ids,
    own: owned.length > 0,
    since: Math.min(...group.map(msOf)),
    packed,
    items: () => {
      items ??= unpackItems(packed);
      return items;
    },
    apart: new Set(apart.filter((pair) => pair.some((id) => ids.has(id))).flat()),
    ...(title === undefined ? {} : { title }),
    ...(path === undefined ? {} : { path }),
  };
}

/** Tells the first of all ids that are of the same bank. */
function joinedIds(lines: readonly BankLine[]): (id: string) => string {
  const parents = new Map<string, string>();
  const firstOf = (id: string): string => {
    let first = id;
    for (let up = parents.get(first); up !== undefined; up = parents.get(first)) first = up;
    return first;
  };
  for (const line of lines) {
    if (line.type !== 'same') continue;
    const [a, b] = line.banks.map(firstOf).sort();
    if (a !== undefined && b !== undefined && a !== b) parents.set(b, a);
  }
  return firstOf;
}
