import { closeSync, openSync, writeSync } from 'node:fs';
import { toIso } from '#core/base/instant.ts';
import { type Random, randomFrom } from '#core/base/random.ts';
import { makeUuid7 } from '#core/base/uuid7.ts';
import { type Event, eventFormat } from '#core/learner/events/event.ts';
import type { Rating } from '#core/learner/events/rate.ts';
import type { Answer, Verdict } from '#core/question/prompt.ts';

/** What an event needs to know of the question it is about. */
export interface Question {
  readonly id: string;
  readonly revision: number;
  /** The options as a learner sees them; empty for typed kinds. */
  readonly options: readonly string[];
  readonly guess: number;
}

/** The moment at which the generated learner sits down to the measured session: the day after the last review. */
export const now = { ms: Date.UTC(2026, 5, 1, 7), offset: 120 } as const;

const dayMs = 86_400_000;
const reviewsPerDay = 400;
const device = 'bench-0';

/** Writes a log of so many reviews, spread over days, a few of them undone or amended; the same for the same arguments. */
export function writeLog(path: string, reviews: number, questions: readonly Question[]): void {
  const random = randomFrom(`log of ${reviews}`);
  const days = Math.max(1, Math.ceil(reviews / reviewsPerDay));
  const fd = openSync(path, 'w');
  let seq = 0;
  let lines: string[] = [];
  const put = (event: Event) => {
    lines.push(`${JSON.stringify(event)}\n`);
    if (lines.length === 4096) flush();
  };
  const flush = () => {
    writeSync(fd, lines.join(''));
    lines = [];
  };
  const stamp = (ms: number) =>
    ({
      v: eventFormat,
      id: makeUuid7(ms, random),
      device,
      seq: ++seq,
      at: toIso({ ms, offset: 60 }),
    }) as const;
  for (let i = 0; i < reviews; i++) {
    const inDay = (i % reviewsPerDay) * 20_000;
    const ms = now.ms - (days - Math.floor(i / reviewsPerDay)) * dayMs + inDay;
    const question = questions[Math.floor(random() * questions.length)];
    if (question === undefined) break;
    const review = reviewOf(question, stamp(ms), random);
    const { id, item } = review;
    put(review);
    const wish = random();
    if (wish < 0.005) put({ ...stamp(ms + 5000), type: 'undone', item, event: id });
    else if (wish < 0.01)
      put({ ...stamp(ms + 5000), type: 'amended', item, event: id, verdict: 'correct', rating: 'easy' });
  }
  flush();
  closeSync(fd);
}

type Stamp = Pick<Event, 'v' | 'id' | 'device' | 'seq' | 'at'>;

function reviewOf({ id, revision, options, guess }: Question, stamp: Stamp, random: Random): Event {
  const right = random() < 0.88;
  const rating: Rating = right ? 'good' : 'again';
  const verdict: Verdict = right ? 'correct' : 'wrong';
  const answer: Answer =
    options.length > 0
      ? { type: 'picked', option: options[Math.floor(random() * options.length)] ?? '' }
      : { type: 'typed', texts: [String(Math.floor(random() * 1e6))] };
  return {
    ...stamp,
    ...{ type: 'reviewed', item: id, revision, verdict, rating, policy: 1, guess, answer },
    ...(options.length > 0 ? { options } : {}),
    ...{ hints: 0, ms: 2000 + Math.floor(random() * 20_000), lang: 'en' },
  };
}
