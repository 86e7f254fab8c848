import { appendFileSync } from 'node:fs';
import { isOnGithub } from '../page/ci-commands.ts';
import { doorTo, pageOf } from '../page/door.ts';
import { paintFor, plainPaint } from '../page/paint.ts';
import { columnsOf, reportLines } from '../page/print.ts';
import { writeRefusal } from '../system/errno.ts';
import { pathUnder } from '../system/path-under.ts';
import type { World } from '../system/world.ts';
import { writeOutput } from '../system/write-output.ts';
import { closingTextOf } from './formats/closing.ts';
import { concise } from './formats/concise.ts';
import type { Format, Page, Report } from './formats/format.ts';
import { github } from './formats/github.ts';
import { pretty } from './formats/pretty.ts';
import { statisticsOf } from './formats/statistics.ts';
import { stepSummaryOf } from './formats/step-summary.ts';

/** Options for printing a report. */
export interface PrintOptions {
  /** Undefined: pretty on a terminal, else concise. */
  readonly format: Format | undefined;
  /** The file to print to. */
  readonly output?: string;
  /** Print counts per rule instead of findings. */
  readonly statistics?: boolean;
}

type Place = Pick<World, 'cwd' | 'env' | 'stdout' | 'stderr' | 'calledAs'>;

const plainPage: Page = { paint: plainPaint, columns: 0 };

/** Prints a report to standard output, or to a file; then standard output gets only the closing line. */
export async function printReport(world: Place, report: Report, options: PrintOptions): Promise<void> {
  const { output } = options;
  const door = doorTo(world.stdout, world);
  const here: Page = { paint: await paintFor(world), columns: columnsOf(world.stdout) };
  const page = output === undefined ? here : plainPage;
  const format = options.format ?? (page.columns > 0 ? pretty : concise);
  const print = options.statistics && format.lines ? statisticsOf : format.print;
  const text = print(report, page);
  const isAnnotated = isOnGithub(world) && options.format === undefined;
  if (output !== undefined) {
    const whole = format.lines ? text + closingTextOf(report, plainPage) : text;
    writeOutput(world, output, format === github ? whole : pageOf(whole, world));
  } else if (format === github) door.commands(text);
  else door.page(text);
  if (isAnnotated) door.commands(github.print(report, plainPage));
  if (output !== undefined || format.lines) door.page(closingTextOf(report, here));
  if (isAnnotated || format === github) appendSummary(world, report);
}

function appendSummary(world: Place, report: Report): void {
  const path = world.env.GITHUB_STEP_SUMMARY;
  if (path === undefined || path === '') return;
  try {
    appendFileSync(path, pageOf(stepSummaryOf(report), world));
  } catch (error) {
    reportLines(world, [`llmquiz: cannot write the summary of this step: ${writeRefusal(error)}.`]);
  }
}

/** Returns the prefix that makes a path relative to the working directory relative to the repository, as GitHub needs it. */
export function rootPrefixOf({ env, cwd }: Pick<World, 'env' | 'cwd'>): string {
  const root = env.GITHUB_WORKSPACE;
  if (!isOnGithub({ env }) || root === undefined || root === '') return '';
  const path = pathUnder(root, cwd) ?? '';
  return path === '' ? '' : `${path}/`;
}
