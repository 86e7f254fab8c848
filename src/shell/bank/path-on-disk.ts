import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { isCaseInsensitive } from '#core/base/typed-path.ts';
import type { World } from '../system/world.ts';

/**
 * A path that was typed, with its names as they are on disk: letters with accents may be composed in one and taken apart in the
 * other, and on Windows and macOS capitals may differ. git and reports go by the names on disk.
 */
export function toDiskPath(path: string, { cwd, platform }: Pick<World, 'cwd' | 'platform'>): string {
  const folds = isCaseInsensitive(platform);
  const isSame = existsSync(resolve(cwd, path));
  if (!folds && (isSame || !/[^\0-\x7f]/.test(path))) return path;
  const form = (name: string) => (folds ? name.normalize().toLowerCase() : name.normalize());
  let found = '';
  for (const part of path.split(/(?<=\/)/)) {
    const name = part.replace(/\/$/, '');
    found += (isNoName(name) ? name : nameIn(resolve(cwd, found), name, form)) + part.slice(name.length);
  }
  return found;
}

const isNoName = (name: string) => name === '' || name === '.' || name === '..' || name.endsWith(':');

/** The name in a folder that differs only in letter case or form; the name itself if it exists or nothing is like it. */
function nameIn(folder: string, name: string, form: (name: string) => string): string {
  const names = namesIn(folder);
  if (names.includes(name)) return name;
  return names.find((other) => form(other) === form(name)) ?? name;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
