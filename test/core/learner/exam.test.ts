import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemHead } from '#core/bank/head.ts';
import { type ExamAnswer, examScoreOf, pickExam } from '#core/learner/plan/exam.ts';

const head = (id: string, deck: string, fact?: string): ItemHead => ({
  ...{ id, deck, kind: 'choice', level: 1, tags: [], revision: 1, formerIds: [], requires: [] },
  ...(fact === undefined ? {} : { fact }),
});

/** Three decks of 40, 3 and 10 questions. */
const bank = Object.entries({ large: 40, small: 3, middle: 10 }).flatMap(([deck, count]) =>
  Array.from({ length: count }, (_, i) => head(`${deck}-${i}`, deck)),
);

const ids = (seed: string, size = 12, heads: readonly ItemHead[] = bank) =>
  pickExam({ heads, size, seed }).map(({ id }) => id);

const countOf = (deck: string, of: readonly string[]) => of.filter((id) => id.startsWith(deck)).length;

describe('the questions of an exam', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(ids('7')).toEqual(ids('7'));
    expect(ids('7')).not.toEqual(ids('8'));
  });

  it('are spread over the decks as far as these reach, each question once', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (seed, size) => {
        const chosen = ids(seed, size);
        expect(chosen).toHaveLength(Math.min(size, bank.length));
        expect(new Set(chosen).size).toBe(chosen.length);
        const [large, small, middle] = ['large', 'small', 'middle'].map((deck) => countOf(deck, chosen)) as [
          number,
          number,
          number,
        ];
        if (small < 3)
          expect(Math.max(large, small, middle) - Math.min(large, small, middle)).toBeLessThan(2);
        else if (middle < 10) expect(Math.abs(large - middle)).toBeLessThan(2);
      }),
    );
    expect(['large', 'small', 'middle'].map((deck) => countOf(deck, ids('7', 12)))).toContain(3);
  });

  it('stand in no order of decks', () => {
    expect(ids('7').map((id) => id.split('-')[0])).not.toEqual(
      [...ids('7')].sort().map((id) => id.split('-')[0]),
    );
  });

  it('are one of each fact', () => {
    const some = [head('a', 'one', 'f'), head('b', 'two', 'f'), head('c', 'two')];
    for (const seed of ['1', '2', '3', '4']) {
      const chosen = ids(seed, 9, some);
      expect(chosen).toHaveLength(2);
      expect(chosen).toContain('c');
    }
  });
});

const answer = (
  verdict: ExamAnswer['verdict'] | undefined,
  guess = 0.25,
  more: Partial<ExamAnswer> = {},
): ExamAnswer => ({
  ...{ deck: 'one', unknown: false, guess },
  ...(verdict === undefined ? {} : { verdict }),
  ...more,
});
const times = (count: number, one: ExamAnswer) => Array.from({ length: count }, () => one);

describe('the score of an exam', () => {
  it('is the share of right answers, with its interval, by deck', () => {
    const score = examScoreOf([
      ...times(6, answer('correct')),
      answer('wrong'),
      answer('partial', 0, { deck: 'two' }),
      answer('correct', 0, { deck: 'two' }),
      answer(undefined),
    ]);
    expect(score).toMatchObject({
      ...{ of: 10, right: 7, answered: 9 },
      decks: [
        { deck: 'one', of: 8, right: 6 },
        { deck: 'two', of: 2, right: 1 },
      ],
    });
    // As R's prop.test(7, 10, correct = FALSE) gives it.
    expect(score.interval.low).toBeCloseTo(0.3967781, 6);
    expect(score.interval.high).toBeCloseTo(0.8922087, 6);
  });

  it('is corrected as R - W / (k - 1) if all have k options', () => {
    expect(
      examScoreOf([...times(21, answer('correct')), ...times(9, answer('wrong'))]).corrected,
    ).toBeCloseTo((21 - 9 / 3) / 30);
    expect(
      examScoreOf([...times(6, answer('correct', 0.5)), ...times(4, answer('wrong', 0.5))]).corrected,
    ).toBeCloseTo((6 - 4) / 10);
  });

  it('takes no luck off for what was not guessed: not known, not answered, typed', () => {
    const right = times(5, answer('correct'));
    const corrected = (one: ExamAnswer) => examScoreOf([...right, ...times(5, one)]).corrected;
    expect(corrected(answer('wrong', 0.25, { unknown: true }))).toBe(0.5);
    expect(corrected(answer(undefined))).toBe(0.5);
    expect(corrected(answer('wrong', 0))).toBe(0.5);
    expect(corrected(answer('wrong'))).toBeCloseTo((5 - 5 / 3) / 10);
  });

  it('is never below nothing, and not corrected if nothing could be guessed', () => {
    expect(examScoreOf(times(4, answer('wrong', 0.5))).corrected).toBe(0);
    expect(examScoreOf([answer('wrong', 1), answer('correct', 1)]).corrected).toBe(0.5);
    expect(examScoreOf([answer('correct', 0), answer('wrong', 0)]).corrected).toBeUndefined();
  });
});
