import fc from 'fast-check';
import { default_w, forgetting_curve, fsrs } from 'ts-fsrs';
import { describe, expect, it, test } from 'vitest';
import type { Rating } from '#core/learner/events/rate.ts';
import type { Memory, Rated } from '#core/learner/memory/memory.ts';
import {
  estimateRecall,
  intervalFor,
  isLeech,
  maximumInterval,
  memoryAfter,
  memoryModel,
  nextStateOf,
  priorKnowledge,
  recallAfter,
  retrievabilityOn,
  schedule,
  type Unscheduled,
} from '#core/learner/memory/memory.ts';

const ratings = ['again', 'hard', 'good', 'easy'] as const satisfies readonly Rating[];
const ratingOf = (grade: number) => ratings[grade - 1] as Rating;
type State = { stability: number; difficulty: number };

/** Our own function, under its own parameters. */
const ours = (before: State | undefined, days: number, grade: number) =>
  nextStateOf(before, days, ratingOf(grade), 0);

/** The library's function, for vectors with parameters other than ours. */
const withParameters = (w: readonly number[], sameDay = true) => {
  const scheduler = fsrs({ w: [...w], enable_short_term: sameDay });
  return (before: State | undefined, days: number, grade: number): State =>
    scheduler.next_state(before ?? null, days, grade as 1);
};

function replay(step: typeof ours, history: readonly (readonly [grade: number, days: number])[]): State {
  let state: State | undefined;
  for (const [grade, days] of history) state = step(state, days, grade);
  if (state === undefined) throw new Error('empty history');
  return state;
}

/** The 19 parameters of the tests of fsrs-rs, src/inference.rs:709-729. */
const rsParameters = [
  0.6845422, 1.6790825, 4.7349424, 10.042885, 7.4410233, 0.64219797, 1.071918, 0.0025195254, 1.432437, 0.1544,
  0.8692766, 2.0696752, 0.0953, 0.2975, 2.4691248, 0.19542035, 3.201072, 0.18046261, 0.121442534,
];

describe('FSRS-6 vectors of peers', () => {
  test('intervals of a long history (py-fsrs tests/test_basic.py:13-48, ts-fsrs FSRS-6.test.ts:20-63)', () => {
    const unfuzzed = fsrs({ enable_fuzz: false, maximum_interval: 36_500 });
    const grades = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3];
    // Where the peers wait minutes (a learning step), no day passes.
    const waits = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
    let state: State | undefined;
    let days = 0;
    const intervals = grades.map((grade, i) => {
      state = ours(state, days, grade);
      const steps = waits[i] === 0;
      days = steps ? 0 : unfuzzed.next_interval(state.stability, days);
      return days;
    });
    expect(intervals).toEqual(waits);
  });

  test('memory after six reviews (fsrs-rs src/inference.rs:801-850, py-fsrs test_basic.py:65-88)', () => {
    const state = replay(ours, [
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ]);
    expect(state.stability).toBeCloseTo(53.62691, 4);
    expect(state.difficulty).toBeCloseTo(6.3574867, 4);
  });

  test('the same without same-day memory (same sources)', () => {
    const w = default_w.map((value, i) => (i >= 17 && i <= 19 ? 0 : value));
    const state = replay(withParameters(w, false), [
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ]);
    expect(state.stability).toBeCloseTo(53.335106, 4);
    expect(state.difficulty).toBeCloseTo(6.3574867, 4);
  });

  test.each([
    [1, 0.212, 6.4133],
    [2, 1.2931, 5.11217071],
    [3, 2.3065, 2.11810397],
    [4, 8.2956, 1],
  ])('first review rated %i (ts-fsrs FSRS-6.test.ts:131-165)', (grade, stability, difficulty) => {
    const state = ours(undefined, 0, grade);
    expect(state.stability).toBeCloseTo(stability, 8);
    expect(state.difficulty).toBeCloseTo(difficulty, 8);
  });

  test.each([
    [0, 1, 1],
    [1, 2, 0.9403443],
    [2, 3, 0.9253786],
    [3, 4, 0.9185229],
    [4, 4, 0.9],
    [5, 2, 0.8261359],
  ])('recall after %i days at stability %f (fsrs-rs src/model.rs:594-603)', (days, stability, recall) => {
    expect(recallAfter(days, stability)).toBeCloseTo(recall, 6);
  });

  test.each([
    [1, 8.341763],
    [2, 6.6659956],
    [3, 4.990228],
    [4, 3.3144615],
  ])('difficulty 5 after rating %i (fsrs-rs src/model.rs:742-748)', (grade, difficulty) => {
    expect(ours({ stability: 5, difficulty: 5 }, 3, grade).difficulty).toBeCloseTo(difficulty, 5);
  });

  test.each([
    [2, 2, 0.8, 28.226582],
    [3, 3, 0.7, 58.656002],
    [4, 4, 0.6, 127.226685],
  ])(
    'stability after recall, rating %i (fsrs-rs src/model.rs:751-763)',
    (grade, difficulty, recall, stability) => {
      const { next_state } = bound();
      expect(next_state({ stability: 5, difficulty }, 1, grade, recall).stability).toBeCloseTo(stability, 4);
    },
  );

  test.each([
    [1, 0.9, 1.0525396],
    [2, 0.8, 1.1894329],
    [3, 0.7, 1.3680838],
    [4, 0.6, 1.584989],
  ])(
    'stability after a lapse at difficulty %i (fsrs-rs src/model.rs:765-772)',
    (difficulty, recall, stability) => {
      const { next_state } = bound();
      expect(next_state({ stability: 5, difficulty }, 1, 1, recall).stability).toBeCloseTo(stability, 5);
    },
  );

  test.each([
    [1, 1.596818],
    [2, 5],
    [3, 5],
    [4, 8.12961],
  ])('stability after rating %i on the same day (fsrs-rs src/model.rs:774-776)', (grade, stability) => {
    expect(ours({ stability: 5, difficulty: 5 }, 0, grade).stability).toBeCloseTo(stability, 5);
  });

  test.each([
    [1, 1, 0.10088589, 8.806304],
    [2, 1, 3.2494123, 6.7404594],
    [3, 1, 7.3153, 2.1112142],
    [4, 1, 18.014914, 1],
    [1, 2, 0.112798266, 8.806304],
    [2, 2, 4.4694576, 6.7404594],
  ])(
    'rated %i, and again after %i day(s) (fsrs-optimizer tests/model_test.py:54-90)',
    (grade, days, s, d) => {
      const state = replay(ours, [
        [grade, 0],
        [grade, days],
      ]);
      expect(state.stability).toBeCloseTo(s, 4);
      expect(state.difficulty).toBeCloseTo(d, 4);
    },
  );

  test('next interval at stability 1 (fsrs-rs src/inference.rs:852-861, ts-fsrs algorithm.test.ts:347-358)', () => {
    const at = (retention: number) =>
      fsrs({ request_retention: retention, maximum_interval: 1e9 }).next_interval(1, 0);
    const expected = [3116766, 34793, 2508, 387, 90, 27, 9, 3, 1, 1];
    expected.forEach((days, i) => {
      expect(Math.abs(at((i + 1) / 10) - days)).toBeLessThanOrEqual(days * 1e-6 + (i === 0 ? 3 : 0));
    });
  });

  test('recall at decay 0.2 (fsrs-rs src/inference.rs:1426-1435)', () => {
    [1, 0.9, 0.84028935, 0.7985001].forEach((recall, days) => {
      expect(forgetting_curve(0.2, days, 1)).toBeCloseTo(recall, 6);
    });
  });

  test('memory under 19 parameters (fsrs-rs src/inference.rs:747-780)', () => {
    const state = replay(withParameters(rsParameters), [
      [1, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ]);
    expect(state.stability).toBeCloseTo(31.722992, 4);
    expect(state.difficulty).toBeCloseTo(7.382128, 5);
  });

  test('ten times easy at one time (py-fsrs tests/test_basic.py:50-63)', () => {
    expect(replay(ours, Array(10).fill([4, 0])).difficulty).toBe(1);
  });

  test('a thousand times again, a day apart (py-fsrs tests/test_basic.py:770-785)', () => {
    let state: State | undefined;
    for (let i = 0; i < 1000; i++) {
      state = ours(state, i === 0 ? 0 : 1, 1);
      expect(state.stability).toBeGreaterThanOrEqual(0.001);
    }
  });

  test('recall at due after a first easy (ts-fsrs FSRS-6.test.ts:177-190)', () => {
    const { stability } = ours(undefined, 0, 4);
    expect(recallAfter(fsrs().next_interval(stability, 0), stability)).toBeCloseTo(0.9024733, 7);
  });
});

function bound() {
  const scheduler = fsrs();
  return {
    next_state: (state: State, days: number, grade: number, recall: number) =>
      scheduler.next_state(state, days, grade as 1, recall),
  };
}

test('recall is the library’s, to the last bit', () => {
  const scheduler = fsrs();
  const stability = fc.double({ min: 0.001, max: 36_500, noNaN: true });
  fc.assert(
    fc.property(fc.nat(40_000), stability, (days, s) => {
      expect(recallAfter(days, s)).toBe(scheduler.forgetting_curve(days, s));
    }),
    { numRuns: 1000 },
  );
});

describe('the guess-aware update', () => {
  it('is plain FSRS where nothing can be guessed', () => {
    expect(nextStateOf({ stability: 5, difficulty: 5 }, 7, 'good', 0)).toEqual(
      withParameters(default_w)({ stability: 5, difficulty: 5 }, 7, 3),
    );
  });

  it('weighs the two outcomes by P = R / (R + g(1 - R)), stability in log space', () => {
    const before = { stability: 5, difficulty: 5 };
    const good = nextStateOf(before, 7, 'good', 0);
    const again = nextStateOf(before, 7, 'again', 0);
    const recall = recallAfter(7, 5);
    const known = recall / (recall + 0.25 * (1 - recall));
    const state = nextStateOf(before, 7, 'good', 0.25);
    expect(state.stability).toBeCloseTo(good.stability ** known * again.stability ** (1 - known), 10);
    expect(state.difficulty).toBeCloseTo(known * good.difficulty + (1 - known) * again.difficulty, 10);
  });

  it('takes the prior at the first encounter', () => {
    const known = priorKnowledge / (priorKnowledge + 0.5 * (1 - priorKnowledge));
    const state = nextStateOf(undefined, 0, 'good', 0.5);
    expect(state.stability).toBeCloseTo(2.3065 ** known * 0.212 ** (1 - known), 6);
  });

  it('makes the more guessable right answer worth less, and a wrong one no different', () => {
    const at = (rating: Rating, guess: number) =>
      nextStateOf({ stability: 5, difficulty: 5 }, 7, rating, guess).stability;
    expect(at('good', 0.5)).toBeLessThan(at('good', 0.25));
    expect(at('good', 0.25)).toBeLessThan(at('good', 0));
    expect(at('again', 0.5)).toBe(at('again', 0));
  });
});

const rated = (day: number, rating: Rating, more: Partial<Rated> = {}): Rated => ({
  day,
  rating,
  guess: 0,
  revision: 1,
  ...more,
});

const remembered = (...answers: readonly Rated[]): Memory => {
  let memory: Unscheduled | undefined;
  for (const answer of answers) memory = memoryAfter(memory, answer);
  if (memory === undefined) throw new Error('no answers');
  return schedule(memory, 'gpt3-parameters');
};

describe('memoryAfter', () => {
  it('is due on the day itself after a miss that is to come back, and is only then', () => {
    const miss = { day: 100, rating: 'again', guess: 0, revision: 1 } as const;
    const due = (rated: typeof miss & { readonly returns?: boolean }) =>
      schedule(memoryAfter(undefined, rated), 'q').due;
    expect([due({ ...miss, returns: true }), due(miss)]).toEqual([100, 101]);
    expect(memoryAfter(undefined, { ...miss, rating: 'good', returns: true }).due).toBeUndefined();
    const again = memoryAfter(memoryAfter(undefined, { ...miss, returns: true }), miss);
    expect(schedule(again, 'q').due).toBe(101);
  });

  it('counts reviews, first and last day', () => {
    expect(remembered(rated(100, 'good'), rated(102, 'good'))).toMatchObject({
      first: 100,
      last: 102,
      reviews: 2,
      lapses: 0,
    });
  });

  it('counts a lapse only where something was remembered', () => {
    expect(remembered(rated(1, 'again'), rated(1, 'again')).lapses).toBe(0);
    expect(remembered(rated(1, 'good'), rated(3, 'again'), rated(3, 'again')).lapses).toBe(1);
  });

  it('is due tomorrow at the earliest', () => {
    expect(remembered(rated(50, 'again')).due).toBe(51);
  });

  it('is due within a year however stable', () => {
    const answers = Array.from({ length: 12 }, (_, i) => rated(i * 400, 'easy'));
    const memory = remembered(...answers);
    expect(memory.due - memory.last).toBeLessThanOrEqual(maximumInterval);
  });

  it('begins anew at a higher revision', () => {
    const memory = remembered(rated(1, 'good'), rated(9, 'good'), rated(30, 'good', { revision: 2 }));
    expect(memory).toMatchObject({
      first: 30,
      reviews: 1,
      revision: 2,
      stability: expect.closeTo(2.3065, 6),
    });
  });

  it('keeps the highest revision where a device with an older bank answers later', () => {
    const memory = remembered(rated(1, 'good', { revision: 2 }), rated(5, 'good', { revision: 1 }));
    expect(memory).toMatchObject({ first: 1, reviews: 2, revision: 2 });
  });

  it('takes a clock set back for the same day: no negative interval', () => {
    const memory = remembered(rated(100, 'good'), rated(90, 'good'));
    expect(memory.last).toBe(100);
    expect(memory.due).toBeGreaterThan(100);
  });
});

it('the model is named by all that its numbers depend on, so that a snapshot of another is thrown away', () => {
  expect(memoryModel).toMatch(/^v\d+\.\d+\.\d+ using FSRS-6\.0; retention 0\.9; max 365; prior 0\.35; \d+$/);
});

describe('fuzz', () => {
  it('is the same for the same item and count, and differs between items', () => {
    const days = (item: string) => intervalFor(60, 20, `${item}:5`);
    expect(days('a')).toBe(days('a'));
    const spread = new Set(Array.from({ length: 40 }, (_, i) => days(`item-${i}`)));
    expect(spread.size).toBeGreaterThan(3);
    for (const day of spread) expect(Math.abs(day - 60)).toBeLessThanOrEqual(6);
  });
});

it('a day that was worked out stays, though more happens to the item than answers', () => {
  const memory = remembered(rated(1, 'good'), rated(9, 'good'));
  expect(schedule(memory, 'of another name')).toEqual(memory);
});

describe('leeches', () => {
  it('are called at 8 lapses and every 4 after', () => {
    const called = Array.from({ length: 20 }, (_, lapses) => lapses).filter((lapses) =>
      isLeech({ ...remembered(rated(1, 'good')), lapses }),
    );
    expect(called).toEqual([8, 12, 16]);
  });
});

it('retrievability falls with the days and is whole on the day itself', () => {
  const memory = remembered(rated(10, 'good'));
  expect(retrievabilityOn(memory, 10)).toBe(1);
  expect(retrievabilityOn(memory, 9)).toBe(1);
  expect(retrievabilityOn(memory, 20)).toBeLessThan(retrievabilityOn(memory, 15));
});

it.each([
  [100, 100, 0.9],
  [100, 101, 0.9],
  [100, 104, 0.782132],
  [99, 100, 0.9],
])(
  'the recall that is told of an answer of day %i, on day %i, is that of tomorrow at the earliest',
  (last, today, recall) => {
    const memory = {
      stability: 1,
      difficulty: 5,
      first: 90,
      last,
      due: 101,
      reviews: 3,
      lapses: 1,
      rating: 'again',
      revision: 1,
    } as const;
    expect(estimateRecall(memory, today)).toBeCloseTo(recall, 5);
  },
);
