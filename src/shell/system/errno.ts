import { notAFile } from './regular-file.ts';

/** The system's name for an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Why a file of the learner's cannot be used and what to do, as the end of a sentence. */
export function whyOf(error: unknown): string {
  const code = codeOf(error);
  return (code === undefined ? undefined : whys[code]) ?? code ?? String(error);
}

const fileInTheWay = 'a part of the path is a file, not a directory; name another with --data-dir';

const whys: Readonly<Record<string, string>> = {
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  EISDIR: 'it is a directory; move it away',
  [notAFile]: 'it is not a file but a pipe or a device; move it away',
  ENOENT: 'it is gone, or a link to nothing; put it back or move the link away',
  ELOOP: 'it is a link that leads back to itself; move it away',
  EACCES: 'you may not read it; see who owns it',
  EPERM: 'you may not read it; see who owns it',
  ENOSPC: 'the disk is full; free some space',
  EDQUOT: 'the disk is full; free some space',
  EBUSY: 'another program has it open; close that, then try again',
  UNKNOWN: 'the system cannot fetch it; download it in your file synchroniser',
  ETIMEDOUT: 'the system cannot fetch it; download it in your file synchroniser',
  EIO: 'the disk does not give it back; copy what you can to another',
};
