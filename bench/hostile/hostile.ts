import { parseArgs } from 'node:util';
import { longLists, longTexts, rawTexts, repeatedExamples } from './banks.ts';
import { growAnswers, growFixes, growFormats, growLog, growQuestions, growTerminal } from './doors.ts';
import { type Growth, limit, tableOf } from './growth.ts';
import { growPatterns } from './patterns.ts';
import { growRules } from './rule-times.ts';

/** Where the harness works, and what it was called with. */
export interface Setup {
  readonly root: string;
  readonly argv: readonly string[];
}

/** A part of the harness: makes its measurements one after the other. */
type Section = (root: string) => Iterable<readonly Growth[]>;

/** Those that find most in a minute come first. */
const sections: Readonly<Record<string, Section>> = {
  log: growLog,
  terminal: growTerminal,
  fixes: growFixes,
  formats: growFormats,
  answers: growAnswers,
  questions: growQuestions,
  patterns: growPatterns,
  *yaml() {
    for (const family of rawTexts()) yield growRules(family);
  },
  *lists(root) {
    for (const family of longLists(root)) yield growRules(family);
  },
  *texts(root) {
    for (const family of longTexts(root)) yield growRules(family);
  },
  *examples() {
    for (const family of repeatedExamples()) yield growRules(family);
  },
};

/** All sections together end after that: what was not reached by then is said, and can be run by its name. */
const mostMinutes = 10;

/**
 * Grows what the program takes in and prints how its time grows, the steepest first; the exit code tells whether anything is
 * above the limit. Names of sections choose among them; `--only WORDS` shows the rows that have the words.
 */
export function hostile({ root, argv }: Setup): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { rows: { type: 'string', default: '12' } },
  });
  let failed = 0;
  const until = positionals.length > 0 ? Number.POSITIVE_INFINITY : Date.now() + mostMinutes * 60_000;
  for (const [name, section] of Object.entries(sections)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const from = Date.now();
    const { growths, isWhole } = measured(section(root), until);
    const above = growths.filter(({ exponent = 0 }) => exponent > limit).length;
    failed += above;
    const seconds = Math.round((Date.now() - from) / 1000);
    const shown = growths
      .toSorted((a, b) => (b.exponent ?? 0) - (a.exponent ?? 0))
      .slice(0, Math.max(above, Number(values.rows)));
    process.stdout.write(
      `\n## ${name}${isWhole ? '' : ' (cut off; run it by its name)'}: ${growths.length} measured, ${above} above ${limit}, ${seconds} s\n\n${tableOf(shown)}\n`,
    );
  }
  return failed > 0 ? 1 : 0;
}

/** What took long enough to tell how it grows; what is above the limit is said at once, since the whole takes minutes. */
function measured(
  section: Iterable<readonly Growth[]>,
  until: number,
): { readonly growths: readonly Growth[]; readonly isWhole: boolean } {
  const all: Growth[] = [];
  for (const growths of section) {
    if (Date.now() > until) return { growths: all, isWhole: false };
    for (const growth of growths) {
      if (growth.exponent === undefined) continue;
      all.push(growth);
      if (growth.exponent > limit) process.stderr.write(`${growth.exponent.toFixed(2)} ${growth.name}\n`);
    }
  }
  return { growths: all, isWhole: true };
}
