import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Removes the oldest files or folders of one of our own folders in the cache until so many are left. */
export function keepNewest(folder: string, count: number): void {
  try {
    const names = readdirSync(folder);
    if (names.length <= count) return;
    const aged = names.map((name) => {
      const path = join(folder, name);
      return { path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 };
    });
    aged.sort((a, b) => b.time - a.time);
    for (const { path } of aged.slice(count)) rmSync(path, { recursive: true, force: true });
  } catch {
    // Another run may be removing the same, and what stays is only space.
  }
}
