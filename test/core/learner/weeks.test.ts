import { describe, expect, it } from 'vitest';
import { knowsAll, learners } from '../../../bench/study/learners.ts';
import { readStudyBank, type StudiedDay, studyDays } from '../../../bench/study/weeks.ts';

const bank = readStudyBank('questions');

const began = (days: readonly StudiedDay[]) => days.flatMap((day) => day.began);

describe('three weeks with the shipped bank', () => {
  const days = studyDays({ bank, learner: knowsAll, days: 21, seed: '1' });

  it('of a learner who is always right begin every deck in the first two days', () => {
    expect(days[0]?.decks).toBe(10);
    expect(days[1]?.decks).toBe(20);
    expect(days.map((day) => day.fresh)).toEqual(Array.from({ length: 21 }, () => 10));
  });

  it('bring no more than half of the first 70 new questions from the first level, and four levels within 14 days', () => {
    const first = began(days).slice(0, 70);
    expect(first.filter((level) => level === 1).length).toBeLessThanOrEqual(35);
    expect(new Set(began(days.slice(0, 14)))).toEqual(new Set([1, 2, 3, 4]));
    expect(first.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 1));
  });
});

it.each(learners)('a session of a learner of $name is never longer than 40 and a quarter', (learner) => {
  for (const day of studyDays({ bank, learner, days: 30, seed: '1' })) {
    expect(day.answered).toBeLessThanOrEqual(50);
    // What is due and fits is asked; new questions come on top.
    expect(day.answered).toBeGreaterThanOrEqual(Math.min(40, day.due) + day.fresh);
  }
});

it('a learner of three decks meets them evenly', () => {
  const names = bank.index.decks.slice(2, 5).map(({ name }) => name);
  const wanted = { wanted: ({ deck }: { readonly deck: string }) => names.includes(deck) };
  const days = studyDays({ bank, learner: knowsAll, days: 7, seed: '1', plan: () => wanted });
  expect(days.at(-1)?.decks).toBe(3);
  expect(new Set(began(days))).toEqual(new Set([1, 2, 3, 4, 5]));
});

it.each([knowsAll, ...learners])(
  'of a $name learner few typed answers were read a moment before',
  (learner) => {
    const shareOf = (study: typeof bank) => {
      const days = studyDays({ bank: study, learner, days: 60, seed: '1' });
      const [typed, spoilt] = [days.map((day) => day.typed), days.map((day) => day.spoilt)].map((counts) =>
        counts.reduce((sum, count) => sum + count, 0),
      );
      return (spoilt ?? 0) / (typed ?? 1);
    };
    const share = shareOf(bank);
    expect(share).toBeLessThan(0.12);
    expect(share).toBeLessThan(0.6 * shareOf({ ...bank, index: { ...bank.index, spoilers: {} } }));
  },
);
