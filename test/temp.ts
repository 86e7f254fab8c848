import { execFileSync, spawnSync } from 'node:child_process';
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

/** A disk of so many KiB, mounted until the test ends; undefined if this machine lets us mount none. */
export function smallDisk(kib: number): string | undefined {
  const folder = tempFolder();
  const mount = ['mount', '-t', 'tmpfs', '-o', `size=${kib}k,mode=777`, 'tmpfs', folder];
  if (spawnSync('mount', mount.slice(1)).status !== 0) return diskOfOurOwn(folder, mount);
  onTestFinished(() => void execFileSync('umount', ['-l', folder]));
  return folder;
}

/** The same for an ordinary user: mounted where only a process of ours sees it, and reached through that one. */
function diskOfOurOwn(folder: string, mount: readonly string[]): string | undefined {
  const held = '"$@" && { sleep 600 >/dev/null 2>&1 & echo "$!"; }';
  const { status, stdout } = spawnSync(
    'unshare',
    ['--user', '--map-root-user', '--mount', 'sh', '-c', held, 'sh', ...mount],
    { encoding: 'utf8' },
  );
  if (status !== 0) return undefined;
  onTestFinished(() => void process.kill(Number(stdout)));
  return `/proc/${stdout.trim()}/root${folder}`;
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
