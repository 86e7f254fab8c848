import { readFileSync, statSync } from 'node:fs';
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import { fromIso, type Instant } from './core/instant.ts';
import { isPartMissing, partMissing } from './part-missing.ts';
import { machineFrom } from './shell/device.ts';
import type { Machine, Signal, World } from './world.ts';

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
  cwd: process.cwd(),
  home: homedir(),
  platform: process.platform,
  shippedBank: join(import.meta.dirname, 'bank'),
  machine,
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

function machine(): Machine {
  // A user without a home has a machine all the same.
  const home = attempted(homedir) ?? '';
  return machineFrom({
    host: hostname(),
    machineId: attempted(() => readFileSync('/etc/machine-id', 'utf8')) ?? '',
    home,
    stats: attempted(() => statSync(home, { bigint: true })),
  });
}

function attempted<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** A closed pipe or a vanished terminal ends the output, not the program: every answer is on disk by then. */
function forgiveClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
}

const argv = process.argv.slice(2);
process.stdout.on('error', forgiveClosed);
// Answered here, since loading the commands would double its time.
if (argv.length === 1 && argv[0] === '--version') process.stdout.write(`${LLMQUIZ_VERSION}\n`);
else void run();

async function run(): Promise<void> {
  process.stderr.on('error', forgiveClosed);
  try {
    const { main } = await import('./cli.ts');
    process.exitCode = await main(argv, world);
  } catch (error) {
    if (!isPartMissing(error)) throw error;
    process.stderr.write(`llmquiz: ${partMissing}\n`);
    process.exitCode = 1;
  }
}
