import { checkItems, lookAtEachItem, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';

export const sourceFuture: Rule = {
  id: 'source/future',
  severity: 'error',
  summary: 'No date of a fact, of a source or of a withdrawal may lie in the future.',
  why: 'Nobody can have looked up a fact on a day that is yet to come: it is a typo, and the fact would count as fresh for years.',
  bad: makeSampleDeck('tags: [tokens]', 'tags: [tokens]\n    asOf: 2062-05'),
  good: makeSampleDeck('tags: [tokens]', 'tags: [tokens]\n    asOf: 2026-05'),
  check: lookAtEachItem(
    checkItems(function* ({ item: { asOf } }, { today }) {
      if (asOf === undefined || today === '' || !isAhead(asOf, today)) return;
      yield {
        at: ['asOf'],
        message: `${asOf} is in the future; write the day on which the fact was looked up`,
      };
    }).inOne ?? (() => []),
    function* ({ publications, withdrawals }, { today }) {
      if (today === '') return;
      for (const { withdrawal, source, place } of withdrawals)
        if (isAhead(withdrawal.date, today))
          yield {
            path: source.path,
            at: place('date'),
            message: `${withdrawal.date} is in the future; write the day of the withdrawal`,
          };
      // Books and journals bear the year after that in which they appear.
      const latest = Number(today.slice(0, 4)) + 1;
      for (const { publication, source, place } of publications)
        if (publication.year > latest)
          yield {
            path: source.path,
            at: place('year'),
            message: `${publication.year} is in the future; write the year of publication`,
          };
    },
  ),
};

/** Returns whether a date, which may be a month or a year, has not begun anywhere yet. */
const isAhead = (date: string, today: string) => date > dayAfter(today).slice(0, date.length);

/** The day after a day: it has begun elsewhere already. */
function dayAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}
