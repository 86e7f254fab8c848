import { posix, win32 } from 'node:path';
import type { World } from '../system/world.ts';

/** The inputs of finding a program. */
export interface Searching extends Pick<World, 'env' | 'platform'> {
  /** The folder that the program is asked about, and the working tree around it: nothing in it is run. */
  readonly untrusted: readonly string[];
  /** Where a file lies at the end of all links; undefined if there is no such file. */
  readonly realFile: (path: string) => string | undefined;
}

/** The endings of programs that Windows starts by themselves; a .bat or .cmd needs a shell. */
const endings = ['.exe', '.com'];

/** The full path of a program on the PATH, or undefined. Relative entries and untrusted folders are skipped, since the author of the bank controls both. */
export function findProgram(
  name: string,
  { env, platform, untrusted, realFile }: Searching,
): string | undefined {
  const isWindows = platform === 'win32';
  const path = isWindows ? win32 : posix;
  const folders = (variable('PATH', env, isWindows) ?? '')
    .split(path.delimiter)
    .map((entry) => (isWindows ? entry.replace(/^"(.*)"$/, '$1') : entry))
    // On Windows, \folder counts from the current drive.
    .filter((entry) => path.isAbsolute(entry) && (!isWindows || /^[a-z]:[\\/]|^[\\/]{2}/i.test(entry)));
  const isUntrusted = (file: string) =>
    untrusted.some((folder) => {
      const below = path.relative(folder, file);
      return below !== '..' && !below.startsWith(`..${path.sep}`) && !path.isAbsolute(below);
    });
  for (const folder of folders)
    for (const ending of isWindows ? endings : ['']) {
      const file = path.join(folder, name + ending);
      const real = realFile(file);
      if (real !== undefined && !isUntrusted(file) && !isUntrusted(real)) return file;
    }
  return undefined;
}

/** The value of a variable, whose name Windows writes in any case. */
function variable(name: string, env: World['env'], isWindows: boolean): string | undefined {
  if (!isWindows) return env[name];
  return Object.entries(env).find(([key]) => key.toUpperCase() === name)?.[1];
}
