import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { baseNameOf } from '#core/bank/file-role.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { realPathOf } from '../system/real-path.ts';
import { isUserError, type World } from '../system/world.ts';
import { type BankFiles, companionNames, companionsOf, readBankFiles } from './bank-files.ts';

/** What lies in the bank around some files, for looking up only. */
export interface Around {
  /** Its notes, sources and tags, and what it says of itself. */
  readonly companions: readonly BankFile[];
  /** Its other decks; undefined if no bank was found, or if nothing is looked up in them. */
  readonly others: readonly BankFile[] | undefined;
}

/** Files as they were named, and what was found beside them. */
type Read = Pick<BankFiles, 'files' | 'companions' | 'folders'>;

/** Finds the bank that some files lie in: that of the nearest folder above with a bank.yaml, else with sources, notes or tags. */
export function findAround(
  { files, companions, folders: looked }: Read,
  folders: readonly string[],
  { cwd, home }: Pick<World, 'cwd' | 'home'>,
): Around {
  const known = new Set([...files, ...companions].map(({ path }) => resolve(cwd, path)));
  const isKnown = ({ path }: BankFile) => known.has(resolve(cwd, path));
  const banks = [...new Set(folders.flatMap((folder) => bankAround(folder, home) ?? []))];
  // One that was named itself has been read.
  const unseen = banks.filter((bank) => !looked.includes(bank));
  // A file that lies nearer is the one that is meant.
  const near = new Set([...known].map(nameOf));
  const found = unseen.flatMap((bank) => companionsOf([resolve(bank, 'bank')], cwd, [dirname]));
  const beside = found.filter(
    (file) => !isKnown(file) && file.unread === undefined && !near.has(nameOf(file.path)),
  );
  if (banks.length === 0 || !files.some(({ text }) => text.includes('requires')))
    return { companions: beside, others: undefined };
  const others = unseen.flatMap((bank) => decksIn(bank, cwd)).filter((file) => !isKnown(file));
  return { companions: beside, others };
}

const nameOf = (file: string) => baseNameOf(file).toLowerCase();

/** No bank lies deeper. */
const mostAbove = 8;

/** The folder of the bank that a folder lies in: a repository of git holds all of it, and a home or the system's folder for temporary files is none. */
function bankAround(folder: string, home = tmpdir()): string | undefined {
  const ends = [home, tmpdir()].map(realOf);
  const folders: string[] = [];
  for (let here = folder; folders.length < mostAbove && !ends.includes(realOf(here)); here = dirname(here)) {
    folders.push(here);
    if (existsSync(join(here, '.git')) || here === dirname(here)) break;
  }
  return findBankFolder(folders);
}

/** The first of some folders with a bank.yaml, else with notes, sources or tags. */
export function findBankFolder(folders: readonly string[]): string | undefined {
  let first: string | undefined;
  for (const folder of folders) {
    const names = namesIn(folder);
    if (names.some((name) => /^bank\.ya?ml$/.test(name))) return folder;
    if (names.some((name) => companionNames.includes(name))) first ??= folder;
  }
  return first;
}

function realOf(folder: string): string {
  try {
    return realPathOf(folder);
  } catch {
    return folder;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map((name) => name.toLowerCase());
  } catch {
    return [];
  }
}

/** The files of a bank; none if it cannot be read. */
function decksIn(bank: string, cwd: string): readonly BankFile[] {
  try {
    return readBankFiles([bank], cwd).files.filter(({ path }) => !companionNames.includes(basename(path)));
  } catch (error) {
    if (isUserError(error)) return [];
    throw error;
  }
}
