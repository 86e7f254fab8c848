import { pathIn, pickLanguage } from '#core/base/text.ts';
import { checkItems, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { lexiconOf, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { languagesOf } from '#core/check/views/option-sets.ts';

export const sourceStale: Rule = {
  id: 'source/stale',
  severity: 'warning',
  words: wordedLanguages,
  summary: 'A fact that can become outdated must have a recent `asOf` date.',
  why: 'The newest model of two years ago is a wrong answer today, and the question does not show its age.',
  bad: makeSampleDeck('tags: [tokens]', 'tags: [tokens]\n    asOf: 2020-05'),
  good: makeSampleDeck('tags: [tokens]', 'tags: [tokens]\n    asOf: 2026-05'),
  check: checkItems(function* (located, { today, staleMonths }) {
    const { item } = located;
    if (item.asOf !== undefined) {
      if (today <= lastFreshDay(item.asOf, staleMonths)) return;
      const message = `this fact is as of ${item.asOf}, more than ${staleMonths} months ago; check it again and update \`asOf\``;
      yield { at: ['asOf'], message };
      return;
    }
    for (const lang of languagesOf(located)) {
      const stem = pickLanguage(item.stem, lang);
      const word = lexiconOf(lang).present.exec(stem)?.[0];
      if (word === undefined || year.test(stem)) continue;
      const message = `\`${word}\` is a different time for each reader; give a date in the stem or under \`asOf\``;
      yield { at: pathIn(item.stem, ['stem'], lang), message };
      return;
    }
  }),
};

/** A year: it says when the stem is true. */
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Returns the last day, YYYY-MM-DD, on which a date is no more than some months ago; a year or month counts from its end. */
function lastFreshDay(asOf: string, months: number): string {
  const [y = '', m = '12', d = '31'] = asOf.split('-');
  const month = Number(y) * 12 + Number(m) - 1 + months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-${d}`;
}
