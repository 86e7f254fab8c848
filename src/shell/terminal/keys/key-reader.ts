import { StringDecoder } from 'node:string_decoder';
import { doorTo } from '#shell/page/door.ts';
import { type ExitCode, exitCodeOf, exitCodes, type Input, type World } from '#shell/system/world.ts';
import {
  askForMarks,
  isEscape,
  isReply,
  type Key,
  keysIn,
  markPastes,
  nothingPending,
  type Pending,
  unmarkPastes,
} from './keys.ts';

/** An input event: a key, a change of the window, a continued process, or the end of input. */
export type Happening =
  | Key
  /** The input ended, or a signal came: the learner leaves. */
  | { readonly type: 'ended'; readonly code: ExitCode }
  /** The window has another size. */
  | { readonly type: 'resized' }
  /** The program was stopped, and goes on: others have written on the screen. */
  | { readonly type: 'resumed' };

/** The keyboard, for a whole session: no key echoes, and a key that comes while nobody listens is dropped. */
export interface KeyReader {
  /** Drops what was typed before now. */
  settled(): Promise<void>;
  /** Calls back for what happens from now on; returns what stops it. */
  listen(hear: (happening: Happening) => void): () => void;
  /** The exit code to leave with, once the input has ended. */
  ended(): ExitCode | undefined;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** The way to stop this process, and to learn the size of the window. */
export interface JobControl {
  stop(): void;
  measure(): void;
}

const realJobControl: JobControl = {
  // The whole group, as the terminal itself would: `npm start` must stop too, or the shell does not come back.
  stop: () => process.kill(0, 'SIGTSTP'),
  measure: () => process.kill(process.pid, 'SIGWINCH'),
};

/** Reads keys from a terminal, which is in raw mode until closed. */
export function readKeys(world: World, jobs: JobControl = realJobControl): KeyReader {
  const { stdin, stdout, platform, onSignal } = world;
  const ear = openEar();
  const { stop, resume } = stoppable(world, ear, jobs);
  const ask = askingOnce(world);
  const { read, forget } = decoding(known(world), (key) => {
    if (key.type === 'interrupt') ear.end(exitCodes.SIGINT);
    else if (key.type === 'end-of-input') ear.end(0);
    else if (key.type !== 'suspend') ear.tell(key);
    else if (platform !== 'win32') stop();
  });
  // A terminal that closes also sends SIGHUP a moment later, which is more specific.
  const onEnd = () => setImmediate(() => ear.end(0));
  const onResize = () => ear.tell({ type: 'resized' });
  const offSignals = onSignal((signal) => {
    const code = exitCodeOf(signal);
    if (code !== undefined) ear.end(code);
    if (signal === 'SIGCONT') resume();
  });
  take(world);
  stdin.on('data', read).on('end', onEnd).on('error', onEnd);
  stdout.on('resize', onResize);
  stdin.resume();
  return {
    async settled() {
      ask();
      await passed();
      await passed();
    },
    listen: ear.listen,
    ended: ear.ended,
    close() {
      offSignals();
      forget();
      stdin.off('data', read).off('end', onEnd);
      stdout.off('resize', onResize);
      giveBack(world);
      stdin.pause();
    },
  };
}

/** One turn of the event loop: what already waits to be read is read. */
const passed = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Ear extends Pick<KeyReader, 'listen' | 'ended'> {
  tell(happening: Happening): void;
  end(code: ExitCode): void;
}

function openEar(): Ear {
  let ended: ExitCode | undefined;
  let hear: ((happening: Happening) => void) | undefined;
  return {
    tell: (happening) => hear?.(happening),
    end(code) {
      ended ??= code;
      hear?.({ type: 'ended', code: ended });
    },
    ended: () => ended,
    listen(callback) {
      hear = callback;
      return () => {
        if (hear === callback) hear = undefined;
      };
    },
  };
}

type Ends = Pick<World, 'stdin' | 'stdout' | 'env'>;

function take({ stdin, stdout, env }: Ends): void {
  setRaw(stdin, true);
  doorTo(stdout, { env }).draw(markPastes);
}

function giveBack({ stdin, stdout, env }: Ends): void {
  doorTo(stdout, { env }).draw(unmarkPastes);
  setRaw(stdin, false);
}

function setRaw(stdin: Input, raw: boolean): void {
  try {
    stdin.setRawMode?.(raw);
  } catch {
    // The terminal is gone: there is nothing to set.
  }
}

/** Ctrl-Z and back. */
function stoppable(ends: Ends, ear: Ear, jobs: JobControl): { stop(): void; resume(): void } {
  let stopped = false;
  const resume = () => {
    stopped = false;
    // The mode is only set if it differs from the last known one, and the shell may have changed it meanwhile.
    setRaw(ends.stdin, false);
    take(ends);
    jobs.measure();
    ear.tell({ type: 'resumed' });
  };
  const stop = () => {
    giveBack(ends);
    stopped = true;
    jobs.stop();
    // A process group without a shell is not stopped, because nothing would continue it.
    setTimeout(() => setImmediate(() => stopped && resume()), 100);
  };
  return { stop, resume };
}

/** Tmux marks pastes, but answers no question about it. */
const known = ({ env }: Ends): Pending =>
  env.TMUX === undefined ? nothingPending : { ...nothingPending, marks: true };

/** Asks the terminal once whether it marks pastes, at the start of a line; not before a question, since a reply may come late. */
function askingOnce({ stdout, env }: Ends): () => void {
  let asked = env.TMUX !== undefined;
  return () => {
    if (!asked) doorTo(stdout, { env }).draw(askForMarks);
    asked = true;
  };
}

/** Milliseconds until what follows a started sequence no longer belongs to it. */
const patience = { key: 50, reply: 500 } as const;

/** Tells of the keys in what is read, piece by piece. */
function decoding(
  first: Pending,
  tell: (key: Key) => void,
): { read(chunk: Buffer | string): void; forget(): void } {
  const decoder = new StringDecoder('utf8');
  let pending = first;
  let unfinished: NodeJS.Timeout | undefined;
  const forget = () => {
    clearTimeout(unfinished);
    pending = { ...pending, sequence: '' };
  };
  const give = () => {
    const { sequence } = pending;
    forget();
    if (isEscape(sequence)) tell({ type: 'escape' });
  };
  const read = (chunk: Buffer | string) => {
    clearTimeout(unfinished);
    const decoded = keysIn(typeof chunk === 'string' ? chunk : decoder.write(chunk), pending);
    pending = decoded.pending;
    // If no sequence follows soon, it was the Escape key.
    if (pending.sequence !== '')
      unfinished = setTimeout(give, isReply(pending.sequence) ? patience.reply : patience.key);
    for (const key of decoded.keys) tell(key);
  };
  return { read, forget };
}
