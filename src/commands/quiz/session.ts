import type { ItemHead } from '#core/bank/head.ts';
import type { Lang } from '#core/base/text.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import { localStatesOf } from '#core/learner/memory/local.ts';
import { aimFrom } from '#core/learner/plan/aim.ts';
import { type Plan, type PlanInput, planSession } from '#core/learner/plan/plan.ts';
import { startSession } from '#core/learner/plan/session.ts';
import { findMissingLogs } from '#shell/log/missing-logs.ts';
import type { ExitCode } from '#shell/system/world.ts';
import type { Terminal } from '#shell/terminal/shared/terminal.ts';
import { closingOf } from './closing.ts';
import { seedFrom } from './dice.ts';
import { describeFocus } from './focus-texts.ts';
import { runSession, type Sitting } from './loop.ts';
import type { QuizOptions } from './options.ts';
import { makePrimerOffer } from './primers.ts';
import { aimOf } from './session-aim.ts';
import * as texts from './texts.ts';

/** What a session needs, opened. */
export type OpenRooms = Omit<Sitting, 'seed' | 'until' | 'atMost' | 'practice' | 'aim' | 'primerFor'>;

/** Plans a session, runs it and prints the summary. */
export async function planAndRun(
  rooms: OpenRooms,
  wanted: (head: ItemHead) => boolean,
  options: QuizOptions,
): Promise<ExitCode> {
  const { deck, limit, new: fresh, minutes, seed: told } = options;
  const { world, terminal, bank, history, log, lang } = rooms;
  const now = world.now();
  const { seed, random } = seedFrom(world, told);
  const { aim, unknown } = aimOf(options, bank.index, studyDayOf(now), lang);
  const input: PlanInput = {
    heads: bank.index.heads,
    spoilers: bank.index.spoilers,
    states: localStatesOf(history.states, now),
    today: studyDayOf(now),
    random,
    wanted,
    aim,
    ...(limit === undefined ? {} : { limit }),
    ...(fresh === undefined ? {} : { fresh }),
  };
  const greeting = texts.greetingFor({
    ...{ history, log, now, bank: bank.index, lang },
    missing: findMissingLogs(log.path),
  });
  if (greeting !== '') terminal.print(greeting);
  if (history.last === undefined && mayOffer(options, rooms)) {
    const code = await offerPlacement(rooms);
    if (code !== undefined) return code;
  }
  const first = planSession(input);
  const focus = describeFocus(
    { aim, unknown, plan: first, today: input.today, decks: bank.index.decks },
    lang,
  );
  if (first.queue.length === 0 && focus.length > 0) terminal.print(focus.join('\n'));
  const planned = await withOffer(first, input, terminal, lang);
  if (planned.queue.length === 0) return planned.code ?? 0;
  const introduced = deck === undefined ? '' : texts.introductionsOf(planned, bank.index, input, lang);
  if (introduced !== '') terminal.print(greeting === '' ? introduced : `\n${introduced}`);
  const opening = texts.openingOf(planned, lang);
  terminal.print(first.queue.length > 0 ? [...focus, opening].join('\n') : opening);
  const until = minutes === undefined ? {} : { until: now.ms + minutes * 60_000 };
  const ended = await runSession(startSession(planned.queue), {
    ...{ ...rooms, seed, aim, ...until },
    primerFor: makePrimerOffer(bank.index, history),
  });
  const after = { ...input, states: localStatesOf(history.states, now) };
  // What was typed is for once, except a deadline: that will be typed again, and concerns what was selected with it.
  const isOnce = options.deadline === undefined;
  const lasting = { wanted: () => true, aim: aimFrom(options.settings ?? {}, bank.index.decks).aim };
  const next = isOnce ? { ...after, ...lasting } : after;
  const closing = closingOf(ended, { input: next, bank: bank.index, history, now }, lang);
  if (closing !== '') terminal.print(closing);
  return ended.code;
}

/** The fewest questions of a bank that are worth a placement. */
const fewestToPlace = 100;

/** True if a placement may be offered: to somebody at a terminal who asked for nothing of their own. */
const mayOffer = (
  { deck, tag, level, new: fresh, limit, minutes, seed }: QuizOptions,
  { world, bank, log }: Pick<Sitting, 'world' | 'bank' | 'log'>,
): boolean =>
  world.stdin.isTTY === true &&
  log.readOnly === undefined &&
  bank.index.heads.length >= fewestToPlace &&
  [deck, tag, level, fresh, limit, minutes, seed].every((option) => option === undefined);

/** Offers to find the learner's level; the exit code if they leave. */
async function offerPlacement(rooms: OpenRooms): Promise<ExitCode | undefined> {
  const { terminal, lang } = rooms;
  const chosen = await terminal.choose(texts.placementChoicesIn(lang));
  if (typeof chosen === 'object') return chosen.code;
  if (chosen !== 'p') return undefined;
  const { placeLearner } = await import('./place.ts');
  const code = await placeLearner(rooms, undefined);
  return code === 0 ? undefined : code;
}

/** The plan; if it is empty, the one that the learner chooses instead. */
async function withOffer(
  first: Plan,
  input: PlanInput,
  terminal: Terminal,
  lang: Lang,
): Promise<Plan & { readonly code?: ExitCode }> {
  if (first.queue.length > 0) return first;
  const more = planSession({ ...input, fresh: 5 });
  const practice = planSession({
    ...input,
    fresh: 0,
    practice: true,
    limit: Math.min(input.limit ?? 10, 10),
  });
  terminal.print(texts.describeNothingDue(input, lang));
  const choices = texts.describeOffers(more.fresh, practice.queue.length, lang);
  if (choices.length === 0) return first;
  const chosen = await terminal.choose(choices);
  if (typeof chosen === 'object') return { ...first, code: chosen.code };
  return chosen === 'n' ? more : chosen === 'p' ? practice : first;
}
