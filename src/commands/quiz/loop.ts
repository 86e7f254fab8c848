import type { BankEntry } from '#core/bank/compile.ts';
import { randomFrom } from '#core/base/random.ts';
import { type Lang, pickLanguage } from '#core/base/text.ts';
import type { Practised, Reviewed } from '#core/learner/events/event.ts';
import { rate, ratingPolicy } from '#core/learner/events/rate.ts';
import type { Aim } from '#core/learner/plan/aim.ts';
import type { Ask } from '#core/learner/plan/plan.ts';
import { advance, isReturning, type Session, skipFirst } from '#core/learner/plan/session.ts';
import { kindOf } from '#core/question/kinds/index.ts';
import { isTellingId } from '#core/question/kinds/telling-id.ts';
import type { Judgement, Prompt } from '#core/question/prompt.ts';
import type { BankStore } from '#shell/bank/bank-store.ts';
import type { EventLog } from '#shell/log/event-log.ts';
import type { History } from '#shell/log/history.ts';
import type { ExitCode, World } from '#shell/system/world.ts';
import type { Reply, Terminal } from '#shell/terminal/shared/terminal.ts';
import { carryOut, putOff, showFeedback } from './after.ts';
import { type AskedBack, gradeReply, noticeOf } from './grade-reply.ts';
import { addPast, lookBack, type PastAnswer, type Turn, takeBackLast } from './look-back.ts';
import { type OfferPrimer, readPrimer } from './primers.ts';
import { feedbackOf, isRepeated, type RatedReply } from './session-feedback.ts';

/** The dependencies of a session. */
export interface Sitting {
  readonly world: World;
  readonly terminal: Terminal;
  readonly bank: BankStore;
  readonly history: History;
  readonly log: EventLog;
  readonly lang: Lang;
  /** What the learner has chosen to learn now, which the next review depends on. */
  readonly aim?: Aim;
  /** Asks outside the schedule, which a right answer leaves as it is. */
  readonly practice?: boolean;
  /** Offers primers; without it none is offered. */
  readonly primerFor?: OfferPrimer;
  /** Shuffles options; the same for the same seed, item and place in the session. */
  readonly seed: string;
  /** Epoch milliseconds after which no further question is asked. */
  readonly until?: number;
  /** The most questions, where it is not known how many there will be. */
  readonly atMost?: number;
}

/** How a session ended. */
export interface Ended {
  readonly session: Session;
  readonly code: ExitCode;
  readonly timeUp: boolean;
  /** True if the learner left before the queue was empty. */
  readonly left: boolean;
}

/** Asks, grades, rates, appends, shows and goes on, until the queue is empty or the learner leaves. */
export async function runSession(start: Session, sitting: Sitting): Promise<Ended> {
  let turn: Turn = { session: start, past: [] };
  for (;;) {
    const { session, past } = turn;
    const ask = session.queue[0];
    if (ask === undefined) return { session, code: 0, timeUp: false, left: false };
    if (sitting.until !== undefined && sitting.world.now().ms >= sitting.until)
      return { session, code: 0, timeUp: true, left: false };
    const entry = sitting.bank.entry(ask.head.id);
    if (entry === undefined) turn = { session: skipFirst(session), past };
    else {
      turn = await oneQuestion(turn, ask, entry, sitting);
      const { leave } = turn;
      if (leave !== undefined) return { session: turn.session, code: leave.code, timeUp: false, left: true };
    }
  }
}

async function oneQuestion(turn: Turn, ask: Ask, entry: BankEntry, sitting: Sitting): Promise<Turn> {
  const { session, past } = turn;
  const { item } = entry;
  const random = randomFrom(`${sitting.seed}:${item.id}:${session.answered.length}`);
  const prompt = kindOf(item).prompt(item, { lang: sitting.lang, random });
  const reply = await answerTo(prompt, turn, ask, entry, sitting);
  if (reply.type === 'leave') return { session, past, leave: reply };
  if (reply.type === 'skip') return { session: skipFirst(session), past };
  if (reply.type === 'undo') return takeBackLast(turn, sitting);
  if (reply.type === 'known') return addPast(turn, putOff(session, item, sitting), []);
  const { outcome } = reply;
  const rating = rate({ verdict: outcome.verdict, hints: reply.hints, seen: ask.seen });
  const given = {
    item: item.id,
    revision: item.revision,
    verdict: outcome.verdict,
    rating,
    policy: ratingPolicy,
    guess: kindOf(item).guess(item),
    answer: reply.answer,
    ...shownOptionsOf(prompt),
    hints: reply.hints,
    ms: reply.ms,
    lang: sitting.lang,
  } as const;
  // A practice owes nothing to the quiz: what was missed is due tomorrow.
  const deed: RatedReply['deed'] =
    sitting.practice === true
      ? { type: 'practised', ...given }
      : { type: 'reviewed', ...given, ...(isReturning(session, rating) ? { returns: true } : {}) };
  return recorded(turn, ask, entry, { prompt, deed, outcome, answer: reply.answer }, sitting);
}

/** Puts the answer on disk, and only then shows what it was worth. */
async function recorded(
  turn: Turn,
  ask: Ask,
  entry: BankEntry,
  judged: RatedReply,
  sitting: Sitting,
): Promise<Turn> {
  const { session, past } = turn;
  const { log, history, terminal } = sitting;
  const answered: PastAnswer = { entry, ...judged, ...placeOf(session, ask, sitting) };
  for (;;) {
    const appended = log.append(judged.deed);
    if (appended.ok) {
      const state = history.record(appended.event);
      const { verdict, rating, ms } = judged.deed;
      const next = advance(session, { event: appended.event.id, verdict, rating, ms });
      const event = appended.event as Reviewed | Practised;
      const feedback = feedbackOf(next, ask, entry, judged, sitting, { state });
      const choice = await showFeedback(feedback, event, next, sitting);
      return addPast(turn, carryOut(choice, next, event, sitting), [event], answered);
    }
    const notRecorded = {
      reason: pickLanguage(log.readOnly ?? appended.reason, sitting.lang),
      canRetry: log.readOnly === undefined,
    };
    const choice = await terminal.feedback(feedbackOf(session, ask, entry, judged, sitting, { notRecorded }));
    if (choice.type === 'leave') return { session, past, leave: choice };
    if (!notRecorded.canRetry)
      return addPast(turn, { session: withoutRecord(session, judged) }, [], answered);
  }
}

/** A session on a read-only log goes on; nothing of it is remembered. */
function withoutRecord(session: Session, { deed }: RatedReply): Session {
  const { verdict, rating, ms } = deed;
  return advance(session, { event: '', verdict, rating, ms });
}

type Answered = Extract<Reply, { type: 'answer' }> & {
  readonly outcome: Judgement;
};

/** Asks until there is an answer that can be read, or the learner does something else. */
async function answerTo(
  prompt: Prompt,
  { session, past }: Turn,
  ask: Ask,
  { item }: BankEntry,
  sitting: Sitting,
): Promise<Answered | Exclude<Reply, { readonly hints: number }>> {
  const { terminal, lang, atMost, practice } = sitting;
  let askedBack: AskedBack | undefined;
  let hints = 0;
  let ms = 0;
  const minutes = sitting.primerFor?.(ask.head);
  let isRead = false;
  for (;;) {
    const notice =
      askedBack === undefined ? (ask.reask > 0 ? { again: true as const } : undefined) : noticeOf(askedBack);
    const reply = await terminal.ask({
      prompt,
      ...placeOf(session, ask, sitting),
      ...(isTellingId(item) ? {} : { id: item.id }),
      schedules: practice !== true && atMost === undefined && !isRepeated(ask),
      // A placement has gone on from what was answered.
      hasPast: past.length > 0 && atMost === undefined,
      ...(minutes === undefined ? {} : { primer: { minutes, isRead } }),
      ...(notice === undefined ? {} : { notice }),
    });
    if (!('hints' in reply)) return reply;
    hints += reply.hints;
    ms += reply.ms;
    if (reply.type !== 'answer') {
      if (reply.type === 'primer') isRead = true;
      const leave =
        reply.type === 'back' ? await lookBack(past, sitting) : await readPrimer(ask.head.deck, sitting);
      if (leave !== undefined) return leave;
      continue;
    }
    const graded = await gradeReply(item, reply.answer, lang, askedBack);
    if ('verdict' in graded) return { ...reply, hints, ms, outcome: graded };
    askedBack = graded;
  }
}

/** The place of a question in the session, and the title of its deck. */
function placeOf({ answered, queue }: Session, { head }: Ask, { bank, lang, atMost }: Sitting) {
  const deck = bank.index.decks.find(({ name }) => name === head.deck);
  return {
    progress: `${answered.length + 1}/${atMost ?? answered.length + queue.length}`,
    deck: deck === undefined ? head.deck : pickLanguage(deck.title, lang),
  };
}

/** The options of a prompt as an event keeps them. */
export function shownOptionsOf(prompt: Prompt): { readonly options?: readonly string[] } {
  switch (prompt.type) {
    case 'pick-one':
    case 'pick-many':
    case 'arrange':
      return { options: prompt.options };
    case 'pair':
      return { options: prompt.rights };
    case 'type-in':
    case 'reveal':
      return {};
    default:
      return prompt satisfies never;
  }
}
