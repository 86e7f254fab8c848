import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What one run of a program took. */
export interface Used {
  /** Seconds of all processors together. */
  readonly cpu: number;
  /** Seconds on the clock, from its start until it ended, or asked its first question. */
  readonly wall: number;
  /** The most memory it had, in MiB. */
  readonly memory: number;
}

/** A program to be measured: the arguments of node, or those of another program. */
export interface Program {
  readonly root: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Up to where it is measured: its end, or the line of a plain quiz that asks for an answer. */
  readonly until: 'its end' | 'its first question';
}

/** What plain mode ends a request for input with. */
const asks = /\bq [^\n]+: $/;

/** Runs a program under node; what it took. An exit code of 1 is good, since `check` ends with it if it finds anything. */
export function used({ root, args, env, until }: Program, preload: string): Promise<Used> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, ['--require', join(preload, 'usage.cjs'), ...args], {
      cwd: root,
      env,
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
    });
    let said = '';
    let tail = '';
    let report = '';
    let wall: number | undefined;
    child.stdio[3]?.on('data', (data) => {
      report += data;
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.stdout.on('data', (data) => {
      tail = `${tail}${data}`.slice(-4000);
      if (wall !== undefined || until === 'its end' || !asks.test(tail)) return;
      wall = (performance.now() - from) / 1000;
      child.kill('SIGUSR2');
    });
    if (until === 'its end') child.stdin.end();
    child.on('close', (code) => {
      if (until === 'its end') wall = (performance.now() - from) / 1000;
      if (wall === undefined || report === '' || (code !== 0 && code !== 1))
        return reject(new Error(`${args.join(' ')} ended with ${code}:\n${said}${tail}`));
      resolve({ wall, ...(JSON.parse(report) as Pick<Used, 'cpu' | 'memory'>) });
    });
  });
}
