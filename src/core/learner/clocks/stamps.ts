import type { EventKey } from '../events/event.ts';
import { type Clocks, momentIn, type StampsOf } from './clocks.ts';

/** The lines of one device: counts, stamps, and the places of their items among all items. */
interface Column {
  readonly seqs: number[];
  readonly ms: number[];
  readonly items: number[];
}

/** The stamps of many lines, with their items: a million of them fit into memory. */
export interface StampBook {
  add(key: EventKey, item: string): void;
  readonly stamps: StampsOf;
  /** The items of lines that are taken for another moment than they say, by some clocks. */
  misdatedBy(clocks: Clocks): ReadonlySet<string>;
}

/** Starts to collect stamps. */
export function openStampBook(): StampBook {
  const columns = new Map<string, Column>();
  const items = new Map<string, number>();
  return {
    stamps: columns,
    add([ms, device, seq], item) {
      const column = columns.get(device) ?? { seqs: [], ms: [], items: [] };
      columns.set(device, column);
      const place = items.get(item) ?? items.size;
      items.set(item, place);
      column.seqs.push(seq);
      column.ms.push(ms);
      column.items.push(place);
    },
    misdatedBy(clocks) {
      const found = new Set<number>();
      for (const [device, column] of columns)
        for (const [i, ms] of column.ms.entries())
          if (momentIn(clocks, device, column.seqs[i] ?? 0, ms) !== ms) found.add(column.items[i] ?? 0);
      const names = [...items.keys()];
      return new Set([...found].flatMap((place) => names[place] ?? []));
    },
  };
}
