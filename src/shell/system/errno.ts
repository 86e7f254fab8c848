import { notAFile } from './regular-file.ts';

/** The system's name for an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The reason why a file of the learner cannot be used and what to do about it, as the end of a sentence. */
export function whyOf(error: unknown): string {
  const code = codeOf(error);
  return (code === undefined ? undefined : whys[code]) ?? code ?? String(error);
}

const fileInTheWay = 'part of the path is a file, not a folder; choose another with --data-dir';

const whys: Readonly<Record<string, string>> = {
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  EISDIR: 'it is a folder; move it away',
  [notAFile]: 'it is a pipe or a device, not a file; move it away',
  ENOENT: 'it is gone, or a broken link; restore it or remove the link',
  ELOOP: 'it is a link to itself; remove it',
  EACCES: 'no read permission; check who owns it',
  EPERM: 'no read permission; check who owns it',
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk is full; free some space',
  EBUSY: 'another program has it open; close that program and try again',
  UNKNOWN: 'the system cannot fetch it; download it in your sync app',
  ETIMEDOUT: 'the system cannot fetch it; download it in your sync app',
  EIO: 'the disk cannot read it; copy what you can to another disk',
};
