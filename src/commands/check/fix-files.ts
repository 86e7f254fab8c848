import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { placeTextOf } from '#core/base/findings.ts';
import { formatCount } from '#core/base/format-count.ts';
import { finish } from '#core/base/steps.ts';
import { type CheckInSteps, type FixedFile, fixInSteps } from '#core/check/fix/fix-bank.ts';
import type { BankFile } from '#core/yaml/source.ts';
import { bytesOf, NotTaken } from '#shell/bank/read-bytes.ts';
import { doorTo } from '#shell/page/door.ts';
import { reportLines } from '#shell/page/print.ts';
import { watchProgress } from '#shell/page/progress.ts';
import { conciseLinesOf } from '#shell/report/formats/concise.ts';
import { writeRefusal } from '#shell/system/errno.ts';
import { realPathOf } from '#shell/system/real-path.ts';
import { removeLeftovers, replaceFile } from '#shell/system/replace-file.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { progressWords } from './check-or-reuse.ts';

/** Options for fixing files. */
export interface FixOptions {
  /** Print what would change, and write nothing. */
  readonly diff?: boolean;
  /** The path of the file that came from standard input: its text goes to standard output. */
  readonly stdin?: string;
  /** The real places of files, with all links resolved, by their paths: files are written only there. */
  readonly places?: ReadonlyMap<string, string>;
  /** Returns the exit code for the remaining findings. */
  readonly verdict: (left: readonly Diagnostic[]) => ExitCode;
}

/** Files as they are on disk after fixes; with an exit code if the command is done. */
export interface FixedFiles {
  readonly files: readonly BankFile[];
  readonly code?: ExitCode;
}

type Place = Pick<World, 'cwd' | 'env' | 'onSignal' | 'random' | 'stdout' | 'stderr' | 'calledAs'>;

/** Applies the fixes of the findings in some files, and reports them on standard error. */
export async function fixFiles(
  world: Place,
  files: readonly BankFile[],
  check: CheckInSteps,
  { diff = false, stdin, places, verdict }: FixOptions,
): Promise<FixedFiles> {
  const fixed = await watchProgress(fixInSteps(files, check), progressWords, world);
  const changed = fixed.filter(({ text, before }) => text !== before);
  if (diff) {
    const { diffOf } = await import('#shell/report/unified-diff.ts');
    const patch = await diffOf(changed, world);
    const door = doorTo(world.stdout, world);
    if (world.stdout.isTTY === true) door.page(patch);
    else door.patch(patch, world.random);
    return { files, code: changed.length > 0 ? 1 : 0 };
  }
  const onDisk = changed.filter(({ path }) => path !== stdin);
  const folders = onDisk.map(({ path }) => dirname(places?.get(path) ?? resolve(world.cwd, path)));
  for (const folder of new Set(folders)) removeLeftovers(folder);
  const failures = onDisk.flatMap((file) => written(world.cwd, file, places?.get(file.path)) ?? []);
  const failed = new Set(failures.map((f) => f.path));
  const notes = fixed.flatMap((file) => (failed.has(file.path) ? [] : notesOn(file)));
  reportLines(world, notes);
  if (failures.length > 0)
    throw new UserError(
      failures.map((f) => f.message),
      1,
    );
  const texts = new Map(changed.map(({ path, text }) => [path, text]));
  const now = files.map((file) => ({ ...file, text: texts.get(file.path) ?? file.text }));
  if (stdin === undefined) return { files: now };
  const left = finish(check(now)).diagnostics.filter(({ path }) => path === stdin);
  printText(world, now.find(({ path }) => path === stdin)?.text ?? '', left);
  return { files: now, code: verdict(left) };
}

function notesOn({ path, made, left }: FixedFile): readonly string[] {
  const done = made.length > 0 ? [`${path}: ${formatCount(made.length, 'finding')} fixed`] : [];
  const others = left.map(({ finding, because }) => {
    const why = because === 'unreadable' ? 'the YAML there cannot be read' : 'it would change other data';
    return `${placeTextOf(finding)}: not fixed: ${why} [${finding.rule}]`;
  });
  return [...done, ...others];
}

/** Prints the text alone on standard output, so that it can be piped on. */
function printText(world: Place, text: string, left: readonly Diagnostic[]): void {
  doorTo(world.stdout, world).file(text, obeyedText);
  reportLines(world, conciseLinesOf(left));
}

const obeyedText =
  'Cannot print the fixed text: GitHub would run a line of it as a workflow command. Fix the file in place instead: `llmquiz check --fix FILE`.';

interface Failure {
  readonly path: string;
  readonly message: string;
}

/** Writes a file back to where it was read; returns the failure if it was not written. */
function written(cwd: string, { path, before, text }: FixedFile, place?: string): Failure | undefined {
  try {
    const full = resolve(cwd, path);
    // Writes through a link, so that it stays a link.
    const real = place ?? realPathOf(full);
    const obstacle = () => whyNot(full, real, before);
    const why = obstacle() ?? replaceFile(real, text, { like: statSync(real), durable: true, obstacle });
    return why === undefined ? undefined : { path, message: `${path} was not written: ${why}.` };
  } catch (error) {
    return { path, message: `Cannot write ${path}: ${writeRefusal(error)}.` };
  }
}

const changedMeanwhile = 'it was changed by another program';

/** Returns why the file at a real path must not be written: it has changed, or is elsewhere now. */
function whyNot(full: string, real: string, before: string): string | undefined {
  if (realPathOf(full) !== real) return changedMeanwhile;
  const bytes = bytesIn(real);
  if (bytes?.equals(Buffer.from(before))) return undefined;
  return bytes?.toString('utf8') === before
    ? 'it is not UTF-8, and other bytes would be lost'
    : changedMeanwhile;
}

function bytesIn(real: string): Buffer | undefined {
  try {
    return bytesOf(real);
  } catch (error) {
    if (error instanceof NotTaken) return undefined;
    throw error;
  }
}
