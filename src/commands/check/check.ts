import type { Wire } from '../shared/command.ts';
import { type CheckFlags, withCheckFlags } from './flags.ts';

/** `llmquiz check`: what is wrong with a bank, all at once. */
export const check: Wire = ({ program, world, finish }) => {
  const command = program
    .command('check')
    .description('what is wrong with a bank; exit code 1 if anything is')
    .argument('[paths...]', 'files, folders, globs, or - (default: questions)')
    .action(async (paths: readonly string[], flags: CheckFlags) => {
      const { runCheck } = await import('./run.ts');
      finish(await runCheck(world, paths, flags));
    });
  // Its many options would cost every start of the quiz a part of a millisecond.
  program.hook('preSubcommand', (_, called) => {
    if (called === command) withCheckFlags(command);
  });
};
