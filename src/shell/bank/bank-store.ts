import { closeSync, openSync, readFileSync, read as readInto, readSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Asides, BankEntry, BankIndex, CompiledBank, Statement } from '#core/bank/compile.ts';
import { packIndex, unpackIndex } from '#core/bank/packed-index.ts';
import { isRecord } from '#core/base/is-record.ts';
import { codeOf } from '../system/errno.ts';
import { notAFile, readRegular } from '../system/regular-file.ts';
import { makePrivateFolder, replaceFile } from '../system/replace-file.ts';
import { readSealedJson, seal } from '../system/sealed-file.ts';
import { stampOf } from '../system/stamp.ts';
import type { UserError } from '../system/world.ts';
import { makeDamagedError } from './damaged-bank.ts';
import { isStored, type StoredIndex, storeFormat } from './stored-index.ts';
import { bytesOfLine, sumsOf, unpackSums } from './text-sums.ts';

/** A compiled bank, open for reading. */
export interface BankStore {
  readonly index: BankIndex;
  /** The full path of a learner's own bank. */
  readonly path?: string;
  /** A number that changes if any of its texts does. */
  digest(): number;
  /** An item with its sources, by its id. */
  entry(id: string): BankEntry | undefined;
  /** Every item with its sources, in deck order. */
  entries(): Iterable<BankEntry>;
  statements(): readonly Statement[];
  asides(): Asides;
  /**
   * Takes hold of the texts, so that it does not matter any more what becomes of their file: opens it, and reads it in the
   * background. Resolved when they are in memory; if they are very large, at once, and they are read in the next turn.
   */
  hold(): Promise<void>;
}

/** The result of opening a compiled bank. */
export type FoundStore =
  | { readonly type: 'good'; readonly store: BankStore }
  /** It does not exist, or belongs to other files or another build. */
  | { readonly type: 'none' | 'outdated' }
  /** The error code, if the system refused to read it. */
  | { readonly type: 'damaged'; readonly code?: string };

const files = { index: 'index.json', lines: 'items.jsonl' } as const;

/** Opens the compiled bank in a directory; undefined if it does not exist, its key does not match, or it may be damaged. */
export function openStore(directory: string, fits?: (key: string) => boolean): BankStore | undefined {
  const found = findStore(directory, fits);
  return found.type === 'good' ? found.store : undefined;
}

/** The stamp of the compiled bank in a directory, which changes when another is put there. */
export const storeStampOf = (directory: string): string => stampOf(join(directory, files.index)).text;

/** Looks for the compiled bank in a directory. Each of its texts is compared with its checksum only when it is read. */
export function findStore(directory: string, fits: (key: string) => boolean = () => true): FoundStore {
  const indexPath = join(directory, files.index);
  const path = join(directory, files.lines);
  const read = readSealedJson(indexPath);
  if (read.type === 'damaged') return read.code === 'ENOENT' ? { type: 'none' } : damagedBy(read.code);
  const { value } = read;
  if (!isRecord(value)) return { type: 'damaged' };
  if (value.format !== storeFormat) return { type: value.format === undefined ? 'damaged' : 'outdated' };
  if (!isStored(value)) return { type: 'damaged' };
  if (!fits(value.key)) return { type: 'outdated' };
  const { written, tail } = value;
  const index = unpackIndex(value.index);
  const size = sizeOf(path);
  if (typeof size === 'string') return { type: 'damaged', code: size };
  // Its stamp tells whether a file that was written here is still the same, without reading what is not shown.
  if (index === undefined || size !== tail[1] || (written !== undefined && stampOf(path).text !== written))
    return { type: 'damaged' };
  const spans: Spans = { ends: [...index.ends, ...tail], sums: unpackSums(value.sums) };
  const lines = linesIn(path, spans, () => damaged(indexPath, written !== undefined));
  return { type: 'good', store: storeOf(index, lines, value.sums) };
}

/** A pipe or a device in the place of a file is damage that the system has no word for. */
const damagedBy = (code: string | undefined): FoundStore =>
  code === undefined || code === notAFile ? { type: 'damaged' } : { type: 'damaged', code };

/** The size of a file in bytes, or the system's name for why it does not tell. */
function sizeOf(path: string): number | string {
  try {
    return statSync(path).size;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    return code;
  }
}

/** A bank that was compiled just now, kept in memory alone. */
export function makeMemoryStore(bank: CompiledBank): BankStore {
  const { bytes, ends } = linesOf(bank);
  const read = (i: number) => JSON.parse(bytesOfLine(bytes, ends, i).toString('utf8')) as unknown;
  return storeOf(bank.index, { read, load: () => {}, hold: async () => {} }, sumsOf(bytes, ends));
}

/** How a compiled bank is written. */
export interface Storing {
  /** The permissions of its files; without them they are the learner's alone. */
  readonly mode?: number;
  /** True if it stays in the folder where it was written, so that the stamp of its file identifies it. The shipped bank is copied. */
  readonly stays?: boolean;
}

/** Writes a compiled bank to a directory; the index last, so that a half-written bank is never opened. */
export function writeStore(
  directory: string,
  bank: CompiledBank,
  key: string,
  { mode = 0o600, stays = false }: Storing = {},
): void {
  makePrivateFolder(directory);
  const { text, bytes, ends, tail } = linesOf(bank);
  const path = join(directory, files.lines);
  replaceFile(path, text, { mode, durable: stays });
  const index: StoredIndex = {
    format: storeFormat,
    key,
    index: packIndex(bank.index),
    tail,
    sums: sumsOf(bytes, ends),
    ...(stays ? { written: stampOfWritten(path, bytes) } : {}),
  };
  replaceFile(join(directory, files.index), seal(JSON.stringify(index)), { mode });
}

/** So many bytes are read in the background by the time the first question is ready, and a file that is open can be written over. */
const mostAwaited = 4_000_000;

/** For each line the offset in bytes at which it ends, newline included, and its checksum. */
interface Spans {
  readonly ends: readonly number[];
  readonly sums: ArrayLike<number>;
}

/** The lines of a bank, an entry each, then its statements, then what is seldom read, with the offsets at which they end. */
function linesOf({ index, bodies, statements, asides }: CompiledBank) {
  const last = `${JSON.stringify(asides)}\n`;
  const text = `${bodies}${JSON.stringify(statements)}\n${last}`;
  const bytes = Buffer.from(text);
  const tail = [bytes.length - Buffer.byteLength(last), bytes.length] as const;
  return { text, bytes, ends: [...index.ends, ...tail], tail };
}

/** The stamp of a file that was just written. Throws if others have written it meanwhile. */
function stampOfWritten(path: string, bytes: Buffer): string {
  const { text } = stampOf(path);
  if (!readRegular(path).equals(bytes)) throw new Error(`${path} is not as it was written`);
  return text;
}

/** The lines of a compiled bank by their places. */
interface Lines {
  read(i: number): unknown;
  /** Reads all of them into memory. */
  load(): void;
  hold(): Promise<void>;
}

function storeOf(index: BankIndex, { read, load, hold }: Lines, sums: string): BankStore {
  return {
    index,
    digest: () => crc32(sums),
    entry(id) {
      const i = index.heads.findIndex((h) => h.id === id);
      return i < 0 ? undefined : (read(i) as BankEntry);
    },
    *entries() {
      load();
      for (const i of index.heads.keys()) yield read(i) as BankEntry;
    },
    statements: () => read(index.heads.length) as readonly Statement[],
    asides: () => read(index.heads.length + 1) as Asides,
    hold,
  };
}

function linesIn(path: string, { ends, sums }: Spans, damage: () => UserError): Lines {
  let open: number | undefined;
  let held: Buffer | undefined;
  const bytesOf = (i: number): Buffer | undefined => {
    if (held !== undefined) return bytesOfLine(held, ends, i);
    const start = ends[i - 1] ?? 0;
    return readSpan(open ?? path, start, (ends[i] ?? 0) - 1 - start);
  };
  const readAll = (fd: number) =>
    new Promise<void>((done) => {
      const bytes = Buffer.allocUnsafeSlow(ends.at(-1) ?? 0);
      // In one call: to read it in pieces would take turns of the event loop, which start-up has not.
      readInto(fd, bytes, 0, bytes.length, 0, (_, count) => {
        if (count === bytes.length) held ??= bytes;
        closeSync(fd);
        open = undefined;
        done();
      });
    });
  return {
    read(i) {
      const bytes = bytesOf(i);
      if (bytes === undefined || crc32(bytes) !== sums[i]) throw damage();
      return JSON.parse(bytes.toString('utf8'));
    },
    load() {
      held ??= attempt(() => readFileSync(open ?? path));
    },
    async hold() {
      open = attempt(() => openSync(path, 'r'));
      if (open === undefined) return;
      if ((ends.at(-1) ?? 0) <= mostAwaited) await readAll(open);
      // When the first question is out, which waits for nothing that it does not need.
      else setImmediate(readAll, open);
    },
  };
}

function readSpan(from: number | string, offset: number, length: number): Buffer | undefined {
  return attempt(() => {
    const fd = typeof from === 'number' ? from : openSync(from, 'r');
    try {
      const bytes = Buffer.alloc(length);
      readSync(fd, bytes, 0, length, offset);
      return bytes;
    } finally {
      if (fd !== from) closeSync(fd);
    }
  });
}

/** The result of a call to the file system; undefined if it fails. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}

/** The error for a damaged text. A bank that was compiled here is deleted, and compiled again by the next start. */
function damaged(indexPath: string, here: boolean): UserError {
  if (here) attempt(() => rmSync(indexPath, { force: true }));
  return makeDamagedError(dirname(indexPath), here);
}
