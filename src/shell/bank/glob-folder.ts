import { type Dirent, readdir, realpath } from 'node:fs';
import { resolve } from 'node:path';
import { isWithin, realPathOf } from '../system/real-path.ts';

/** A file system for the library that matches globs, whose folders are all within one. */
interface FolderFs {
  readonly fs: { readonly readdir: typeof readdir; readonly realpath: typeof realpath };
  /** The links that led to other folders, as full paths. */
  readonly left: ReadonlySet<string>;
}

/** The file system as far as it lies in a folder: others that links lead to look empty, so that no glob reads the whole disk. */
export function confineFs(folder: string): FolderFs {
  const left = new Set<string>();
  const links = new Map<string, string>();
  const root = realPathOf(folder);
  const isOut = (path: string) => links.has(path) && !isWithin(path, root);
  const fs = {
    realpath(path: string, done: (error: Error | null, real: string) => void) {
      realpath.native(path, (error, real) => {
        if (error === null) links.set(real, resolve(path));
        done(error, real);
      });
    },
    readdir(
      path: string,
      options: { withFileTypes: true },
      done: (error: Error | null, entries: Dirent[]) => void,
    ) {
      const full = resolve(path);
      if (!isOut(full))
        return readdir(path, options, (error, entries = []) => done(error, entries.map(asFile)));
      left.add(links.get(full) ?? full);
      return done(null, []);
    },
  };
  return { fs: fs as unknown as FolderFs['fs'], left };
}

/** Shows pipes and devices as files, so that reading them reports the problem instead of skipping them silently. */
function asFile(entry: Dirent): Dirent {
  if (entry.isFile() || entry.isDirectory() || entry.isSymbolicLink()) return entry;
  return Object.assign(Object.create(entry) as Dirent, { isFile: () => true });
}
