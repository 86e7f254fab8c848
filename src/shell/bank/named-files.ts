import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { globOf, isCaseInsensitive, isGlob, normalisePath } from '#core/base/typed-path.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { realPathOf } from '../system/real-path.ts';
import { UserError, type World } from '../system/world.ts';
import { findAround } from './bank-around.ts';
import {
  type BankFiles,
  companionsOf,
  displayPathOf,
  type Matched,
  readBankFiles,
  reportMisnamed,
} from './bank-files.ts';
import { isYamlName } from './bank-folder.ts';
import { confineFs } from './glob-folder.ts';
import { toDiskPath } from './path-on-disk.ts';
import { mostBytes, tooLarge } from './read-bytes.ts';

/** The files that the words of a call name, read. */
export interface NamedFiles extends BankFiles {
  /** The path that the file from standard input goes by. */
  readonly stdin?: string;
  /** Other decks of the bank that they lie in, if the bank was found and they name questions by id. */
  readonly others: readonly BankFile[] | undefined;
  /** The paths of the files and folders that were named, globs as what they stand for. */
  readonly named: readonly string[];
}

/** Reads the files named by paths, globs or `-`; by default the bank in `questions`. */
export async function readNamedFiles(
  world: Pick<World, 'cwd' | 'home' | 'env' | 'stdin' | 'stderr' | 'platform' | 'calledAs'>,
  words: readonly string[],
  stdinWord = 'stdin.yaml',
): Promise<NamedFiles> {
  const { cwd, platform } = world;
  if (!words.includes('-')) {
    const paths = words.length > 0 ? await withoutGlobs(words, world) : [defaultPath(cwd)];
    const read = readBankFiles(paths, cwd);
    reportMisnamed(read, world);
    const unread = new Set(read.files.flatMap(({ path, unread }) => (unread === undefined ? [] : [path])));
    const named = paths.map((word) => (typeof word === 'string' ? word : word.path));
    return {
      ...withAround(read, named, world),
      named: named.filter((path) => !unread.has(displayPathOf(resolve(cwd, path), cwd))),
    };
  }
  if (words.length > 1) throw new UserError('- (standard input) cannot be combined with other paths.');
  const stdinName = normalisePath(stdinWord, platform);
  const file: BankFile = { path: stdinName, text: await textFrom(world), named: true };
  const companions = companionsOf([resolve(cwd, stdinName)], cwd);
  const read = {
    files: [file, ...companions.filter(({ unread }) => unread !== undefined)],
    companions: companions.filter(({ unread }) => unread === undefined),
    ...{ folders: [], misnamed: [], whole: false, places: new Map() },
  };
  return { ...withAround(read, [stdinName], world), stdin: stdinName, named: [stdinName] };
}

/** The files with what lies in the bank around them. */
function withAround(read: BankFiles, named: readonly string[], world: Pick<World, 'cwd' | 'home'>) {
  const folders = named.map((path) => {
    const full = resolve(world.cwd, path);
    return read.whole && statSync(full, { throwIfNoEntry: false })?.isDirectory() ? full : dirname(full);
  });
  const { companions, others } = findAround(read, folders, world);
  return { ...read, companions: [...read.companions, ...companions], others };
}

async function textFrom(world: Pick<World, 'stdin'>): Promise<string> {
  const chunks: Buffer[] = [];
  let total = 0;
  // Opened here, since to open it takes two milliseconds.
  for await (const chunk of world.stdin) {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    total += bytes.length;
    if (total > mostBytes) throw new UserError(`Cannot read standard input: ${tooLarge}.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function defaultPath(cwd: string): string {
  if (existsSync(join(cwd, 'questions'))) return 'questions';
  throw new UserError('Nothing to check: no questions/ folder here. Pass a deck file or a bank folder.');
}

type Place = Pick<World, 'cwd' | 'platform'>;

/** The paths with the files that globs stand for; a word that names something as it is written is no glob. */
async function withoutGlobs(words: readonly string[], place: Place): Promise<readonly (string | Matched)[]> {
  const paths: (string | Matched)[] = [];
  for (const word of words) {
    const path = toDiskPath(normalisePath(word, place.platform), place);
    if (existsSync(resolve(place.cwd, path)) || !isGlob(path)) paths.push(path);
    else paths.push(...(await matched(word, path, place)));
  }
  return paths;
}

async function matched(word: string, path: string, { cwd, platform }: Place): Promise<readonly Matched[]> {
  const { glob } = await import('tinyglobby');
  const { folder, pattern } = globOf(path, (part) => existsSync(resolve(cwd, part)));
  const base = resolve(cwd, folder);
  const { fs, left } = confineFs(existsSync(base) ? base : cwd);
  // macOS may have taken letters with accents apart in the names of files.
  const patterns = [...new Set([pattern, pattern.normalize('NFC'), pattern.normalize('NFD')])];
  const all = await glob(patterns, {
    cwd: base,
    fs,
    expandDirectories: false,
    ignore: ['**/node_modules/**'],
    caseSensitiveMatch: !isCaseInsensitive(platform),
  });
  const found = onceEach(
    all.map((file) => folder + file).filter((file) => isYamlName(file) && existsSync(resolve(cwd, file))),
    cwd,
  );
  if (found.length === 0 && left.size === 0)
    throw new UserError(`${word} matches no .yaml files. Pass a deck file or a bank folder.`);
  return [...found, ...left].map((path) => ({ path, within: folder === '' ? '.' : folder }));
}

/** Of the paths that links lead to one file by, the shortest. */
function onceEach(paths: readonly string[], cwd: string): readonly string[] {
  const sorted = paths.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const byFile = new Map<string, string>();
  for (const path of sorted) {
    const real = realPathOf(resolve(cwd, path));
    if (!byFile.has(real)) byFile.set(real, path);
  }
  return [...byFile.values()];
}
