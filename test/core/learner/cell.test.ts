import { describe, expect, it } from 'vitest';
import type { PlainGist, ReviewGist } from '#core/learner/events/gist.ts';
import {
  amendLatest,
  type Course,
  courseIn,
  makeLatest,
  makeSlot,
  putCourse,
  putLatest,
} from '#core/learner/memory/cell.ts';
import type { Unscheduled } from '#core/learner/memory/memory.ts';

const memory: Unscheduled = {
  ...{ stability: 2.5, difficulty: 5.5, first: 100, last: 110, reviews: 3, lapses: 1, rating: 'hard' },
  ...{ revision: 2, elapsed: 4 },
};

const course: Course = { memory, suspended: true, note: 'my own', upTo: [1.5, 'laptop', 7, 'x'] };

const answer: ReviewGist = {
  ...{ type: 'reviewed', key: [1, 'laptop', 1, 'a'], item: 'alpha', day: 100, revision: 2 },
  ...{ rating: 'good', guess: 0.25, returns: false },
};
const flag: PlainGist = { type: 'flagged', key: [2, 'laptop', 2, 'b'], item: 'alpha' };
const amendment = { key: [3, 'laptop', 3, 'c'], item: 'alpha', rating: 'again', returns: true } as const;

describe('a slot', () => {
  it('holds nothing at first', () => {
    expect(courseIn(makeSlot())).toBeUndefined();
  });

  it('gives back the last course that was put into it, whatever it held', () => {
    const slot = makeSlot();
    for (const held of [
      course,
      { ...course, memory: undefined },
      { ...course, memory: { ...memory, due: 120 } },
      { ...course, suspended: false, note: '' },
      { ...course, memory: undefined, upTo: [2, 'phone', 8, 'y'] },
    ] satisfies readonly Course[]) {
      putCourse(slot, held);
      expect(courseIn(slot)).toStrictEqual(held);
    }
  });

  it('takes memory without the days between its answers for none', () => {
    const slot = makeSlot();
    const { elapsed: _, ...known } = memory;
    putCourse(slot, { ...course, memory: { ...known, due: 120 } });
    expect(courseIn(slot)?.memory).toStrictEqual({ ...known, elapsed: 0, due: 120 });
  });
});

describe('the latest event', () => {
  it('is an answer that may be amended, under the key of the amendment', () => {
    const latest = makeLatest();
    putLatest(latest, answer);
    expect(latest.id).toBe('a');
    expect(amendLatest(latest, amendment)).toStrictEqual({ ...answer, ...amendment });
    putLatest(latest, { ...answer, type: 'practised', day: 101 });
    expect(amendLatest(latest, amendment)).toStrictEqual({
      ...{ ...answer, ...amendment },
      ...{ type: 'practised', day: 101 },
    });
  });

  it('is nothing to amend before there is one, and where it is no answer', () => {
    const latest = makeLatest();
    expect(latest.id).toBe('');
    expect(amendLatest(latest, amendment)).toBeUndefined();
    putLatest(latest, answer);
    putLatest(latest, flag);
    expect(latest.id).toBe('b');
    expect(amendLatest(latest, amendment)).toBeUndefined();
  });
});
