import { Command, CommanderError } from 'commander';
import { languageOf } from '#shell/system/language.ts';
import { applySettings } from './commands/apply-settings.ts';
import { commands } from './commands/index.ts';
import { neutraliseLine } from './core/base/neutral.ts';
import { inLanguage, type Lang, pickLanguage } from './core/base/text.ts';
import { doorTo } from './shell/page/door.ts';
import { isPartMissing, partMissing } from './shell/page/part-missing.ts';
import { reportLines } from './shell/page/print.ts';
import { type ExitCode, isUserError, messagesOf, type World } from './shell/system/world.ts';

declare const LLMQUIZ_VERSION: string;

/** What stands below the list of commands, in words that run as they are typed. */
function examplesFor(calledAs: string, lang: Lang): string {
  const t = inLanguage(lang);
  const rows = [
    ['', t('review due questions, then learn new ones', '先复习待复习的题，再学新题')],
    ['--tag ffn --minutes 5', t('five minutes on one topic', '用五分钟练一个主题')],
    ['check questions', t('check a question bank for mistakes', '检查题库中的错误')],
  ] as const;
  const width = calledAs.length + Math.max(...rows.map(([words]) => words.length));
  return [
    '',
    t(
      `Without a command, llmquiz starts the quiz. For its options: ${calledAs} quiz --help`,
      `不写命令时开始测验。测验的选项：${calledAs} quiz --help`,
    ),
    ...rows.map(([words, does]) => `  ${`${calledAs} ${words}`.padEnd(width + 3)}${does}`),
  ].join('\n');
}

/** Runs the program on its arguments (without node and script) and returns the exit code. Never throws. */
export async function main(argv: readonly string[], world: World): Promise<ExitCode> {
  let code: ExitCode = 0;
  const lang = toldLanguage(argv, world);
  // Without arguments there is nothing to explain and nothing to complain about.
  const chinese = lang === 'zh' && argv.length > 0 ? await import('./commands/chinese.ts') : undefined;
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
    .addHelpText('after', () => examplesFor(world.calledAs, lang))
    .configureOutput({
      writeOut: (text) => doorTo(world.stdout, world).page(text),
      writeErr: (text) => doorTo(world.stderr, world).page(text),
      outputError: (text, write) => write(chinese?.translateComplaint(text) ?? complaint(text)),
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
      .showHelpAfterError(seeHelp(`${world.calledAs} ${command.name()} --help`, lang));
  chinese?.translateHelp(program);
  try {
    await program.parseAsync(helped(argv, program), { from: 'user' });
    return code;
  } catch (error) {
    return failure(error, world, lang);
  }
}

/** The language of help and errors, before the arguments are read: that of `--lang`, else of the locale. */
function toldLanguage(argv: readonly string[], world: World): Lang {
  const at = argv.indexOf('--lang');
  const told = at === -1 ? argv.find((word) => word.startsWith('--lang='))?.slice(7) : argv[at + 1];
  return languageOf(world, told !== undefined && /^[a-z]{2,3}\b/.test(told) ? told : undefined);
}

const seeHelp = (command: string, lang: Lang) =>
  pickLanguage({ en: `See \`${command}\`.`, zh: `请看 \`${command}\`。` }, lang);

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

function failure(error: unknown, world: World, lang: Lang): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (isUserError(error)) {
    reportLines(
      world,
      messagesOf(error, lang).map((line, i) => (i === 0 ? `llmquiz: ${line}` : line)),
    );
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
