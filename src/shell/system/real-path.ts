import { lstatSync, realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** The path of something at the end of all links, spelt as the file system spells it. */
export const realPathOf = (path: string): string => realpathSync.native(path);

/** True if a real path is a folder or lies in it. */
export function isWithin(real: string, folder: string): boolean {
  return real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** True for a link that another user created in a folder that everyone can write to. Linux refuses to open its target, but resolving it first gets around that. */
export function isPlanted(path: string): boolean {
  const [link, folder] = [lstatSync(path, { throwIfNoEntry: false }), dirname(path)];
  if (link?.isSymbolicLink() !== true) return false;
  const { mode, uid } = lstatSync(realPathOf(folder));
  return (mode & 0o002) !== 0 && link.uid !== uid && link.uid !== process.getuid?.();
}
