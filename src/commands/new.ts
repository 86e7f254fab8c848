import { addOptionsLate, type Wire, type Wiring } from './shared/command.ts';
import { type BankOptions, makeBankOption, makeLangOption } from './shared/options.ts';

/** The options of `llmquiz new`. */
export interface NewOptions extends BankOptions {
  readonly deck?: string;
  readonly lang?: string;
}

/** `llmquiz new KIND`: opens the editor on a question to write over, checks it, and adds it to a deck. */
export const addNew: Wire = ({ program, world, finish }) => {
  const command = program
    .command('new')
    .description('write a question in your editor, and add it to a deck')
    .argument('[kind]', 'a kind of question, such as choice or number')
    .action(async (kind: string | undefined, options: NewOptions) => {
      const { runNew } = await import('./new-run.ts');
      finish(await runNew(world, kind, options));
    });
  addOptionsLate(program, command, addNewOptions);
};

/** Adds the options of `new`. */
export function addNewOptions(command: Wiring['program']): void {
  command
    .option('-d, --deck <name>', 'the deck that it is for')
    .addOption(makeBankOption())
    .addOption(makeLangOption());
}
