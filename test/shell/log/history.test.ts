import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import type { Event } from '#core/learner/events/event.ts';
import { openLog } from '#shell/log/event-log.ts';
import { openHistory, openHistoryInSteps } from '#shell/log/history.ts';
import { hasSnapshot } from '#shell/log/snapshot.ts';
import { eventsOf } from '../../arbitrary/events.ts';
import { at, folded, linesOf, review, stamped } from '../../events.ts';
import { tempFolder } from '../../temp.ts';
import { tries } from '../../tries.ts';

/** A data directory with its two rooms. */
function rooms() {
  const root = tempFolder();
  const [events, cache] = [join(root, 'events'), join(root, 'cache')];
  mkdirSync(events);
  const add = (device: string, text: string) => appendFileSync(join(events, `${device}.jsonl`), text);
  return { events, cache, add, open: () => openHistory(events, cache) };
}

const days = (...items: readonly string[]) =>
  items.map((item, i) =>
    stamped(review(item), i + 1, `2026-03-${String(i + 1).padStart(2, '0')}T10:00:00+01:00`),
  );

describe('the snapshot with what came after it', () => {
  it('equals the fold of everything, whatever happened on two devices and whenever it was saved', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(
        eventsOf('laptop', 25),
        eventsOf('phone', 15),
        fc.array(fc.nat(40), { maxLength: 4 }),
        (laptop, phone, cuts) => {
          const { events, cache, add, open } = rooms();
          // The phone's file arrives as a whole, after so many events of the laptop.
          const late = cuts[0] ?? 0;
          for (const [i, event] of laptop.entries()) {
            if (i === late) add('phone', linesOf(phone));
            add('laptop', linesOf([event]));
            if (cuts.includes(i)) open().save();
          }
          if (laptop.length <= late) add('phone', linesOf(phone));
          const all = [...laptop, ...phone];
          expect(new Map(open().states)).toEqual(folded(all));
          open().save();
          expect(new Map(open().states)).toEqual(folded(all));
          expect(open().events()).toHaveLength(all.length);
          rmSync(events, { recursive: true });
          rmSync(cache, { recursive: true, force: true });
        },
      ),
      { numRuns: tries(300) },
    );
  });

  it('is kept up to date by a session, as folding anew would', () => {
    fc.assert(
      fc.property(eventsOf('laptop', 25), fc.nat(25), (laptop, cut) => {
        const { events, add, open } = rooms();
        add('laptop', linesOf(laptop.slice(0, cut)));
        const history = open();
        for (const event of laptop.slice(cut)) {
          add('laptop', linesOf([event]));
          history.record(event);
        }
        expect(new Map(history.states)).toEqual(folded(laptop));
        history.save();
        expect(new Map(history.states)).toEqual(folded(laptop));
        expect(new Map(open().states)).toEqual(folded(laptop));
        rmSync(events, { recursive: true });
      }),
      { numRuns: tries(200) },
    );
  });

  it('takes in what another session appended meanwhile', () => {
    const { add, open } = rooms();
    const [a, b, c, d] = days('alpha', 'alpha', 'alpha', 'beta') as [Event, Event, Event, Event];
    add('laptop', linesOf([a]));
    const mine = open();
    add('laptop', linesOf([b, c]));
    mine.record(c);
    add('laptop', linesOf([d]));
    mine.save();
    expect(new Map(mine.states)).toEqual(folded([a, b, c, d]));
    expect(new Map(open().states)).toEqual(folded([a, b, c, d]));
  });

  it.each([
    [500, false],
    [501, true],
  ])(
    'is written at once where much was folded, so that the next start is quick: %i events',
    (count, isWritten) => {
      const { cache, add, open } = rooms();
      const many = Array.from({ length: count }, (_, i) =>
        stamped(review(`item-${i}`), i + 1, '2026-03-01T10:00:00Z'),
      );
      add('laptop', linesOf(many));
      open();
      expect(hasSnapshot(cache)).toBe(isWritten);
    },
  );

  it.each([
    ['a', 'b'],
    ['b', 'a'],
  ])('holds a copied conflict file: the same events twice (%s then %s)', (first, second) => {
    const { events, add, open } = rooms();
    const all = [
      ...days('alpha', 'beta', 'alpha'),
      stamped({ type: 'flagged', item: 'beta' }, 4, '2026-03-09T10:00:00Z'),
    ];
    add(first, linesOf(all));
    open().save();
    copyFileSync(join(events, `${first}.jsonl`), join(events, `${second}.sync-conflict-20260310.jsonl`));
    expect(new Map(open().states)).toEqual(folded(all));
    open().save();
    expect(new Map(open().states)).toEqual(folded(all));
    expect(open().states.get('alpha')?.memory?.reviews).toBe(2);
  });

  it('follows a log that shrank', () => {
    const { events, add, open } = rooms();
    const all = days('alpha', 'beta', 'alpha');
    add('laptop', linesOf(all));
    open().save();
    writeFileSync(join(events, 'laptop.jsonl'), linesOf(all.slice(0, 2)));
    expect(new Map(open().states)).toEqual(folded(all.slice(0, 2)));
  });

  it('follows a log that was replaced by a longer one, and one that went away', () => {
    const { events, add, open } = rooms();
    add('laptop', linesOf(days('alpha', 'beta')));
    add('phone', linesOf(days('gamma')));
    open().save();
    const others = days('delta', 'beta', 'delta', 'alpha');
    writeFileSync(join(events, 'laptop.jsonl'), linesOf(others));
    rmSync(join(events, 'phone.jsonl'));
    expect(new Map(open().states)).toEqual(folded(others));
  });

  it('is no worse for a cache that cannot be written', () => {
    const { cache, add, open } = rooms();
    writeFileSync(cache, 'a file where the directory should be');
    const all = days('alpha', 'beta');
    add('laptop', linesOf(all));
    const history = open();
    history.save();
    expect(new Map(open().states)).toEqual(folded(all));
    expect(readFileSync(cache, 'utf8')).toBe('a file where the directory should be');
  });
});

describe('former ids', () => {
  it('carry memory, suspension and undoing over, from before the snapshot and after', () => {
    const { events, cache, add } = rooms();
    const aliases = new Map([['old-name', 'alpha']]);
    const [first, second, third] = days('old-name', 'alpha', 'old-name') as [Event, Event, Event];
    const undone = stamped({ type: 'undone', item: 'old-name', event: third.id }, 4, '2026-03-05T10:00:00Z');
    add('laptop', linesOf([first]));
    openHistory(events, cache).save();
    openHistory(events, cache, shippedClaimOf(aliases)).save();
    add('laptop', linesOf([second, third, undone]));
    const { states, events: all } = openHistory(events, cache, shippedClaimOf(aliases));
    expect([...states.keys()]).toEqual(['alpha']);
    expect(states.get('alpha')?.memory).toMatchObject({ reviews: 2 });
    expect(all().map((event) => event.item)).toEqual(Array(4).fill('alpha'));
    expect([...openHistory(events, cache).states.keys()].sort()).toEqual(['alpha', 'old-name']);
  });
});

describe('what the logs tell of themselves', () => {
  it('each unreadable line is told of once: by the first that opens and saves the history', () => {
    const { events, add, open } = rooms();
    add('laptop', `${linesOf(days('alpha'))}garbage\n{"v":1,"torn`);
    for (let i = 0; i < 3; i++) {
      const history = open();
      expect([history.unreadable, open().unreadable]).toEqual(i === 0 ? [2, 2] : [0, 0]);
      history.save();
    }
    const log = openLog(events, 'laptop', 1, { now: () => at('2026-03-05T10:00:00Z'), random: () => 0.5 });
    const history = open();
    const appended = log.append(review('beta'));
    if (appended.ok) history.record(appended.event);
    log.close();
    history.save();
    expect(open()).toMatchObject({ unreadable: 0 });
    add('laptop', 'more garbage\n');
    expect(open()).toMatchObject({ unreadable: 1 });
    expect([...open().states.keys()]).toEqual(['alpha', 'beta']);
  });

  it('the highest count of each device, in whatever file it stands', () => {
    const { add, open } = rooms();
    add('laptop', linesOf([stamped(review('alpha'), 7, '2026-03-01T10:00:00Z')]));
    add(
      'copy',
      linesOf([
        stamped(review('beta'), 9, '2026-03-02T10:00:00Z'),
        stamped(review('beta'), 3, '2026-03-02T10:00:00Z', 'phone'),
      ]),
    );
    open().save();
    const { seqOf } = open();
    expect([seqOf('laptop'), seqOf('phone'), seqOf('nobody')]).toEqual([9, 3, 0]);
  });

  it('the latest event of all, and none where there is none', () => {
    const { add, open } = rooms();
    expect(open().last).toBeUndefined();
    const [a, b] = days('alpha', 'beta') as [Event, Event];
    add('laptop', linesOf([b, a]));
    expect(open().last?.[3]).toBe(b.id);
  });

  it('a newer format, with the file, also behind a snapshot', () => {
    const { events, add, open } = rooms();
    add('laptop', linesOf(days('alpha')));
    add('phone', '{"v":7,"id":"from the future"}\n');
    for (let i = 0; i < 2; i++) {
      expect(open().newer).toEqual([{ path: join(events, 'phone.jsonl'), format: 7 }]);
      expect([...open().states.keys()]).toEqual(['alpha']);
      open().save();
    }
  });

  const flipped = (event: Event | undefined) => linesOf([{ ...event, v: 9 } as never]);

  it('a flipped bit in the version of a line costs that line, also behind a snapshot', () => {
    const [a, b, c] = days('alpha', 'beta', 'gamma');
    for (const [first, second] of [
      [flipped(a), linesOf([b, c] as Event[])],
      [linesOf([a] as Event[]), flipped(b) + linesOf([c] as Event[])],
      [linesOf([a, b] as Event[]), flipped(c)],
      [linesOf([a] as Event[]) + flipped(b), linesOf([c] as Event[])],
    ] as const) {
      const { add, open } = rooms();
      add('laptop', first);
      const before = open();
      before.save();
      add('laptop', second);
      const after = open();
      expect(after.newer).toEqual([]);
      expect(after.states.size).toBe(2);
      expect(before.unreadable + after.unreadable).toBe(1);
      after.save();
      expect(open()).toMatchObject({ unreadable: 0, newer: [] });
    }
  });

  it('two lines of a newer format at the end are a newer format, and nothing but damage once an event of ours follows', () => {
    const { add, open } = rooms();
    const [a, b, c] = days('alpha', 'beta', 'gamma');
    add('laptop', flipped(a) + flipped(b));
    expect(open()).toMatchObject({ newer: [{ format: 9 }], unreadable: 0 });
    open().save();
    add('laptop', linesOf([c] as Event[]));
    expect(open()).toMatchObject({ newer: [], unreadable: 2 });
  });
});

describe('a history that is read in steps', () => {
  it('tells the share that is done, over all logs, and comes to the same', () => {
    const { events, cache, add } = rooms();
    const many = Array.from({ length: 9000 }, (_, i) =>
      stamped(review(`item-${i % 50}`), i + 1, '2026-03-01T10:00:00Z'),
    );
    add('laptop', linesOf(many.slice(0, 6000)));
    add('phone', linesOf(many.slice(6000)));
    add('tablet', '');
    const shares: number[] = [];
    const steps = openHistoryInSteps(events, cache);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeCloseTo(1, 10);
    expect(new Map(step.value.states)).toEqual(folded(many));
  });
});

describe('a line of fifty megabytes', () => {
  it('is one that cannot be read, those around it are, and it is not held in memory', () => {
    const { add, open } = rooms();
    const [a, b] = days('alpha', 'beta') as [Event, Event];
    add('laptop', linesOf([a]));
    for (let i = 0; i < 50; i++) add('laptop', 'x'.repeat(1 << 20));
    add('laptop', `\n${linesOf([b])}`);
    const before = process.memoryUsage();
    const history = open();
    const after = process.memoryUsage();
    expect(history.unreadable).toBe(1);
    expect(new Map(history.states)).toEqual(folded([a, b]));
    expect(after.external + after.heapUsed - before.external - before.heapUsed).toBeLessThan(16 << 20);
    history.save();
    expect(open().unreadable).toBe(0);
  });
});

describe('a log that is replaced while a session has it open', () => {
  const changes: Readonly<Record<string, (path: string) => void>> = {
    'by an older copy': (path) => writeFileSync(path, `${readFileSync(path, 'utf8').split('\n')[0]}\n`),
    'by nothing': (path) => rmSync(path),
    'by an empty file': (path) => writeFileSync(path, ''),
    'by other answers, as many': (path) =>
      writeFileSync(path, linesOf(days('other', 'others', 'more', 'most'))),
  };

  it.each(Object.entries(changes))('%s: the snapshot knows no more than the logs', (_, change) => {
    const { events, cache, add } = rooms();
    const log = openLog(events, 'laptop', 0, { now: () => at('2026-03-08T10:00:00Z'), random: () => 0.5 });
    add('laptop', linesOf(days('alpha', 'beta')));
    const history = openHistory(events, cache);
    for (const item of ['gamma', 'alpha']) {
      const appended = log.append(review(item));
      if (appended.ok) history.record(appended.event);
    }
    change(log.path);
    history.save();
    const truth = folded(openHistory(events, join(cache, 'none')).events());
    expect(new Map(history.states)).toEqual(truth);
    expect(new Map(openHistory(events, cache).states)).toEqual(truth);
    log.close();
    history.save();
    expect([...openHistory(events, cache).states.keys()]).toEqual(expect.arrayContaining(['gamma', 'alpha']));
  });

  it('a log of another device that goes away takes what it said along', () => {
    const { events, cache, add, open } = rooms();
    add('laptop', linesOf(days('alpha')));
    add('phone', linesOf(days('beta')));
    const history = open();
    history.save();
    rmSync(join(events, 'phone.jsonl'));
    history.save();
    expect([...history.states.keys()]).toEqual(['alpha']);
    expect([...openHistory(events, cache).states.keys()]).toEqual(['alpha']);
  });
});

it('the last events of a log are those that begin among its last bytes', () => {
  const { add, open } = rooms();
  const [one, two, three] = days('a', 'b', 'c');
  const text = linesOf([one, two, three].flatMap((event) => event ?? []));
  add('laptop', text);
  const history = open();
  const size = Buffer.byteLength(text);
  const last = Buffer.byteLength(linesOf([three].flatMap((event) => event ?? [])));
  const namesIn = (bytes?: number) => history.events(bytes).map(({ item }) => item);
  expect([namesIn(), namesIn(size), namesIn(2 * size)]).toEqual(Array(3).fill(['a', 'b', 'c']));
  expect([namesIn(size - 1), namesIn(last + 1), namesIn(last - 1)]).toEqual([['b', 'c'], ['c'], []]);
});
