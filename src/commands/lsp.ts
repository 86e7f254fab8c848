import type { Wire } from './shared/command.ts';

/** `llmquiz lsp`: checks a bank in the editor that starts it, while it is written. */
export const addLsp: Wire = ({ program, world, finish }) => {
  program
    .command('lsp')
    .description('check a bank in an editor while you write (LSP)')
    .option('--stdio', 'use standard input and output, as always')
    .action(async () => {
      const { runServer } = await import('./check/lsp/serve.ts');
      finish(await runServer(world));
    });
};
