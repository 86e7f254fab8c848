import { appendFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toIso } from '#core/base/instant.ts';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import type { Event } from '#core/learner/events/event.ts';
import { examine } from '#shell/log/examine.ts';
import { openHistory } from '#shell/log/history.ts';
import { eventsOf } from '../../arbitrary/events.ts';
import { plainlyPlaced } from '../../core/learner/plain-clocks.ts';
import { referenceFold } from '../../core/learner/reference.ts';
import { at, linesOf, review, stamped } from '../../events.ts';
import { tempFolder } from '../../temp.ts';
import { tries } from '../../tries.ts';

/** A data directory, whose clock is set with each look at it. */
function rooms() {
  const root = tempFolder();
  const [events, cache] = [join(root, 'events'), join(root, 'cache')];
  mkdirSync(events);
  return {
    ...{ root, events, cache },
    add: (file: string, ...more: readonly Event[]) =>
      appendFileSync(join(events, `${file}.jsonl`), linesOf(more)),
    open: (now?: number) =>
      openHistory(events, cache, shippedClaimOf(), () => now ?? Number.POSITIVE_INFINITY),
  };
}

const minute = 60_000;

/** What events come to by the plain way, seen at a moment. */
const truth = (events: readonly Event[], now = Number.POSITIVE_INFINITY) =>
  referenceFold(plainlyPlaced(events, now + minute));

/** Events with clocks that jump, for days or for years, and with lines that were written by two sessions at once. */
function jumpy(device: string, max: number): fc.Arbitrary<Event[]> {
  const jump = fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.integer({ min: -40, max: 40 }) },
    { weight: 1, arbitrary: fc.constantFrom(-400, 365) },
  );
  return fc
    .tuple(eventsOf(device, max), fc.array(jump, { minLength: 8, maxLength: 8 }), fc.nat(3))
    .map(([events, jumps, doubled]) =>
      events.map((event, i) => {
        const { ms, offset } = at(event.at);
        const days = jumps[Math.floor((i * jumps.length) / events.length)] ?? 0;
        const seq = doubled === 0 ? Math.ceil(event.seq / 2) : event.seq;
        return { ...event, seq, at: toIso({ ms: ms + days * 86_400_000, offset }) };
      }),
    );
}

const nows = fc.constantFrom(
  ...['2025-01-01', '2026-01-10', '2026-02-01', '2026-04-01', '2027-03-01'].map(
    (day) => at(`${day}T10:00Z`).ms,
  ),
  Number.POSITIVE_INFINITY,
);

describe('states under clocks that were wrong', () => {
  it('are those of a fold from the beginning, in whatever order lines arrive and snapshots are saved', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(
        jumpy('laptop', 20),
        jumpy('phone', 12),
        fc.array(fc.record({ place: fc.nat(40), now: nows, saves: fc.boolean() }), { maxLength: 5 }),
        fc.array(fc.constantFrom('a', 'laptop', 'phone', 'z'), { minLength: 32, maxLength: 32 }),
        fc.infiniteStream(fc.boolean()),
        (laptop, phone, looks, files, turns) => {
          const { root, add, open } = rooms();
          const [left, right] = [[...laptop], [...phone]];
          const all: Event[] = [];
          const look = (now: number, saves: boolean) => {
            const history = open(now);
            expect(new Map(history.states)).toEqual(truth(all, now));
            if (saves) history.save();
            expect(new Map(history.states)).toEqual(truth(all, now));
          };
          for (let i = 0; left.length + right.length > 0; i++) {
            const from =
              (turns.next().value === true && left.length > 0) || right.length === 0 ? left : right;
            const event = from.shift()!;
            add(files[i % files.length]!, event);
            all.push(event);
            for (const { place, now, saves } of looks) if (place === i) look(now, saves);
          }
          look(Number.POSITIVE_INFINITY, true);
          look(looks[0]?.now ?? 0, true);
          look(Number.POSITIVE_INFINITY, false);
          rmSync(root, { recursive: true });
        },
      ),
      { numRuns: tries(300) },
    );
  });

  it('are kept up to date by a session under a clock that jumps', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(jumpy('laptop', 20), jumpy('phone', 8), fc.nat(20), (laptop, phone, cut) => {
        const { root, events, cache, add } = rooms();
        const before = laptop.slice(0, cut);
        add('phone', ...phone);
        add('laptop', ...before);
        let now = 0;
        const open = () => openHistory(events, cache, shippedClaimOf(), () => now);
        now = at(before.at(-1)?.at ?? '2026-01-01T10:00Z').ms;
        const history = open();
        const all = [...phone, ...before];
        for (const event of laptop.slice(cut)) {
          now = at(event.at).ms;
          add('laptop', event);
          all.push(event);
          history.record(event);
          expect(new Map(history.states)).toEqual(truth(all, now));
        }
        history.save();
        expect(new Map(history.states)).toEqual(truth(all, now));
        expect(new Map(open().states)).toEqual(truth(all, now));
        rmSync(root, { recursive: true });
      }),
      { numRuns: tries(200) },
    );
  });
});

describe('a wrong answer now', () => {
  it('is due tomorrow, whatever is in the logs', () => {
    fc.assert(
      fc.property(
        jumpy('laptop', 20),
        jumpy('phone', 12),
        nows.filter(Number.isFinite),
        (laptop, phone, now) => {
          const { root, add, open } = rooms();
          add('laptop', ...laptop);
          add('phone', ...phone);
          const history = open(now);
          const today = Math.floor((now - 4 * 3_600_000) / 86_400_000);
          const event = stamped(
            review('new', { rating: 'again', verdict: 'wrong' }),
            history.seqOf('laptop') + 1,
            toIso({ ms: now, offset: 0 }),
          );
          add('laptop', event);
          expect(history.record(event)?.memory).toMatchObject({ last: today, due: today + 1 });
          const again = stamped(
            review('alpha', { rating: 'again', verdict: 'wrong', revision: 9 }),
            history.seqOf('laptop') + 2,
            toIso({ ms: now, offset: 0 }),
          );
          add('laptop', again);
          expect(history.record(again)?.memory).toMatchObject({ last: today, due: today + 1 });
          rmSync(root, { recursive: true });
        },
      ),
      { numRuns: tries(200) },
    );
  });
});

describe('lines with wrong stamps', () => {
  const [ahead, now] = [at('2027-03-01T10:00Z').ms, at('2026-03-02T10:00Z').ms];
  const events = [
    stamped(review('alpha'), 1, '2026-03-01T10:00:00+01:00'),
    stamped(review('beta'), 2, '2027-03-01T10:00:00+01:00'),
    stamped(review('gamma'), 3, '2026-03-02T10:00:00+01:00'),
  ] as const;

  it('are told of once, by the first that opens and saves the history', () => {
    const { add, open } = rooms();
    add('laptop', ...events.slice(0, 2));
    expect(open(ahead)).toMatchObject({ misdated: 0 });
    open(ahead).save();
    expect([open(now).misdated, open(now).misdated]).toEqual([1, 1]);
    open(now).save();
    expect(open(now)).toMatchObject({ misdated: 0 });
    add('laptop', events[2]);
    expect(open(now)).toMatchObject({ misdated: 0 });
    expect(
      open(now)
        .events()
        .map((event) => event.at.slice(0, 10)),
    ).toEqual([...['2026-03-01', '2026-03-02', '2026-03-02']]);
  });

  it('leave the stamp of the last line known', () => {
    const { add, open } = rooms();
    expect(open().stampOf('laptop')).toBeUndefined();
    add('laptop', events[0], events[1]);
    expect(open(now).stampOf('laptop')).toBe(at(events[1].at).ms);
    open(now).save();
    expect(open(now).stampOf('laptop')).toBe(at(events[1].at).ms);
  });

  it('are examined with what they are taken for, and a snapshot that knows them is right', () => {
    const { events: folder, cache, add, open } = rooms();
    add('laptop', ...events);
    open(now).save();
    const look = () => examine({ events: folder, cache }, shippedClaimOf(), new Set(), now);
    expect(look()).toMatchObject({
      snapshot: 'agrees',
      logs: [
        {
          misdated: [
            { line: 2, at: '2027-03-01T10:00:00.000+01:00', taken: '2026-03-02T10:00:00.000+01:00' },
          ],
        },
      ],
    });
    // Lines behind the snapshot do not make it wrong, though they prove other stamps wrong.
    add('laptop', stamped(review('delta'), 4, '2025-01-01T10:00:00+01:00'));
    expect(look()).toMatchObject({ snapshot: 'agrees', logs: [{ misdated: [{ line: 2 }, { line: 4 }] }] });
    expect(readFileSync(join(folder, 'laptop.jsonl'), 'utf8')).toContain('2027-03-01');
  });

  it('do not slow down what is appended to them: the logs are not read from the beginning', () => {
    const { events: folder, cache, add, open } = rooms();
    add('laptop', ...events);
    open(now).save();
    const later = stamped(review('alpha'), 4, '2026-03-03T10:00:00+01:00');
    add('laptop', later);
    // What is no event any more would be missed if it was read.
    const path = join(folder, 'laptop.jsonl');
    const states = new Map(open(at(later.at).ms).states);
    expect(states).toEqual(truth([...events, later], at(later.at).ms));
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(5);
    expect(openHistory(folder, cache, shippedClaimOf(), () => at(later.at).ms).misdated).toBe(0);
  });
});
