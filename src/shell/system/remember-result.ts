import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { isRecord } from '#core/base/is-record.ts';
import { keepNewest } from './keep-newest.ts';
import { makePrivateFolder, replaceFile } from './replace-file.ts';
import { readSealedJson, seal } from './sealed-file.ts';

/** A result in a file, with what it was made from. */
interface Kept<T> {
  readonly key: string;
  readonly result: T;
}

/** A result that may be kept as JSON: read from a file if what it is made from has the same key as then, else made and kept there. */
export async function rememberResult<T>(file: string, key: string, make: () => Promise<T>): Promise<T> {
  const kept = read<T>(file);
  if (kept?.key === key) return kept.result;
  const result = await make();
  write(file, { key, result });
  return result;
}

/** A key of some texts: others have another. */
export function cacheKeyOf(texts: Iterable<string>): string {
  const hash = createHash('sha256');
  // With their lengths, so that no two lists of texts run together into the same bytes.
  for (const text of texts) hash.update(`${text.length}:`).update(text);
  return hash.digest('hex');
}

function read<T>(file: string): Kept<T> | undefined {
  const kept = readSealedJson(file);
  return kept.type === 'read' && isKept<T>(kept.value) ? kept.value : undefined;
}

const isKept = <T>(value: unknown): value is Kept<T> =>
  isRecord(value) && typeof value.key === 'string' && 'result' in value;

/** The results that are kept in a folder: a commit hook names other files each time. */
export const resultsKept = 64;

function write(file: string, kept: Kept<unknown>): void {
  const text = seal(JSON.stringify(kept));
  try {
    makePrivateFolder(dirname(file));
    try {
      replaceFile(file, text);
    } catch {
      rmSync(file, { recursive: true, force: true });
      replaceFile(file, text);
    }
    keepNewest(dirname(file), resultsKept);
  } catch {
    // A cache that cannot be written costs time, nothing else.
  }
}
