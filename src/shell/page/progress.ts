import { finish, type Steps } from '#core/base/steps.ts';
import type { Signal, World } from '../system/world.ts';
import { doorTo } from './door.ts';
import { wrapSpans } from './wrap.ts';

/** The output for progress. */
type Watched = Pick<World, 'env' | 'stderr' | 'onSignal'>;

/** The clock in milliseconds, and a function that ends the program like a signal. */
interface Means {
  readonly clock: () => number;
  readonly die: (signal: Signal) => never;
}

const real: Means = {
  // `performance` and node:timers/promises would be loaded for each quiz, at 3 ms.
  clock() {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1e3 + nanoseconds / 1e6;
  },
  die(signal) {
    process.kill(process.pid, signal);
    throw new Error(`${signal} did not end the program`);
  },
};

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Milliseconds of work before its progress is shown. */
const patience = 1000;

/** Milliseconds between two updates. */
const pause = 100;

/**
 * Does work in steps. Work of more than a second shows its share done on standard error, if that is a terminal, in one line that
 * is cleared at the end. A signal that ends the program is noticed between two steps, after the line is cleared.
 */
export async function watchProgress<T>(
  steps: Steps<T>,
  what: string,
  world: Watched,
  means: Means = real,
): Promise<T> {
  const start = means.clock();
  let step = steps.next();
  while (step.done !== true && means.clock() - start < patience) step = steps.next();
  if (step.done === true) return step.value;
  return canDraw(world) ? drawn(step.value, steps, what, world, means) : finish(steps);
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
      // Signals and changes of the window arrive in another turn of the event loop.
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

/** True if a line can be redrawn: not in a file, and not for a screen reader, which would read each update. */
const canDraw = ({ env, stderr }: Watched) =>
  stderr.isTTY === true && env.TERM !== 'dumb' && (env.ACCESSIBLE === undefined || env.ACCESSIBLE === '');

/** The share, then as many words as fit. The last column stays free, since the terminal might start a new line. */
function pictureOf(share: number, what: string, { stderr }: Watched): string {
  const percent = Math.floor(100 * Math.min(1, Math.max(0, share)));
  const [line = []] = wrapSpans([{ text: `${percent}% ${what}` }], (stderr.columns ?? 80) - 1);
  return line.map(({ text }) => text).join('');
}
