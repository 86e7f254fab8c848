import { InvalidArgumentError } from 'commander';
import type { ItemHead } from '#core/bank/head.ts';
import { isCalendarDate } from '#core/base/calendar.ts';
import { findNearest } from '#core/base/nearest.ts';
import { pickLanguage, type Text } from '#core/base/text.ts';
import { openBank } from '#shell/bank/open-bank.ts';
import { recorderAfter } from '#shell/log/recorder.ts';
import { languageOf } from '#shell/system/language.ts';
import { pathsOf } from '#shell/system/paths.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { askWhether } from '#shell/terminal/ask-first.ts';
import { openTerminal } from '#shell/terminal/open-terminal.ts';
import type { Leave, Terminal } from '#shell/terminal/shared/terminal.ts';
import type { Wire } from '../shared/command.ts';
import { makeReviewsOption, withCommonOptions } from '../shared/options.ts';
import { readHistory } from '../shared/rooms.ts';
import { selectItems, withItemOptions } from '../shared/select-items.ts';
import type { QuizOptions } from './options.ts';
import { type OpenRooms, planAndRun } from './session.ts';

/** `llmquiz`, `llmquiz quiz`: asks the due questions, then new ones. */
export const addQuiz: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    withItemOptions(
      program
        .command('quiz', { isDefault: true })
        .description('review due questions, then learn new ones (default)')
        .argument('[unknown...]')
        .usage('[options]'),
    )
      .option('-n, --new <count>', 'number of new questions (default: up to 10 a day)', readCount)
      .option('-l, --limit <count>', 'maximum number of questions (default: 40)', readPositive)
      .option('-m, --minutes <minutes>', 'stop after this many minutes', readPositive)
      .addOption(makeReviewsOption())
      .option('--deadline <date>', 'learn all by this date, such as 2027-06-30', readDate)
      .option('--plain', 'numbered prompts, for screen readers and scripts')
      .option('--seed <text>', 'fix the order of questions and options'),
  ).action(async (unknown: readonly string[], options: QuizOptions) => {
    refuseUnknown(unknown, ['help', ...program.commands.map((c) => c.name())]);
    finish(await runQuiz(world, options, planAndRun));
  });
};

/** Reads a whole number. */
function readCount(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  const n = Number(value);
  if (n > most) throw new InvalidArgumentError('It must be at most 1,000,000.');
  return n;
}

const most = 1_000_000;

/** Reads a whole number above zero. */
export function readPositive(value: string): number {
  const n = readCount(value);
  if (n === 0) throw new InvalidArgumentError('It must be at least 1.');
  return n;
}

/** Reads a date, or `none`. */
function readDate(value: string): string {
  const text = value.normalize('NFKC').toLowerCase();
  if (text === 'none' || isCalendarDate(text)) return text;
  throw new InvalidArgumentError('It must be a date, such as 2027-06-30, or `none`.');
}

function refuseUnknown([first]: readonly string[], commands: readonly string[]): void {
  if (first === undefined) return;
  if (commands.includes(first))
    throw new UserError({
      en: `Options go after the command: \`llmquiz ${first} [options]\`.`,
      zh: `选项要写在命令之后：\`llmquiz ${first} [options]\`。`,
    });
  const near = findNearest(first, commands);
  const hint =
    near === undefined
      ? { en: 'List the commands with `llmquiz --help`.', zh: '可用 `llmquiz --help` 查看全部命令。' }
      : { en: `Did you mean \`llmquiz ${near}\`?`, zh: `你是否想输入 \`llmquiz ${near}\`？` };
  throw new UserError({
    en: `Unknown command \`${first}\`. ${hint.en}`,
    zh: `未知命令 \`${first}\`。${hint.zh}`,
  });
}

/** Runs a session in rooms that are open; `wanted` is what the options select. */
type Play<O> = (rooms: OpenRooms, wanted: (head: ItemHead) => boolean, options: O) => Promise<ExitCode>;

/** Opens what a session needs, runs it, and closes everything, however it ends. */
export async function runQuiz<O extends QuizOptions>(
  world: World,
  options: O,
  play: Play<O>,
): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const paths = pathsOf(world, options.dataDir);
  const bank = await openBank(world, { ...options, lang }, paths);
  const wanted = selectItems(options, bank.index, lang);
  const held = bank.hold();
  const history = await readHistory(world, paths, bank, lang, askWhether);
  const log = recorderAfter(history, paths.events, world).open();
  const terminal = whileRead(await openTerminal(world, { lang, plain: options.plain === true }), world);
  await held;
  let lost: Text | undefined;
  let code: ExitCode;
  try {
    code = await play({ world, terminal, bank, history, log, lang }, wanted, options);
  } finally {
    terminal.close();
    lost = log.close();
    history.save();
  }
  if (lost !== undefined) throw new UserError(notKept(log.path, lost), 1);
  return code;
}

function notKept(path: string, reason: Text): Text {
  const [en, zh] = [pickLanguage(reason, 'en'), pickLanguage(reason, 'zh')];
  return {
    en: `Some answers of this session are missing from ${path}. Another program replaced or removed the file, and they could not be written again (${en}). Restore the file, then run \`llmquiz doctor\`.`,
    zh: `${path} 缺少本次练习的部分回答：文件被其他程序替换或删除，且无法重新写入（${zh}）。请恢复该文件，再运行 \`llmquiz doctor\`。`,
  };
}

/** Loads what grades typed answers once the first question is on screen: later, an upgrade of the program may have replaced it. */
async function loadGraders(): Promise<void> {
  await new Promise(setImmediate);
  try {
    await Promise.all([
      import('#core/question/typed/matchers.ts'),
      import('#core/question/typed/quantities/readers.ts'),
    ]);
  } catch {
    // Whoever needs them is told so when an answer is graded.
  }
}

/** The terminal while its output is open: once that is closed, nobody sees the questions, so every reply is to leave. */
function whileRead(terminal: Terminal, { stdout }: World): Terminal {
  let left: Leave | undefined;
  const closed = new Promise<Leave>((resolve) => {
    stdout.once('error', () => {
      left = { type: 'leave', code: 0 };
      resolve(left);
    });
  });
  let graders: Promise<unknown> | undefined;
  return {
    ...terminal,
    async ask(question) {
      const asked = terminal.ask(question);
      graders ??= loadGraders();
      const reply = await Promise.race([closed, asked]);
      await graders;
      // That the question could not be printed is known only in the next turn of the event loop.
      await new Promise(setImmediate);
      return left ?? reply;
    },
    feedback: (feedback) => Promise.race([closed, terminal.feedback(feedback)]),
    read: (text) => Promise.race([closed, terminal.read(text)]),
    choose: (choices, isAsked) => Promise.race([closed, terminal.choose(choices, isAsked)]),
  };
}
