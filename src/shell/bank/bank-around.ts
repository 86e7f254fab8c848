import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, resolve } from 'node:path';
import type { BankFile } from '#core/yaml/source.ts';
import { realPathOf } from '../system/real-path.ts';
import { isUserError, type World } from '../system/world.ts';
import { companionNames, companionsOf, readBankFiles } from './bank-files.ts';

/** What lies in the bank around some files, for looking up only. */
export interface Around {
  /** Its notes, sources and tags, and what it says of itself. */
  readonly companions: readonly BankFile[];
  /** Its other decks; undefined if no bank was found, or if nothing is looked up in them. */
  readonly others: readonly BankFile[] | undefined;
}

/** Files as they were named, and what was found beside them. */
interface Read {
  readonly files: readonly BankFile[];
  readonly companions: readonly BankFile[];
}

/** Finds the bank that some files lie in: that of the nearest folder above with a bank.yaml, else with sources, notes or tags. */
export function findAround(
  { files, companions }: Read,
  folders: readonly string[],
  { cwd, home }: Pick<World, 'cwd' | 'home'>,
): Around {
  const known = new Set([...files, ...companions].map(({ path }) => resolve(cwd, path)));
  const isKnown = ({ path }: BankFile) => known.has(resolve(cwd, path));
  const banks = [...new Set(folders.flatMap((folder) => bankAround(folder, home) ?? []))];
  // A file that lies nearer is the one that is meant.
  const stems = new Set([...known].map(stemOf));
  const found = banks.flatMap((bank) => companionsOf([resolve(bank, 'bank')], cwd, [dirname]));
  const beside = found.filter(
    (file) => !isKnown(file) && file.unread === undefined && !stems.has(stemOf(file.path)),
  );
  if (banks.length === 0 || !files.some(({ text }) => text.includes('requires')))
    return { companions: beside, others: undefined };
  const others = banks.flatMap((bank) => decksIn(bank, cwd)).filter((file) => !isKnown(file));
  return { companions: beside, others };
}

const stemOf = (file: string) => basename(file, extname(file)).toLowerCase();

/** No bank lies deeper. */
const mostAbove = 8;

/** The folder of the bank that a folder lies in: a repository of git holds all of it, and a home or the system's folder for temporary files is none. */
function bankAround(folder: string, home = tmpdir()): string | undefined {
  const ends = [home, tmpdir()].map(realOf);
  let nearest: string | undefined;
  for (let [here, steps] = [folder, 0]; steps < mostAbove; [here, steps] = [dirname(here), steps + 1]) {
    if (ends.includes(realOf(here))) break;
    const names = namesIn(here);
    if (names.some((name) => /^bank\.ya?ml$/.test(name))) return here;
    if (names.some((name) => companionNames.includes(name))) nearest ??= here;
    if (names.includes('.git') || here === dirname(here)) break;
  }
  return nearest;
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
