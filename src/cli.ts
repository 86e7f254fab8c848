import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { oneLine } from './core/base/neutral.ts';
import { doorTo } from './shell/page/door.ts';
import { isPartMissing, partMissing } from './shell/page/part-missing.ts';
import { tell } from './shell/page/print.ts';
import { type ExitCode, isUserError, type World } from './shell/system/world.ts';

declare const LLMQUIZ_VERSION: string;

const examples = `
Without a command it asks what is due; \`llmquiz quiz --help\` has the options.
  llmquiz                        what is due, then up to ten new questions
  llmquiz --tag ffn --minutes 5  five minutes on one topic
  llmquiz check questions        is this bank in order?`;

/** Runs the program on its arguments (without node and script) and says how it ended. Never throws. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command('llmquiz')
    .description('Questions on large language models, asked when you are about to forget them.')
    .version(LLMQUIZ_VERSION)
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({
      subcommandTerm: (command) => command.name(),
      optionDescription: (option) => option.description,
    })
    .addHelpText('after', examples)
    .configureOutput({
      writeOut: (text) => doorTo(world.stdout, world).page(text),
      writeErr: (text) => doorTo(world.stderr, world).page(text),
      outputError: (text, write) => write(complaint(text)),
      getOutHelpWidth: () => world.stdout.columns ?? 80,
      getErrHelpWidth: () => world.stderr.columns ?? 80,
    });
  for (const wire of commands)
    wire({
      program,
      world,
      finish: (ended) => {
        code = ended;
      },
    });
  for (const command of program.commands)
    command
      .exitOverride()
      .copyInheritedSettings(program)
      .showHelpAfterError(`See \`llmquiz ${command.name()} --help\`.`);
  try {
    await program.parseAsync(helped(argv, program), { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, world);
  }
}

/** `help NAME` as the command itself would be asked for its help, and refused where there is no such command. */
function helped(argv: readonly string[], { commands }: Command): string[] {
  const [first, name] = argv;
  if (first !== 'help' || name === undefined) return [...argv];
  return commands.some((c) => c.name() === name) ? [name, '--help'] : [name];
}

/** What commander says of arguments, in one line but for what it proposes: a line break in it is one of an argument. */
function complaint(text: string): string {
  const [, said = '', proposed = ''] = /^(?:error: )?(.*?)(\n\(Did you mean .*\?\))?\n$/s.exec(text) ?? [
    '',
    text,
  ];
  return `llmquiz: ${oneLine(said)}${proposed}\n`;
}

function failure(error: unknown, world: World): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isUserError(error)) {
    tell(world, `llmquiz: ${error.message}`.split('\n'));
    return error.exitCode;
  }
  if (isPartMissing(error)) {
    tell(world, [`llmquiz: ${partMissing}`]);
    return 1;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  doorTo(world.stderr, world).page(
    `llmquiz: this is a bug in llmquiz, not your fault. Please report it with these lines:\n${detail}\n`,
  );
  return 3;
}
