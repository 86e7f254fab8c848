import type { BankEntry } from '#core/bank/compile.ts';
import type { ItemHead } from '#core/bank/head.ts';
import { randomFrom } from '#core/base/random.ts';
import { pickLanguage } from '#core/base/text.ts';
import type { Deed } from '#core/learner/events/event.ts';
import { rate, ratingPolicy } from '#core/learner/events/rate.ts';
import type { JudgedReply } from '#core/learner/insight/feedback.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { isTellingId } from '#core/question/kinds/telling-id.ts';
import type { Prompt } from '#core/question/prompt.ts';
import { describeNotRecorded } from '#shell/log/event-log.ts';
import type { ExitCode } from '#shell/system/world.ts';
import type { Leave, Reply } from '#shell/terminal/shared/terminal.ts';
import * as texts from './exam-texts.ts';
import { type AskedBack, gradeReply, noticeOf } from './grade-reply.ts';
import { shownOptionsOf } from './loop.ts';
import type { OpenRooms } from './session.ts';

/** An exam to sit. */
export interface Paper {
  readonly heads: readonly ItemHead[];
  readonly seed: string;
  /** The id of the exam in its events. */
  readonly exam: string;
  /** True if answers are reviews as well. */
  readonly schedule: boolean;
  /** Epoch milliseconds after which no answer counts. */
  readonly until?: number;
}

/** A question that was answered. */
export interface Given extends JudgedReply {
  readonly head: ItemHead;
  readonly entry: BankEntry;
}

/** An exam that was sat: to the end, until the time was up, or until the learner left. */
export interface Sat {
  readonly given: readonly Given[];
  readonly end: 'done' | 'time' | 'left';
  readonly code: ExitCode;
}

interface Asked {
  readonly head: ItemHead;
  readonly entry: BankEntry;
  readonly prompt: Prompt;
  readonly skipped: boolean;
}

/** Asks one question after the other, without feedback; those that are skipped come once more at the end. */
export async function takeExam(paper: Paper, rooms: OpenRooms): Promise<Sat> {
  const { world, bank, lang } = rooms;
  const isOver = () => paper.until !== undefined && world.now().ms > paper.until;
  const given: Given[] = [];
  let queue = paper.heads.flatMap((head): Asked[] => {
    const entry = bank.entry(head.id);
    return entry === undefined ? [] : [{ head, entry, prompt: promptOf(entry, paper, lang), skipped: false }];
  });
  for (;;) {
    const [asked, ...rest] = queue;
    if (asked === undefined) return { given, end: 'done', code: 0 };
    if (isOver()) return { given, end: 'time', code: 0 };
    const place = paper.heads.length - rest.length;
    const reply = await answerTo(
      asked,
      texts.progressOf({ place, of: paper.heads.length, left: leftOf(paper, rooms) }, lang),
      rooms,
    );
    if (reply.type === 'leave') {
      const leave = await confirmLeave(reply, given.length, paper, rooms);
      if (leave !== undefined) return { given, end: 'left', code: leave.code };
    } else if (reply.type !== 'answer') queue = asked.skipped ? rest : [...rest, { ...asked, skipped: true }];
    else if (isOver()) {
      rooms.terminal.print(texts.describeLateness(lang));
      return { given, end: 'time', code: 0 };
    } else {
      record(asked, reply, paper, rooms);
      given.push({ ...asked, answer: reply.answer, outcome: reply.outcome });
      queue = rest;
    }
  }
}

/** The prompt of a question, the same for everybody with the seed; a hint would be a help that others may not have taken. */
function promptOf({ item }: BankEntry, { seed }: Paper, lang: string): Prompt {
  const prompt = kindOf(item).prompt(item, { lang, random: randomFrom(`${seed}:${item.id}`) });
  const { hint: _, ...bare } = prompt;
  return bare;
}

const leftOf = ({ until }: Paper, { world }: OpenRooms) =>
  until === undefined ? undefined : Math.max(0, until - world.now().ms);

type Answered = Extract<Reply, { type: 'answer' }> & Pick<JudgedReply, 'outcome'>;

/** Asks until there is an answer that can be read, or the learner does something else. */
async function answerTo(
  { head, entry: { item }, prompt }: Asked,
  progress: string,
  { terminal, bank, lang }: OpenRooms,
): Promise<Answered | Exclude<Reply, { type: 'answer' }>> {
  const title = bank.index.decks.find(({ name }) => name === head.deck)?.title ?? head.deck;
  let askedBack: AskedBack | undefined;
  let ms = 0;
  for (;;) {
    const question = {
      ...{ prompt, progress, deck: pickLanguage(title, lang), withoutFeedback: true },
      ...(isTellingId(item) ? {} : { id: item.id }),
    };
    const reply = await terminal.ask(
      askedBack === undefined ? question : { ...question, notice: noticeOf(askedBack) },
    );
    if (reply.type !== 'answer') return reply;
    ms += reply.ms;
    const graded = await gradeReply(item, reply.answer, lang, askedBack);
    if ('verdict' in graded) return { ...reply, ms, outcome: graded };
    askedBack = graded;
  }
}

/** Asks whether the exam shall end; a signal, or the end of input, asks nobody. */
async function confirmLeave(
  leave: Leave,
  answered: number,
  { heads }: Paper,
  { terminal, lang }: OpenRooms,
): Promise<Leave | undefined> {
  if (leave.code !== 0) return leave;
  terminal.print(texts.askWhetherToEnd(answered, heads.length, lang));
  const chosen = await terminal.choose(texts.endChoicesOf(lang), true);
  return chosen === 'y' ? leave : typeof chosen === 'object' ? chosen : undefined;
}

/** Puts an answer on disk; under `--schedule` a second time, as a review. */
function record({ entry: { item }, prompt }: Asked, reply: Answered, paper: Paper, rooms: OpenRooms): void {
  const { log, history, terminal, lang } = rooms;
  const { verdict } = reply.outcome;
  const common = {
    ...{ item: item.id, revision: item.revision, verdict, guess: kindOf(item).guess(item) },
    ...{ answer: reply.answer, ...shownOptionsOf(prompt), ms: reply.ms, lang },
  };
  const deeds: readonly Deed[] = [
    ...(paper.schedule
      ? [
          {
            type: 'reviewed',
            ...common,
            rating: rate({ verdict, hints: 0 }),
            policy: ratingPolicy,
            hints: 0,
          } as const,
        ]
      : []),
    { type: 'examined', ...common, exam: paper.exam, seed: paper.seed },
  ];
  for (const deed of deeds) {
    const appended = log.append(deed);
    if (appended.ok) history.record(appended.event);
    // The start has said so already if the log is read-only.
    else if (log.readOnly === undefined) terminal.print(describeNotRecorded(appended.reason, lang));
  }
}
