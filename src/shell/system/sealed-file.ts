import { crc32 } from 'node:zlib';
import { codeOf } from './errno.ts';
import { readRegular } from './regular-file.ts';

/** What a file of the cache turned out to be that cannot be used. */
export interface Damaged {
  readonly type: 'damaged';
  /** What the system said, if it was the system that refused to read it; else the file is not as it was written. */
  readonly code?: string;
}

/** A text under its checksum, as it is kept in a file of the cache. */
export const seal = (text: string): string => `${crc32(text)}\n${text}`;

/** The text of a sealed file, if it is as it was written. */
export function readSealed(path: string): { readonly type: 'read'; readonly text: string } | Damaged {
  const bytes = bytesAt(path);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const end = bytes.indexOf('\n');
  const text = bytes.subarray(end + 1);
  if (end < 1 || String(crc32(text)) !== bytes.toString('utf8', 0, end)) return { type: 'damaged' };
  return { type: 'read', text: text.toString('utf8') };
}

/** The value in a sealed file of JSON, if it is as it was written. */
export function readSealedJson(path: string): { readonly type: 'read'; readonly value: unknown } | Damaged {
  const read = readSealed(path);
  if (read.type === 'damaged') return read;
  try {
    return { type: 'read', value: JSON.parse(read.text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { type: 'damaged' };
  }
}

function bytesAt(path: string): Buffer | Damaged {
  try {
    return readRegular(path);
  } catch (error) {
    const code = codeOf(error);
    // What Node has against an argument is our mistake.
    if (code === undefined || code.startsWith('ERR_INVALID_')) throw error;
    return { type: 'damaged', code };
  }
}
