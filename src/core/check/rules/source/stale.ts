import { type Lang, pathIn, pickLanguage } from '#core/base/text.ts';
import { checkItems, type Rule } from '#core/check/contract/rule.ts';
import { makeSampleDeck } from '#core/check/examples/sample.ts';
import { lexiconOf, wordedLanguages } from '#core/check/language/lexicon/index.ts';
import { questionSentenceOf } from '#core/check/language/question-sentence.ts';
import { lengthOf } from '#core/check/language/words.ts';
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
      if (today === '' || today <= lastFreshDay(item.asOf, staleMonths)) return;
      const message = `this fact is as of ${item.asOf}, more than ${staleMonths} months ago; check it again and update \`asOf\``;
      yield { at: ['asOf'], message };
      return;
    }
    for (const lang of languagesOf(located)) {
      const stem = pickLanguage(item.stem, lang);
      const word = presentIn(stem, lang);
      if (word === undefined) continue;
      const message = `\`${word}\` is a different time for each reader; give a date in the stem or under \`asOf\``;
      yield { at: pathIn(item.stem, ['stem'], lang), message };
      return;
    }
  }),
};

/** Returns the word by which the question of a stem is about the present, undefined if it is not. */
function presentIn(stem: string, lang: Lang): string | undefined {
  const { present, someone } = lexiconOf(lang);
  // Most stems have no such word, and neither it nor a sentence is found fast.
  if (lang.startsWith('en') && !hint.test(stem)) return undefined;
  if (!present.test(stem) || year.test(stem) || lengthOf(stem) > longest) return undefined;
  const question = questionSentenceOf(stem).replace(quoted, ' ');
  // Of somebody in a case, the present is that of the case.
  return someone.test(question) ? undefined : present.exec(question)?.[0];
}

/** A cheap pre-test for such words of English. */
const hint =
  /current|nowadays|present|moment|today|right now|to date|as of|latest|newest|recent|state[- ]of/i;

/** In columns; a longer stem tells a case, and its present is that of the case. */
const longest = 240;
const quoted = /`[^`]*`|“[^”]*”|"[^"]*"|「[^」]*」/g;

/** A year: it says when the stem is true. */
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Returns the last day, YYYY-MM-DD, on which a date is no more than some months ago; a year or month counts from its end. */
function lastFreshDay(asOf: string, months: number): string {
  const [y = '', m = '12', d = '31'] = asOf.split('-');
  const month = Number(y) * 12 + Number(m) - 1 + months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-${d}`;
}
