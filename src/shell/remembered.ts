import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makePrivateFolder, replaceFile } from './replace-file.ts';

/** A result in a file, with what it was made from. */
interface Kept<T> {
  readonly key: string;
  readonly result: T;
}

/** A result that may be kept as JSON: read from a file if what it is made from has the same key as then, else made and kept there. */
export function remembered<T>(file: string, key: string, make: () => T): T {
  const kept = read<T>(file);
  if (kept?.key === key) return kept.result;
  const result = make();
  write(file, { key, result });
  return result;
}

/** A key of some texts: others have another. */
export function keyOf(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  // With their lengths, so that no two lists of texts run together into the same bytes.
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}

function read<T>(file: string): Kept<T> | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept<T>;
  } catch {
    return undefined;
  }
}

function write(file: string, kept: Kept<unknown>): void {
  try {
    makePrivateFolder(dirname(file));
    replaceFile(file, JSON.stringify(kept));
  } catch {
    // A cache that cannot be written costs time, nothing else.
  }
}
