import type { Instant } from '../../base/instant.ts';

/** A study day: whole days since 1970-01-01 on the learner's own clock, which starts at 04:00. */
export type StudyDay = number;

/** The local hour at which a study day starts: after midnight, learners are still in yesterday. */
const rolloverHour = 4;

const dayMs = 86_400_000;

/** The study day of a moment, on the learner's clock at that moment. */
export function studyDayOf({ ms, offset }: Instant): StudyDay {
  return Math.floor((ms + offset * 60_000 - rolloverHour * 3_600_000) / dayMs);
}

/** The calendar date of a study day, as YYYY-MM-DD. */
export function dateOf(day: StudyDay): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The study day of a calendar date, written as YYYY-MM-DD. */
export const studyDayOn = (date: string): StudyDay => Date.parse(`${date}T00:00:00Z`) / dayMs;
