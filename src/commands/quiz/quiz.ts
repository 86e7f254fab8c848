import { InvalidArgumentError } from 'commander';
import { aliasesOf } from '#core/bank/aliases.ts';
import type { BankIndex } from '#core/bank/compile.ts';
import type { ItemHead } from '#core/bank/head.ts';
import { nearest } from '#core/base/nearest.ts';
import { type Lang, pick } from '#core/base/text.ts';
import { openBank } from '#shell/bank/open-bank.ts';
import { deviceIn } from '#shell/log/device.ts';
import { openLog } from '#shell/log/event-log.ts';
import { openHistory, refuseNewer } from '#shell/log/history.ts';
import { pathsOf } from '#shell/system/paths.ts';
import { type ExitCode, UserError, type World } from '#shell/system/world.ts';
import { openTerminal } from '#shell/terminal/open-terminal.ts';
import type { Leave, Terminal } from '#shell/terminal/shared/terminal.ts';
import type { Wire } from '../shared/command.ts';
import { languageOf, withCommonOptions } from '../shared/options.ts';
import type { QuizOptions } from './options.ts';
import { sit } from './session.ts';

/** `llmquiz`, `llmquiz quiz`: asks what is due, then new questions. */
export const quiz: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    program
      .command('quiz', { isDefault: true })
      .description('ask what is due, then new questions (the default)')
      .argument('[unknown...]')
      .usage('[options]')
      .option('-d, --deck <name>', 'only this deck (repeatable)', collect)
      .option('-t, --tag <tag>', 'only questions with this tag (repeatable)', collect)
      .option('-n, --new <count>', 'this many new questions (default: up to 10 a day)', count)
      .option('-l, --limit <count>', 'at most this many questions (default: 40)', positive)
      .option('-m, --minutes <minutes>', 'stop after this many minutes', positive)
      .option('--plain', 'numbered lines and typed answers, without redraws')
      .option('--seed <text>', 'the same order of questions and options each time'),
  ).action(async (unknown: readonly string[], options: QuizOptions) => {
    refuseUnknown(unknown, ['help', ...program.commands.map((c) => c.name())]);
    finish(await runQuiz(world, options));
  });
};

/** Names are compared with composed letters: a keyboard and macOS's file system may take them apart. */
const collect = (value: string, before: readonly string[] = []) => [...before, value.normalize()];

function count(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It must be a whole number.');
  const n = Number(value);
  if (n > most) throw new InvalidArgumentError('It must be at most 1,000,000.');
  return n;
}

const most = 1_000_000;

function positive(value: string): number {
  const n = count(value);
  if (n === 0) throw new InvalidArgumentError('It must be at least 1.');
  return n;
}

function refuseUnknown([first]: readonly string[], commands: readonly string[]): void {
  if (first === undefined) return;
  if (commands.includes(first))
    throw new UserError(
      `What belongs to a command comes after it: write \`llmquiz ${first}\` first, then its options.`,
    );
  const near = nearest(first, commands);
  const hint = near === undefined ? '' : ` Did you mean \`llmquiz ${near}\`?`;
  throw new UserError(`There is no command \`${first}\`.${hint} See \`llmquiz --help\`.`);
}

/** Opens what a session needs, runs it, and closes everything, however it ends. */
async function runQuiz(world: World, options: QuizOptions): Promise<ExitCode> {
  const lang = languageOf(world, options.lang);
  const paths = pathsOf(world, options.dataDir);
  const bank = await openBank(world, options, paths);
  const wanted = wantedBy(options, bank.index, lang);
  const held = bank.hold();
  const history = openHistory(paths.events, paths.cache, aliasesOf(bank.index));
  refuseNewer(history);
  const device = deviceIn(paths.events, world.machine());
  const log = openLog(paths.events, device, history.seqOf(device), world);
  const terminal = whileRead(await openTerminal(world, { lang, plain: options.plain === true }), world);
  await held;
  let lost: string | undefined;
  let code: ExitCode;
  try {
    code = await sit({ world, terminal, bank, history, log, lang }, wanted, options);
  } finally {
    terminal.close();
    lost = log.close();
    history.save();
  }
  if (lost !== undefined) throw new UserError(notKept(log.path, lost, lang), 1);
  return code;
}

function notKept(path: string, reason: string, lang: Lang): string {
  return pick(
    {
      en: `Answers of this session are missing from ${path}: another program replaced or removed it, and they cannot be written again (${reason}). Restore the file, then run \`llmquiz doctor\`.`,
      zh: `${path} 里缺少这次练习的回答：文件被别的程序替换或删除，也无法重新写入（${reason}）。请恢复该文件，然后运行 \`llmquiz doctor\`。`,
    },
    lang,
  );
}

/** The terminal as long as its output is read: once that is closed, nobody sees what is asked, and every reply is to leave. */
function whileRead(terminal: Terminal, { stdout }: World): Terminal {
  let left: Leave | undefined;
  const closed = new Promise<Leave>((resolve) => {
    stdout.once('error', () => {
      left = { type: 'leave', code: 0 };
      resolve(left);
    });
  });
  return {
    ...terminal,
    async ask(question) {
      const reply = await Promise.race([closed, terminal.ask(question)]);
      // That the question could not be printed is known only in the next turn of the event loop.
      await new Promise(setImmediate);
      return left ?? reply;
    },
    feedback: (feedback) => Promise.race([closed, terminal.feedback(feedback)]),
    choose: (choices) => Promise.race([closed, terminal.choose(choices)]),
  };
}

/** Which items the options ask for; says what there is where they match none. */
function wantedBy(
  { deck, tag }: QuizOptions,
  { decks, heads }: BankIndex,
  lang: Lang,
): (head: ItemHead) => boolean {
  const refuse = (en: string, zh: string, code: ExitCode = 2) => {
    throw new UserError(pick({ en, zh }, lang), code);
  };
  if (heads.length === 0) refuse('The bank has no questions.', '题库里没有题。', 1);
  const shortName = (name: string) => name.normalize().replace(/^\d+-/, '');
  for (const name of deck ?? [])
    if (!decks.some((d) => d.name.normalize() === name || shortName(d.name) === name))
      refuse(
        `There is no deck \`${name}\`. The decks are: ${decks.map((d) => shortName(d.name)).join(', ')}.`,
        `没有题组 \`${name}\`。现有题组：${decks.map((d) => shortName(d.name)).join('，')}。`,
      );
  const tags = tag === undefined ? [] : [...new Set(heads.flatMap((h) => h.tags))].sort();
  for (const name of tag ?? []) {
    if (tags.includes(name)) continue;
    const near = nearest(name, tags);
    refuse(
      `No question has the tag \`${name}\`. ${near ? `Did you mean \`${near}\`?` : `The tags are: ${tags.join(', ')}.`}`,
      `没有题带标签 \`${name}\`。${near ? `是不是 \`${near}\`？` : `现有标签：${tags.join('，')}。`}`,
    );
  }
  const wanted = (head: ItemHead) =>
    (deck === undefined || deck.some((d) => d === head.deck.normalize() || d === shortName(head.deck))) &&
    (tag === undefined || tag.some((t) => head.tags.includes(t)));
  if (!heads.some(wanted))
    refuse('No question is in such a deck and has such a tag.', '没有题既在这个题组里又带这个标签。');
  return wanted;
}
