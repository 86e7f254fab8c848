import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder that anybody may enter, in the system's folder for such or in another; it goes when the test ends. */
export function tempFolder(within: string = tmpdir()): string {
  // As the system itself names it: without the short names of Windows, which git does not use.
  const folder = realpathSync.native(mkdtempSync(join(within, 'llmquiz-')));
  chmodSync(folder, 0o755);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** A disk of so many KiB, mounted until the test ends; undefined where this machine does not let us mount one. */
export function smallDisk(kib: number): string | undefined {
  const folder = tempFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kib}k,mode=777`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return undefined;
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

/** Fills what is left of a disk with a file, which removing frees again. */
export function fill(disk: string): string {
  const filler = join(disk, 'filler');
  for (const size of [65_536, 4096, 1])
    try {
      for (;;) appendFileSync(filler, Buffer.alloc(size, 120));
    } catch {
      // That much does not fit any more.
    }
  return filler;
}
