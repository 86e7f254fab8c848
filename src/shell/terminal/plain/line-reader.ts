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

/** What was read of an input and asked for by nobody before its reader closed: it answers what comes next. */
const unread = new WeakMap<World['stdin'], { readonly lines: readonly string[]; readonly isOver: boolean }>();

/** Reads lines for a whole session: those that arrive before they are asked for wait, for the next reader too, and none is lost. */
export function readLines(world: World): LineReader {
  const { lines = [], isOver = false } = unread.get(world.stdin) ?? {};
  unread.delete(world.stdin);
  const waiting: string[] = [...lines];
  let ended: ExitCode | undefined = isOver ? 0 : undefined;
  let isClosing = false;
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
    reader.on('close', () => {
      if (!isClosing) end(0);
    });
  };
  const off = world.onSignal((signal) => {
    const code = exitCodeOf(signal);
    if (code !== undefined) end(code);
  });
  return {
    async next() {
      // Opened late, so that the question is on screen first.
      if (reader === undefined && !isOver) open();
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
      isClosing = true;
      reader?.close();
      if (waiting.length > 0 || ended === 0) unread.set(world.stdin, { lines: waiting, isOver: ended === 0 });
    },
  };
}
