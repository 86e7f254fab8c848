import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The program in a folder, and the Node that runs it. */
export interface Program {
  readonly root: string;
  readonly node: string;
  readonly script: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** The program that `npm run build` made in this checkout. */
export const builtProgram: Program = {
  root,
  node: process.execPath,
  script: join(root, 'bin', 'llmquiz.js'),
};

/** Words as a shell reads them back, whatever is in them. */
export const quoted = (words: readonly string[]) =>
  words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');

/** A home that nobody can make, root neither: what is written below it would outlive the tests. */
const noHome = '/dev/null/home';

/** How the program is started, beside its arguments. */
export interface Start {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The program to run; the one of this checkout by default. */
  readonly program?: Program;
  /** The user and group to run as; only root may choose. */
  readonly user?: number | undefined;
  readonly cwd?: string;
  /** A shell command line in which `"$@"` is the program. */
  readonly shell?: string;
}

/** The built program, running as a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  readonly type: (text: string) => void;
  /** Waits until so many matches of a pattern are on stdout, or the program has ended. */
  readonly shown: (pattern: RegExp, times?: number) => Promise<void>;
  /** Waits for the end: the exit code, or the signal that killed it. */
  readonly ended: Promise<number | NodeJS.Signals>;
}

/** Starts the built program with pipes for its streams. */
export function start(args: readonly string[], how: Start = {}): Running {
  const { env = {}, program = builtProgram, user, shell, cwd = '/' } = how;
  const [command, words] =
    shell === undefined
      ? [program.node, [program.script, ...args]]
      : ['bash', ['--norc', '-c', shell, 'bash', program.node, program.script, ...args]];
  const child = spawn(command, words, {
    env: { PATH: process.env.PATH, LANG: 'en_GB.UTF-8', HOME: noHome, ...env },
    ...(user === undefined ? {} : { uid: user, gid: user }),
    cwd,
  });
  let out = '';
  let err = '';
  let over = false;
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watcher of watchers) watcher();
  };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    tell();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // Who types to a program that is gone finds out by its end, not by the pipe.
  child.stdin.on('error', () => {});
  const ended = once(child, 'close').then(([code, signal]: (number | NodeJS.Signals)[]) => {
    over = true;
    tell();
    return code ?? signal ?? -1;
  });
  const shown = (pattern: RegExp, times = 1) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!over && (out.match(new RegExp(pattern, 'g')) ?? []).length < times) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  return { child, out: () => out, err: () => err, type: (text) => child.stdin.write(text), shown, ended };
}
