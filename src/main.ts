import { readFileSync, statSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { fromIso, type Instant } from './core/base/instant.ts';
import { isPartMissing, partMissing } from './shell/page/part-missing.ts';
import { callOf } from './shell/system/call.ts';
import { machineFrom } from './shell/system/machine.ts';
import { type ExitCode, type HostMachine, type Signal, UserError, type World } from './shell/system/world.ts';

declare const LLMQUIZ_VERSION: string;

const signals: readonly Signal[] = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGCONT'];

const world: World = {
  now: clock(process.env.LLMQUIZ_NOW),
  random: Math.random,
  get stdin() {
    return process.stdin;
  },
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  get cwd() {
    return currentFolder();
  },
  get home() {
    return known(homedir);
  },
  platform: process.platform,
  shippedBank: join(import.meta.dirname, 'bank'),
  machine,
  get calledAs() {
    return callOf({ script: process.argv[1] ?? '', cwd: known(process.cwd) ?? '/', env: process.env });
  },
  onSignal(callback) {
    for (const signal of signals) process.on(signal, callback);
    return () => {
      for (const signal of signals) process.off(signal, callback);
    };
  },
};

/** The clock on the wall; LLMQUIZ_NOW, an ISO 8601 time with offset, stops it for tests. */
function clock(fixed: string | undefined): () => Instant {
  const stopped = fixed === undefined ? undefined : fromIso(fixed);
  if (stopped !== undefined) return () => stopped;
  return () => {
    const now = new Date();
    return { ms: now.getTime(), offset: -now.getTimezoneOffset() };
  };
}

function machine(): HostMachine {
  // A user without a home has a machine all the same.
  const given = known(homedir) ?? '';
  const home = isAbsolute(given) ? resolve(given) : given;
  return machineFrom({
    host: known(hostname) ?? '',
    machineId: known(() => readFileSync('/etc/machine-id', 'utf8')) ?? '',
    home,
    stats: known(() => statSync(home, { bigint: true })),
  });
}

function currentFolder(): string {
  const folder = known(process.cwd);
  if (folder !== undefined) return folder;
  throw new UserError({
    en: 'Cannot find the current folder; it was deleted or moved. Change to another one with cd.',
    zh: '找不到当前文件夹：它已被删除或移动。请用 cd 进入其他文件夹。',
  });
}

/** A fact that the system knows about itself; undefined if it does not, such as a home that neither HOME nor the password file names. */
function known<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

let unprinted: ExitCode | undefined;

/** A closed pipe or a vanished terminal ends the output, not the program: every answer is on disk by then. */
function forgiveClosed({ code = 'unknown error' }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE' || code === 'EIO' || unprinted !== undefined) return;
  unprinted = 1;
  process.exitCode = unprinted;
  process.stderr.write(
    `llmquiz: Cannot write to standard output (${code}). Redirect it to another file, or free some space.\n`,
  );
}

const argv = process.argv.slice(2);
process.stdout.on('error', forgiveClosed);
// Nobody is left to report it to.
process.stderr.on('error', () => {});
// Answered here, since loading the commands would double its time.
if (argv.length === 1 && argv[0] === '--version') process.stdout.write(`${LLMQUIZ_VERSION}\n`);
else void run();

async function run(): Promise<void> {
  try {
    const { main } = await import('./cli.ts');
    const code = await main(argv, world);
    process.exitCode = unprinted ?? code;
  } catch (error) {
    if (!isPartMissing(error)) throw error;
    process.stderr.write(`llmquiz: ${partMissing}\n`);
    process.exitCode = 1;
  }
}
