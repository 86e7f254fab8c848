import { realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** The path of something at the end of all links, spelt as the file system spells it. */
export const realPathOf = (path: string): string => realpathSync.native(path);

/** Whether a real path is that of a folder or of something in it. */
export function isWithin(real: string, folder: string): boolean {
  return real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
