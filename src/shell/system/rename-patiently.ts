import { renameSync } from 'node:fs';
import { codeOf } from './errno.ts';

/** The errors of Windows while a virus scanner or an indexer has one of the two files open. */
const passing: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);

const firstWaitMs = 10;
const tries = 8;

/** How long to wait before a failed rename is tried again, in milliseconds; undefined when trying again would not help. */
export function waitOf(retry: number, code: string | undefined, platform: string): number | undefined {
  const mayPass = platform === 'win32' && code !== undefined && passing.has(code);
  return mayPass && retry < tries ? firstWaitMs * 2 ** (retry - 1) : undefined;
}

/** The ways to the outside of a rename. */
interface Doors {
  readonly platform: string;
  readonly rename: (from: string, to: string) => void;
  readonly wait: (ms: number) => void;
}

const real: Doors = { platform: process.platform, rename: renameSync, wait: sleep };

/** Moves a file over another. On Windows it tries again for a second or so while another program has one of them open. */
export function renamePatiently(from: string, to: string, { platform, rename, wait }: Doors = real): void {
  for (let retry = 1; ; retry++) {
    try {
      rename(from, to);
      return;
    } catch (error) {
      const ms = waitOf(retry, codeOf(error), platform);
      if (ms === undefined) throw error;
      wait(ms);
    }
  }
}

/** Nothing else is to happen meanwhile: what is replaced is the caller's to finish. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
