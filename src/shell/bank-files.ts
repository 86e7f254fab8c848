import { readdirSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { bankNameOf, jsonAsYaml } from '../core/bank-name.ts';
import { oneLine } from '../core/neutral.ts';
import type { BankFile } from '../core/yaml-source.ts';
import { UserError, type World } from '../world.ts';
import { codeOf } from './errno.ts';
import { pathUnder, withSlashes } from './path-under.ts';
import { tell } from './print.ts';

/** The files of a bank, read. */
export interface BankFiles {
  readonly files: readonly BankFile[];
  /** Notes, sources and tags that lie beside the decks that were named: for looking references up, not for checking. */
  readonly companions: readonly BankFile[];
  /** The folders that were looked through, as full paths: a file may come to lie in any. */
  readonly folders: readonly string[];
  /** Whether they are all of a bank: so it is when a directory was named. */
  readonly whole: boolean;
  /** The files that likely belong to the bank and are not read for their names, as they are shown. */
  readonly misnamed: readonly Misnamed[];
}

/** A file whose name keeps it from being read, with the name that was likely meant. */
interface Misnamed {
  readonly path: string;
  readonly meant: string;
}

/** Reads the decks, notes and sources that paths name: files, and all YAML under directories. */
export function readBankFiles(paths: readonly string[], cwd: string): BankFiles {
  const found = new Map<string, string>();
  const roots: string[] = [];
  const looked: Looked = { folders: new Set(), missing: new Map(), misnamed: [], json: [] };
  for (const path of paths) {
    const full = resolve(cwd, path);
    const stats = statsOf(full, path);
    const under = stats.isDirectory() ? yamlUnder(full, looked) : [full];
    if (stats.isDirectory()) roots.push(full);
    else if (!stats.isFile()) throw new UserError(`${path} is neither a file nor a directory.`);
    if (under.length === 0) throw new UserError(noYaml(path, looked, cwd));
    for (const file of under) found.set(file, shown(file, cwd));
  }
  const named = new Set(paths.map((path) => resolve(cwd, path)));
  const files = [...found]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([full, path]) =>
      named.has(full) ? { path, text: textOf(full, path) } : fileAt(full, path, looked.missing.get(full)),
    );
  const whole = roots.length > 0;
  const companions = whole
    ? besideFolders(roots, [...found.keys()], cwd)
    : companionsOf([...found.keys()], cwd);
  const misnamed = looked.misnamed.map(({ path, meant }) => ({ path: shown(path, cwd), meant }));
  return { files, companions, folders: [...looked.folders], whole, misnamed };
}

/** Says on standard error which files of a bank are not read for their names. */
export function tellMisnamed(
  { misnamed }: Pick<BankFiles, 'misnamed'>,
  world: Pick<World, 'env' | 'stderr'>,
): void {
  tell(
    world,
    misnamed.map(
      ({ path, meant }) => `llmquiz: ${oneLine(path)} is not read; rename it to ${oneLine(meant)}.`,
    ),
  );
}

/** What was met in folders beside their files. */
interface Looked {
  /** The folders themselves. */
  readonly folders: Set<string>;
  /** The files that are not downloaded, with the placeholder that is in the place of each. */
  readonly missing: Map<string, string>;
  readonly misnamed: Misnamed[];
  readonly json: Misnamed[];
}

function noYaml(path: string, { misnamed, json }: Looked, cwd: string): string {
  const [first] = [...misnamed, ...json];
  const rename = first && `; rename ${shown(first.path, cwd)} to ${first.meant} if it is a part of one`;
  return `${path} has no YAML files in it: a bank is made of .yaml files${rename ?? ''}.`;
}

/** The names that notes, sources and tags of a bank have. */
export const companionNames: readonly string[] = ['notes', 'sources', 'tags'].flatMap((name) => [
  `${name}.yaml`,
  `${name}.yml`,
]);

/** The notes, sources and tags beside folders called `decks`, of which there are none within. */
function besideFolders(
  folders: readonly string[],
  files: readonly string[],
  cwd: string,
): readonly BankFile[] {
  const stem = (file: string) => basename(file, extname(file)).toLowerCase();
  const own = new Set(files.map(stem));
  const decks = folders.filter((folder) => basename(folder).toLowerCase() === 'decks');
  return companionsOf(decks, cwd, [dirname]).filter(({ path }) => !own.has(stem(path)));
}

/** The notes, sources and tags beside some files (or beside their folders) that are not among them. */
export function companionsOf(
  files: readonly string[],
  cwd: string,
  places: readonly ((file: string) => string)[] = [dirname, (file) => dirname(dirname(file))],
): readonly BankFile[] {
  const folders = new Set(files.flatMap((file) => places.map((dir) => dir(file))));
  const candidates = [...folders].flatMap((folder) => companionsIn(folder));
  return candidates
    .filter((file) => !files.includes(file) && statsAt(file)?.isFile())
    .map((file) => ({ path: shown(file, cwd), text: textOf(file, shown(file, cwd)) }));
}

/** The notes, sources and tags in a folder, in capitals too. */
function companionsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => companionNames.includes(name.toLowerCase()));
    return names.sort().map((name) => join(folder, name));
  } catch {
    // A file may be named in a folder that may not be listed, or that is not there.
    return companionNames.map((name) => join(folder, name));
  }
}

/** The YAML files under a directory, however deep; links are followed once, hidden directories are not. */
function yamlUnder(root: string, looked: Looked): readonly string[] {
  const seen = new Set<string>();
  const walk = (directory: string): readonly string[] => {
    const real = realpathSync(directory);
    if (seen.has(real)) return [];
    seen.add(real);
    looked.folders.add(directory);
    return namesIn(directory).flatMap((name) => {
      const path = join(directory, name);
      const called = bankNameOf(name);
      if (called.type === 'placeholder') {
        const file = join(directory, called.file);
        if (statsAt(file) === undefined) looked.missing.set(file, name);
        return looked.missing.has(file) ? [file] : [];
      }
      if (isSkipped(name)) return [];
      const stats = attempt(path, () => statsAt(path));
      if (stats?.isDirectory()) return walk(path);
      if (stats?.isFile() === false) return [];
      if (called.type === 'misnamed') looked.misnamed.push({ path, meant: called.meant });
      const yaml = jsonAsYaml(name);
      if (yaml !== undefined) looked.json.push({ path, meant: yaml });
      // A link to nothing is told of where it is read.
      return called.type === 'yaml' ? [path] : [];
    });
  };
  return walk(root);
}

/** Whether a file or folder is passed over wherever it lies. */
export function isSkipped(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a file is one of a bank, by its name. */
export function isYamlName(name: string): boolean {
  return bankNameOf(basename(name)).type === 'yaml';
}

function namesIn(directory: string): readonly string[] {
  return attempt(directory, () => readdirSync(directory)).sort();
}

/** What a path leads to, if anything: not where a link leads back to itself either. */
function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ELOOP') return undefined;
    throw error;
  }
}

/** A file of a folder: what keeps it from being read is a finding among others. */
function fileAt(full: string, path: string, placeholder?: string): BankFile {
  if (placeholder !== undefined)
    return { path, text: '', unread: `it is not downloaded, and ${placeholder} is in its place` };
  try {
    return { path, text: readFileSync(full, 'utf8') };
  } catch (error) {
    return { path, text: '', unread: reasonOf(error) };
  }
}

function textOf(full: string, path: string): string {
  return attempt(path, () => readFileSync(full, 'utf8'));
}

function statsOf(full: string, path: string): Stats {
  const stats = attempt(path, () => statSync(full, { throwIfNoEntry: false }));
  if (stats !== undefined) return stats;
  throw new UserError(
    `There is no ${path}${path === full ? '' : ` (looked for ${full})`}: name a deck file, or the folder of a bank.`,
  );
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${reasonOf(error)}.`);
  }
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return reasons[code] ?? code;
}

/** The path of a file as it is shown: from the working directory, where it lies under it. */
export function shown(file: string, cwd: string): string {
  return pathUnder(cwd, file) ?? withSlashes(file);
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  ELOOP: 'it is a link that leads back to itself',
  ENOENT: 'it is a link to something that is not there',
  ERR_STRING_TOO_LONG: 'it is too large',
  ERR_FS_FILE_TOO_LARGE: 'it is too large',
};
