import { rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type CompiledBank, compileBank } from '#core/bank/compile.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { formatCount } from '#core/base/format-count.ts';
import { hashFnv1a } from '#core/base/random.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { LeftOut } from '#core/check/left-out.ts';
import { build } from '../page/about.ts';
import { reportLines } from '../page/print.ts';
import { watchProgress } from '../page/progress.ts';
import { keepNewest } from '../system/keep-newest.ts';
import { restTimeOf, stampOf } from '../system/stamp.ts';
import { UserError, type World } from '../system/world.ts';
import type { BankFiles } from './bank-files.ts';
import { type BankStore, type FoundStore, findStore, makeMemoryStore, writeStore } from './bank-store.ts';
import { toDiskPath } from './path-on-disk.ts';
import { readSettled, type Stamps } from './read-settled.ts';

/** The inputs of opening a learner's own bank. */
export interface OwnBankOptions {
  readonly world: World;
  readonly cache: string;
  /** Refuses a bank with errors, instead of leaving out the questions that they are in. */
  readonly strict: boolean;
  /** The language of the progress line. */
  readonly lang: Lang;
}

/** Where a learner's own bank and its compiled form are. */
export interface OwnBank {
  /** As it is shown. */
  readonly path: string;
  readonly full: string;
  /** The folder of its compiled form, in the cache. */
  readonly folder: string;
}

/** The paths of a learner's own bank and of its compiled form. */
export function ownBankAt(told: string, { world, cache }: Pick<OwnBankOptions, 'world' | 'cache'>): OwnBank {
  const path = toDiskPath(told, world);
  const full = resolve(world.cwd, path);
  return { path, full, folder: join(cache, 'banks', hashFnv1a(full).toString(36)) };
}

/** Looks for the compiled form of a bank, and for what errors kept out of it. */
export function findOwnBank({ folder, full }: OwnBank): {
  readonly found: FoundStore;
  readonly leftOut?: LeftOut;
} {
  let leftOut: LeftOut | undefined;
  const found = findStore(folder, (key) => {
    const made = JSON.parse(key) as Made;
    leftOut = made.leftOut;
    return isUnchanged(made, full);
  });
  return leftOut === undefined ? { found } : { found, leftOut };
}

/** Opens the bank at a path: from the cache if no file changed, else by reading, checking and compiling it. */
export async function openOwnBank(told: string, options: OwnBankOptions): Promise<BankStore> {
  const own = ownBankAt(told, options);
  const { found, leftOut } = findOwnBank(own);
  // Of what is compiled it is not known whether it had errors that keep nothing out.
  if (found.type !== 'good' || options.strict) return { ...(await compiled(own, options)), path: own.full };
  if (leftOut !== undefined) reportLines(options.world, sayLeftOut(own.path, leftOut, options.lang));
  return { ...found.store, path: own.full };
}

/** What the errors of a bank keep out, in lines. */
function sayLeftOut(path: string, { questions, ids, lines }: LeftOut, lang: Lang): readonly string[] {
  const all = questions <= ids.length;
  const names = {
    en: ` (${ids.join(', ')}${all ? '' : ' and others'})`,
    zh: `（${ids.join('、')}${all ? '' : ' 等'}）`,
  };
  const named = ids.length === 0 ? '' : pickLanguage(names, lang);
  const skipped = pickLanguage(
    questions === 0
      ? { en: 'Skipped: what these errors are in.', zh: '已跳过出错的部分。' }
      : {
          en: `Skipped: ${formatCount(questions, 'question')} with errors${named}.`,
          zh: `已跳过 ${questions} 道有错误的题${named}。`,
        },
    lang,
  );
  const next = pickLanguage(
    {
      en: ` List all errors with \`llmquiz check ${path}\`.`,
      zh: `可用 \`llmquiz check ${path}\` 查看所有错误。`,
    },
    lang,
  );
  return [...lines, skipped + next];
}

async function compiled(at: OwnBank, { world, strict, lang }: OwnBankOptions): Promise<BankStore> {
  const [bankFiles, { dropExcluded }, { ownChecksIn }, check, { findSpoilers }, { leftOutOf }] =
    await Promise.all([
      import('./bank-files.ts'),
      import('./exclude-files.ts'),
      import('#core/check/bank-checks.ts'),
      import('#core/check/check.ts'),
      import('#core/check/spoilers.ts'),
      import('#core/check/left-out.ts'),
    ]);
  const { path, full, folder } = at;
  const { read, stamps } = await readSettled({
    read: () => bankFiles.readBankFiles([path], world.cwd),
    pathsOf: (files) => pathsOf(files, full, world.cwd, bankFiles.companionNames),
    stampOf,
    // The clock of the disk, which LLMQUIZ_NOW does not stop.
    unrest: (stamp) => restTimeOf(stamp, Date.now()),
    wait: (ms) => setTimeout(Math.ceil(ms) + 1),
  });
  bankFiles.reportMisnamed(read, world);
  const own = ownChecksIn(read.files, read.companions);
  const { files, companions, whole } = dropExcluded(read, { named: [path], own }, world);
  const checking = check.checkInSteps([...files, ...companions], {
    whole,
    wanted: strict ? check.isForErrors : check.isForAsking,
  });
  const words = pickLanguage({ en: 'reading the questions', zh: '正在读取题库' }, lang);
  const checked = await watchProgress(checking, words, world);
  bankFiles.reportForeign(checked.foreign, world);
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  const bank = compileBank(checked.bank, Buffer.byteLength, findSpoilers(checked.bank));
  if (errors.length > 0 && (strict || bank.index.heads.length === 0)) await refuse(path, errors, world);
  const leftOut = leftOutOf(checked, errors);
  if (leftOut !== undefined) reportLines(world, sayLeftOut(path, leftOut, lang));
  if (stamps !== undefined) keep(folder, bank, { full, build, stamps, ...(leftOut && { leftOut }) });
  return makeMemoryStore(bank);
}

async function refuse(path: string, errors: readonly Diagnostic[], world: World): Promise<never> {
  const { summarise } = await import('#core/base/findings.ts');
  reportLines(world, summarise(errors));
  throw new UserError(
    {
      en: `The bank at ${path} has ${formatCount(errors.length, 'error')}. List them with \`llmquiz check ${path}\`.`,
      zh: `题库 ${path} 有 ${errors.length} 处错误。可用 \`llmquiz check ${path}\` 查看。`,
    },
    1,
  );
}

/** Every path that a reading of a bank depends on: files, folders, and the possible places of notes, sources and tags. */
function pathsOf(
  { files, companions, folders, whole }: BankFiles,
  full: string,
  cwd: string,
  companionNames: readonly string[],
): readonly string[] {
  const read = [...files, ...companions].map((file) => resolve(cwd, file.path));
  const beside = whole ? [dirname(full)] : [dirname(full), dirname(dirname(full))];
  const mayCome = beside.flatMap((folder) => companionNames.map((name) => join(folder, name)));
  return [full, ...read, ...folders, ...mayCome];
}

/** The files and the build that a compiled bank was made from. */
interface Made {
  readonly full: string;
  readonly build: string;
  readonly stamps: Stamps;
  readonly leftOut?: LeftOut;
}

function isUnchanged(made: Made, full: string): boolean {
  return (
    made.full === full &&
    made.build === build &&
    made.stamps.every(([path, stamp]) => stampOf(path).text === stamp)
  );
}

/** The compiled banks that are kept: one for each path that a bank was opened by. */
const banksKept = 16;

/** Keeps a compiled bank; whatever else is in its place goes. */
function keep(folder: string, bank: CompiledBank, made: Made): void {
  const write = () => writeStore(folder, bank, JSON.stringify(made), { stays: true });
  try {
    try {
      write();
    } catch {
      rmSync(folder, { recursive: true, force: true });
      write();
    }
    keepNewest(dirname(folder), banksKept);
  } catch {
    // A cache that cannot be written costs time, nothing else.
  }
}
