import { statSync } from 'node:fs';
import { finish } from '#core/base/steps.ts';
import { type Claim, pickClaimed } from '#core/learner/banks/claim.ts';
import { type Clocks, readClocks } from '#core/learner/clocks/clocks.ts';
import { openStampBook } from '#core/learner/clocks/stamps.ts';
import type { Event } from '#core/learner/events/event.ts';
import type { Gist } from '#core/learner/events/gist.ts';
import { listLogs, readGists, readLog } from './read-log.ts';

/** Items up to which it is quicker to look for their names in a line than to parse it. */
const fewItems = 8;

/** Reads the events of a bank as they stand in the logs: all of them, or those of some items, or those among the last bytes of each log. */
export function readAllEvents(
  events: string,
  claim: Claim,
  visit: (event: Event) => void,
  items?: ReadonlySet<string>,
  visitOther: (event: Event) => void = () => {},
  last = Number.POSITIVE_INFINITY,
): void {
  const names = items === undefined || items.size > fewItems ? undefined : namesOf(items, claim);
  const wanted =
    names === undefined ? undefined : (text: string) => names.some((name) => text.includes(name));
  for (const path of listLogs(events)) {
    readLog(
      path,
      // A line that begins before this place is none of the last.
      Math.max(0, (statSync(path, { throwIfNoEntry: false })?.size ?? 0) - last),
      (line) => {
        if (line.type !== 'event') return;
        const event = pickClaimed(line.event, claim);
        if (event === undefined) visitOther(line.event);
        else if (items === undefined || items.has(event.item)) visit(event);
      },
      wanted,
    );
  }
}

function namesOf(items: ReadonlySet<string>, { aliases }: Claim): readonly string[] {
  const former = [...aliases].filter(([, now]) => items.has(now)).map(([old]) => old);
  return [...items, ...former].map((name) => JSON.stringify(name));
}

/** Stands for all items of other banks: no item has this id. */
const elsewhere = '';

/** What all logs say of the clocks, and which items have lines that are taken for another moment than they say, by some clocks. */
interface ClocksReread {
  readonly clocks: Clocks;
  misdatedBy(clocks: Clocks): ReadonlySet<string>;
}

/** Works out the clocks from all logs. */
export function readAllClocks(events: string, claim: Claim, now: number): ClocksReread {
  const book = openStampBook();
  const gist = (gist: Gist) => book.add(gist.key, pickClaimed(gist, claim)?.item ?? elsewhere);
  for (const path of listLogs(events)) finish(readGists(path, 0, { gist, other() {} }));
  const misdatedBy = (clocks: Clocks) => {
    const items = new Set(book.misdatedBy(clocks));
    items.delete(elsewhere);
    return items;
  };
  return { clocks: readClocks(book.stamps, now), misdatedBy };
}
