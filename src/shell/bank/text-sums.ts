import { crc32 } from 'node:zlib';

/** The bytes of one of several lines that lie one behind the other, without its newline. */
export function bytesOfLine(bytes: Buffer, ends: readonly number[], i: number): Buffer {
  return bytes.subarray(ends[i - 1] ?? 0, (ends[i] ?? 0) - 1);
}

/** A checksum of each line: integers of 32 bits in base64. */
export function sumsOf(bytes: Buffer, ends: readonly number[]): string {
  const sums = Uint32Array.from(ends.keys(), (i) => crc32(bytesOfLine(bytes, ends, i)));
  return Buffer.from(sums.buffer).toString('base64');
}

/** The checksums that a text holds. */
export const unpackSums = (text: string): ArrayLike<number> =>
  new Uint32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer);
