import { crc32 } from 'node:zlib';
import { readRegular } from './regular-file.ts';

/** A text under its checksum, as it is kept in a file of the cache. */
export const sealed = (text: string): string => `${crc32(text)}\n${text}`;

/** The text of a sealed file. Throws if it cannot be read, or is not what was written. */
export function readSealed(path: string): string {
  const bytes = readRegular(path);
  const end = bytes.indexOf('\n');
  const text = bytes.subarray(end + 1);
  if (end < 1 || String(crc32(text)) !== bytes.toString('utf8', 0, end)) throw notAsWritten(path);
  return text.toString('utf8');
}

/** Says of a file of the cache that it is there, and is not the one that was written. */
export const notAsWritten = (path: string) => new Error(`${path} is not as it was written`);
