import type { ItemHead } from '../../bank/head.ts';
import { groupBy } from '../../base/group-by.ts';

/** What a learner has begun of one deck. */
export interface DeckTally {
  readonly items: number;
  readonly begun: number;
  /** Begun items by level. */
  readonly levels: ReadonlyMap<number, number>;
}

/** The inputs of choosing new questions. */
export interface FreshInput {
  /** The new items that may be asked, in the order of the bank. */
  readonly ready: readonly ItemHead[];
  readonly tallies: ReadonlyMap<string, DeckTally>;
  /** The facts that are asked today anyway; no other item of them is begun. */
  readonly facts: ReadonlySet<string>;
  readonly count: number;
}

/**
 * How often new questions are of the first level, the second, and so on. Our own numbers: with 20 decks and
 * ten new questions a day three of seven are of the first level in the first week, and the fourth is met by day 14.
 */
const mix = [0.4, 0.28, 0.2, 0.12, 0.06] as const;

/** The new items of one deck by level, and what is begun of it, as it is chosen. */
interface Column {
  readonly items: number;
  begun: number;
  readonly levels: Map<number, { readonly waiting: ItemHead[]; begun: number }>;
}

/**
 * Chooses new questions: each from the deck of which the smallest share is begun, there of the level that is the furthest behind
 * its share of the mix, and there the first in the order of the bank.
 */
export function pickFresh(input: FreshInput): readonly ItemHead[] {
  const columns = columnsOf(input);
  const facts = new Set(input.facts);
  const picked: ItemHead[] = [];
  while (picked.length < input.count) {
    const column = least(columns, ({ begun, items }) => begun / items);
    if (column === undefined) break;
    const head = takeFrom(column, facts);
    if (head === undefined) columns.splice(columns.indexOf(column), 1);
    else picked.push(head);
  }
  return picked;
}

function columnsOf({ ready, tallies }: FreshInput): Column[] {
  return [...groupBy(ready, ({ deck }) => deck)].map(([deck, heads]) => {
    const tally = tallies.get(deck);
    const levels = [...groupBy(heads, ({ level }) => level)].map(
      ([level, of]) => [level, { waiting: of.toReversed(), begun: tally?.levels.get(level) ?? 0 }] as const,
    );
    return {
      items: Math.max(1, tally?.items ?? heads.length),
      begun: tally?.begun ?? 0,
      levels: new Map(levels.sort(([a], [b]) => a - b)),
    };
  });
}

/** Takes the next new item of a deck; one whose fact is asked today is dropped. */
function takeFrom(column: Column, facts: Set<string>): ItemHead | undefined {
  for (;;) {
    // Of equals the highest level: with many decks a first week would else be of the first level for the most part.
    const [level, entry] =
      least([...column.levels].toReversed(), ([of, { begun }]) => (begun + 1) / weightOf(of)) ?? [];
    const head = entry?.waiting.pop();
    if (entry === undefined || level === undefined) return undefined;
    if (head === undefined) column.levels.delete(level);
    else if (head.fact === undefined || !facts.has(head.fact)) {
      if (head.fact !== undefined) facts.add(head.fact);
      entry.begun += 1;
      column.begun += 1;
      return head;
    }
  }
}

/** Levels above the table are as rare as its last. */
const weightOf = (level: number) => mix[level - 1] ?? mix[4];

/** The first of the values with the lowest measure. */
function least<T>(values: readonly T[], measure: (value: T) => number): T | undefined {
  let found: T | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const value of values) {
    const m = measure(value);
    if (m >= lowest) continue;
    lowest = m;
    found = value;
  }
  return found;
}
