import type { Diagnostic, Severity } from '#core/base/diagnostic.ts';
import { countOf, severities } from '#core/base/diagnostic.ts';
import { formatCount } from '#core/base/format-count.ts';
import { neutraliseLine } from '#core/base/neutral.ts';
import { formatPercent } from '#core/base/percent.ts';
import { tally } from '#core/base/tally.ts';
import { bestGuessOf, type Guessability } from '#core/check/guess/guessability.ts';
import { type Line, makeSpan, type Style } from '#shell/page/line.ts';
import { render } from '#shell/page/render.ts';
import type { Page, Report } from './format.ts';

/** The styles of the severities. */
export const styles: Readonly<Record<Severity, Style>> = { error: 'bad', warning: 'warn', info: 'accent' };

/** Returns a text as one line without control characters. */
export function neutraliseText(text: string): string {
  return neutraliseLine(text).replaceAll('\t', ' ');
}

/** Builds the closing line: counts of findings, or of questions if there are none, the guessability, and which languages rules on wording know. */
function closingLine({ findings, counts, guessability, unworded, hidden = {} }: Report): Line {
  const sorts = severities.flatMap((severity) => {
    const count = countOf(findings, severity);
    const noun = severity === 'info' ? 'remark' : severity;
    return count === 0 ? [] : [makeSpan(styles[severity], formatCount(count, noun))];
  });
  const found =
    sorts.length > 0
      ? [
          ...sorts.flatMap((sort, i) => (i > 0 ? [', ', sort] : [sort])),
          ` in ${formatCount(counts.files, 'file')}`,
        ]
      : [
          `${formatCount(counts.questions, 'question')} in ${formatCount(counts.decks, 'deck')}, `,
          makeSpan('good', hidden.known === undefined ? 'no findings' : 'no new findings'),
        ];
  const { known = 0, unchanged = 0 } = hidden;
  const parts = [
    ...(known === 0 ? [] : [`${known.toLocaleString('en')} in the baseline`]),
    ...(unchanged === 0 ? [] : [`${unchanged.toLocaleString('en')} in unchanged questions`]),
    ...guessabilityTexts(guessability),
    ...wordsTexts(unworded),
  ];
  return [...found, ...parts.map((part) => `; ${part}`)];
}

/** Returns the closing line as a text, with a line end. */
export const closingTextOf = (report: Report, { paint, columns }: Page): string =>
  render([closingLine(report)], { paint, columns: () => columns });

/** Returns `guessable from wording alone: 27% (chance: 25%)`, or by language: `… en 27%, zh 29% (chance: 25%)`. */
function guessabilityTexts(all: readonly Guessability[]): readonly string[] {
  if (all.length === 0) return [];
  const chances = all.map(({ chance }) => `(chance: ${formatPercent(chance)})`);
  const isSame = chances.every((chance) => chance === chances[0]);
  const each = all.map((one, i) => {
    const lang = all.length > 1 ? `${one.lang} ` : '';
    const chance = isSame && i < all.length - 1 ? '' : ` ${chances[i]}`;
    return `${lang}${formatPercent(bestGuessOf(one).rate)}${chance}`;
  });
  return [`guessable from wording alone: ${each.join(', ')}`];
}

/** Returns `rules on wording know en, zh and so on, not pt`; nothing if they know all languages of the bank. */
const wordsTexts = (unworded: Report['unworded']) =>
  unworded === undefined
    ? []
    : [
        `rules on wording know ${unworded.known.join(', ')}, not ${unworded.unknown.map(neutraliseText).join(', ')}`,
      ];

/** Counts the findings of each rule, the most first. */
export function countByRule(findings: readonly Diagnostic[]): readonly (readonly [string, number])[] {
  return [...tally(findings.map(({ rule }) => rule))].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
