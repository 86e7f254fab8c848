import type { PackedIndex } from '#core/bank/packed-index.ts';

/** The format of a stored index; one of another is outdated. */
export const storeFormat = 7;

/** The index of a compiled bank as it is stored. */
export interface StoredIndex {
  readonly format: number;
  readonly key: string;
  readonly index: PackedIndex;
  /** Where the line of statements ends, which comes after those of the items. */
  readonly end: number;
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
  Number.isSafeInteger(value.end) &&
  typeof value.sums === 'string' &&
  (value.written === undefined || typeof value.written === 'string');
