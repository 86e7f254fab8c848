import './made-patterns.ts';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
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

/** The long ones come first: those after them share what is left. */
const sections: Readonly<Record<string, Section>> = {
  *examples() {
    for (const family of repeatedExamples()) yield growRules(family);
  },
  *texts(root) {
    for (const family of longTexts(root)) yield growRules(family);
  },
  *lists(root) {
    for (const family of longLists(root)) yield growRules(family);
  },
  *yaml() {
    for (const family of rawTexts()) yield growRules(family);
  },
  answers: growAnswers,
  questions: growQuestions,
  formats: growFormats,
  fixes: growFixes,
  terminal: growTerminal,
  patterns: growPatterns,
  log: growLog,
};

/** What runs every rule takes longest. */
const weightOf = (name: string) => (name === 'texts' || name === 'examples' ? 4 : 1);

/** All sections together; one that would need more than its share is cut off, says so, and can be run by its name. */
const mostMinutes = 9.5;

/**
 * Grows what the program takes in and prints how its time grows, the steepest first; the exit code tells whether anything is
 * above the limit. Without a name, all sections run, each in a process of its own, on all cores.
 */
export async function hostile({ root, argv }: Setup): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { rows: { type: 'string', default: '12' }, seconds: { type: 'string', default: 'Infinity' } },
  });
  if (positionals.length === 0) return inProcesses(values.rows);
  let failed = 0;
  for (const name of positionals) {
    const section = sections[name];
    if (section === undefined)
      throw new Error(`No section ${name}; there are ${Object.keys(sections).join(', ')}.`);
    failed += printed(name, section(root), Number(values.rows), Number(values.seconds));
  }
  return failed > 0 ? 1 : 0;
}

/** Runs every section, as many at a time as there are cores. */
async function inProcesses(rows: string): Promise<number> {
  const end = Date.now() + mostMinutes * 60_000;
  const lanes = availableParallelism();
  const waiting = Object.keys(sections);
  let failed = 0;
  const lane = async () => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const others = waiting.reduce((sum, other) => sum + weightOf(other), 0);
      const part = Math.min(1, (lanes * weightOf(name)) / (weightOf(name) + others));
      const share = Math.max(0, Math.round(((end - Date.now()) / 1000) * part));
      const child = fork(process.argv[1] ?? '', [name, '--rows', rows, '--seconds', String(share)], {
        stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      });
      let table = '';
      child.stdout?.setEncoding('utf8').on('data', (text) => {
        table += text;
      });
      const [code] = (await once(child, 'close')) as [number];
      process.stdout.write(table);
      failed += code === 0 ? 0 : 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return failed > 0 ? 1 : 0;
}

/** Measures a section for so many seconds and prints its table; gives back how much is above the limit. */
function printed(name: string, section: ReturnType<Section>, rows: number, seconds: number): number {
  const from = Date.now();
  const { growths, isWhole } = measured(section, from + seconds * 1000);
  const above = growths.filter(({ exponent = 0 }) => exponent > limit).length;
  const shown = growths
    .toSorted((a, b) => (b.exponent ?? 0) - (a.exponent ?? 0))
    .slice(0, Math.max(above, rows));
  const took = Math.round((Date.now() - from) / 1000);
  process.stdout.write(
    `\n## ${name}${isWhole ? '' : ' (cut off; run it by its name)'}: ${growths.length} measured, ${above} above ${limit}, ${took} s\n\n${tableOf(shown)}\n`,
  );
  return above;
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
