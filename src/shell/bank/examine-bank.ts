import { accessSync, constants, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Text } from '#core/base/text.ts';
import { codeOf } from '../system/errno.ts';
import { readSealedJson } from '../system/sealed-file.ts';
import { isUserError, type World } from '../system/world.ts';
import type { BankStore, FoundStore } from './bank-store.ts';
import { openBank, ownBankPathOf } from './open-bank.ts';

/** The state of a bank and its compiled form, and how it was repaired. */
export interface BankReport {
  /** The bank, if it could be opened. */
  readonly store?: BankStore;
  /** Why it could not be opened, or not be read to its end. */
  readonly refused?: readonly Text[];
  /** The compiled form of a learner's own bank. */
  readonly compiled?:
    | { readonly type: 'sound' | 'new' }
    | { readonly type: 'again' | 'not kept'; readonly folder: string; readonly code?: string };
}

/** The bank to examine, and the folder of compiled banks. */
export interface WhichBank {
  readonly bank?: string;
  readonly strict?: boolean;
}

/** Opens a bank and reads all its texts. A compiled form that is damaged is made again. */
export async function examineBank(world: World, which: WhichBank, cache: string): Promise<BankReport> {
  const path = ownBankPathOf(world, which.bank);
  if (path === undefined) return opened(world, which, cache);
  const { findOwnBank, ownBankAt } = await import('./own-bank.ts');
  const own = ownBankAt(path, { world, cache });
  const before = readThrough(findOwnBank(own).found);
  const report = await opened(world, which, cache);
  if (before.type === 'good') return { ...report, compiled: { type: 'sound' } };
  const after = findOwnBank(own).found;
  const { folder } = own;
  if (after.type === 'good')
    return {
      ...report,
      compiled: before.type === 'damaged' ? { ...before, type: 'again', folder } : { type: 'new' },
    };
  const code = obstacleTo(folder);
  return code === undefined ? report : { ...report, compiled: { type: 'not kept', folder, code } };
}

async function opened(world: World, which: WhichBank, cache: string): Promise<BankReport> {
  try {
    const store = await openBank(world, { ...which, lang: 'en' }, { cache });
    const refused = unreadableIn(store);
    return refused === undefined ? { store } : { store, refused };
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { refused: error.texts };
  }
}

/** The state of a compiled bank after reading every text in it. */
function readThrough(found: FoundStore): FoundStore {
  return found.type === 'good' && unreadableIn(found.store) !== undefined ? { type: 'damaged' } : found;
}

function unreadableIn(store: BankStore): readonly Text[] | undefined {
  try {
    for (const _ of store.entries());
    store.statements();
    store.asides();
    return undefined;
  } catch (error) {
    if (!isUserError(error)) throw error;
    return error.texts;
  }
}

/** The error code for writing to a folder of the cache; undefined if it can be written. */
function obstacleTo(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return undefined;
  } catch (error) {
    return codeOf(error) ?? String(error);
  }
}

/** Removes damaged results of checks and returns their number. */
export function removeDamagedChecks(cache: string): number {
  const folder = join(cache, 'checks');
  const damaged = namesIn(folder).filter((name) => {
    if (!name.endsWith('.json')) return false;
    const read = readSealedJson(join(folder, name));
    // Another run may have replaced or removed it just now.
    return read.type === 'damaged' && read.code !== 'ENOENT';
  });
  for (const name of damaged)
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // It is made again anyway, and reported each time.
    }
  return damaged.length;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
