import { expect, it } from 'vitest';
import { pickClaimed, shippedClaimOf } from '#core/learner/banks/claim.ts';
import { gistOf } from '#core/learner/events/gist.ts';
import { practice, review, stamped } from '../../events.ts';

const when = '2026-03-01T10:00:00.000+01:00';
const ms = Date.UTC(2026, 2, 1, 9);

const examined = {
  ...({ type: 'examined', item: 'alpha', revision: 1, verdict: 'wrong', guess: 0 } as const),
  ...({ answer: { type: 'unknown' }, ms: 1, lang: 'en', exam: 'x', seed: '7' } as const),
};

it('of each type of event the fold gets what it needs, and no more', () => {
  const gists = (
    [
      review('alpha', { revision: 3, rating: 'hard', guess: 0.25 }),
      review('alpha', { verdict: 'wrong', rating: 'again', returns: true }),
      practice('alpha', { revision: 3, rating: 'again' }),
      { type: 'amended', item: 'alpha', event: 'e', verdict: 'wrong', rating: 'again' },
      { type: 'amended', item: 'alpha', event: 'e', verdict: 'wrong', rating: 'again', returns: true },
      { type: 'undone', item: 'alpha', event: 'e' },
      examined,
      { type: 'suspended', item: 'alpha' },
      { type: 'resumed', item: 'alpha' },
      { type: 'flagged', item: 'alpha' },
    ] as const
  ).map((deed) => gistOf({ ...stamped(deed, 7, when), id: 'x' }));
  const common = { key: [ms, 'laptop', 7, 'x'], item: 'alpha', bank: undefined };
  expect(gists).toStrictEqual([
    { ...common, type: 'reviewed', day: 20513, revision: 3, rating: 'hard', guess: 0.25, returns: false },
    { ...common, type: 'reviewed', day: 20513, revision: 1, rating: 'again', guess: 0, returns: true },
    { ...common, type: 'practised', day: 20513, revision: 3, rating: 'again', guess: 0, returns: false },
    { ...common, type: 'amended', event: 'e', rating: 'again', returns: false },
    { ...common, type: 'amended', event: 'e', rating: 'again', returns: true },
    { ...common, type: 'undone', event: 'e' },
    { ...common, type: 'examined' },
    { ...common, type: 'suspended' },
    { ...common, type: 'resumed' },
    { ...common, type: 'flagged' },
  ]);
});

it('an item that was renamed goes by its new id, and every other stays as it is', () => {
  const event = stamped({ type: 'flagged', item: 'alpha' }, 1, when);
  const claim = (...aliases: [string, string][]) => shippedClaimOf(new Map(aliases));
  expect(pickClaimed(event, claim(['alpha', 'beta']))).toStrictEqual({ ...event, item: 'beta' });
  expect(pickClaimed(event, claim(['beta', 'gamma']))).toBe(event);
  expect(event.item).toBe('alpha');
});
