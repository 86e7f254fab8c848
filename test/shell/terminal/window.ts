import { PassThrough, Writable } from 'node:stream';
import type { Instant } from '#core/base/instant.ts';
import type { Signal, World } from '#shell/system/world.ts';
import { type ScreenReader, screenReader } from '../../pty/screen.ts';

/** A terminal window without a process: what is written shows on a screen, keys are sent, the clock moves when told. */
export interface Window {
  readonly world: World;
  readonly screen: ScreenReader;
  /** Waits until nothing more is written, and all that was is on the screen. */
  drawn(): Promise<void>;
  /** Waits until a text is on the screen. */
  until(text: string): Promise<void>;
  /** Sends keys all at once, and waits until what they led to is drawn. */
  send(text: string): Promise<void>;
  signal(name: Signal): Promise<void>;
  /** Ends the input. */
  end(): Promise<void>;
  resize(columns: number, rows: number): Promise<void>;
  pass(ms: number): void;
  /** How many blocks were written so far. */
  writes(): number;
  raw(): boolean;
}

/** A window of so many columns and rows, without colour. */
export function openWindow(
  columns = 80,
  rows = 30,
  env: Readonly<Record<string, string>> = { NO_COLOR: '1' },
): Window {
  const screen = screenReader(columns, rows);
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (mode: boolean) => (raw = mode),
  });
  let raw = false;
  let writes = 0;
  let shown = Promise.resolve();
  let ms = 1_000_000;
  let tell: ((signal: Signal) => void) | undefined;
  const stdout = Object.assign(
    new Writable({
      write(chunk, _encoding, written) {
        writes += 1;
        shown = screen.write(String(chunk).replaceAll('\n', '\r\n'));
        void shown.then(() => written());
      },
    }),
    { isTTY: true, columns, rows },
  );
  const drawn = async () => {
    for (let before = -1; before < writes; ) {
      before = writes;
      await new Promise((resolve) => setTimeout(resolve, 15));
      // On a busy machine the time passes in fewer turns of the event loop than a prompt needs to be drawn.
      for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      await shown;
    }
  };
  const world = {
    now: (): Instant => ({ ms, offset: 0 }),
    random: () => 0,
    stdin,
    stdout,
    stderr: stdout,
    env,
    cwd: '/',
    home: '/',
    platform: 'linux',
    calledAs: 'llmquiz',
    shippedBank: '/',
    machine: () => ({ host: 'machine', identity: 'machine' }),
    onSignal: (callback: (signal: Signal) => void) => {
      tell = callback;
      return () => {
        tell = undefined;
      };
    },
  } satisfies World;
  return {
    world,
    screen,
    drawn,
    async until(text) {
      while (!screen.lines().join('\n').includes(text)) await drawn();
    },
    async send(text) {
      stdin.write(text);
      await drawn();
    },
    async signal(name) {
      tell?.(name);
      await drawn();
    },
    async end() {
      stdin.end();
      await drawn();
    },
    async resize(width, height) {
      screen.resize(width, height);
      Object.assign(stdout, { columns: width, rows: height });
      stdout.emit('resize');
      await drawn();
    },
    pass: (more) => {
      ms += more;
    },
    writes: () => writes,
    raw: () => raw,
  };
}
