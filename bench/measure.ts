import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a program: milliseconds, and its peak memory in MiB where the system tells. */
export interface Run {
  readonly ms: number;
  readonly memory?: number;
}

/** How a program is run. */
export interface Call {
  readonly root: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What plain mode ends a request for input with. */
const asks = /\bq [^\n]+: $/;

/** Runs node until it ends; the time from its start to its end, and the memory it had used when it printed. */
export function untilEnd({ root, args, env }: Call): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    let peak = {};
    child.stdout.on('data', () => {
      peak = peakOf(child.pid);
    });
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.on('close', (code) => {
      const ms = performance.now() - from;
      // 1 is what `check` ends with where it finds anything.
      if (code === 0 || code === 1) resolve({ ms, ...peak });
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${said.trim().split('\n')[0]}`));
    });
  });
}

/** Runs a plain quiz until it asks its first question; the time from its start to the line that asks for an answer. */
export function untilAsked({ root, args, env }: Call): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'pipe' });
    let said = '';
    let run: Run | undefined;
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.stdout.on('data', (data) => {
      said += data;
      if (run !== undefined || !asks.test(said)) return;
      const ms = performance.now() - from;
      run = { ms, ...peakOf(child.pid) };
      child.kill('SIGKILL');
    });
    child.on('close', () =>
      run === undefined ? reject(new Error(`no question was asked:\n${said}`)) : resolve(run),
    );
  });
}

/** The peak memory of a running process in MiB; only Linux tells it without disturbing the process. */
function peakOf(pid: number | undefined): { readonly memory?: number } {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? {} : { memory: Number(peak) / 1024 };
  } catch {
    return {};
  }
}

/** Answers so many questions of one plain session; for each, the time from the answer to its feedback. */
export function answerTimes({ root, args, env }: Call, answers: number): Promise<readonly Run[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: 'pipe' });
    const runs: Run[] = [];
    let said = '';
    let from: number | undefined;
    const type = (line: string) => {
      said = '';
      child.stdin.write(`${line}\n`);
    };
    child.stderr.on('data', (data) => {
      said += data;
    });
    child.stdout.on('data', (data) => {
      said += data;
      const asked = asks.exec(said.slice(said.lastIndexOf('\n') + 1));
      if (asked === null) return;
      if (from !== undefined) {
        runs.push({
          ms: performance.now() - from,
          ...(runs.length % 50 === 49 ? peakOf(child.pid) : {}),
        });
        from = undefined;
        type(runs.length < answers ? '' : 'q');
      } else {
        // "I don't know" is an answer to every kind; where any text may be typed it is written with a colon.
        const unknown = /:0 /.test(said.slice(said.lastIndexOf('\n') + 1)) ? ':0' : '0';
        from = performance.now();
        type(unknown);
      }
    });
    child.on('close', () =>
      runs.length > 0 ? resolve(runs) : reject(new Error(`no question was asked:\n${said}`)),
    );
  });
}
