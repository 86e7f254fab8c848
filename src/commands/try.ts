import type { Wire } from './shared/command.ts';
import { type CommonOptions, withCommonOptions } from './shared/options.ts';

/** The options of `llmquiz try`. */
export interface TryOptions extends CommonOptions {
  readonly json?: boolean;
}

/** `llmquiz try ID`: judges typed answers from lines and says why, for whoever writes the question. */
export const addTry: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('try')
      .description('judge answers from lines, say why, and record nothing')
      .argument('<id>', 'a question id')
      .option('--json', 'print JSON, one line for each answer'),
  ).action(async (id: string, options: TryOptions) => {
    const { runTry } = await import('./try-run.ts');
    finish(await runTry(world, id.normalize(), options));
  });
};
