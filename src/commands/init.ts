import { addOptionsLate, type Wire, type Wiring } from './shared/command.ts';
import { makeLangOption } from './shared/options.ts';

/** The options of `llmquiz init`. */
export interface InitOptions {
  readonly title?: string;
  readonly language?: string;
  /** Whether files for GitHub and pre-commit are written. */
  readonly ci?: boolean;
  readonly yes?: boolean;
  readonly lang?: string;
}

/** `llmquiz init [DIR]`: begins a bank, with one question of each kind. */
export const addInit: Wire = ({ program, world, finish }) => {
  const command = program
    .command('init')
    .description('begin a bank: one question of each kind, CI, editor')
    .argument('[dir]', 'the folder for it (default: the current one)')
    .action(async (dir: string | undefined, options: InitOptions) => {
      const { runInit } = await import('./init-run.ts');
      finish(await runInit(world, dir ?? '.', options));
    });
  addOptionsLate(program, command, addInitOptions);
};

/** Adds the options of `init`. */
export function addInitOptions(command: Wiring['program']): void {
  command
    .option('--title <text>', 'title of the bank (default: name of the folder)')
    .option('--language <code>', 'language of its questions, such as en, zh or de')
    .option('--no-ci', 'no files for GitHub and pre-commit')
    .option('-y, --yes', 'ask nothing')
    .addOption(makeLangOption());
}
