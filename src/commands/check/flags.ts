import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '#core/base/diagnostic.ts';

/** The options of `llmquiz check` as they were typed. */
export interface CheckFlags {
  readonly format?: string;
  readonly output?: string;
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly failOn?: Severity;
  readonly maxWarnings?: number;
  /** In months. */
  readonly stale?: number;
  readonly stdinFilename?: string;
  /** A git ref. */
  readonly since?: string;
  readonly statistics?: boolean;
  /** Whether a result that is kept of the last run may be taken. */
  readonly cache?: boolean;
  readonly fix?: boolean;
  readonly diff?: boolean;
  readonly listRules?: boolean;
  readonly explain?: string;
}

/** The command with its options. */
export const withCheckFlags = (command: Command): Command =>
  command
    .option('--format <format>', 'pretty, concise, json, github, sarif or junit')
    .option('--output <file>', 'write the report to this file')
    .option('--select <rules>', 'look for these rules or groups only (all: every one)', listed)
    .option('--ignore <rules>', 'do not look for these rules or groups', listed)
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 from this severity on (default: error)').choices([
        'error',
        'warning',
        'info',
      ]),
    )
    .option('--max-warnings <count>', 'exit with 1 if there are more warnings', wholeNumber)
    .option('--stale <months>', 'how old a fact that ages may be (default: 36)', wholeNumber)
    .option('--stdin-filename <path>', 'what standard input (-) is called')
    .option('--since <ref>', 'compare ids and keys with those at a git ref')
    .option('--statistics', 'how many findings each rule has')
    .option('--fix', 'apply safe fixes, then check')
    .option('--diff', 'show what --fix would do; exit code 1 if anything')
    .option('--no-cache', 'check anew, though nothing has changed')
    .option('--list-rules', 'all rules that there are')
    .option('--explain <rule>', 'what a rule looks for, and why');

/** A list with commas, added to what was named before. */
function listed(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It is not a whole number.');
  return Number(text);
}
