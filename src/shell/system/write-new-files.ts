import { existsSync, lstatSync, mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile } from './replace-file.ts';

/** The paths of files that were written, and of those that were there before and stay. */
export interface Written {
  readonly written: readonly string[];
  readonly kept: readonly string[];
}

/**
 * Writes files into a folder, with the folders that they need; one that is there already is kept. If one cannot be written, those before
 * it are removed again, and so are the folders that were made: then all is as it was.
 */
export function writeNewFiles(folder: string, files: ReadonlyMap<string, string>): Written {
  const done: { readonly written: string[]; readonly kept: string[] } = { written: [], kept: [] };
  const made: string[] = [];
  try {
    for (const [name, text] of files) {
      const path = join(folder, name);
      const isThere = () => lstatSync(path, { throwIfNoEntry: false }) !== undefined;
      if (!isThere()) makeFolders(dirname(path), made);
      const kept = isThere() || replaceFile(path, text, obstacleOf(isThere)) !== undefined;
      done[kept ? 'kept' : 'written'].push(name);
    }
  } catch (error) {
    for (const name of done.written) attempt(() => rmSync(join(folder, name)));
    for (const path of made.toReversed()) attempt(() => rmdirSync(path));
    throw error;
  }
  return done;
}

const obstacleOf = (isThere: () => boolean) => ({
  mode: 0o666,
  durable: true,
  obstacle: () => (isThere() ? 'it is there' : undefined),
});

/** Makes a folder and those above it; each that was made is noted. */
function makeFolders(path: string, made: string[]): void {
  if (existsSync(path)) return;
  makeFolders(dirname(path), made);
  mkdirSync(path);
  made.push(path);
}

/** What cannot be taken back stays; the first error is the one to tell. */
function attempt(call: () => void): void {
  try {
    call();
  } catch {
    // Someone else has put something there.
  }
}
