import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';

/** The code of an error for what is neither a file nor a directory, such as a pipe. */
export const notAFile = 'ENOTAFILE';

/** Opens a file for reading and never waits for one: a pipe or a device at the path is an error with a code. */
export function openRegular(path: string): number {
  // Without O_NONBLOCK, opening a pipe waits until somebody writes to it. Windows has neither.
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const code = codeFor(fd);
  if (code === undefined) return fd;
  closeSync(fd);
  throw Object.assign(new Error(`${code}: ${path}`), { code });
}

/** Reads a file whole, if it is one. */
export function readRegular(path: string): Buffer {
  const fd = openRegular(path);
  try {
    return readFileSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Why what is open is no file: an error's code; undefined if it is one. */
export function codeFor(fd: number): string | undefined {
  const stats = fstatSync(fd);
  return stats.isFile() ? undefined : stats.isDirectory() ? 'EISDIR' : notAFile;
}
