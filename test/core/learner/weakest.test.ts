import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import type { DatedAnswer } from '#core/learner/insight/stats.ts';
import { weakestTopicOf } from '#core/learner/insight/weakest.ts';

const today = 20_000;

/** Items of topics, so many each: `ffn0`, `ffn1` and so on have the tag ffn. */
const heads = ['ffn', 'bert', 'rope'].flatMap((tag) =>
  Array.from(
    { length: 10 },
    (_, i): ItemHead => ({
      ...{ id: `${tag}${i}`, deck: 'd', kind: 'choice', level: 1, tags: [tag, 'all'] },
      ...{ revision: 1, formerIds: [], requires: [] },
    }),
  ),
);

/** So many reviews of a topic, the first of them right, over so many items. */
const reviews = (
  tag: string,
  [right, of]: readonly [number, number],
  { items = 10, day = today - 3, tells = true } = {},
): readonly DatedAnswer[] =>
  Array.from({ length: of }, (_, i) => ({ item: `${tag}${i % items}`, day, right: i < right, tells }));

const weakest = (...answers: readonly (readonly DatedAnswer[])[]) =>
  weakestTopicOf(answers.flat(), heads, today);

const others = [reviews('bert', [38, 40]), reviews('rope', [37, 40])];

describe('the weakest topic', () => {
  it('is the one that is surely below the others', () => {
    expect(weakest(reviews('ffn', [8, 20]), ...others)).toEqual({
      tag: 'ffn',
      share: { passed: 8, of: 20 },
      overall: { passed: 83, of: 100 },
    });
    const [one, two] = [reviews('ffn', [8, 20]), reviews('rope', [2, 20])];
    expect(weakest(one, two, reviews('bert', [60, 60]))?.tag).toBe('rope');
  });

  it.each([
    ['nothing was answered', []],
    ['one miss in a session', [reviews('ffn', [1, 2])]],
    ['few reviews', [reviews('ffn', [2, 7])]],
    ['reviews of few questions', [reviews('ffn', [2, 20], { items: 3 })]],
    ['it may be chance', [reviews('ffn', [15, 20])]],
    ['first answers, re-asks and practice', [reviews('ffn', [0, 20], { tells: false })]],
    ['it was weak five weeks ago', [reviews('ffn', [0, 20], { day: today - 28 })]],
  ])('is none if %s', (_, answers) => {
    expect(weakest(...answers, ...(answers.length === 0 ? [] : others))).toBeUndefined();
  });

  it('counts what was answered four weeks ago, and no question that the bank has lost', () => {
    expect(weakest(reviews('ffn', [0, 20], { day: today - 27 }), ...others)?.tag).toBe('ffn');
    expect(weakest(reviews('gone', [0, 20]), ...others)).toBeUndefined();
  });
});
