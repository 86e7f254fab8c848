import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '#core/learner/events/event.ts';
import { readLine } from '#core/learner/events/read-line.ts';

/** Every event in the log files of a folder, each once, and how many lines in them cannot be read. */
export function recordedIn(events: string): {
  readonly events: readonly Event[];
  readonly unreadable: number;
} {
  const byId = new Map<string, Event>();
  let unreadable = 0;
  for (const name of namesIn(events)) {
    if (!name.endsWith('.jsonl')) continue;
    for (const text of readFileSync(join(events, name), 'utf8').split('\n')) {
      if (text === '' || text === '\r') continue;
      const line = readLine(text);
      if (line.type === 'event') byId.set(line.event.id, line.event);
      else unreadable += 1;
    }
  }
  return { events: [...byId.values()], unreadable };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
