import { describe, expect, it, test } from 'vitest';
import type { Deed, Event } from '#core/learner/events/event.ts';
import { readLine } from '#core/learner/events/read-line.ts';
import { flagReportsOf } from '#core/learner/insight/flag-report.ts';
import { flagsOf } from '#core/learner/memory/flags.ts';
import { review, stamped } from '../../events.ts';

const on = (deed: Deed, day: number) =>
  stamped(deed, day, `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`);
const flag = (change: object = {}): Deed => ({ type: 'flagged', item: 'alpha', ...change });
const settle: Deed = { type: 'unflagged', item: 'alpha' };
const bank = (revision = 1) => [{ id: 'alpha', revision }];
const standing = (events: readonly Event[], revision = 1) =>
  (flagsOf(events, bank(revision)).get('alpha') ?? []).map(({ reason, text }) => reason ?? text ?? 'bare');

describe('flags of a question', () => {
  const one = on(flag({ revision: 1, reason: 'unclear' }), 2);

  it('stand until they are settled', () => {
    expect(standing([one])).toEqual(['unclear']);
    expect(standing([one, on(settle, 3)])).toEqual([]);
    expect(standing([one, on(settle, 3), on(flag({ text: 'again' }), 4)])).toEqual(['again']);
  });

  it('stand again if the settling is undone, and not if they are', () => {
    const settled = on(settle, 3);
    const undo = (event: Event, day: number) => on({ type: 'undone', item: 'alpha', event: event.id }, day);
    expect(standing([one, settled, undo(settled, 4)])).toEqual(['unclear']);
    expect(standing([one, undo(one, 4)])).toEqual([]);
  });

  it('end by a higher revision, also those of older builds, which were of the revision that was answered', () => {
    expect(standing([one], 2)).toEqual([]);
    const old = [on(review('alpha', { revision: 2 }), 1), on(flag(), 2)];
    expect([standing(old, 2), standing(old, 3)]).toEqual([['bare'], []]);
    expect(standing([on(flag(), 2)], 7)).toEqual(['bare']);
  });

  it('are the same in whatever order the lines come', () => {
    const events = [one, on(settle, 3), on(flag({ text: 'later' }), 4), on(flag({ reason: 'wrong' }), 5)];
    expect(standing(events.toReversed())).toEqual(standing(events));
    expect(standing(events)).toEqual(['later', 'wrong']);
  });
});

describe('a line with a flag or a note', () => {
  const of = (change: object) =>
    readLine(JSON.stringify({ ...on(flag(), 1), ...change })) as { type: string; reason?: string };

  test.each([
    [{}],
    [{ reason: 'wrong' }],
    [{ reason: 'something that a later build knows' }],
    [{ revision: 3, text: '答案有误' }],
    [{ type: 'unflagged' }],
    [{ type: 'unflagged', batch: 'b' }],
    [{ type: 'noted', text: '' }],
    [{ type: 'noted', text: 'as in BERT' }],
  ])('is read: %j', (change) => {
    expect(of(change).type).toBe('event');
  });

  test.each([
    [{ reason: 7 }, 'no reason or text'],
    [{ text: '' }, 'no reason or text'],
    [{ revision: 'x' }, 'no revision'],
    [{ type: 'noted' }, 'no text'],
  ])('is not read: %j', (change, reason) => {
    expect(of(change)).toEqual({ type: 'unreadable', reason });
  });
});

describe('what a learner holds against a question', () => {
  const typed = (text: string, day: number, change: object = {}) =>
    on(
      review('alpha', {
        ...{ verdict: 'wrong', rating: 'again', answer: { type: 'typed', texts: [text] } },
        ...change,
      }),
      day,
    );
  const counted = (answer: Event, verdict: 'correct' | 'wrong', day: number) =>
    on({ type: 'amended', item: 'alpha', event: answer.id, verdict, rating: 'good' }, day);
  const givenIn = (events: readonly Event[], revision = 1) =>
    flagReportsOf(events, bank(revision)).flatMap(({ countedRight }) => countedRight.map((c) => c.given));

  it('has the wrong answers that the learner counted as right, each once', () => {
    const [one, two] = [typed('GLU', 1), typed('GLU', 3)];
    const other = typed('gated unit', 5);
    const events = [one, counted(one, 'correct', 2), two, counted(two, 'correct', 4), other];
    expect(givenIn(events)).toEqual(['GLU']);
    expect(givenIn([...events, counted(other, 'correct', 6)])).toEqual(['GLU', 'gated unit']);
    expect(givenIn([...events, counted(one, 'wrong', 6), counted(two, 'wrong', 7)])).toEqual([]);
  });

  it('has no right answers, no judgements of the learner, none undone, and none of an earlier revision', () => {
    const right = typed('GLU', 1, { verdict: 'correct', rating: 'good' });
    const judged = typed('', 2, { answer: { type: 'self-judged', verdict: 'wrong' } });
    expect(givenIn([right, counted(right, 'correct', 3), judged, counted(judged, 'correct', 4)])).toEqual([]);
    const wrong = typed('GLU', 1);
    const undone = on({ type: 'undone', item: 'alpha', event: wrong.id }, 3);
    expect(givenIn([wrong, counted(wrong, 'correct', 2), undone])).toEqual([]);
    expect(givenIn([wrong, counted(wrong, 'correct', 2)], 2)).toEqual([]);
  });

  it('has the answer before a flag that says that it was right, once', () => {
    const answer = typed('GLU', 1);
    const events = [
      answer,
      on(flag({ revision: 1, reason: 'answer-right' }), 2),
      counted(answer, 'correct', 3),
    ];
    expect(flagReportsOf([...events, typed('later', 4)], bank())).toMatchObject([
      { id: 'alpha', flags: [{ answer: { given: 'GLU', lang: 'en', revision: 1 } }], countedRight: [] },
    ]);
    const unclear = [answer, on(flag({ revision: 1, reason: 'unclear' }), 2)];
    expect(flagReportsOf(unclear, bank())[0]?.flags[0]).not.toHaveProperty('answer');
  });
});
