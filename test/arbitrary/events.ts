import fc from 'fast-check';
import { toIso } from '#core/base/instant.ts';
import { randomFrom } from '#core/base/random.ts';
import { makeUuid7 } from '#core/base/uuid7.ts';
import { type Event, eventFormat } from '#core/learner/events/event.ts';
import type { Rating } from '#core/learner/events/rate.ts';
import type { Verdict } from '#core/question/prompt.ts';

/** Items the events below are about: few, so that they meet. */
const itemIds = ['alpha', 'beta', 'gamma', 'delta'] as const;

const random = randomFrom('events');
const start = Date.UTC(2026, 0, 1, 12);

interface Draft {
  readonly type: Event['type'];
  readonly item: string;
  readonly rating: Rating;
  readonly guess: number;
  readonly revision: number;
  readonly hours: number;
  readonly target: number;
}

const draft: fc.Arbitrary<Draft> = fc.record({
  type: fc.constantFrom(
    'reviewed',
    'reviewed',
    'reviewed',
    'practised',
    'practised',
    'examined',
    'undone',
    'amended',
    'suspended',
    'resumed',
    'flagged',
    'unflagged',
    'noted',
    'known',
    'presumed',
    'forgotten',
  ),
  item: fc.constantFrom(...itemIds),
  rating: fc.constantFrom('again', 'hard', 'good', 'easy'),
  guess: fc.constantFrom(0, 0.25, 0.5),
  revision: fc.constantFrom(1, 1, 1, 2),
  // Now and then the clock is set back.
  hours: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 200 }) },
    { weight: 1, arbitrary: fc.integer({ min: -50, max: 0 }) },
  ),
  target: fc.nat(),
});

const verdictOf = (rating: Rating): Verdict => (rating === 'again' ? 'wrong' : 'correct');

/** The events of one device in the order they were appended, as a learner could have made them. */
export function eventsOf(device: string, max = 60): fc.Arbitrary<Event[]> {
  return fc.array(draft, { maxLength: max }).map((drafts) => {
    const events: Event[] = [];
    let ms = start;
    for (const [i, d] of drafts.entries()) {
      ms += d.hours * 3_600_000;
      const stamp = {
        v: eventFormat,
        id: makeUuid7(ms, random),
        device,
        seq: i + 1,
        at: toIso({ ms, offset: 60 }),
      } as const;
      const event = eventFrom(d, stamp, events);
      if (event !== undefined) events.push(event);
    }
    return events;
  });
}

const bareTypes = ['suspended', 'resumed', 'flagged', 'unflagged', 'forgotten'] as const;

/** The types of events that need say nothing but the item. */
const isBare = (type: Event['type']): type is (typeof bareTypes)[number] =>
  (bareTypes as readonly string[]).includes(type);

/** A note, or none. */
const noteFrom = (n: number) => (n % 3 === 0 ? '' : `note ${n % 5}`);

type Stamp = Pick<Event, 'v' | 'id' | 'device' | 'seq' | 'at'>;

function eventFrom(d: Draft, stamp: Stamp, before: readonly Event[]): Event | undefined {
  const promise = d.target % 4 === 3 ? ({ returns: true } as const) : {};
  if (d.type === 'reviewed' || d.type === 'practised')
    return {
      ...stamp,
      ...{ type: d.type, ...(d.type === 'reviewed' ? promise : {}) },
      item: d.item,
      revision: d.revision,
      verdict: verdictOf(d.rating),
      rating: d.rating,
      policy: 1,
      guess: d.guess,
      answer: { type: 'unknown' },
      hints: 0,
      ms: 1000,
      lang: 'en',
    };
  if (d.type === 'known' || d.type === 'presumed')
    return { ...stamp, type: d.type, item: d.item, revision: d.revision };
  if (d.type === 'examined')
    return {
      ...{ ...stamp, type: 'examined', item: d.item, revision: d.revision, verdict: verdictOf(d.rating) },
      ...{ guess: d.guess, answer: { type: 'unknown' }, ms: 1000, lang: 'en', exam: 'x', seed: '7' },
    };
  if (d.type === 'noted') return { ...stamp, type: d.type, item: d.item, text: noteFrom(d.target) };
  if (d.type === 'flagged' && d.target % 2 === 1)
    return { ...stamp, type: d.type, item: d.item, revision: d.revision, reason: 'unclear' };
  if (isBare(d.type)) return { ...stamp, type: d.type, item: d.item };
  const targets =
    d.type === 'amended' ? before.filter((e) => e.type === 'reviewed' || e.type === 'practised') : before;
  const target = targets[d.target % Math.max(1, targets.length)];
  if (target === undefined) return undefined;
  return d.type === 'undone'
    ? { ...stamp, type: 'undone', item: target.item, event: target.id }
    : {
        ...stamp,
        type: 'amended',
        item: target.item,
        event: target.id,
        verdict: verdictOf(d.rating),
        rating: d.rating,
        ...promise,
      };
}
