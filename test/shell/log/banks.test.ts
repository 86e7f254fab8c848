import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, pickClaimed, shippedClaimOf } from '#core/learner/banks/claim.ts';
import type { Event } from '#core/learner/events/event.ts';
import { openHistory } from '#shell/log/history.ts';
import { snapshotPathIn } from '#shell/log/snapshot.ts';
import { eventsOf } from '../../arbitrary/events.ts';
import { folded, linesOf, review, stamped } from '../../events.ts';
import { tempFolder } from '../../temp.ts';
import { tries } from '../../tries.ts';

const claimOf = (bank: string, isTaken: Claim['isTaken'] = () => false): Claim => ({
  ...{ bank, ids: new Set([bank]), aliases: new Map(), isTaken, taken: bank },
});

/** What each bank has a claim to: of events without a bank, one to some items and the one that ships to the others. */
const claims = [
  shippedClaimOf(),
  claimOf('go', (item) => item === 'alpha' || item === 'beta'),
  claimOf('rust', () => true),
];

/** Events of devices, each of some bank or of none; what corrects an event is of the bank of that event. */
const mixed = fc
  .tuple(
    eventsOf('laptop', 30),
    eventsOf('phone', 30),
    fc.infiniteStream(fc.constantFrom(undefined, 'llmquiz', 'go', 'rust')),
  )
  .map(([laptop, phone, banks]) => {
    const of = new Map<string, string | undefined>();
    const banked = (event: Event): Event => {
      const bank = 'event' in event && of.has(event.event) ? of.get(event.event) : banks.next().value;
      of.set(event.id, bank);
      return bank === undefined ? event : { ...event, bank };
    };
    return { laptop: laptop.map(banked), phone: phone.map(banked) };
  });

describe('the memory of each of several banks', () => {
  it('is that of its events alone, in whatever order banks are opened and snapshots are saved', () => {
    fc.assert(
      fc.property(
        mixed,
        fc.array(fc.nat(2), { minLength: 3, maxLength: 8 }),
        fc.nat(30),
        ({ laptop, phone }, order, cut) => {
          const root = tempFolder();
          const [events, cache] = [join(root, 'events'), join(root, 'cache')];
          mkdirSync(events);
          const write = (name: string, of: readonly Event[]) =>
            writeFileSync(join(events, `${name}.jsonl`), linesOf(of));
          const all = [...laptop, ...phone];
          const truth = (claim: Claim) => {
            const whole = folded(all);
            const own = new Set(
              all.filter((event) => pickClaimed(event, claim) !== undefined).map(({ id }) => id),
            );
            return { whole, own };
          };
          for (const [i, which] of order.entries()) {
            write('laptop', laptop.slice(0, i === 0 ? cut : laptop.length));
            write('phone', i < 2 ? [] : phone);
            openHistory(events, cache, claims[which]).save();
          }
          write('laptop', laptop);
          write('phone', phone);
          for (const claim of claims) {
            const kept = openHistory(events, cache, claim);
            const fresh = openHistory(events, join(root, 'none'), claim);
            expect(new Map(kept.states)).toEqual(new Map(fresh.states));
            expect(new Set(fresh.events().map(({ id }) => id))).toEqual(truth(claim).own);
            expect(fresh.eventsOfAllBanks()).toHaveLength(all.length);
            expect(fresh.seqOf('laptop')).toBe(laptop.reduce((most, { seq }) => Math.max(most, seq), 0));
          }
          rmSync(root, { recursive: true });
        },
      ),
      { numRuns: tries(60) },
    );
  });

  it('does not hide what clock the device had: a wrong stamp of another bank is one all the same', () => {
    const root = tempFolder();
    const [events, cache] = [join(root, 'events'), join(root, 'cache')];
    mkdirSync(events);
    const lines = [
      { ...stamped(review('alpha'), 1, '2026-03-01T10:00:00.000+01:00'), bank: 'go' },
      { ...stamped(review('alpha'), 2, '2027-03-01T10:00:00.000+01:00'), bank: 'rust' },
      { ...stamped(review('beta'), 3, '2026-03-01T10:02:00.000+01:00'), bank: 'go' },
    ];
    writeFileSync(join(events, 'laptop.jsonl'), linesOf(lines));
    const now = Date.UTC(2026, 2, 2);
    const [go, rust] = ['go', 'rust'].map((bank) => openHistory(events, cache, claimOf(bank), () => now));
    expect(go?.misdated).toBe(1);
    expect([...(go?.states.keys() ?? [])]).toEqual(['alpha', 'beta']);
    expect(rust?.states.get('alpha')?.memory?.last).toBe(20513);
    go?.save();
    rust?.save();
    expect(snapshotPathIn(cache, 'go')).not.toBe(snapshotPathIn(cache, 'rust'));
    expect(openHistory(events, cache, claimOf('go'), () => now).misdated).toBe(0);
  });

  it('does not take in what is recorded for another, and counts on after it', () => {
    const root = tempFolder();
    const events = join(root, 'events');
    mkdirSync(events);
    const history = openHistory(events, join(root, 'cache'), claimOf('go'));
    const other = { ...stamped(review('alpha'), 1, '2026-03-01T10:00:00.000+01:00'), bank: 'rust' };
    writeFileSync(join(events, 'laptop.jsonl'), linesOf([other]));
    expect(history.record(other)).toBeUndefined();
    expect(history.states.size).toBe(0);
    history.save();
    expect(openHistory(events, join(root, 'cache'), claimOf('go')).seqOf('laptop')).toBe(1);
  });
});
