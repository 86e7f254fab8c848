import { addOptionsLate, type Wire, type Wiring } from './shared/command.ts';
import { type BankOptions, makeBankOption, makeLangOption } from './shared/options.ts';

/** The options of `llmquiz preview`. */
export interface PreviewOptions extends BankOptions {
  readonly lang?: string;
  readonly plain?: boolean;
  readonly seed?: string;
  readonly watch?: boolean;
}

/** `llmquiz preview FILE|ID`: asks questions as a learner sees them, and records nothing. */
export const addPreview: Wire = ({ program, world, finish }) => {
  const command = program
    .command('preview')
    .description('ask questions as a learner sees them; record nothing')
    .argument('<what>', 'a deck file, a bank folder or a question id')
    .action(async (what: string, options: PreviewOptions) => {
      const { runPreview } = await import('./preview-run.ts');
      finish(await runPreview(world, what, options));
    });
  addOptionsLate(program, command, addPreviewOptions);
};

/** Adds the options of `preview`. */
export function addPreviewOptions(command: Wiring['program']): void {
  command
    .option('--watch', 'show them again when the file changes')
    .addOption(makeBankOption())
    .addOption(makeLangOption())
    .option('--plain', 'numbered prompts, for screen readers and scripts')
    .option('--seed <text>', 'fix the order of questions and options');
}
