import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { BankIndex, CompiledBank, Entry, Statement } from '../core/compiled-bank.ts';
import { type PackedIndex, packIndex, unpackIndex } from '../core/packed-index.ts';
import { UserError } from '../world.ts';
import { codeOf } from './errno.ts';
import { makePrivateFolder, replaceFile } from './replace-file.ts';
import type { Aliases } from './snapshot.ts';

/** A compiled bank, open for reading. */
export interface BankStore {
  readonly index: BankIndex;
  /** An item with its sources, by its id. */
  entry(id: string): Entry | undefined;
  /** Every item with its sources, in deck order. */
  entries(): Iterable<Entry>;
  statements(): readonly Statement[];
}

const files = { index: 'index.json', bodies: 'items.jsonl', statements: 'statements.json' } as const;

/** Opens the compiled bank in a directory; undefined where there is none, or one whose key does not fit. */
export function openStore(
  directory: string,
  fits: (key: string) => boolean = () => true,
): BankStore | undefined {
  try {
    const stored = JSON.parse(readFileSync(join(directory, files.index), 'utf8')) as StoredIndex;
    if (stored.format !== storeFormat || !fits(stored.key)) return undefined;
    const index = unpackIndex(stored.index);
    const bodies = join(directory, files.bodies);
    if (statSync(bodies).size !== (index.ends.at(-1) ?? 0)) return undefined;
    return storeOf(
      index,
      (offset, length) => readSpan(bodies, offset, length),
      () => JSON.parse(readFileSync(join(directory, files.statements), 'utf8')) as readonly Statement[],
    );
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) !== undefined) return undefined;
    throw error;
  }
}

/** A bank that was compiled just now, kept in memory alone. */
export function storeInMemory({ index, bodies, statements }: CompiledBank): BankStore {
  const bytes = Buffer.from(bodies);
  return storeOf(
    index,
    (offset, length) => JSON.parse(bytes.toString('utf8', offset, offset + length)) as Entry,
    () => statements,
  );
}

/** Writes a compiled bank to a directory, readable by the learner alone unless a mode is given; the index last, so that a half-written bank is never opened. */
export function writeStore(directory: string, bank: CompiledBank, key: string, mode = 0o600): void {
  makePrivateFolder(directory);
  const index: StoredIndex = { format: storeFormat, key, index: packIndex(bank.index) };
  const put = (name: string, text: string) => replaceFile(join(directory, name), text, { mode });
  put(files.bodies, bank.bodies);
  put(files.statements, JSON.stringify(bank.statements));
  put(files.index, JSON.stringify(index));
}

/** The ids that items of a bank had before, with the ids they have now. */
export function aliasesOf({ heads }: BankIndex): Aliases {
  const aliases = new Map<string, string>();
  for (const { id, formerIds } of heads) for (const former of formerIds) aliases.set(former, id);
  return aliases;
}

const storeFormat = 4;

interface StoredIndex {
  readonly format: number;
  readonly key: string;
  readonly index: PackedIndex;
}

function storeOf(
  index: BankIndex,
  read: (offset: number, length: number) => Entry,
  statements: () => readonly Statement[],
): BankStore {
  const at = (i: number) => {
    const offset = index.ends[i - 1] ?? 0;
    return read(offset, (index.ends[i] ?? 0) - 1 - offset);
  };
  return {
    index,
    entry(id) {
      const i = index.heads.findIndex((h) => h.id === id);
      return i < 0 ? undefined : at(i);
    },
    *entries() {
      for (const i of index.heads.keys()) yield at(i);
    },
    statements,
  };
}

function readSpan(path: string, offset: number, length: number): Entry {
  try {
    const fd = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(length);
      readSync(fd, bytes, 0, length, offset);
      return JSON.parse(bytes.toString('utf8')) as Entry;
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (!(error instanceof SyntaxError) && codeOf(error) === undefined) throw error;
    throw new UserError(
      `The compiled bank ${path} is damaged. Remove its directory, or install llmquiz again.`,
      1,
    );
  }
}
