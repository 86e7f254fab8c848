import { notAFile } from './regular-file.ts';

/** The system's name for an error, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The reason why a file of the learner cannot be used and what to do about it, as the end of a sentence. */
export function describeErrno(error: unknown): string {
  const code = codeOf(error);
  const { is = code ?? String(error), remedy } = refusals[code ?? ''] ?? {};
  return remedy === undefined ? is : `${is}; ${remedy}`;
}

/** The reason why the system does not let us read a file, as the end of a sentence; throws what is no error of the system. */
export function readRefusal(error: unknown): string {
  return refusalOf(error, ({ is }) => is);
}

/** The reason why the system does not let us write a file, as the end of a sentence; throws what is no error of the system. */
export function writeRefusal(error: unknown): string {
  return refusalOf(error, ({ is, written = is }) => written);
}

function refusalOf(error: unknown, worded: (refusal: Refusal) => string): string {
  const code = codeOf(error);
  if (code === undefined) throw error;
  const known = refusals[code];
  return known === undefined ? code : worded(known);
}

/** Why the system refuses a file. */
interface Refusal {
  readonly is: string;
  /** What it means for a file that is to be written, if that is something else. */
  readonly written?: string;
  /** What the learner can do about it. */
  readonly remedy?: string;
}

const fileInTheWay: Refusal = {
  is: 'part of the path is a file, not a folder',
  remedy: 'choose another with --data-dir',
};
const noPermission: Refusal = {
  is: 'no read permission',
  written: 'no write permission',
  remedy: 'check who owns it',
};
const noSpace: Refusal = { is: 'the disk is full', remedy: 'free some space' };
/** What Windows and macOS say of a file that a synchroniser keeps elsewhere and cannot fetch. */
const notFetched: Refusal = { is: 'the system cannot fetch it; download it in your sync app' };

const refusals: Readonly<Record<string, Refusal>> = {
  ENOTDIR: fileInTheWay,
  EEXIST: fileInTheWay,
  EISDIR: { is: 'it is a folder', remedy: 'move it away' },
  [notAFile]: { is: 'it is a pipe or a device, not a file', remedy: 'move it away' },
  ENOENT: {
    is: 'it is gone, or a broken link',
    written: 'its folder does not exist',
    remedy: 'restore it or remove the link',
  },
  ELOOP: { is: 'it is a link to itself', remedy: 'remove it' },
  EACCES: noPermission,
  EPERM: noPermission,
  EROFS: { is: 'the file system is read-only' },
  ENOSPC: noSpace,
  EDQUOT: noSpace,
  EFBIG: { is: 'the file has reached a size limit of the system' },
  EBUSY: { is: 'another program has it open', remedy: 'close that program and try again' },
  UNKNOWN: notFetched,
  ETIMEDOUT: notFetched,
  EIO: { is: 'the disk cannot read it', remedy: 'copy what you can to another disk' },
};
