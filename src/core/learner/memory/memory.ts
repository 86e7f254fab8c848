import { computeDecayFactor, FSRSAlgorithm, FSRSVersion, roundTo } from 'ts-fsrs';
import { hashFnv1a } from '../../base/random.ts';
import type { StudyDay } from '../events/day.ts';
import type { Rating } from '../events/rate.ts';

/** The memory of one item: the state of FSRS-6, and the study days it was worked out from. */
export interface Memory {
  /** Days until the chance of recall falls to 90%. */
  readonly stability: number;
  /** 1-10, the difficulty of the item for this learner. */
  readonly difficulty: number;
  readonly first: StudyDay;
  readonly last: StudyDay;
  readonly due: StudyDay;
  /** The number of answers; 0 if it is only said or presumed to be known. */
  readonly reviews: number;
  /** The number of times it was rated `again` after it had been known. */
  readonly lapses: number;
  readonly rating: Rating;
  /** The highest revision of the item that was answered. */
  readonly revision: number;
}

/** The parts of an answer that memory depends on. */
export interface Rated {
  readonly day: StudyDay;
  readonly rating: Rating;
  /** The chance, 0-1, of a right answer by guessing. */
  readonly guess: number;
  readonly revision: number;
  /** True if the learner was told that it comes back on the same day. */
  readonly returns?: boolean;
}

/** The recall, 0-1, at which an item falls due. */
export const desiredRetention = 0.9;

/** The longest interval in days. Facts about models go stale, so each is asked again within a year. */
export const maximumInterval = 365;

/** The chance, 0-1, that a learner knows an item that was never asked; see the guess-aware update. */
export const priorKnowledge = 0.35;

/** Days until an item that the learner says they know well is asked, to make sure. */
const knownDays = 30;

/** Lapses at which an item is called a leech, and again every half as many after. */
export const leechLapses = 8;

/** FSRS's formulas, with plain parameters: the library keeps them behind a proxy, through which a formula takes three times as long. */
class Formulas extends FSRSAlgorithm {
  constructor() {
    super({
      request_retention: desiredRetention,
      maximum_interval: maximumInterval,
      enable_fuzz: true,
      enable_short_term: true,
    });
    this.param = { ...this.param };
  }
}

const formulas = new Formulas();

/** The form of the forgetting curve, which the library works out again for each point of it. */
const { decay, factor } = computeDecayFactor(formulas.parameters.w);

/** The parameters of the memories below; a snapshot with others is deleted. */
export const memoryModel = `${FSRSVersion}; retention ${desiredRetention}; max ${maximumInterval}; prior ${priorKnowledge}; 6`;

const grades = { again: 1, hard: 2, good: 3, easy: 4 } as const satisfies Record<Rating, number>;

interface State {
  readonly stability: number;
  readonly difficulty: number;
}

/** Memory of which it was not worked out yet when the item is due; or was, and may be again. */
export interface Unscheduled extends Omit<Memory, 'due'> {
  /** Days between the last two answers. */
  readonly elapsed?: number;
  readonly due?: StudyDay;
}

/** The memory after one more answer; a higher revision of the item starts it from scratch. */
export function memoryAfter(before: Unscheduled | undefined, rated: Rated): Unscheduled {
  const known = before !== undefined && before.revision >= rated.revision ? before : undefined;
  const { day, rating, guess, returns = false } = rated;
  const elapsed = known === undefined ? 0 : Math.max(0, day - known.last);
  const { stability, difficulty } = nextStateOf(known, elapsed, rating, guess);
  const lapsed = known !== undefined && known.rating !== 'again' && rating === 'again';
  const last = Math.max(day, known?.last ?? day);
  return {
    stability,
    difficulty,
    first: known?.first ?? day,
    last,
    // What was promised for the session that was left is due in the next one.
    ...(returns && rating === 'again' ? { due: last } : {}),
    reviews: (known?.reviews ?? 0) + 1,
    lapses: (known?.lapses ?? 0) + (lapsed ? 1 : 0),
    rating,
    revision: Math.max(rated.revision, known?.revision ?? rated.revision),
    elapsed,
  };
}

/** The memory of an item after the learner's word, on a study day, that they know it well; it is no answer. */
export function rememberKnown(
  before: Unscheduled | undefined,
  told: Pick<Rated, 'day' | 'revision'>,
): Unscheduled {
  const after = memoryAfter(before, { ...told, rating: 'easy', guess: 0 });
  return { ...after, stability: Math.max(after.stability, knownDays), reviews: after.reviews - 1 };
}

/** The shortest interval of a presumed item, and over how many days those of a bank are spread; the fuzz takes three days off at most. */
const presumedDays = { first: 25, spread: 47 } as const;

/** The memory of an item that a placement presumes known: asked once, three to eleven weeks later, to make sure. */
export function rememberPresumed({
  day,
  revision,
  item,
}: Pick<Rated, 'day' | 'revision'> & { readonly item: string }): Unscheduled {
  const stability = presumedDays.first + (hashFnv1a(item) % presumedDays.spread);
  return { ...memoryAfter(undefined, { day, revision, rating: 'good', guess: 0 }), stability, reviews: 0 };
}

/**
 * The memory of an item after an answer in practice. Nobody waited for it to fade, so it tells FSRS nothing; but what was not
 * known is due tomorrow, if not before.
 */
export function memoryAfterPractice(
  before: Unscheduled | undefined,
  { item, day, rating, revision }: Pick<Rated, 'day' | 'rating' | 'revision'> & { readonly item: string },
): Unscheduled | undefined {
  if (before === undefined || rating !== 'again' || before.revision < revision) return before;
  return { ...before, due: Math.min(schedule(before, item).due, day + 1) };
}

/** The memory of an item with the day on which it is due. */
export function schedule(memory: Unscheduled, item: string): Memory {
  const { stability, difficulty, first, last, reviews, lapses, rating, revision, elapsed = 0 } = memory;
  const due = memory.due ?? last + intervalFor(stability, elapsed, `${item}:${reviews}`);
  return { stability, difficulty, first, last, due, reviews, lapses, rating, revision };
}

/**
 * FSRS's next state, allowing for luck: a right answer with guess probability g was known with
 * P = R / (R + g(1 - R)), R the predicted recall, and the state is P good + (1 - P) again, stability in log space.
 * Not from the FSRS authors; at g = 0 it is plain FSRS. So is an easy answer: the learner says that luck had no part in it.
 */
export function nextStateOf(
  before: State | undefined,
  elapsed: number,
  rating: Rating,
  guess: number,
): State {
  const state = before === undefined ? null : { stability: before.stability, difficulty: before.difficulty };
  if (rating === 'again' || rating === 'easy' || guess === 0)
    return formulas.next_state(state, elapsed, grades[rating]);
  const recall = before === undefined ? priorKnowledge : recallAfter(elapsed, before.stability);
  const known = recall / (recall + guess * (1 - recall));
  const given = formulas.next_state(state, elapsed, grades[rating], recall);
  const lucky = formulas.next_state(state, elapsed, grades.again, recall);
  return {
    stability: Math.exp(known * Math.log(given.stability) + (1 - known) * Math.log(lucky.stability)),
    difficulty: known * given.difficulty + (1 - known) * lucky.difficulty,
  };
}

/** The chance of recall, 0-1, a number of days after the last answer. */
export function recallAfter(days: number, stability: number): number {
  return roundTo((1 + (factor * days) / stability) ** decay, 8);
}

/** The chance of recall, 0-1, on a study day. */
export function retrievabilityOn(memory: Memory, day: StudyDay): number {
  return recallAfter(Math.max(0, day - memory.last), memory.stability);
}

/**
 * The chance of recall, 0-1, that the learner is told: of what was answered today, that of tomorrow, since minutes after the correct
 * answer was read it would be 1 even after a miss.
 */
export function estimateRecall(memory: Memory, today: StudyDay): number {
  return retrievabilityOn(memory, Math.max(today, memory.last + 1));
}

/** Days until the item is due, spread a little (fuzz) so that what was learnt together does not stay together. */
export function intervalFor(stability: number, elapsed: number, seed: string): number {
  // Of this call alone: the library keeps the seed in what it is asked of.
  const seeded: FSRSAlgorithm = Object.create(formulas);
  seeded.seed = seed;
  return seeded.next_interval(stability, elapsed);
}

/** True if an item is forgotten so often that the learner should hear of it after this answer. */
export function isLeech({ lapses }: Memory): boolean {
  return lapses >= leechLapses && (lapses - leechLapses) % (leechLapses / 2) === 0;
}
