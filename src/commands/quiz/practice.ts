import { Option } from 'commander';
import type { ItemHead } from '#core/bank/head.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import { localStatesOf } from '#core/learner/memory/local.ts';
import { aimFrom } from '#core/learner/plan/aim.ts';
import { missedIn, planPractice } from '#core/learner/plan/practice.ts';
import { startSession } from '#core/learner/plan/session.ts';
import { findMissingLogs } from '#shell/log/missing-logs.ts';
import type { ExitCode } from '#shell/system/world.ts';
import type { Wire } from '../shared/command.ts';
import { withCommonOptions } from '../shared/options.ts';
import { pickIds, withItemOptions } from '../shared/select-items.ts';
import { closingOf } from './closing.ts';
import { seedFrom } from './dice.ts';
import { runSession } from './loop.ts';
import type { QuizOptions } from './options.ts';
import { describeNoPractice, openingOfPractice } from './practice-texts.ts';
import { readPositive, runQuiz } from './quiz.ts';
import type { OpenRooms } from './session.ts';
import { greetingFor } from './texts.ts';

interface PracticeOptions extends QuizOptions {
  readonly wrong?: boolean;
  readonly weakest?: boolean;
  readonly dueSoon?: boolean;
  /** The short name that `--limit` had before. */
  readonly l?: number;
}

/** `llmquiz practice`: asks answered questions again at any time, and leaves the schedule as it is. */
export const addPractice: Wire = ({ program, world, finish }) => {
  withCommonOptions(
    withItemOptions(
      program
        .command('practice')
        .description('practise answered questions; your schedule stays')
        .argument('[id...]', 'only these questions'),
    )
      .option('--wrong', 'only questions answered wrong in the last 14 days')
      .option('--due-soon', 'only questions due within 7 days')
      .option('--weakest', 'lowest chance of recall first (default)')
      .option('-n, --limit <count>', 'maximum number of questions (default: 20)', readPositive)
      .addOption(new Option('-l <count>').argParser(readPositive).hideHelp())
      .option('-m, --minutes <minutes>', 'stop after this many minutes', readPositive)
      .option('--plain', 'numbered prompts, for screen readers and scripts')
      .option('--seed <text>', 'fix the order of questions and options'),
  ).action(async (ids: readonly string[], options: PracticeOptions) =>
    finish(
      await runQuiz(world, options, (rooms, wanted) => {
        const named = ids.length === 0 ? undefined : pickIds(ids, rooms.bank.index);
        return practise(rooms, (head) => wanted(head) && (named?.has(head.id) ?? true), options);
      }),
    ),
  );
};

/** Plans a practice, runs it and prints the summary. */
async function practise(
  rooms: OpenRooms,
  wanted: (head: ItemHead) => boolean,
  { wrong = false, dueSoon = false, l, limit = l, minutes, seed: told, settings = {} }: PracticeOptions,
): Promise<ExitCode> {
  const { world, terminal, bank, history, log, lang } = rooms;
  const now = world.now();
  const today = studyDayOf(now);
  const { seed, random } = seedFrom(world, told);
  const selection = { heads: bank.index.heads, states: localStatesOf(history.states, now) };
  const greeting = greetingFor({
    ...{ history, log, now, bank: bank.index, lang },
    missing: findMissingLogs(log.path),
  });
  if (greeting !== '') terminal.print(greeting);
  const plan = planPractice({
    ...{ ...selection, spoilers: bank.index.spoilers, wanted, today, random, dueSoon },
    ...(limit === undefined ? {} : { limit }),
    ...(wrong ? { missed: missedIn(history.events(), today) } : {}),
  });
  if (plan.queue.length === 0) {
    terminal.print(describeNoPractice(plan, { wrong, dueSoon }, lang));
    return 0;
  }
  terminal.print(openingOfPractice(plan, lang));
  const until = minutes === undefined ? {} : { until: now.ms + minutes * 60_000 };
  const ended = await runSession(startSession(plan.queue), { ...rooms, practice: true, seed, ...until });
  const { aim } = aimFrom(settings, bank.index.decks);
  const closing = closingOf(
    ended,
    {
      input: { ...selection, states: localStatesOf(history.states, now), today, random, aim },
      ...{ bank: bank.index, history, now, practice: true },
    },
    lang,
  );
  if (closing !== '') terminal.print(closing);
  return ended.code;
}
