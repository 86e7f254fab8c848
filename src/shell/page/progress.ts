import { setImmediate as turn } from 'node:timers/promises';
import { finished, type Steps } from '#core/base/steps.ts';
import type { Signal, World } from '../system/world.ts';
import { doorTo } from './door.ts';
import { wrapSpans } from './wrap.ts';

/** Where progress is shown. */
type Watched = Pick<World, 'env' | 'stderr' | 'onSignal'>;

/** The clock, in milliseconds, and what ends the program as a signal does. */
interface Means {
  readonly clock: () => number;
  readonly die: (signal: Signal) => never;
}

const real: Means = {
  clock: () => performance.now(),
  die(signal) {
    process.kill(process.pid, signal);
    throw new Error(`${signal} did not end the program`);
  },
};

/** Milliseconds of work before its progress is shown. */
const patience = 1000;

/** Milliseconds between two pictures of it. */
const pause = 100;

/**
 * Does work in steps. What takes longer than a second shows on standard error, if that is a terminal, how much is done, in one
 * line that is gone at the end; a signal that ends the program is heard between two steps and finds the line clean.
 */
export async function watched<T>(
  steps: Steps<T>,
  what: string,
  world: Watched,
  means: Means = real,
): Promise<T> {
  const start = means.clock();
  let step = steps.next();
  while (step.done !== true && means.clock() - start < patience) step = steps.next();
  if (step.done === true) return step.value;
  return canDraw(world) ? drawn(step.value, steps, what, world, means) : finished(steps);
}

async function drawn<T>(
  share: number,
  steps: Steps<T>,
  what: string,
  world: Watched,
  { clock, die }: Means,
): Promise<T> {
  const door = doorTo(world.stderr, world);
  let signal: Signal | undefined;
  const off = world.onSignal((heard) => {
    if (heard !== 'SIGCONT') signal ??= heard;
  });
  try {
    for (let done = share; ; ) {
      door.draw(`\r${pictureOf(done, what, world)}\u001b[K`);
      const shown = clock();
      // Signals are heard in another turn of the event loop, and so is that the window became narrower.
      await turn();
      if (signal !== undefined) break;
      do {
        const step = steps.next();
        if (step.done === true) return step.value;
        done = step.value;
      } while (clock() - shown < pause);
    }
  } finally {
    off();
    door.draw('\r\u001b[K');
  }
  // Closes what they have open.
  steps.return(undefined as T);
  return die(signal);
}

/** Whether a line can be drawn again and again: not in a file, nor where each drawing would be read aloud. */
const canDraw = ({ env, stderr }: Watched) =>
  stderr.isTTY === true && env.TERM !== 'dumb' && (env.ACCESSIBLE === undefined || env.ACCESSIBLE === '');

/** The share first, and as many words behind it as the line holds; the last column stays free, or the terminal might begin a new line. */
function pictureOf(share: number, what: string, { stderr }: Watched): string {
  const percent = Math.floor(100 * Math.min(1, Math.max(0, share)));
  const [line = []] = wrapSpans([{ text: `${percent}% ${what}` }], (stderr.columns ?? 80) - 1);
  return line.map(({ text }) => text).join('');
}
