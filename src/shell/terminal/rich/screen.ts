import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { createPrompt, useEffect, useState } from '@inquirer/core';
import type { Door } from '#shell/page/door.ts';
import type { Line } from '#shell/page/line.ts';
import { type Look, render } from '#shell/page/render.ts';
import { widthOf } from '#shell/page/wrap.ts';
import type { Output } from '#shell/system/world.ts';
import type { Happening, KeyReader } from '../keys/key-reader.ts';
import type { PageRoom } from '../shared/pages.ts';
import type { Leave } from '../shared/terminal.ts';
import { type Drawn, entryLead, layOut } from './layout.ts';
import type { Machine, View } from './machines/machine.ts';

/** The screen that a machine is shown on. */
export interface Screen {
  /** The window. */
  readonly stdout: Output;
  readonly draw: Door['draw'];
  readonly keys: KeyReader;
  readonly look: Look;
}

/** The rows that a window has above a view. */
export function roomForPage(view: View, { stdout, look }: Pick<Screen, 'stdout' | 'look'>): PageRoom {
  const size = { columns: look.columns(), rows: stdout.rows ?? 24 };
  return { look, rows: size.rows - layOut(view, size, look.paint).lines.length - 1 };
}

/** Shows lines and a machine below them until the machine is done or the learner quits. Only the lines stay. */
export async function showMachine<State, Result>(
  machine: Machine<State, Result>,
  above: readonly Line[],
  screen: Screen,
): Promise<Result | Leave> {
  await screen.keys.settled();
  const code = screen.keys.ended();
  if (code !== undefined) return { type: 'leave', code };
  let result: Result | Leave = { type: 'leave', code: 0 };
  const scene = sceneOf(machine, above, screen, (given) => {
    result = given;
  });
  // The keys come from our own reader: readline would answer to a paste, and would not outlive Ctrl-D or Ctrl-Z.
  await prompt(scene, {
    input: new PassThrough(),
    output: forwardTo(screen),
    clearPromptOnDone: true,
  });
  return result;
}

/** The parts of a prompt that inquirer calls. */
interface Scene {
  begin(line: Typed, redraw: () => void, done: () => void): () => void;
  content(): string;
}

/** The line being typed, from which readline works out the column of the cursor. */
interface Typed {
  readonly line: string;
  readonly cursor?: number;
}

const prompt = createPrompt<void, Scene>((scene, done) => {
  const [, setTurn] = useState(0);
  useEffect(
    (readline) =>
      scene.begin(
        readline,
        () => setTurn((turn) => turn + 1),
        () => done(),
      ),
    [],
  );
  return scene.content();
});

function sceneOf<State, Result>(
  machine: Machine<State, Result>,
  above: readonly Line[],
  { stdout, draw, keys, look }: Screen,
  give: (result: Result | Leave) => void,
): Scene {
  let state = machine.initial;
  let typed: Typed | undefined;
  let shownAbove = render(above, look);
  let drawn: Drawn = { lines: [], entry: { text: '', cursor: 0 } };
  draw(shownAbove);

  const content = () => {
    drawn = layOut(machine.view(state), { columns: look.columns(), rows: stdout.rows ?? 24 }, look.paint);
    const { text, cursor } = drawn.entry;
    if (typed !== undefined) Object.assign(typed, { line: text, cursor });
    return [...drawn.lines, entryLead + text].join('\n');
  };
  const repaint = (happening: Happening) => {
    const clear = clearing(happening, shownAbove, drawn, look.columns());
    shownAbove = render(above, look);
    // Inquirer then draws over as many lines as the prompt had.
    draw(`${clear}${shownAbove}${'\n'.repeat(drawn.lines.length)}`);
  };
  const happened = (happening: Happening): Outcome<Result> => {
    if (happening.type === 'ended') return { type: 'over', result: { type: 'leave', code: happening.code } };
    if (happening.type === 'resized' || happening.type === 'resumed' || happening.type === 'redraw') {
      repaint(happening);
      return { type: 'changed' };
    }
    const step = machine.onKey(state, happening);
    if (step.type === 'done') return { type: 'over', result: step.result };
    if (step.type === 'pass') return { type: 'same' };
    state = step.state;
    return { type: 'changed' };
  };
  return {
    content,
    begin(readline, redraw, done) {
      typed = readline;
      const stop = keys.listen((happening) => {
        const outcome = happened(happening);
        if (outcome.type === 'changed') redraw();
        if (outcome.type !== 'over') return;
        stop();
        give(outcome.result);
        done();
      });
      return stop;
    },
  };
}

/** The effect of an input event on the screen. */
type Outcome<Result> =
  | { readonly type: 'over'; readonly result: Result | Leave }
  | { readonly type: 'changed' | 'same' };

/** The sequence that clears the screen before everything is drawn again. */
function clearing({ type }: Happening, above: string, drawn: Drawn, columns: number): string {
  if (type === 'redraw') return '\u001b[2J\u001b[H';
  return type === 'resized' ? cleared(above, drawn, columns) : '\r';
}

/** Moves to the start of the lines above, after the terminal has wrapped everything again, and clears from there. */
function cleared(above: string, { lines, entry }: Drawn, columns: number): string {
  const before = [...above.split('\n').slice(0, -1), ...lines];
  const rows = before.reduce((sum, line) => sum + rowsTaken(line, columns), 0);
  const up = rows + rowsTaken(entryLead + entry.text.slice(0, entry.cursor), columns) - 1;
  return `\r${up > 0 ? `\u001b[${up}A` : ''}\u001b[J`;
}

function rowsTaken(line: string, columns: number): number {
  let rows = 1;
  let used = 0;
  for (const character of stripVTControlCharacters(line)) {
    const width = widthOf(character);
    if (used + width > columns) {
      rows += 1;
      used = 0;
    }
    used += width;
  }
  return rows;
}

/** A stream that is drawn on a screen, which stays when the stream ends. */
export function forwardTo({ stdout, draw }: Pick<Screen, 'stdout' | 'draw'>): Writable {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, written) {
      draw(String(chunk));
      written();
    },
  });
  return Object.defineProperty(stream, 'columns', { get: () => stdout.columns ?? 80 });
}
