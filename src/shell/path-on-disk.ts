import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** A path with its names as they are on disk: letters with accents may be composed in one and taken apart in the other. */
export function asOnDisk(path: string, cwd: string): string {
  if (!/[^\0-\x7f]/.test(path) || existsSync(resolve(cwd, path))) return path;
  let found = '';
  for (const part of path.split(/(?<=\/)/)) {
    const name = part.replace(/\/$/, '');
    const isThere = name === '' || existsSync(resolve(cwd, found + name));
    const other = isThere
      ? name
      : namesIn(resolve(cwd, found)).find((n) => n.normalize() === name.normalize());
    found += (other ?? name) + part.slice(name.length);
  }
  return found;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
