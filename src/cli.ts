import { Command, CommanderError } from 'commander';
import { applySettings } from './commands/apply-settings.ts';
import { commands } from './commands/index.ts';
import { neutraliseLine } from './core/base/neutral.ts';
import { doorTo } from './shell/page/door.ts';
import { isPartMissing, partMissing } from './shell/page/part-missing.ts';
import { reportLines } from './shell/page/print.ts';
import { type ExitCode, isUserError, type World } from './shell/system/world.ts';

declare const LLMQUIZ_VERSION: string;

/** What stands below the list of commands, in words that run as they are typed. */
function examplesFor(calledAs: string): string {
  const rows = [
    ['', 'review due questions, then learn new ones'],
    ['--tag ffn --minutes 5', 'five minutes on one topic'],
    ['check questions', 'check a question bank for mistakes'],
  ] as const;
  const width = calledAs.length + Math.max(...rows.map(([words]) => words.length));
  return [
    '',
    `Without a command, llmquiz starts the quiz. For its options: ${calledAs} quiz --help`,
    ...rows.map(([words, does]) => `  ${`${calledAs} ${words}`.padEnd(width + 3)}${does}`),
  ].join('\n');
}

/** Runs the program on its arguments (without node and script) and returns the exit code. Never throws. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command(world.calledAs)
    .description('A quiz on large language models that repeats each question before you forget it.')
    .version(LLMQUIZ_VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .exitOverride()
    .showSuggestionAfterError()
    .configureHelp({
      subcommandTerm: (command) => command.name(),
      optionDescription: (option) => option.description,
    })
    .addHelpText('after', () => examplesFor(world.calledAs))
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
      .hook('preAction', (_, action) => applySettings(action, world))
      .showHelpAfterError(`See \`${world.calledAs} ${command.name()} --help\`.`);
  try {
    await program.parseAsync(helped(argv, program), { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, world);
  }
}

/** Rewrites `help NAME` to `NAME --help`, so that an unknown command gets the same error as anywhere else. */
function helped(argv: readonly string[], { commands }: Command): string[] {
  const [first, name] = argv;
  if (first !== 'help' || name === undefined) return [...argv];
  return commands.some((c) => c.name() === name) ? [name, '--help'] : [name];
}

/** Commander's error about arguments as a sentence. It fits in one line: a line break before the suggestion comes from an argument. */
function complaint(text: string): string {
  const [, error = '', suggestion = ''] = /^(?:error: )?(.*?)(\n\(Did you mean .*\?\))?\n$/s.exec(text) ?? [
    '',
    text,
  ];
  return `llmquiz: ${sentence(neutraliseLine(error))}${suggestion}\n`;
}

const sentence = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`;

function failure(error: unknown, world: World): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isUserError(error)) {
    reportLines(world, `llmquiz: ${error.message}`.split('\n'));
    return error.exitCode;
  }
  if (isPartMissing(error)) {
    reportLines(world, [`llmquiz: ${partMissing}`]);
    return 1;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  doorTo(world.stderr, world).page(
    `llmquiz: This is a bug in llmquiz. Please report it with these lines:\n${detail}\n`,
  );
  return 3;
}
