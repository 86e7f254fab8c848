import type { Verdict } from '../question/prompt.ts';
import type { Ask } from './plan.ts';
import type { Rating } from './rate.ts';

/** How often a question answered wrong comes back within its session. */
export const maximumReasks = 3;

/** One answered question, as the session remembers it. */
export interface Answered {
  readonly event: string;
  readonly ask: Ask;
  readonly verdict: Verdict;
  readonly rating: Rating;
  readonly ms: number;
}

/** One sitting: what is still to be asked, and what was answered. */
export interface Session {
  readonly queue: readonly Ask[];
  readonly answered: readonly Answered[];
}

/** A session that is about to ask a queue. */
export const begun = (queue: readonly Ask[]): Session => ({ queue, answered: [] });

/** The session after its first question was answered: rated again, it comes back before the end. */
export function advance(session: Session, answered: Omit<Answered, 'ask'>): Session {
  const [ask, ...rest] = session.queue;
  if (ask === undefined) return session;
  const comesBack = answered.rating === 'again' && ask.reask < maximumReasks;
  return {
    queue: comesBack ? [...rest, { head: ask.head, reask: ask.reask + 1 }] : rest,
    answered: [...session.answered, { ...answered, ask }],
  };
}

/** The session without its first question, which was left for another time. */
export const skipped = (session: Session): Session => ({ ...session, queue: session.queue.slice(1) });

/** The session with its last answer taken back: that question is asked again at once. */
export function takenBack(session: Session): Session {
  const last = session.answered.at(-1);
  if (last === undefined) return session;
  return {
    queue: [last.ask, ...session.queue.filter((a) => !isReaskOf(a, last.ask))],
    answered: session.answered.slice(0, -1),
  };
}

/** The session with its last answer judged anew. */
export function rejudged(session: Session, verdict: Verdict, rating: Rating): Session {
  const last = session.answered.at(-1);
  if (last === undefined) return session;
  const before = {
    queue: session.queue.filter((a) => !isReaskOf(a, last.ask)),
    answered: session.answered.slice(0, -1),
  };
  return advance({ ...before, queue: [last.ask, ...before.queue] }, { ...last, verdict, rating });
}

/** The session without any further question of an item. */
export const without = (session: Session, id: string): Session => ({
  ...session,
  queue: session.queue.filter((a) => a.head.id !== id),
});

const isReaskOf = (a: Ask, b: Ask) => a.head.id === b.head.id && a.reask === b.reask + 1;

/** What a session came to. */
export interface Summary {
  readonly answered: number;
  readonly right: number;
  readonly ms: number;
  /** The tag with the lowest share of right answers, of those asked at least twice; undefined when all went well. */
  readonly weakest?: { readonly tag: string; readonly right: number; readonly answered: number };
}

/** What a session came to. */
export function summaryOf({ answered }: Session): Summary {
  const tags = new Map<string, { right: number; answered: number }>();
  for (const { ask, verdict } of answered)
    for (const tag of ask.head.tags) {
      const before = tags.get(tag) ?? { right: 0, answered: 0 };
      tags.set(tag, { right: before.right + (verdict === 'correct' ? 1 : 0), answered: before.answered + 1 });
    }
  const weakest = [...tags]
    .filter(([, n]) => n.answered >= 2 && n.right < n.answered)
    .sort(([, a], [, b]) => a.right / a.answered - b.right / b.answered || b.answered - a.answered)[0];
  return {
    answered: answered.length,
    right: answered.filter((a) => a.verdict === 'correct').length,
    ms: answered.reduce((sum, a) => sum + a.ms, 0),
    ...(weakest === undefined ? {} : { weakest: { tag: weakest[0], ...weakest[1] } }),
  };
}
