import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { baseNameOf, companionRoles } from '#core/bank/file-role.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { reportLines } from '../page/print.ts';
import { pathUnder, toSlashes } from '../system/path-under.ts';
import { realPathOf } from '../system/real-path.ts';
import { UserError, type World } from '../system/world.ts';
import {
  attempt,
  entryAt,
  type Found,
  findAt,
  findYaml,
  type Looked,
  type Misnamed,
  reasonOf,
} from './bank-folder.ts';
import { bytesOf, fileKindOf } from './read-bytes.ts';

/** The files of a bank, read. */
export interface BankFiles {
  readonly files: readonly BankFile[];
  /** Notes, sources and tags that lie beside the decks that were named: for looking references up, not for checking. */
  readonly companions: readonly BankFile[];
  /** The folders that were looked through, as full paths: a file may come to lie in any. */
  readonly folders: readonly string[];
  /** True if they are a whole bank, because a folder was named. */
  readonly whole: boolean;
  /** Where each file lies at the end of all links, by its path. */
  readonly places: ReadonlyMap<string, string>;
  /** The files that likely belong to the bank and are not read for their names, as they are shown. */
  readonly misnamed: readonly Misnamed[];
}

/** A path that a pattern matched, and the folder that the pattern looks through. */
export interface Matched {
  readonly path: string;
  readonly within: string;
}

/** Reads the decks, notes and sources that paths name: files, and all YAML under directories. Links are followed if they were named themselves, or lead to what is in a folder that was. */
export function readBankFiles(words: readonly (string | Matched)[], cwd: string): BankFiles {
  const named = words.flatMap((word) => (typeof word === 'string' ? [namedBy(word, cwd)] : []));
  const matched = words.flatMap((word) => (typeof word === 'string' ? [] : [word]));
  const roots = named.filter(({ isFolder }) => isFolder);
  const reals = roots.map(({ real }) => real);
  const looked: Looked = { folders: new Set(), misnamed: [], json: [] };
  const found = new Map<string, Found>();
  for (const one of [
    ...roots.flatMap((root) => yamlOf(root, reals, looked, cwd)),
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
    folders: [...looked.folders],
    whole,
    places: new Map(
      [...found.values()].flatMap((one) => ('real' in one ? [[displayPathOf(one.path, cwd), one.real]] : [])),
    ),
    misnamed: looked.misnamed.map(({ path, meant }) => ({ path: displayPathOf(path, cwd), meant })),
  };
}

/** Says on standard error which files of a bank are not read for their names. */
export function reportMisnamed(
  { misnamed }: Pick<BankFiles, 'misnamed'>,
  world: Pick<World, 'env' | 'stderr' | 'calledAs'>,
): void {
  reportLines(
    world,
    misnamed.map(
      ({ path, meant }) =>
        `llmquiz: ${neutraliseLine(path)} is not read; rename it to ${neutraliseLine(meant)}.`,
    ),
  );
}

/** Says on standard error which files of a folder were passed over, since they are no part of a bank. */
export function reportForeign(
  foreign: readonly string[],
  world: Pick<World, 'env' | 'stderr' | 'calledAs'>,
): void {
  reportLines(
    world,
    foreign.map(
      (path) => `llmquiz: ${neutraliseLine(path)} is no file of a bank (no \`items\`), and is not read.`,
    ),
  );
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
    throw new UserError({
      en: `Cannot find ${word}${word === path ? '' : ` (looked for ${path})`}. Pass a deck file or a bank folder.`,
      zh: `找不到 ${word}${word === path ? '' : `（查找的是 ${path}）`}。请指定题组文件或题库文件夹。`,
    });
  const isFolder = stats.isDirectory();
  if (isFolder || stats.isFile())
    return { word, path, real: attempt(word, () => realPathOf(path)), isFolder };
  const hint = stats.isFIFO()
    ? 'To check piped text, pass `-` and send the text to standard input.'
    : 'Pass a deck file or a bank folder.';
  throw new UserError(`Cannot read ${word}: it is ${fileKindOf(stats)}, not a file or folder. ${hint}`);
}

/** The YAML files of a folder that was named, of which there must be some. */
function yamlOf(
  { path, word }: Named,
  roots: readonly string[],
  looked: Looked,
  cwd: string,
): readonly Found[] {
  const under = findYaml(path, roots, looked);
  if (under.length > 0) return under;
  const [first] = [...looked.misnamed, ...looked.json];
  const hint =
    first === undefined
      ? 'Pass a deck file or a bank folder.'
      : `Rename ${displayPathOf(first.path, cwd)} to ${first.meant} if it belongs to the bank.`;
  throw new UserError(`No .yaml files in ${word}. ${hint}`);
}

function matchedBy({ path, within }: Matched, roots: readonly string[], cwd: string): readonly Found[] {
  const full = resolve(cwd, path);
  const entry = entryAt(full);
  if (entry === undefined) return [];
  return [findAt(full, entry, [...roots, attempt(within, () => realPathOf(resolve(cwd, within)))])];
}

/** The names that the files of a bank beside its decks have. */
export const companionNames: readonly string[] = companionRoles.flatMap((name) => [
  `${name}.yaml`,
  `${name}.yml`,
]);

/** The notes, sources and tags beside folders called `decks`, of which there are none within. */
function besideFolders(
  folders: readonly Pick<Named, 'path'>[],
  files: readonly string[],
  cwd: string,
): readonly BankFile[] {
  const nameOf = (file: string) => baseNameOf(file).toLowerCase();
  const own = new Set(files.map(nameOf));
  const decks = folders.flatMap(({ path }) => (basename(path).toLowerCase() === 'decks' ? [path] : []));
  return companionsOf(decks, cwd, [dirname]).filter(({ path }) => !own.has(nameOf(path)));
}

/** The notes, sources and tags beside some files (or beside their folders) that are not among them. */
export function companionsOf(
  files: readonly string[],
  cwd: string,
  places: readonly ((file: string) => string)[] = [dirname, (file) => dirname(dirname(file))],
): readonly BankFile[] {
  const folders = new Set(files.flatMap((file) => places.map((folderOf) => folderOf(file))));
  return [...folders].flatMap(companionsIn).flatMap((path) => {
    const entry = files.includes(path) ? undefined : entryAt(path);
    const found = entry && findAt(path, entry, [attempt(path, () => realPathOf(dirname(path)))]);
    return found === undefined || found.isFolder ? [] : [textAt(found, cwd)];
  });
}

/** The paths of the notes, sources and tags in a folder, in capitals too. */
function companionsIn(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => companionNames.includes(name.toLowerCase()));
    return names.sort().map((name) => join(folder, name));
  } catch {
    // A file may be named in a folder that may not be listed, or that is not there.
    return companionNames.map((name) => join(folder, name));
  }
}

/** A file that was found; what keeps it from being read is a finding among others, unless it was named. */
function textAt(found: Found, cwd: string): BankFile {
  const path = displayPathOf(found.path, cwd);
  if ('unread' in found) return { path, text: '', unread: found.unread };
  const read = () => bytesOf(found.real).toString('utf8');
  if (found.word !== undefined) return { path, text: attempt(found.word, read), named: true };
  try {
    return { path, text: read() };
  } catch (error) {
    return { path, text: '', unread: reasonOf(error) };
  }
}

/** The path of a file as it is printed: relative to the working directory if it is inside it. */
export function displayPathOf(file: string, cwd: string): string {
  return pathUnder(cwd, file) ?? toSlashes(file);
}
