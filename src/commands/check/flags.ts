import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '#core/base/diagnostic.ts';
import type { Severities } from '#core/check/selection.ts';

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
  /** A git ref: only what a change since then touched is reported. */
  readonly changed?: string;
  /** Patterns as in .gitignore. */
  readonly exclude?: readonly string[];
  /** The file of findings that are known. */
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** In bank.yaml alone. */
  readonly severity?: Severities;
  readonly statistics?: boolean;
  /** Whether a cached result may be used. */
  readonly cache?: boolean;
  readonly fix?: boolean;
  readonly diff?: boolean;
  /** Checks again at each change. */
  readonly watch?: boolean;
  readonly listRules?: boolean;
  readonly explain?: string;
}

/** Adds the options to the command. */
export const withCheckFlags = (command: Command): Command =>
  command
    .option('--format <format>', 'pretty, concise, json, github, gitlab, sarif or junit')
    .option('--output <file>', 'write the report to this file')
    .option('--select <rules>', 'run only these rules or groups ("all": every rule)', listed)
    .option('--ignore <rules>', 'skip these rules or groups', listed)
    .addOption(
      new Option('--fail-on <severity>', 'lowest severity that exits with 1 (default: error)').choices([
        'error',
        'warning',
        'info',
      ]),
    )
    .option('--max-warnings <count>', 'exit with 1 above this many warnings', wholeNumber)
    .option('--stale <months>', 'report dated facts older than this (default: 36)', wholeNumber)
    .option('--stdin-filename <path>', 'file name to report for standard input')
    .option('--since <ref>', 'report ids and answers changed since this git ref')
    .option('--changed <ref>', 'report only on questions changed since this git ref')
    .option('--exclude <patterns>', 'leave these files alone, as in .gitignore', listed)
    .option('--baseline <file>', 'report only what this file does not list')
    .option('--update-baseline', 'make that file, or drop from it what is fixed')
    .option('--statistics', 'print counts per rule instead of findings')
    .option('--fix', 'apply safe fixes, then check')
    .option('--diff', 'print what --fix would change; exit with 1 if any')
    .option('--watch', 'check again at each change, print what changed')
    .addOption(new Option('--lang <tag>').argParser(refuseLanguage).hideHelp())
    .option('--no-cache', 'ignore cached results')
    .option('--list-rules', 'list all rules')
    .option('--explain <rule>', 'explain a rule');

/** Other commands have it, so it is asked for here too. */
function refuseLanguage(): never {
  throw new InvalidArgumentError(
    'check judges each text in the language of its deck, which is `language` in the deck or in bank.yaml, so it has no --lang.',
  );
}

/** Adds a comma-separated list to the names given before. */
function listed(text: string, before: readonly string[] = []): readonly string[] {
  const names = text.split(',').map((name) => name.trim());
  return [...before, ...names.filter((name) => name !== '')];
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}
