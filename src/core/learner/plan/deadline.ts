import type { ItemHead } from '../../bank/head.ts';
import type { StudyDay } from '../events/day.ts';

/** The recall at which a question is asked on the day of a deadline: the highest that FSRS's authors recommend. Intervals are then 40% as long. */
const highestRetention = 0.95;

/** The days before a deadline in which it rises to that. */
const rampDays = 14;

/** The days before a deadline in which nothing new comes: enough for two reviews of what was met last. */
const quietDays = 7;

/** The days that are kept free besides if new questions share a fact: they come on different days, and the last of them would come too late. */
const siblingDays = 2;

/** The most new questions a day for the sake of those days. More come only if they would not be met at all. */
const mostForQuiet = 20;

/** The recall, 0-1, below which a question is asked before it is due, as a deadline comes near; 0 if it is far or past. */
export function retentionOn(deadline: StudyDay, day: StudyDay, usual: number): number {
  const left = deadline - day;
  if (left < 0 || left >= rampDays) return 0;
  return usual + (highestRetention - usual) * (1 - left / rampDays);
}

/** New questions a day, and the last day with some. */
export interface NewBefore {
  readonly perDay: number;
  readonly until: StudyDay;
}

/**
 * How new questions are spread before a deadline; undefined from that day on. Worked out again each day, it stays on course: evenly up
 * to a week before, or if that is too many a day, up to the day before; and no fewer a day than the learner asked for.
 * `isShared`: some of these questions share a fact.
 */
export function spreadBefore(
  deadline: StudyDay,
  today: StudyDay,
  left: number,
  atLeast = 0,
  isShared = false,
): NewBefore | undefined {
  const span = deadline - today;
  if (span <= 0) return undefined;
  const quiet = quietDays + (isShared ? siblingDays : 0);
  const calm = span > quiet ? Math.ceil(left / (span - quiet)) : left;
  const needed = Math.ceil(left / Math.max(1, span - 1));
  const perDay = Math.max(needed, Math.min(calm, mostForQuiet), Math.min(atLeast, left));
  return { perDay, until: today + (perDay === 0 ? 0 : Math.ceil(left / perDay) - 1) };
}

/** Returns whether some questions share a fact. */
export function isFactShared(heads: readonly ItemHead[]): boolean {
  const facts = heads.flatMap(({ fact }) => (fact === undefined ? [] : [fact]));
  return new Set(facts).size < facts.length;
}
