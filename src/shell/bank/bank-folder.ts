import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { bankNameOf, yamlNameOf } from '#core/bank/bank-name.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import { codeOf, readRefusal } from '../system/errno.ts';
import { isWithin, realPathOf } from '../system/real-path.ts';
import { UserError } from '../system/world.ts';
import { fileKindOf, NotTaken } from './read-bytes.ts';

/** A file or folder by its full path, with its real path, or the reason why it is not read. */
export type Found = {
  readonly path: string;
  readonly isFolder?: boolean;
  /** The path as it was named, if it was: then it must be read. */
  readonly word?: string;
} & ({ readonly real: string } | { readonly unread: string });

/** A file whose name keeps it from being read, with the name that was likely meant. */
export interface Misnamed {
  readonly path: string;
  readonly meant: string;
}

/** Things met in folders beside the files of a bank. */
export interface Looked {
  /** The folders themselves. */
  readonly folders: Set<string>;
  readonly misnamed: Misnamed[];
  readonly json: Misnamed[];
}

/**
 * The YAML files under a directory, however deep; a folder is looked through once, a hidden one never. Of a file that is not
 * downloaded there is a placeholder.
 */
export function findYaml(root: string, roots: readonly string[], looked: Looked): readonly Found[] {
  const seen = new Set<string>();
  const walk = (directory: string, real: string): readonly Found[] => {
    if (seen.has(real)) return [];
    seen.add(real);
    looked.folders.add(directory);
    return entriesIn(directory).flatMap((entry) => {
      const { name } = entry;
      const path = join(directory, name);
      const called = bankNameOf(name);
      if (called.type === 'placeholder') return absent(join(directory, called.file), name);
      if (isSkipped(name)) return [];
      const found = findAt(path, entry, roots, real);
      if (found.isFolder) return 'unread' in found ? [found] : walk(found.path, found.real);
      if (called.type === 'misnamed') looked.misnamed.push({ path, meant: called.meant });
      const yaml = yamlNameOf(name);
      if (yaml !== undefined) looked.json.push({ path, meant: yaml });
      return called.type === 'yaml' ? [found] : [];
    });
  };
  return walk(
    root,
    attempt(root, () => realPathOf(root)),
  );
}

function absent(path: string, placeholder: string): readonly Found[] {
  if (entryAt(path) !== undefined) return [];
  return [{ path, unread: `it is not downloaded (${placeholder} is in its place)` }];
}

/** The thing at a path. A link is followed only within some folders, so that a bank from elsewhere shows and changes nothing else. */
export function findAt(
  path: string,
  entry: Dirent | Stats,
  folders: readonly string[],
  parent?: string,
): Found {
  const isLink = entry.isSymbolicLink();
  try {
    const real = isLink ? realPathOf(path) : join(parent ?? realPathOf(dirname(path)), basename(path));
    const target = isLink ? statSync(real) : entry;
    const isFolder = target.isDirectory();
    if (!folders.some((folder) => isWithin(real, folder)))
      return { path, isFolder, unread: `it is a link to a ${isFolder ? 'folder' : 'file'} outside the bank` };
    if (isFolder || target.isFile()) return { path, isFolder, real };
    return { path, unread: `it is ${fileKindOf(target)}, not a file` };
  } catch (error) {
    // The name of a broken link tells what it was meant for; an unreadable link may lead to a folder.
    const code = codeOf(error) ?? '';
    const unread = isLink && code === 'ENOENT' ? 'it is a broken link' : reasonOf(error);
    return { path, isFolder: !['ENOENT', 'ELOOP'].includes(code), unread };
  }
}

/** True for files and folders that are skipped everywhere. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** True if a file belongs to a bank by its name. */
export function isYamlName(path: string): boolean {
  return bankNameOf(basename(path)).type === 'yaml';
}

/** The entry at a path, if any; for a link, the link itself. */
export function entryAt(path: string): Stats | undefined {
  return attempt(path, () => lstatSync(path, { throwIfNoEntry: false }));
}

function entriesIn(directory: string): readonly Dirent[] {
  const entries = attempt(directory, () => readdirSync(directory, { withFileTypes: true }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The result of reading a path; throws a `UserError` if the system refuses. */
export function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UserError({
      en: `Cannot read ${path}: ${reasonOf(error)}.`,
      zh: `无法读取 ${path}：${reasonOf(error, 'zh')}。`,
    });
  }
}

/** The reason why a file of a bank cannot be read, as the end of a sentence. */
export function reasonOf(error: unknown, lang: Lang = 'en'): string {
  if (error instanceof NotTaken) return error.message;
  // A broken link is reported as one before it is read.
  return codeOf(error) === 'ENOENT'
    ? pickLanguage({ en: 'it was moved or deleted in the meantime', zh: '它在读取期间被移动或删除' }, lang)
    : readRefusal(error, lang);
}
