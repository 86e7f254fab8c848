import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compileBank } from '../core/compiled-bank.ts';
import { fnv1a } from '../core/random.ts';
import { UserError, type World } from '../world.ts';
import { type BankStore, openStore, storeInMemory, writeStore } from './bank-store.ts';
import { asOnDisk } from './path-on-disk.ts';
import { tell } from './print.ts';
import { counted } from './terminal/words.ts';

/** What opening a learner's own bank depends on. */
export interface OwnBankOptions {
  readonly world: World;
  readonly cache: string;
  /** Leaves out what `check` refuses, instead of refusing the bank. */
  readonly skipBroken: boolean;
}

/** Opens the bank at a path: from the cache where no file changed, else by reading, checking and compiling it. */
export async function openOwnBank(told: string, options: OwnBankOptions): Promise<BankStore> {
  const { world, cache } = options;
  const path = asOnDisk(told, world);
  const full = resolve(world.cwd, path);
  const directory = join(cache, 'banks', fnv1a(full).toString(36));
  return openStore(directory, (key) => isUnchanged(key, full)) ?? compiled(path, full, directory, options);
}

async function compiled(
  path: string,
  full: string,
  directory: string,
  options: OwnBankOptions,
): Promise<BankStore> {
  const { world, skipBroken } = options;
  const [{ readBankFiles, tellMisnamed }, { checkBank, forAsking }] = await Promise.all([
    import('./bank-files.ts'),
    import('../core/check/check.ts'),
  ]);
  const { files, companions, folders, whole, misnamed } = readBankFiles([path], world.cwd);
  tellMisnamed({ misnamed }, world);
  const checked = checkBank([...files, ...companions], { whole, wanted: forAsking });
  const errors = checked.diagnostics.filter((d) => d.severity === 'error');
  const bank = compileBank(checked.bank, Buffer.byteLength);
  if (errors.length > 0) {
    const { summarised } = await import('./findings.ts');
    if (!skipBroken) {
      tell(world, summarised(errors));
      throw new UserError(
        `The bank at ${path} has ${counted(errors.length, 'error')}; \`llmquiz check ${path}\` shows them. To go on without the broken questions, add --skip-broken.`,
        1,
      );
    }
    tell(world, [
      ...summarised(errors),
      `Skipping what is broken; ${counted(bank.index.heads.length, 'question')} left.`,
    ]);
    return storeInMemory(bank);
  }
  const read = [...files, ...companions].map((file) => resolve(world.cwd, file.path));
  const key = keyOf(full, [...read, ...read.map(dirname), ...folders]);
  try {
    writeStore(directory, bank, key);
  } catch {
    // A cache that cannot be written costs time, nothing else.
  }
  return storeInMemory(bank);
}

/** What a compiled bank was made from: every file and folder of it with size and time of change. */
interface Made {
  readonly full: string;
  readonly stamps: readonly (readonly [path: string, stamp: string])[];
}

function keyOf(full: string, filesAndFolders: readonly string[]): string {
  const paths = [...new Set([full, ...filesAndFolders])].sort();
  const made: Made = { full, stamps: paths.map((p) => [p, stampOf(p)]) };
  return JSON.stringify(made);
}

function isUnchanged(key: string, full: string): boolean {
  const made = JSON.parse(key) as Made;
  return made.full === full && made.stamps.every(([path, stamp]) => stampOf(path) === stamp);
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stats === undefined ? 'gone' : `${stats.size}:${stats.mtimeNs}`;
}
