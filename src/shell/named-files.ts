import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BankFile } from '../core/yaml-source.ts';
import { UserError, type World } from '../world.ts';
import { type BankFiles, companionsOf, isYamlName, readBankFiles } from './bank-files.ts';

/** The files that the words of a call name, read. */
export interface NamedFiles extends BankFiles {
  /** The path that the file from standard input goes by. */
  readonly stdin?: string;
  /** The paths of the files and folders that were named, globs as what they stand for. */
  readonly named: readonly string[];
}

/** Reads what paths, globs or `-` name; where nothing is named, the bank in `questions`. */
export async function readNamedFiles(
  world: Pick<World, 'cwd' | 'stdin'>,
  words: readonly string[],
  stdinName = 'stdin.yaml',
): Promise<NamedFiles> {
  const { cwd } = world;
  if (!words.includes('-')) {
    const paths = words.length > 0 ? await withoutGlobs(words, cwd) : [defaultPath(cwd)];
    return { ...readBankFiles(paths, cwd), named: paths };
  }
  if (words.length > 1)
    throw new UserError('- is standard input, and is checked alone: name nothing beside it.');
  const chunks: Buffer[] = [];
  // Opened here, since to open it takes two milliseconds.
  for await (const chunk of world.stdin) chunks.push(Buffer.from(chunk));
  const file: BankFile = { path: stdinName, text: Buffer.concat(chunks).toString('utf8') };
  const companions = companionsOf([resolve(cwd, stdinName)], cwd);
  return { files: [file], companions, folders: [], whole: false, stdin: stdinName, named: [stdinName] };
}

function defaultPath(cwd: string): string {
  if (existsSync(join(cwd, 'questions'))) return 'questions';
  throw new UserError(
    'Name what to check: a deck file, or the directory of a bank (there is no questions/ here).',
  );
}

/** The paths with the files that globs stand for; a word that names something as it is written is no glob. */
async function withoutGlobs(words: readonly string[], cwd: string): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const word of words) {
    if (existsSync(resolve(cwd, word)) || !/[*?[\]{}()!]/.test(word)) paths.push(word);
    else paths.push(...(await matched(word, cwd)));
  }
  return paths;
}

async function matched(pattern: string, cwd: string): Promise<readonly string[]> {
  const { glob } = await import('tinyglobby');
  const all = await glob(pattern, { cwd, expandDirectories: false, ignore: ['**/node_modules/**'] });
  const found = onceEach(
    all.filter((path) => isYamlName(path) && existsSync(resolve(cwd, path))),
    cwd,
  );
  if (found.length > 0) return found;
  throw new UserError(`${pattern} matches no .yaml file: name a deck file, or the folder of a bank.`);
}

/** Of the paths that links lead to one file by, the shortest. */
function onceEach(paths: readonly string[], cwd: string): readonly string[] {
  const sorted = paths.toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const byFile = new Map<string, string>();
  for (const path of sorted) {
    const real = realpathSync(resolve(cwd, path));
    if (!byFile.has(real)) byFile.set(real, path);
  }
  return [...byFile.values()];
}
