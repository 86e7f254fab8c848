import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '#core/base/random.ts';
import { compareKeys, type Event, keyOf } from '#core/learner/event.ts';
import { foldAll, foldItem, type ItemState, step } from '#core/learner/fold.ts';
import { eventsOf } from '../../arbitrary/events.ts';
import { tries } from '../../tries.ts';

/** Folds as a session does: on top of known states, and anew only where a step asks for it. */
function foldOnto(known: ReadonlyMap<string, ItemState>, before: readonly Event[], rest: readonly Event[]) {
  const states = new Map(known);
  const all = [...before];
  for (const event of rest) {
    all.push(event);
    const next = step(states.get(event.item), event);
    const state = next === 'refold' ? foldItem(all.filter((e) => e.item === event.item)) : next;
    if (state !== undefined) states.set(event.item, state);
  }
  return states;
}

describe('folding', () => {
  it('from a snapshot equals folding from the beginning, whatever happened', () => {
    fc.assert(
      fc.property(eventsOf('laptop'), fc.nat(), (events, n) => {
        const cut = events.length === 0 ? 0 : n % (events.length + 1);
        const before = events.slice(0, cut);
        expect(foldOnto(foldAll(before), before, events.slice(cut))).toEqual(foldAll(events));
      }),
      { numRuns: tries(500) },
    );
  });

  it('does not depend on the order in which two devices’ events arrive', () => {
    fc.assert(
      fc.property(eventsOf('laptop', 30), eventsOf('phone', 30), fc.string(), (a, b, seed) => {
        const mixed = shuffled([...a, ...b, ...a.slice(0, 5)], seeded(seed));
        expect(foldAll(mixed)).toEqual(foldAll([...b, ...a]));
        expect(foldOnto(foldAll(b), b, a)).toEqual(foldAll([...a, ...b]));
      }),
      { numRuns: tries(300) },
    );
  });

  it('of a history in which everything was undone leaves no memory', () => {
    fc.assert(
      fc.property(eventsOf('laptop', 20), (events) => {
        const last = events.at(-1);
        const undoing = events.map(
          (e, i): Event => ({
            v: 1,
            id: `undo-${i}`,
            device: 'laptop',
            seq: 1000 + i,
            at: last?.at ?? e.at,
            type: 'undone',
            item: e.item,
            event: e.id,
          }),
        );
        for (const state of foldAll([...events, ...undoing]).values())
          expect(state).toMatchObject({ suspended: false, flags: 0 });
        for (const state of foldAll([...events, ...undoing]).values()) expect(state.memory).toBeUndefined();
      }),
    );
  });
});

it('events have one order', () => {
  fc.assert(
    fc.property(eventsOf('a', 20), eventsOf('b', 20), (a, b) => {
      const sorted = [...a, ...b].sort((x, y) => compareKeys(keyOf(x), keyOf(y)));
      for (const [i, event] of sorted.slice(1).entries()) {
        const before = sorted[i];
        if (before !== undefined) expect(compareKeys(keyOf(before), keyOf(event))).toBeLessThan(0);
      }
    }),
  );
});
