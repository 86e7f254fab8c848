import { doubt } from './plain-cursor.ts';
import { type Maker, readPlain } from './plain-reader.ts';
import type { NodeSpot, SpotEntry } from './spots.ts';

const data: Maker<unknown, Record<string, unknown>> = {
  scalar: (value) => value,
  nothing: () => null,
  list: (items) => items,
  begin: () => ({}),
  put(map, key, value) {
    if (Object.hasOwn(map, key)) return false;
    map[key] = value;
    return true;
  },
  map: (map) => map,
};

/**
 * The plain data of a text in which nothing is wrong or out of the ordinary, read many times as fast as by the parser that
 * says what is wrong; undefined on any doubt.
 */
export function readQuickly(text: string): { readonly data: unknown } | undefined {
  const read = readPlain(text, data);
  return read && { data: read.node };
}

const spots: Maker<NodeSpot, Map<string, SpotEntry>> = {
  scalar: (_, start, end) => ({ start, end, scalar: true }),
  // The two take different places for it.
  nothing() {
    throw doubt;
  },
  list: (items, start, end) => ({ start, end, scalar: false, items }),
  begin: () => new Map(),
  put(map, key, value, start, keyEnd) {
    map.set(key, { key: { start, end: keyEnd, scalar: true }, value });
    return true;
  },
  map: (entries, start, end) => ({ start, end, scalar: false, entries }),
};

/** Where everything in such a text stands, as `yaml` would have it: not where there may be comments, which it counts to what they follow. */
export function findSpotQuickly(text: string): NodeSpot | undefined {
  return /(?:^|\s)#/.test(text) ? undefined : readPlain(text, spots)?.node;
}
