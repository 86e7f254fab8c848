import { doorTo } from '../page/door.ts';
import { plainPaintFor } from '../page/paint.ts';
import { columnsOf } from '../page/print.ts';
import type { World } from '../system/world.ts';
import { readLines } from './plain/line-reader.ts';
import type { Leave } from './shared/terminal.ts';

/** Questions that are answered with a line each, edited as the system edits lines. */
export interface LineDialogue {
  say(text: string): void;
  /** Asks for a line; it comes without the blanks around it. */
  ask(label: string): Promise<string | Leave>;
  close(): void;
}

/** True if somebody can be asked: input and output are a terminal. */
export const isAtTerminal = ({ stdout, stdin }: Pick<World, 'stdin' | 'stdout'>): boolean =>
  stdout.isTTY === true && stdin.isTTY === true;

/** Opens a dialogue of lines, which is the same in rich and in plain mode. */
export function openLineDialogue(world: World): LineDialogue {
  const lines = readLines(world);
  const door = doorTo(world.stdout, world);
  const look = { paint: plainPaintFor(world), columns: () => columnsOf(world.stdout) };
  return {
    say: (text) => door.lines(text.split('\n'), look),
    async ask(label) {
      door.prompt(label);
      const line = await lines.next();
      if (typeof line === 'string') return line.trim();
      // Nobody has pressed Enter behind the label.
      door.lines([''], look);
      return line;
    },
    close: () => lines.close(),
  };
}
