import type { Steps } from '#core/base/steps.ts';
import { watchProgress } from '#shell/page/progress.ts';
import type { Signal } from '#shell/system/world.ts';

/** A hundred steps of so many milliseconds, each of which keeps the event loop from turning. */
function* steps(milliseconds: number): Steps<void> {
  for (let i = 1; i <= 100; i++) {
    for (const end = performance.now() + milliseconds; performance.now() < end; );
    yield i / 100;
  }
}

const onSignal = (hear: (signal: Signal) => void) => {
  process.on('SIGINT', hear);
  return () => void process.off('SIGINT', hear);
};

const world = { env: process.env, stderr: process.stderr, onSignal };
void watchProgress(steps(Number(process.argv[2])), 'reading your answers', world);
