import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { plainPaint } from './shell/paint.ts';
import { render } from './shell/terminal/render.ts';
import { type ExitCode, isUserError, type World } from './world.ts';

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
      writeOut: (text) => world.stdout.write(text),
      writeErr: (text) => world.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'llmquiz: ')),
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

function failure(error: unknown, world: World): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isUserError(error)) {
    const columns = world.stderr.isTTY === true ? (world.stderr.columns ?? 80) : 0;
    const lines = `llmquiz: ${error.message}`.split('\n');
    world.stderr.write(render(lines, { paint: plainPaint, columns: () => columns }));
    return error.exitCode;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  world.stderr.write(
    `llmquiz: this is a bug in llmquiz, not your fault. Please report it with these lines:\n${detail}\n`,
  );
  return 3;
}
