import type { Verdict } from '../../question/prompt.ts';
import type { Rating } from '../events/rate.ts';
import type { Ask } from './plan.ts';

/** The number of times that a wrong question is asked again within its session. */
const maximumReasks = 3;

/** The fewest other questions between an answer and the same question again: under its own answer, it would teach nothing. */
const fewestBetween = 2;

/** The most that repetitions add to a session, as a share of its questions: what is left over is due tomorrow. */
const reaskShare = 0.25;

/** One answered question of a session. */
export interface Answered {
  readonly event: string;
  readonly ask: Ask;
  readonly verdict: Verdict;
  readonly rating: Rating;
  readonly ms: number;
}

/** A session: the queue of questions, and the answers so far. */
export interface Session {
  readonly queue: readonly Ask[];
  readonly answered: readonly Answered[];
  /** The number of repetitions that the session has room for: those that it begins with, and one at least. */
  readonly room: number;
}

/** A new session with a queue of questions. */
export const startSession = (queue: readonly Ask[]): Session => ({
  queue,
  answered: [],
  room: repeatsLeftIn({ queue }) + Math.max(1, Math.floor(queue.length * reaskShare)),
});

/** True if the first question of a session comes back after an answer: one rated *again*, if there is room, and enough in between. */
export function isReturning({ queue, answered, room }: Session, rating: Rating): boolean {
  const [ask, ...rest] = queue;
  const repeated = [...queue, ...answered.map((a) => a.ask)].filter((a) => a.reask > 0).length;
  return (
    rating === 'again' && (ask?.reask ?? 0) < maximumReasks && rest.length >= fewestBetween && repeated < room
  );
}

/** The session after an answer to its first question, which returns at the end if it is one of those that do. */
export function advance(session: Session, answered: Omit<Answered, 'ask'>): Session {
  const [ask, ...rest] = session.queue;
  if (ask === undefined) return session;
  return {
    ...session,
    queue: isReturning(session, answered.rating) ? [...rest, { head: ask.head, reask: ask.reask + 1 }] : rest,
    answered: [...session.answered, { ...answered, ask }],
  };
}

/** The session without its first question, which is skipped. */
export const skipFirst = (session: Session): Session => ({ ...session, queue: session.queue.slice(1) });

/** A question that is asked again because its answer was undone; a miss is not made good by undoing the answer after it too. */
export const markSeen = (ask: Ask, verdict: Verdict): Ask => ({
  ...ask,
  seen: ask.seen === 'miss' || verdict !== 'correct' ? 'miss' : 'right',
});

/** The session with its last answer undone, whose question is asked again at once. */
export function takeBack(session: Session): Session {
  const last = session.answered.at(-1);
  if (last === undefined) return session;
  return {
    ...session,
    queue: [markSeen(last.ask, last.verdict), ...session.queue.filter((a) => !isReaskOf(a, last.ask))],
    answered: session.answered.slice(0, -1),
  };
}

/** The session with its last answer corrected. */
export function rejudge(session: Session, verdict: Verdict, rating: Rating): Session {
  const last = session.answered.at(-1);
  if (last === undefined) return session;
  const before = {
    ...session,
    queue: session.queue.filter((a) => !isReaskOf(a, last.ask)),
    answered: session.answered.slice(0, -1),
  };
  return advance({ ...before, queue: [last.ask, ...before.queue] }, { ...last, verdict, rating });
}

/** The session with every further question of an item removed. */
export const dropItem = (session: Session, id: string): Session => ({
  ...session,
  queue: session.queue.filter((a) => a.head.id !== id),
});

const isReaskOf = (a: Ask, b: Ask) => a.head.id === b.head.id && a.reask === b.reask + 1;

/** The repetitions of misses that a session still has before it. */
export const repeatsLeftIn = ({ queue }: Pick<Session, 'queue'>): number =>
  queue.filter(({ reask }) => reask > 0).length;

/** The summary of a session. */
export interface Summary {
  readonly answered: number;
  readonly right: number;
  readonly ms: number;
}

/** Summarises a session. */
export const summaryOf = ({ answered }: Session): Summary => ({
  answered: answered.length,
  right: answered.filter((a) => a.rating !== 'again').length,
  ms: answered.reduce((sum, a) => sum + a.ms, 0),
});
