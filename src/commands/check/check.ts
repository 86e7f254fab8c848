import type { Wire } from '../shared/command.ts';
import { type CheckFlags, withCheckFlags } from './flags.ts';

/** `llmquiz check`: reports every mistake in a bank at once. */
export const addCheck: Wire = ({ program, world, finish }) => {
  const command = program
    .command('check')
    .description('check a question bank for mistakes')
    .argument('[paths...]', 'files, folders, globs, or - (default: questions)')
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      const { runCheck } = await import('./run.ts');
      finish(await runCheck(world, paths, flags));
    });
  // Its many options would slow down every start of the quiz.
  program.hook('preSubcommand', (_, called) => {
    if (called === command) withCheckFlags(command);
  });
};
