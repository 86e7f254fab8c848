import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { logNameOf } from '#core/learner/log-name.ts';

/** A log of which nothing can be read, by its name: a placeholder is in its place, or it is empty. */
export interface MissingLog {
  readonly log: string;
  readonly because: 'not downloaded' | 'empty';
}

/**
 * The logs that file synchronisers may have left out, beside the log of this device. That one may well be empty: it is made
 * when the first session begins.
 */
export function missingLogs(own: string): readonly MissingLog[] {
  const events = dirname(own);
  const found = new Map<string, MissingLog['because']>();
  for (const name of namesIn(events)) {
    const called = logNameOf(name);
    if (called.type === 'placeholder' && !isFile(join(events, called.log)))
      found.set(called.log, 'not downloaded');
    else if (called.type === 'log' && name !== basename(own) && isEmpty(join(events, name)))
      found.set(name, 'empty');
  }
  return [...found].map(([log, because]) => ({ log, because }));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    // Why it cannot be read is said where the logs are.
    return [];
  }
}

const isFile = (path: string) => statOf(path)?.isFile() === true;

function isEmpty(path: string): boolean {
  const stats = statOf(path);
  return stats?.isFile() === true && stats.size === 0;
}

function statOf(path: string) {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
