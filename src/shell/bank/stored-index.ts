import type { PackedIndex } from '#core/bank/packed-index.ts';

/** The format of a stored index; one of another is outdated. */
export const storeFormat = 8;

/** The index of a compiled bank as it is stored. */
export interface StoredIndex {
  readonly format: number;
  readonly key: string;
  readonly index: PackedIndex;
  /** Where the lines after those of the items end: that of the statements, and that of what is seldom read. */
  readonly tail: readonly [statements: number, asides: number];
  /** A checksum of each line: integers of 32 bits in base64. */
  readonly sums: string;
  /** The stamp of the file of lines, if it stays on this machine. */
  readonly written?: string;
}

/** Whether a value is an index that was stored; its columns are looked at when they are unpacked. */
export const isStored = (
  value: Readonly<Record<string, unknown>>,
): value is Record<string, unknown> & Omit<StoredIndex, 'index'> =>
  typeof value.key === 'string' &&
  Array.isArray(value.tail) &&
  value.tail.length === 2 &&
  value.tail.every(Number.isSafeInteger) &&
  typeof value.sums === 'string' &&
  (value.written === undefined || typeof value.written === 'string');
