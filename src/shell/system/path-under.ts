import path, { type PlatformPath } from 'node:path';

/** A path with slashes between its parts, on Windows too. */
export const toSlashes = (file: string, { sep } = path): string => file.split(sep).join('/');

/** The way from a folder to a path in it, with slashes; undefined when the path is outside, or on another drive. */
export function pathUnder(folder: string, file: string, system: PlatformPath = path): string | undefined {
  const way = system.relative(folder, file);
  const isOutside = way === '..' || way.startsWith(`..${system.sep}`) || system.isAbsolute(way);
  return isOutside ? undefined : toSlashes(way, system);
}
