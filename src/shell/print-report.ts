import { appendFileSync, statSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { neutralised } from '../core/neutral.ts';
import { UserError, type World } from '../world.ts';
import { codeOf } from './event-log.ts';
import { concise } from './formats/concise.ts';
import type { Format, Page, Report } from './formats/format.ts';
import { github } from './formats/github.ts';
import { pretty } from './formats/pretty.ts';
import { statistics } from './formats/statistics.ts';
import { stepSummary } from './formats/step-summary.ts';
import { closingText } from './formats/words.ts';
import { paintFor, plainPaint } from './paint.ts';
import { isPlanted, realPathOf } from './real-path.ts';
import { replaceFile } from './replace-file.ts';

/** How a report is printed. */
export interface PrintOptions {
  /** Undefined: as fits where it goes. */
  readonly format: Format | undefined;
  /** A file to print to. */
  readonly output?: string;
  /** Counts of rules in place of the findings. */
  readonly statistics?: boolean;
}

type Place = Pick<World, 'cwd' | 'env' | 'random' | 'stdout' | 'stderr'>;

const plainPage: Page = { paint: plainPaint, columns: 0 };

/** Prints a report: on standard output, or to a file and then its closing line alone on standard output. */
export async function printReport(world: Place, report: Report, options: PrintOptions): Promise<void> {
  const { stdout, env } = world;
  const { output } = options;
  const columns = stdout.isTTY === true ? (stdout.columns ?? 80) : 0;
  const here: Page = { paint: await paintFor(world), columns };
  const page = output === undefined ? here : plainPage;
  const format = options.format ?? (page.columns > 0 ? pretty : concise);
  const print = options.statistics && format.lines ? statistics : format.print;
  const text = print(report, page);
  const isOnGithub = env.GITHUB_ACTIONS === 'true' && options.format === undefined;
  const notes = isOnGithub ? github.print(report, plainPage) : '';
  const closing = closingText(report, here);
  if (output !== undefined) {
    writeOutput(world, output, format.lines ? text + closingText(report, plainPage) : text);
    stdout.write(notes + closing);
  } else {
    const shown = isOnGithub ? notObeyed(text, world) : text;
    stdout.write(shown + notes + (format.lines ? closing : ''));
  }
  if (isOnGithub || format === github) appendSummary(world, report);
}

/** The text between marks that keep GitHub from obeying workflow commands in it: it holds lines of files. */
function notObeyed(text: string, { random }: Pick<World, 'random'>): string {
  if (text === '') return '';
  const token = Array.from({ length: 4 }, () => Math.floor(random() * 2 ** 32).toString(36)).join('');
  return `::stop-commands::${token}\n${text}::${token}::\n`;
}

function writeOutput({ cwd }: Place, output: string, text: string): void {
  const path = resolve(cwd, output);
  try {
    if (isPlanted(path))
      throw new UserError(
        `--output: ${neutralised(output)} is a link of another user in a shared folder. Choose another name.`,
      );
    // What is no file, such as /dev/stderr, must stay what it is; a link stays one.
    const before = statSync(path, { throwIfNoEntry: false });
    if (before === undefined) replaceFile(path, text, { mode: 0o666 });
    else if (before.isFile()) replaceFile(realPathOf(path), text, { like: before });
    else writeFileSync(path, text);
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    throw new UserError(`--output: ${neutralised(output)} cannot be written: ${reasons[code] ?? code}.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there',
  ENOTDIR: 'what should be its folder is a file',
  EISDIR: 'it is a folder',
  EACCES: 'you have no permission',
};

function appendSummary({ env, stderr }: Place, report: Report): void {
  const path = env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === '') return;
  try {
    appendFileSync(path, stepSummary(report));
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    stderr.write(`llmquiz: the summary of this step cannot be written: ${code}.\n`);
  }
}

/** What stands before a path that counts from the working directory, for GitHub, which counts from the repository. */
export function rootPrefix({ env, cwd }: Pick<World, 'env' | 'cwd'>): string {
  const root = env.GITHUB_WORKSPACE;
  if (env.GITHUB_ACTIONS !== 'true' || root === undefined || root === '') return '';
  const path = relative(root, cwd).split(sep).join('/');
  return path === '' || path.startsWith('..') ? '' : `${path}/`;
}
