import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import type { BankFile } from '../core/yaml-source.ts';
import { UserError } from '../world.ts';
import { codeOf } from './event-log.ts';
import { bytesOf, kindOf, NotTaken } from './read-bytes.ts';
import { isWithin, realPathOf } from './real-path.ts';

/** The files of a bank, read. */
export interface BankFiles {
  readonly files: readonly BankFile[];
  /** Notes, sources and tags that lie beside the decks that were named: for looking references up, not for checking. */
  readonly companions: readonly BankFile[];
  /** The folders that were looked through, as full paths: a file may come to lie in any. */
  readonly folders: readonly string[];
  /** Whether they are all of a bank: so it is when a directory was named. */
  readonly whole: boolean;
  /** Where each file lies at the end of all links, by its path. */
  readonly places: ReadonlyMap<string, string>;
}

/** A path that a pattern matched, and the folder that the pattern looks through. */
export interface Matched {
  readonly path: string;
  readonly within: string;
}

/** A file or folder by its full path, with where it lies at the end of all links; or why it is not read. */
type Found = {
  readonly path: string;
  readonly isFolder?: boolean;
  /** The path as it was named, if it was: then it must be read. */
  readonly word?: string;
} & ({ readonly real: string } | { readonly unread: string });

/** Reads the decks, notes and sources that paths name: files, and all YAML under directories. Links are followed if they were named themselves, or lead to what is in a folder that was. */
export function readBankFiles(words: readonly (string | Matched)[], cwd: string): BankFiles {
  const named = words.flatMap((word) => (typeof word === 'string' ? [namedBy(word, cwd)] : []));
  const matched = words.flatMap((word) => (typeof word === 'string' ? [] : [word]));
  const roots = named.filter(({ isFolder }) => isFolder);
  const reals = roots.map(({ real }) => real);
  const folders = new Set<string>();
  const found = new Map<string, Found>();
  for (const one of [
    ...roots.flatMap((root) => yamlOf(root, reals, folders)),
    ...matched.flatMap((match) => matchedBy(match, reals, cwd)),
    ...named.filter(({ isFolder }) => !isFolder),
  ])
    found.set(one.path, one);
  const whole = roots.length > 0;
  const full = [...found.keys()];
  const beside = whole ? besideFolders(roots, full, cwd) : companionsOf(full, cwd);
  const isUnread = ({ unread }: BankFile) => unread !== undefined;
  const files = [...[...found.values()].map((one) => textAt(one, cwd)), ...beside.filter(isUnread)];
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    companions: beside.filter((file) => !isUnread(file)),
    folders: [...folders],
    whole,
    places: new Map(
      [...found.values()].flatMap((one) => ('real' in one ? [[shown(one.path, cwd), one.real]] : [])),
    ),
  };
}

/** A file or a folder that was named. */
interface Named {
  readonly word: string;
  readonly path: string;
  readonly real: string;
  readonly isFolder: boolean;
}

function namedBy(word: string, cwd: string): Named {
  const path = resolve(cwd, word);
  const stats = attempt(word, () => statSync(path, { throwIfNoEntry: false }));
  if (stats === undefined)
    throw new UserError(
      `There is no ${word}${word === path ? '' : ` (looked for ${path})`}: name a deck file, or the folder of a bank.`,
    );
  const isFolder = stats.isDirectory();
  if (isFolder || stats.isFile())
    return { word, path, real: attempt(word, () => realPathOf(path)), isFolder };
  const hint = stats.isFIFO()
    ? ' To check what comes through a pipe, write `-` and hand it over on standard input.'
    : '';
  throw new UserError(`${word} is neither a file nor a directory, but ${kindOf(stats)}.${hint}`);
}

/** The YAML files of a folder that was named, of which there must be some. */
function yamlOf({ path, word }: Named, roots: readonly string[], folders: Set<string>): readonly Found[] {
  const under = yamlUnder(path, roots, folders);
  if (under.length > 0) return under;
  throw new UserError(`${word} has no YAML files in it: a bank is made of .yaml files.`);
}

function matchedBy({ path, within }: Matched, roots: readonly string[], cwd: string): readonly Found[] {
  const full = resolve(cwd, path);
  const entry = entryAt(full);
  return entry === undefined ? [] : [foundAt(full, entry, [...roots, realPathOf(resolve(cwd, within))])];
}

/** The names that notes, sources and tags of a bank have. */
export const companionNames: readonly string[] = ['notes', 'sources', 'tags'].flatMap((name) => [
  `${name}.yaml`,
  `${name}.yml`,
]);

/** The notes, sources and tags beside folders called `decks`, of which there are none within. */
function besideFolders(
  folders: readonly Pick<Named, 'path'>[],
  files: readonly string[],
  cwd: string,
): readonly BankFile[] {
  const stem = (file: string) => basename(file, extname(file));
  const own = new Set(files.map(stem));
  const decks = folders.flatMap(({ path }) => (basename(path) === 'decks' ? [path] : []));
  return companionsOf(decks, cwd, [dirname]).filter(({ path }) => !own.has(stem(path)));
}

/** The notes, sources and tags beside some files (or beside their folders) that are not among them. */
export function companionsOf(
  files: readonly string[],
  cwd: string,
  places: readonly ((file: string) => string)[] = [dirname, (file) => dirname(dirname(file))],
): readonly BankFile[] {
  const candidates = files.flatMap((file) =>
    places.flatMap((dir) => companionNames.map((name) => join(dir(file), name))),
  );
  return [...new Set(candidates)].flatMap((path) => {
    const entry = files.includes(path) ? undefined : entryAt(path);
    const found = entry && foundAt(path, entry, [realPathOf(dirname(path))]);
    return found === undefined || found.isFolder ? [] : [textAt(found, cwd)];
  });
}

/** The YAML files under a directory, however deep; a folder is looked through once, a hidden one never. The folders are added to those given. */
function yamlUnder(root: string, roots: readonly string[], folders: Set<string>): readonly Found[] {
  const seen = new Set<string>();
  const walk = (directory: string, real: string): readonly Found[] => {
    if (seen.has(real)) return [];
    seen.add(real);
    folders.add(directory);
    return entriesIn(directory).flatMap((entry) => {
      if (isSkipped(entry.name)) return [];
      const found = foundAt(join(directory, entry.name), entry, roots, real);
      if (found.isFolder) return 'unread' in found ? [found] : walk(found.path, found.real);
      return isYamlName(entry.name) ? [found] : [];
    });
  };
  return walk(root, realPathOf(root));
}

/** What a path leads to. A link is followed as far as it stays in some folders, so that a bank from elsewhere shows and changes nothing else. */
function foundAt(
  path: string,
  entry: Dirent | Stats,
  folders: readonly string[],
  parent = realPathOf(dirname(path)),
): Found {
  try {
    const isLink = entry.isSymbolicLink();
    const real = isLink ? realPathOf(path) : join(parent, basename(path));
    const target = isLink ? statSync(real) : entry;
    const isFolder = target.isDirectory();
    if (!folders.some((folder) => isWithin(real, folder)))
      return { path, isFolder, unread: `it is a link to a ${isFolder ? 'folder' : 'file'} outside the bank` };
    if (isFolder || target.isFile()) return { path, isFolder, real };
    return { path, unread: `it is ${kindOf(target)}, not a file` };
  } catch (error) {
    // What a link to nothing was meant for is told by its name; behind one that may not be followed is perhaps a folder.
    return { path, isFolder: !['ENOENT', 'ELOOP'].includes(codeOf(error) ?? ''), unread: reasonOf(error) };
  }
}

/** Whether a file or folder is passed over wherever it lies. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a file is one of a bank, by its name. */
export function isYamlName(name: string): boolean {
  return ['.yaml', '.yml'].includes(extname(name));
}

/** What there is at a path, if anything: a link itself, not what it leads to. */
function entryAt(path: string): Stats | undefined {
  return attempt(path, () => lstatSync(path, { throwIfNoEntry: false }));
}

function entriesIn(directory: string): readonly Dirent[] {
  const entries = attempt(directory, () => readdirSync(directory, { withFileTypes: true }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A file that was found; what keeps it from being read is a finding among others, unless it was named. */
function textAt(found: Found, cwd: string): BankFile {
  const path = shown(found.path, cwd);
  if ('unread' in found) return { path, text: '', unread: found.unread };
  const read = () => bytesOf(found.real).toString('utf8');
  if (found.word !== undefined) return { path, text: attempt(found.word, read) };
  try {
    return { path, text: read() };
  } catch (error) {
    return { path, text: '', unread: reasonOf(error) };
  }
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof NotTaken) return error.message;
  const code = codeOf(error);
  if (code === undefined) throw error;
  return reasons[code] ?? code;
}

/** The path of a file as it is shown: from the working directory, where it lies under it. */
export function shown(file: string, cwd: string): string {
  const path = relative(cwd, file);
  return (path.startsWith('..') ? file : path).split(sep).join('/');
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  ELOOP: 'it is a link that leads back to itself',
  ENOENT: 'it is a link to something that is not there',
};
