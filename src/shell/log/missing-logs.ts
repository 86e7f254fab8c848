import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { logNameOf } from '#core/learner/events/log-name.ts';

/** The name of a log that holds nothing: a placeholder is in its place, or it is empty. */
export interface MissingLog {
  readonly log: string;
  readonly because: 'not downloaded' | 'empty';
}

/**
 * The logs that sync apps may not have downloaded. This device's own log may be empty: the first session
 * creates it.
 */
export function findMissingLogs(own: string): readonly MissingLog[] {
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
    // The reader of the logs reports why it cannot be read.
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
