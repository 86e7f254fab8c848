import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { openingOf } from '../../../src/commands/quiz/texts.ts';

const head = (id: string): ItemHead => ({
  ...{ id, deck: 'one', kind: 'choice', level: 1, tags: [], revision: 1, formerIds: [], requires: [] },
});

const plan = (reviews: number, fresh: number, more = {}) => ({
  queue: Array.from({ length: reviews + fresh }, (_, i) => ({ head: head(`q${i}`), reask: 0 })),
  due: reviews,
  unseen: fresh,
  fresh,
  needed: 0,
  waiting: 0,
  backlog: false,
  ...more,
});

describe('a session opens with', () => {
  it.each([
    [plan(3, 7), '3 to review, 7 new.', '复习 3 道，新题 7 道。'],
    [plan(3, 0), '3 to review.', '复习 3 道。'],
    [plan(0, 1), '1 new question.', '新题 1 道。'],
    [
      plan(40, 0, { due: 60, backlog: true }),
      '60 reviews are due. Starting with 40; new questions come after you catch up.',
      '有 60 道题待复习，先复习 40 道；完成全部复习后再学新题。',
    ],
    [
      plan(35, 5, { due: 60, backlog: true }),
      '60 reviews are due. Starting with 35 and 5 new questions.',
      '有 60 道题待复习，先复习 35 道，新题 5 道。',
    ],
    [
      plan(0, 2, { needed: 1, waiting: 1 }),
      '2 new questions.\n1 of the new questions is not in your selection, but 1 selected question builds on it.',
      '新题 2 道。\n新题中有 1 道不在所选范围内：所选的题中有 1 道要以它们为基础。',
    ],
    [
      plan(0, 3, { needed: 2, waiting: 5 }),
      '3 new questions.\n2 of the new questions are not in your selection, but 5 selected questions build on them.',
      '新题 3 道。\n新题中有 2 道不在所选范围内：所选的题中有 5 道要以它们为基础。',
    ],
    [plan(1, 2, { waiting: 5 }), '1 to review, 2 new.', '复习 1 道，新题 2 道。'],
  ])('its size: %#', (of, en, zh) => {
    expect([openingOf(of, 'en'), openingOf(of, 'zh')]).toEqual([en, zh]);
  });
});
