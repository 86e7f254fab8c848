import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Steps } from '#core/base/steps.ts';
import { watchProgress } from '#shell/page/progress.ts';
import type { Signal, World } from '#shell/system/world.ts';

/** Work of a hundred steps, each so many milliseconds on a clock of its own, and what a terminal sees of it. */
function work(milliseconds: number, terminal: object, env: World['env'] = {}) {
  const pictures: string[] = [];
  const heard = new Set<(signal: Signal) => void>();
  let now = 0;
  let closed = 0;
  let signalAt: number | undefined;
  const stderr = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string, _, done) {
        pictures.push(chunk);
        done();
      },
    }),
    terminal,
  );
  function* steps(): Steps<string> {
    try {
      for (let i = 1; i <= 100; i++) {
        now += milliseconds;
        if (i === signalAt) for (const hear of heard) hear('SIGINT');
        yield i / 100;
      }
      return 'made';
    } finally {
      closed += 1;
    }
  }
  const world = {
    env,
    stderr,
    onSignal(hear: (signal: Signal) => void) {
      heard.add(hear);
      return () => heard.delete(hear);
    },
  };
  const die = (signal: Signal): never => {
    throw new Error(`died of ${signal}`);
  };
  return {
    pictures,
    listeners: () => heard.size,
    closed: () => closed,
    interrupt: (step: number) => {
      signalAt = step;
    },
    run: () => watchProgress(steps(), 'reading your answers', world, { clock: () => now, die }),
  };
}

const terminal = { isTTY: true, columns: 80 };

describe('work that takes long', () => {
  it('shows the share done from the first second on, ten times a second, and leaves nothing', async () => {
    const { run, pictures, listeners } = work(50, terminal);
    expect(await run()).toBe('made');
    expect(pictures.slice(0, 2)).toEqual([
      '\r20% reading your answers\u001b[K',
      '\r22% reading your answers\u001b[K',
    ]);
    expect(pictures).toHaveLength(42);
    expect(pictures.at(-1)).toBe('\r\u001b[K');
    expect(listeners()).toBe(0);
  });

  it('shows nothing if it takes a second at most, or where nothing can be drawn again', async () => {
    for (const { run, pictures } of [
      work(9, terminal),
      work(50, { isTTY: false }),
      work(50, terminal, { TERM: 'dumb' }),
      work(50, terminal, { ACCESSIBLE: '1' }),
    ]) {
      expect(await run()).toBe('made');
      expect(pictures).toEqual([]);
    }
  });

  it.each([
    [20, '\r20% reading your\u001b[K'],
    [8, '\r20%\u001b[K'],
    [2, '\r20\u001b[K'],
  ])('is told within %i columns', async (columns, picture) => {
    const { run, pictures } = work(50, { isTTY: true, columns });
    await run();
    expect(pictures[0]).toBe(picture);
  });

  it('ends by a signal with its line cleared and what it had open closed', async () => {
    const { run, interrupt, pictures, listeners, closed } = work(50, terminal);
    interrupt(30);
    await expect(run()).rejects.toThrow('died of SIGINT');
    expect(pictures.at(-2)).toBe('\r30% reading your answers\u001b[K');
    expect(pictures.at(-1)).toBe('\r\u001b[K');
    expect([listeners(), closed()]).toEqual([0, 1]);
  });
});
