import type { BankEntry } from '#core/bank/compile.ts';
import type { Deed, Event } from '#core/learner/events/event.ts';
import { explainAnswer, type JudgedReply, type PastQuestion } from '#core/learner/insight/feedback.ts';
import { markSeen, type Session } from '#core/learner/plan/session.ts';
import type { BankStore } from '#shell/bank/bank-store.ts';
import { describeNotRecorded } from '#shell/log/event-log.ts';
import type { Leave } from '#shell/terminal/shared/terminal.ts';
import { statementsOf } from '../shared/statements.ts';
import type { Desk, Progress } from './after.ts';
import { describeUndone } from './done-texts.ts';

/** A question that is behind the learner in this session. */
export interface Past {
  /** The session as it was when the question was asked. */
  readonly before: Session;
  /** What was recorded of it, and is undone with it; flags and notes stay. */
  readonly events: readonly Event[];
  /** Absent for a question that was put off without an answer. */
  readonly answered?: PastAnswer;
}

/** An answer of this session, to be looked back at. */
export interface PastAnswer extends JudgedReply, Pick<PastQuestion, 'progress' | 'deck'> {
  readonly entry: BankEntry;
}

/** A session between two questions, and what is behind the learner in it. */
export interface Turn extends Pick<Progress, 'session' | 'leave'> {
  readonly past: readonly Past[];
}

/** The turn after a question, with what there is now to look back at and to undo. */
export function addPast(
  { session: before, past }: Turn,
  { session, leave, recorded }: Progress,
  given: readonly Event[],
  answered?: PastAnswer,
): Turn {
  const now = { session, ...(leave === undefined ? {} : { leave }) };
  if (recorded?.type === 'undone') return { ...now, past };
  // A correction is undone with the answer that it corrects.
  const events = recorded === undefined || recorded.type === 'amended' ? given : [...given, recorded];
  if (answered === undefined)
    return { ...now, past: events.length === 0 ? past : [...past, { before, events }] };
  const verdict = session.answered.at(-1)?.verdict ?? answered.outcome.verdict;
  const outcome = { ...answered.outcome, verdict };
  return { ...now, past: [...past, { before, events, answered: { ...answered, outcome } }] };
}

/** Shows what was answered before, from the last one on as far back as the learner wants; how they leave, if they do. */
export async function lookBack(
  past: readonly Past[],
  {
    terminal,
    history,
    bank,
    lang,
  }: Pick<Desk, 'terminal' | 'history' | 'lang'> & { readonly bank: BankStore },
): Promise<Leave | undefined> {
  const answers = past.flatMap(({ answered }) => answered ?? []).reverse();
  for (const [i, { entry, progress, deck, ...reply }] of answers.entries()) {
    const { id } = entry.item;
    const note = history.states.get(id)?.note;
    const after = await terminal.feedback({
      ...explainAnswer(entry, reply, lang),
      statements: statementsOf(entry.item, bank),
      // What was revealed before the judgement is not in view any more.
      ...{ revealed: false, hinted: false, dueIn: 0, due: 0 },
      ...(note === undefined ? {} : { ownNote: note }),
      past: {
        ...{ progress, deck, id, stem: reply.prompt.stem, answer: reply.answer },
        hasEarlier: i + 1 < answers.length,
      },
    });
    if (after.type === 'leave') return after;
    if (after.type !== 'back') return undefined;
  }
  return undefined;
}

/** The session before a question; if it was answered, its feedback has been read. */
function askAgain({ before, answered }: Past): Session {
  const [ask, ...queue] = before.queue;
  return ask === undefined || answered === undefined
    ? before
    : { ...before, queue: [markSeen(ask, answered.outcome.verdict), ...queue] };
}

/** Undoes the last question of the past, which is then asked again; unchanged if that could not be recorded. */
export function takeBackLast(
  now: Turn,
  { log, history, terminal, lang }: Pick<Desk, 'log' | 'history' | 'terminal' | 'lang'>,
): Turn {
  const last = now.past.at(-1);
  if (last === undefined) return now;
  const [first, ...others] = last.events;
  if (first !== undefined) {
    const batch = others.length === 0 ? {} : { batch: `undone-${first.id}` };
    const { events, reason } = log.appendAll(
      last.events.map(({ item, id }): Deed => ({ type: 'undone', item, event: id, ...batch })),
    );
    if (reason !== undefined) {
      terminal.print(describeNotRecorded(reason, lang));
      return now;
    }
    for (const event of events) history.record(event);
  }
  terminal.print(`\n${describeUndone(lang)}`);
  return { session: askAgain(last), past: now.past.slice(0, -1) };
}
