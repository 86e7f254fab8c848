import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Option } from 'commander';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { Paint } from '../shell/paint.ts';
import { paintFor } from '../shell/paint.ts';
import { type ExitCode, UserError, type World } from '../world.ts';
import type { Wire } from './command.ts';

interface CheckOptions {
  readonly format?: 'pretty' | 'concise';
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly since?: string;
}

/** `llmquiz check`: what is wrong with a bank, all at once. */
export const check: Wire = ({ program, world, finish }) => {
  program
    .command('check')
    .description('what is wrong with a bank; exit code 1 if anything is')
    .argument('[paths...]', 'deck files, or folders of them (default: questions)')
    .addOption(
      new Option('--format <format>', 'pretty (the default on a terminal) or concise').choices([
        'pretty',
        'concise',
      ]),
    )
    .option('--fix', 'mend what can be mended safely, then check')
    .option('--diff', 'show what --fix would do; exit code 1 if anything')
    .option('--since <ref>', 'compare with the bank at a git ref: ids gone or reused, keys changed unsaid')
    .action(async (paths: readonly string[], options: CheckOptions) =>
      finish(await runCheck(world, paths, options)),
    );
};

/** Prints all findings and a closing line. */
export async function runCheck(
  world: World,
  paths: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const [{ readBankFiles }, { checkBank, readBase }, { concise, pretty, summary }] = await Promise.all([
    import('../shell/bank-files.ts'),
    import('../core/check/check.ts'),
    import('../shell/report.ts'),
  ]);
  const named = paths.length > 0 ? paths : [defaultPath(world)];
  const { companions, whole, ...read } = readBankFiles(named, world.cwd);
  let { files } = read;
  if (options.fix || options.diff) {
    const { mendFiles } = await import('../shell/mend-files.ts');
    const findingsOf = (now: typeof files) => checkBank([...now, ...companions], { whole }).diagnostics;
    const mended = await mendFiles(world, files, findingsOf, { diff: options.diff === true });
    if (mended.code !== undefined) return mended.code;
    files = mended.files;
  }
  const before = await filesSince(world, named, options.since);
  const base = before === undefined ? {} : { base: readBase(before) };
  const { located, diagnostics } = checkBank([...files, ...companions], { whole, ...base });
  const wanted = new Set(files.map((file) => file.path));
  const findings = diagnostics.filter((d) => wanted.has(d.path));
  const paint: Paint = await paintFor(world);
  const format = options.format ?? (world.stdout.isTTY === true ? 'pretty' : 'concise');
  const texts = new Map(located.files.map((file) => [file.path, file.text]));
  const width = world.stdout.columns ?? 100;
  const shown = format === 'pretty' ? pretty(findings, { texts, paint, width }) : concise(findings);
  const decks = located.decks.length;
  const counts = { files: files.length, decks, questions: located.items.length };
  world.stdout.write([...shown, summary(findings, counts, paint)].map((line) => `${line}\n`).join(''));
  return findings.some(isError) ? 1 : 0;
}

/** The bank's files as they were at a git ref, where one was given. */
async function filesSince(world: World, named: readonly string[], ref: string | undefined) {
  if (ref === undefined) return undefined;
  const { readGitFiles } = await import('../shell/git-files.ts');
  return readGitFiles(named, world, ref);
}

function defaultPath({ cwd }: World): string {
  if (existsSync(join(cwd, 'questions'))) return 'questions';
  throw new UserError(
    'Name what to check: a deck file, or the directory of a bank (there is no questions/ here).',
  );
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
