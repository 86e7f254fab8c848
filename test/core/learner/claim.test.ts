import { describe, expect, it } from 'vitest';
import { type Claim, pickClaimed, shippedClaimOf } from '#core/learner/banks/claim.ts';
import { gistOf } from '#core/learner/events/gist.ts';
import { readLine } from '#core/learner/events/read-line.ts';
import { review, stamped } from '../../events.ts';

const event = (item: string, bank?: string) => ({
  ...stamped(review(item), 1, '2026-03-01T10:00:00.000+01:00'),
  ...(bank === undefined ? {} : { bank }),
});

const own: Claim = {
  ...{ bank: 'go', ids: new Set(['go', 'go-as-it-was']), aliases: new Map([['old', 'new']]) },
  ...{ isTaken: (item) => item === 'gpt3-parameters', taken: '1' },
};

describe('an event counts', () => {
  it('for its bank alone, by whichever of its ids', () => {
    expect(pickClaimed(event('a', 'go'), own)?.item).toBe('a');
    expect(pickClaimed(event('a', 'go-as-it-was'), own)?.item).toBe('a');
    expect(pickClaimed(event('a', 'rust'), own)).toBeUndefined();
    expect(pickClaimed(event('a', 'llmquiz'), own)).toBeUndefined();
    expect(pickClaimed(event('a', 'go'), shippedClaimOf())).toBeUndefined();
    expect(pickClaimed(event('a', 'llmquiz'), shippedClaimOf())?.item).toBe('a');
  });

  it('without a bank for whichever has its item, and then not for another', () => {
    expect(pickClaimed(event('a'), own)?.item).toBe('a');
    expect(pickClaimed(event('gpt3-parameters'), own)).toBeUndefined();
    expect(pickClaimed(event('gpt3-parameters', 'go'), own)?.item).toBe('gpt3-parameters');
    expect(pickClaimed(event('gpt3-parameters'), shippedClaimOf())?.item).toBe('gpt3-parameters');
  });

  it('by the id that its item has now, as the fold takes it too', () => {
    expect(pickClaimed(event('old', 'go'), own)?.item).toBe('new');
    expect(pickClaimed(gistOf(event('old', 'go')), own)?.item).toBe('new');
    expect(pickClaimed(gistOf(event('old', 'rust')), own)).toBeUndefined();
  });
});

it('a bank that is no text is damage, and a line without one is sound', () => {
  const line = (bank: unknown) => JSON.stringify({ ...event('a'), bank });
  expect(readLine(line('go'))).toMatchObject({ type: 'event', event: { bank: 'go' } });
  expect(readLine(line(undefined)).type).toBe('event');
  for (const bank of ['', 7, null, ['go']])
    expect(readLine(line(bank))).toEqual({ type: 'unreadable', reason: 'bank is not a text' });
});

it('a line of a newer format with a bank is alike', () => {
  const line = JSON.stringify({ ...event('a', 'go'), v: 3 });
  expect(readLine(line)).toEqual({ type: 'newer', format: 3, alike: true });
});
