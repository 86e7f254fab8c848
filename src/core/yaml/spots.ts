import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { fieldOf, spanOf } from './data.ts';

/** Where a node of a text stands, and what is in it; offsets are those of the text it was parsed from. */
export interface NodeSpot {
  readonly start: number;
  readonly end: number;
  readonly scalar: boolean;
  /** Of a map: its entries by key, the first of equal keys. */
  readonly entries?: ReadonlyMap<string, SpotEntry>;
  /** Of a list. */
  readonly items?: readonly (NodeSpot | undefined)[];
}

/** A key of a map and its value, where it has one. */
export interface SpotEntry {
  readonly key: NodeSpot | undefined;
  readonly value: NodeSpot | undefined;
}

/** The spots of a node as `yaml` parsed it. */
export function spotOf(node: unknown): NodeSpot | undefined {
  if (node === null || node === undefined) return undefined;
  const [start, end] = spanOf(node as Node);
  if (isSeq(node)) return { start, end, scalar: false, items: node.items.map(spotOf) };
  if (!isMap(node)) return { start, end, scalar: isScalar(node) };
  const entries = new Map<string, SpotEntry>();
  for (const pair of node.items) {
    const key = fieldOf(pair);
    if (!entries.has(key)) entries.set(key, { key: spotOf(pair.key), value: spotOf(pair.value) });
  }
  return { start, end, scalar: false, entries };
}
