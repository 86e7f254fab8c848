import { fromIso, type Instant, toIso } from '#core/base/instant.ts';
import { randomFrom } from '#core/base/random.ts';
import { makeUuid7 } from '#core/base/uuid7.ts';
import { type Clocks, placeEvent, readClocks } from '#core/learner/clocks/clocks.ts';
import { type Deed, type Event, eventFormat, instantOf } from '#core/learner/events/event.ts';
import { gistOf } from '#core/learner/events/gist.ts';
import { foldAll } from '#core/learner/memory/fold.ts';

const random = randomFrom('test events');

/** An instant by its ISO text; a wrong one is a fault of the test. */
export function at(iso: string): Instant {
  const instant = fromIso(iso);
  if (instant === undefined) throw new Error(`${iso} is not a time`);
  return instant;
}

/** A review of an item as a deed. */
export function review(item: string, change: Partial<Extract<Deed, { type: 'reviewed' }>> = {}): Deed {
  return {
    ...{ type: 'reviewed', item, revision: 1, verdict: 'correct', rating: 'good', policy: 1, guess: 0 },
    ...{ answer: { type: 'typed', texts: ['好的 answer'] }, hints: 0, ms: 1500, lang: 'en' },
    ...change,
  };
}

/** An answer in practice as a deed. */
export const practice = (item: string, change: Parameters<typeof review>[1] = {}): Deed =>
  ({ ...review(item, change), type: 'practised' }) as Deed;

/** A deed as the event that a device would have written. */
export function stamped(deed: Deed, seq: number, iso: string, device = 'laptop'): Event {
  const now = at(iso);
  return { v: eventFormat, id: makeUuid7(now.ms, random), device, seq, at: toIso(now), ...deed } as Event;
}

/** Events as the lines of a log. */
export const linesOf = (events: readonly Event[]) => events.map((e) => `${JSON.stringify(e)}\n`).join('');

/** What the stamps of events tell of the clocks, before a moment if one is told. */
function clocksOf(events: readonly Event[], now = Number.POSITIVE_INFINITY): Clocks {
  const stamps = new Map<string, { seqs: number[]; ms: number[] }>();
  for (const event of events) {
    const of = stamps.get(event.device) ?? { seqs: [], ms: [] };
    stamps.set(event.device, of);
    of.seqs.push(event.seq);
    of.ms.push(instantOf(event).ms);
  }
  return readClocks(stamps, now);
}

/** What events amount to, each at the moment that it is taken for. */
export function folded(events: readonly Event[], now?: number) {
  const clocks = clocksOf(events, now);
  return foldAll(events.map((event) => gistOf(placeEvent(event, clocks))));
}
