import type { ItemHead } from '#core/bank/head.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import { makeUuid7 } from '#core/base/uuid7.ts';
import { studyDayOf } from '#core/learner/events/day.ts';
import { explainAnswer } from '#core/learner/insight/feedback.ts';
import { examScoreOf, examSize, pickExam } from '#core/learner/plan/exam.ts';
import { kindOf, kinds } from '#core/question/kinds/index.ts';
import { findMissingLogs } from '#shell/log/missing-logs.ts';
import { type ExitCode, UserError } from '#shell/system/world.ts';
import { statementsOf } from '../shared/statements.ts';
import type { ExamOptions } from './exam.ts';
import { type Given, type Paper, takeExam } from './exam-loop.ts';
import * as texts from './exam-texts.ts';
import type { OpenRooms } from './session.ts';
import { greetingFor } from './texts.ts';

/** Asks the questions of an exam, prints the score, and goes through what was missed. */
export async function runExam(
  rooms: OpenRooms,
  wanted: (head: ItemHead) => boolean,
  options: ExamOptions,
): Promise<ExitCode> {
  const { world, terminal, bank, history, log, lang } = rooms;
  const now = world.now();
  const seed = options.seed ?? String(Math.floor(world.random() * seeds));
  const ofKinds = options.kinds && kindsMeant(options.kinds, lang);
  const pool = bank.index.heads.filter((head) => wanted(head) && (ofKinds?.has(head.kind) ?? true));
  if (pool.length === 0) throw new UserError(texts.describeNoExam(lang));
  const heads = pickExam({ heads: pool, size: options.limit ?? options.number ?? examSize, seed });
  const greeting = greetingFor({
    ...{ history, log, now, bank: bank.index, lang },
    missing: findMissingLogs(log.path),
  });
  if (greeting !== '') terminal.print(greeting);
  terminal.print(texts.openingOfExam(heads.length, options.minutes, lang));
  const paper: Paper = {
    ...{ heads, seed, exam: makeUuid7(now.ms, world.random), schedule: options.schedule === true },
    ...(options.minutes === undefined ? {} : { until: now.ms + options.minutes * 60_000 }),
  };
  const sat = await takeExam(paper, rooms);
  if (sat.given.length === 0 && sat.end !== 'time') return sat.code;
  const ms = world.now().ms - now.ms;
  const score = examScoreOf(answersOf(paper, sat.end === 'left' ? 'given' : 'all', sat.given));
  terminal.print(texts.resultOfExam({ score, end: sat.end, size: heads.length, ms, seed }, bank.index, lang));
  const missed = sat.given.filter(({ outcome }) => outcome.verdict !== 'correct');
  return sat.code === 0 ? reviewMisses(missed, rooms) : sat.code;
}

/** Seeds that are drawn: short enough to tell somebody. */
const seeds = 1_000_000;

/** What there is to score: of an exam that the learner left, what was answered, else all of it. */
function answersOf({ heads }: Paper, which: 'given' | 'all', given: readonly Given[]) {
  const byId = new Map(given.map((one) => [one.head.id, one]));
  return heads.flatMap(({ id, deck }) => {
    const one = byId.get(id);
    if (one === undefined) return which === 'all' ? [{ deck, unknown: false, guess: 0 }] : [];
    const { entry, answer, outcome } = one;
    const guess = kindOf(entry.item).guess(entry.item);
    return [{ deck, verdict: outcome.verdict, unknown: answer.type === 'unknown', guess }];
  });
}

/** Shows what was missed, one after the other, with answer and rationale. */
async function reviewMisses(
  missed: readonly Given[],
  { world, terminal, bank, lang }: OpenRooms,
): Promise<ExitCode> {
  if (missed.length === 0) return 0;
  const chosen = await terminal.choose(texts.missChoicesOf(missed.length, lang));
  if (chosen !== 's') return typeof chosen === 'object' ? chosen.code : 0;
  for (const [i, { head, entry, ...reply }] of missed.entries()) {
    const deck = bank.index.decks.find(({ name }) => name === head.deck)?.title ?? head.deck;
    const explained = {
      ...explainAnswer(entry, reply, lang),
      revealed: false,
      statements: statementsOf(entry.item, bank),
    };
    const { answer } = reply;
    // What was typed stands in no list; some of it is compared with the correct answer.
    const isShown = answer.type !== 'typed' || answer.texts.length > 1 || explained.typed !== undefined;
    const stem = reply.prompt.stem + (isShown ? '' : `\n> ${answer.texts.join('')}`);
    terminal.print(`\n${i + 1}/${missed.length}  ${pickLanguage(deck, lang)}\n${stem}`);
    const due = studyDayOf(world.now());
    const after = await terminal.feedback({ ...explained, hinted: false, dueIn: 0, due, afterExam: true });
    if (after.type === 'leave') return after.code;
  }
  return 0;
}

/** The kinds that some names mean, also by other names people give them. */
function kindsMeant(names: readonly string[], lang: Lang): ReadonlySet<string> {
  return new Set(
    names.map((told) => {
      const flat = told.toLowerCase().replace(/-/g, '');
      const isMeant = ({
        name,
        alsoCalled = [],
      }: (typeof kinds)[number] & { readonly alsoCalled?: readonly string[] }) =>
        name.replace(/-/g, '') === flat || alsoCalled.includes(flat);
      const kind = kinds.find(isMeant);
      if (kind !== undefined) return kind.name;
      throw new UserError(
        texts.describeNoKind(
          told,
          kinds.map(({ name }) => name),
          lang,
        ),
      );
    }),
  );
}
