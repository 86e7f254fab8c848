import { closeSync, constants, openSync } from 'node:fs';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { onTestFinished } from 'vitest';
import { builtProgram } from '../program.ts';
import { tempFolder } from '../temp.ts';
import { type ScreenReader, screenReader } from './screen.ts';

const { root, script } = builtProgram;

/** The program that `npm run build` made. */
export const program = script;

/** A bank with one question of every kind. */
const kindsBank = join(root, 'test/fixtures/kinds');

/** A real program in a real pseudo-terminal. */
export interface Driven extends Omit<ScreenReader, 'write' | 'resize'> {
  /** Everything the program wrote. */
  raw(): string;
  /** Waits until the window shows a text, or fails with what it shows. */
  waitFor(text: string | RegExp): Promise<void>;
  /** Waits until nothing has been written for a moment. */
  still(): Promise<void>;
  /** Presses keys one after the other: names (`enter`, `up`, `ctrl-c`), or a text whose characters are pressed in turn. */
  keys(...names: readonly string[]): Promise<void>;
  /** Sends all at once. */
  send(data: string): Promise<void>;
  /** Sends a text and Enter. */
  type(text: string): Promise<void>;
  /** The number that stands before an option. */
  numberOf(option: string): string;
  resize(columns: number, rows: number): Promise<void>;
  signal(name: string): void;
  readonly pid: number;
  readonly ended: Promise<{ readonly exitCode: number; readonly signal?: number | undefined }>;
}

/** What is run, and in which window. */
export interface DriveOptions {
  readonly command?: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Arguments that ask the questions of the bank with one of every kind, of nobody who has answered before. */
export function kindsQuiz(lang: string, ...more: readonly string[]): readonly string[] {
  return [
    program,
    '--bank',
    kindsBank,
    '--data-dir',
    tempFolder(),
    '--seed',
    '1',
    '--new',
    '9',
    '--lang',
    lang,
    ...more,
  ];
}

/** Shown once the first question waits for keys. */
export const firstQuestion = /^1\/9 [\s\S]*^>/m;

const sequences: Readonly<Record<string, string>> = {
  enter: '\r',
  space: ' ',
  up: '\u001b[A',
  down: '\u001b[B',
  left: '\u001b[D',
  right: '\u001b[C',
  backspace: '\u007f',
  'ctrl-c': '\u0003',
  'ctrl-d': '\u0004',
  'ctrl-z': '\u001a',
};

/** Runs a program, node by default, in a pseudo-terminal; it is killed when the test ends. */
export function drive(options: DriveOptions = {}): Driven {
  const { command = process.execPath, args = [], columns = 80, rows = 40, env = {} } = options;
  const home = tempFolder();
  const pty = spawn(command, [...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd: root,
    // Nothing of whoever runs the tests: their language, colours, bank and screen reader are no business of the program here.
    env: { PATH: process.env.PATH, HOME: home, TERM: 'xterm-256color', ...env },
  });
  const screen = screenReader(columns, rows);
  let raw = '';
  let last = Date.now();
  let written: Promise<void> = Promise.resolve();
  pty.onData((data) => {
    raw += data;
    last = Date.now();
    written = screen.write(data);
  });
  let over = false;
  const letGo = heldOpen(pty);
  const ended = new Promise<{ exitCode: number; signal?: number | undefined }>((resolve) =>
    pty.onExit((end) => {
      over = true;
      resolve(end);
    }),
  );
  onTestFinished(() => {
    letGo();
    try {
      pty.kill('SIGKILL');
    } catch {
      // It has ended by itself.
    }
  });
  const still = async () => {
    do await pause(15);
    while (Date.now() - last < 60);
    await written;
  };
  const readToTheEnd = async () => {
    while (runs(pty.pid)) await pause(10);
    await still();
    letGo();
    return ended;
  };
  const prompted = () => screen.lines()[screen.cursor().row]?.startsWith('>') === true;
  // Of a list of things to do the cursor stands at the end, wherever the mark is.
  const isDialogue = () => screen.lines().some((line) => /^> \S {2}\S/.test(line));
  const listens = () => over || !screen.bracketedPaste() || prompted() || isDialogue();
  const answered = async (act: () => void) => {
    const before = raw.length;
    const until = Date.now() + 1500;
    act();
    // A key that means nothing is not answered at all.
    while (raw.length === before && Date.now() < until) await pause(5);
    await still();
    // What is pressed before the next prompt stands there is dropped, and a busy machine may take its time.
    const patience = Date.now() + 6000;
    while (!listens() && Date.now() < patience) await pause(5);
  };
  const send = (data: string) => answered(() => pty.write(data));
  return {
    ...screen,
    raw: () => raw,
    pid: pty.pid,
    ended: readToTheEnd(),
    still,
    async waitFor(text) {
      const until = Date.now() + 12_000;
      const shows = () => {
        const all = screen.lines().join('\n');
        return typeof text === 'string' ? all.includes(text) : text.test(all);
      };
      while (!shows()) {
        if (Date.now() > until)
          throw new Error(`never shown: ${text}\n---\n${screen.lines().join('\n')}\n---`);
        await pause(10);
      }
    },
    async keys(...names) {
      for (const name of names)
        for (const sequence of name in sequences ? [sequences[name] ?? ''] : [...name]) await send(sequence);
    },
    send,
    async type(text) {
      await send(text);
      await send('\r');
    },
    numberOf(option) {
      const found = screen
        .lines()
        .findLast((line) => line.includes(`. ${option}`) || line.includes(`] ${option}`));
      const number = /^[ >*=]*(\d)\. /.exec(found ?? '')?.[1];
      if (number === undefined)
        throw new Error(`no option ${option}\n---\n${screen.lines().join('\n')}\n---`);
      return number;
    },
    async resize(width, height) {
      await answered(() => {
        screen.resize(width, height);
        pty.resize(width, height);
      });
    },
    signal: (name) => pty.kill(name),
  };
}

/**
 * Keeps the program's side of a terminal open, and returns what closes it.
 *
 * When nobody has it open any more, Node ends the stream after one more read of 4,095 bytes and drops the rest, which on a busy
 * machine are the last lines of a program.
 */
function heldOpen(pty: object): () => void {
  const name: unknown = Reflect.get(pty, 'ptsName');
  if (typeof name !== 'string') return () => undefined;
  let fd: number | undefined = openSync(name, constants.O_RDWR | constants.O_NOCTTY);
  return () => {
    if (fd !== undefined) closeSync(fd);
    fd = undefined;
  };
}

function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
