import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';

/** The options of `llmquiz flags`. */
export interface FlagsOptions extends CommonOptions {
  readonly clear?: boolean;
  readonly all?: boolean;
  readonly format?: string;
  readonly output?: string;
  readonly yes?: boolean;
}

/** `llmquiz flags`: lists what was flagged, and reports it to the maintainers of the bank. */
export const addFlags: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('flags')
      .description('list what you flagged, or report it to the maintainers')
      .argument('[id...]', 'only these questions')
      .option('--format <markdown|json>', 'print a report for the maintainers')
      .option('-o, --output <file>', 'show that report, then write it to a file')
      .option('-y, --yes', 'do not ask first')
      .option('--clear', 'settle the flags of these questions')
      .option('--all', 'with --clear: of all questions'),
  ).action(async (ids: readonly string[], options: FlagsOptions) => {
    const { runFlags } = await import('./flags-run.ts');
    finish(await runFlags(world, ids, options));
  });
};
