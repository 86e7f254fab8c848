import { createInterface, type Interface } from 'node:readline';
import { type ExitCode, exitCodeOf, type World } from '#shell/system/world.ts';
import type { Leave } from '../shared/terminal.ts';

/** The lines of the input, for a whole session. */
export interface LineReader {
  /** Waits for the next line. */
  next(): Promise<string | Leave>;
  /** Releases the input. */
  close(): void;
}

/** Reads lines for a whole session: those that arrive before they are asked for wait, and none is lost. */
export function readLines(world: World): LineReader {
  const waiting: string[] = [];
  let ended: ExitCode | undefined;
  let wake: (() => void) | undefined;
  const end = (code: ExitCode) => {
    ended ??= code;
    wake?.();
  };
  let reader: Interface | undefined;
  const open = () => {
    reader = createInterface({ input: world.stdin, terminal: false });
    reader.on('line', (line) => {
      waiting.push(line);
      wake?.();
    });
    reader.on('close', () => end(0));
  };
  const off = world.onSignal((signal) => {
    const code = exitCodeOf(signal);
    if (code !== undefined) end(code);
  });
  return {
    async next() {
      // Opened late, so that the question is on screen first.
      if (reader === undefined) open();
      for (;;) {
        // A signal means now; the end of input only after what was typed before it.
        if (ended !== undefined && ended !== 0) return { type: 'leave', code: ended };
        const line = waiting.shift();
        if (line !== undefined) return line;
        if (ended !== undefined) return { type: 'leave', code: ended };
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    close() {
      off();
      reader?.close();
    },
  };
}
