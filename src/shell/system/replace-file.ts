import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { renamePatiently } from './rename-patiently.ts';

/** How a file is replaced. */
export interface Replacing {
  /** The permissions of the new file, less those that the umask takes. */
  readonly mode?: number;
  /** A file whose permissions and owner the new one gets instead. */
  readonly like?: Pick<Stats, 'mode' | 'uid' | 'gid'>;
  /** Syncs the text to disk before the file is moved into place. */
  readonly durable?: boolean;
  /** Called once the text lies beside its place: a reason why the old file has to stay. */
  readonly obstacle?: () => string | undefined;
}

/** Writes a file beside its place and moves it there, so that readers see the old text or the new, whole; returns the obstacle if there was one. */
export function replaceFile(
  path: string,
  text: string,
  { mode = 0o600, like, durable = false, obstacle = () => undefined }: Replacing = {},
): string | undefined {
  const aside = asideOf(path);
  // Exclusive: it fails if anything has that name, and so follows no link. Open to nobody else while it is written.
  const fd = openSync(aside, 'wx', like === undefined ? mode : 0o600);
  try {
    try {
      writeFileSync(fd, text);
      if (like !== undefined) takeOver(fd, like);
      if (durable) fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    const because = obstacle();
    if (because === undefined) renamePatiently(aside, path);
    else rmSync(aside, { force: true });
    return because;
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** Makes a folder that only the learner may enter, and missing ones above it; an existing one loses what killed runs left in it. */
export function makePrivateFolder(path: string): void {
  const made = mkdirSync(path, { recursive: true, mode: 0o700 });
  if (made === undefined) removeLeftovers(path);
}

/** A younger file may be in use by another run. */
const oldEnough = 60 * 60 * 1000;

/** The names that files have before they are moved into place: today, and in earlier versions. */
const leftover = /^\.llmquiz-[0-9a-f]{16}\.aside$|.\.\d+\.aside$/;

/** Removes files of a folder that killed runs had written and not moved into place. */
export function removeLeftovers(folder: string): void {
  try {
    for (const name of readdirSync(folder).filter((n) => leftover.test(n))) {
      const path = join(folder, name);
      const stats = lstatSync(path);
      // Both times are the file system's: the clock at hand may be wrong, or that of another machine.
      const isOld = stats.mtimeMs < lstatSync(folder).mtimeMs - oldEnough;
      const isOurs = stats.uid === (process.getuid?.() ?? stats.uid);
      if (stats.isFile() && isOld && isOurs) rmSync(path);
    }
  } catch {
    // They take some space, nothing else.
  }
}

/** A name that nobody can guess, in the folder of a path; hidden, so that no reader takes the file for one of a bank. */
function asideOf(path: string): string {
  // Loaded here, since most starts replace no file before the first question.
  const { randomBytes } = process.getBuiltinModule('node:crypto');
  return join(dirname(path), `.llmquiz-${randomBytes(8).toString('hex')}.aside`);
}

function takeOver(fd: number, { mode, uid, gid }: Pick<Stats, 'mode' | 'uid' | 'gid'>): void {
  try {
    fchownSync(fd, uid, gid);
  } catch {
    // Only root may give a file away: then it belongs to the caller.
  }
  fchmodSync(fd, mode & 0o777);
}
