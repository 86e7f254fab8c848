import { basename, dirname, resolve } from 'node:path';
import type { BankFile } from '#core/yaml/source.ts';
import { findBankFolder } from '#shell/bank/bank-around.ts';
import {
  type BankFiles,
  companionNames,
  companionsOf,
  displayPathOf,
  readBankFiles,
} from '#shell/bank/bank-files.ts';
import { isYamlName } from '#shell/bank/bank-folder.ts';
import { pathUnder } from '#shell/system/path-under.ts';
import { isUserError } from '#shell/system/world.ts';
import type { CheckedFiles } from '../check-or-reuse.ts';

/** What is checked together with a file that is open. */
export interface Scope {
  /** The same for all files that are checked together. */
  readonly key: string;
  /** The folder that paths are shown from. */
  readonly cwd: string;
  /** The folder of the bank; undefined for a file by itself. */
  readonly bank: string | undefined;
}

/** A file that is open in the editor, with its text there. */
export interface Buffer {
  readonly uri: string;
  /** Its full path; undefined if it is not in the file system. */
  readonly file: string | undefined;
  readonly text: string;
}

/** Returns what is checked with a file: the bank it lies in, as `llmquiz check` would be given it in the folder of the editor. */
export function scopeOf({ uri, file }: Omit<Buffer, 'text'>, folders: readonly string[]): Scope {
  if (file === undefined) return { key: uri, cwd: '/', bank: undefined };
  const cwd = folders
    .filter((folder) => pathUnder(folder, file) !== undefined)
    .sort((a, b) => b.length - a.length)[0];
  const bank = cwd === undefined ? undefined : bankAround(file, cwd);
  if (cwd === undefined || bank === undefined)
    return { key: uri, cwd: cwd ?? dirname(file), bank: undefined };
  return { key: `${cwd}\n${bank}`, cwd, bank };
}

/** The nearest folder above a file with a bank.yaml, else with notes, sources or tags; else one called `questions` or `decks`. */
function bankAround(file: string, top: string): string | undefined {
  const folders: string[] = [];
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    folders.push(folder);
    if (folder === top || folder === dirname(folder)) break;
  }
  const named = (name: string) => folders.find((folder) => basename(folder).toLowerCase() === name);
  return findBankFolder(folders) ?? named('questions') ?? named('decks');
}

/** Reads the files of a scope, with the texts of open files in place of those on disk; `own` are the open files of the scope. */
export function readScope(
  { cwd, bank }: Scope,
  own: readonly Buffer[],
  buffers: readonly Buffer[],
): CheckedFiles {
  const open = new Map(buffers.map((buffer) => [shownPathOf(buffer, cwd), buffer]));
  const over = (file: BankFile): BankFile => {
    const buffer = open.get(file.path);
    return buffer === undefined ? file : { path: file.path, text: buffer.text };
  };
  const read = bank === undefined ? undefined : folderAt(bank, cwd);
  const known = new Set([...(read?.files ?? []), ...(read?.companions ?? [])].map(({ path }) => path));
  const added = own
    .map((one) => ({ path: shownPathOf(one, cwd), text: one.text, named: read === undefined }))
    .filter(({ path }) => read === undefined || (isYamlName(path) && !known.has(path)));
  const files = [...(read?.files ?? []).map(over), ...added];
  const full = own.flatMap(({ file }) => file ?? []);
  const companions = read?.companions ?? (full.length === 0 ? [] : companionsOf(full, cwd));
  return {
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    companions: companions.map(over).filter(({ unread }) => unread === undefined),
    whole: read !== undefined,
    before: undefined,
  };
}

/** The path of an open file as findings have it. */
export function shownPathOf({ uri, file }: Pick<Buffer, 'uri' | 'file'>, cwd: string): string {
  return file === undefined ? (uri.split(/[/:\\]/).at(-1) ?? uri) : displayPathOf(resolve(file), cwd);
}

function folderAt(bank: string, cwd: string): BankFiles | undefined {
  try {
    return readBankFiles([bank], cwd);
  } catch (error) {
    // A folder that was emptied, locked or removed in the meantime: what is open is checked all the same.
    if (isUserError(error)) return undefined;
    throw error;
  }
}

const marked =
  /^(?:items|questions|statements)\s*:|^#\s*yaml-language-server:.*\b(?:deck|bank|notes|sources|tags)\.schema\.json/m;

/** Whether a file belongs to a bank, as other YAML files of a project do not: by what is in it, or by the decks that lie with it. */
export function isOfBank({ path, text }: BankFile, { files, whole }: CheckedFiles): boolean {
  if (isMarked(text)) return true;
  return (
    (whole || companionNames.includes(basename(path).toLowerCase())) &&
    files.some((file) => isMarked(file.text))
  );
}

const isMarked = (text: string) => marked.test(text) && !/^apiVersion\s*:/m.test(text);
