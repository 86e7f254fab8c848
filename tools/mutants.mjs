/**
 * Mutation testing: changes the code in one place at a time and runs the tests that reach it; a mutant that no test notices
 * survives. `npm run mutants` runs every group of tools/mutants/stryker.conf.mjs, `npm run mutants -- log files` some of them, and
 * `-- --print` prints the tables of the last run. What did not change since the last run is not run again.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groups } from './mutants/stryker.conf.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const tool = join(root, 'tools', 'mutants');
const stryker = join(tool, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const conf = join('tools', 'mutants', 'stryker.conf.mjs');

const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !(name in groups));
if (unknown.length > 0)
  throw new Error(`No group ${unknown.join(', ')}. The groups are ${Object.keys(groups).join(', ')}.`);
const chosen = named.length === 0 ? Object.keys(groups) : named;

if (!words.includes('--print')) {
  setPriority(15);
  install();
  for (const name of chosen) run(name);
}
const below = chosen.filter((name) => !printTable(name));
if (below.length > 0) {
  process.stdout.write(`\nToo many mutants survive: ${below.join(', ')}.\n`);
  process.exitCode = 1;
}

/** Puts Stryker in its place, once: the project does without it, since it has more packages than all the rest. */
function install() {
  if (existsSync(stryker)) return;
  const npm = process.env.npm_execpath;
  if (npm === undefined) throw new Error('run it as `npm run mutants`');
  execFileSync(process.execPath, [npm, 'ci', '--ignore-scripts'], { cwd: tool, stdio: 'inherit' });
}

/** @param {string} name */
function run(name) {
  const { status } = spawnSync(process.execPath, [stryker, 'run', conf], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, LLMQUIZ_MUTANTS: name },
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status} for the group ${name}`);
}

/**
 * Prints what became of a group's mutants, file by file; whether enough were killed.
 * @param {string} name
 */
function printTable(name) {
  const { least = 0 } = groups[name] ?? {};
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const report = JSON.parse(readFileSync(join(root, 'reports', 'mutants', `${name}.json`), 'utf8'));
  const files = Object.entries(report.files).map(([path, { mutants }]) => ({
    label: basename(path),
    mutants,
  }));
  const all = { label: `${name} (at least ${least} %)`, mutants: files.flatMap(({ mutants }) => mutants) };
  process.stdout.write(`\n${row('', ['killed', 'survived', 'no coverage', 'score'])}`);
  let score = 0;
  for (const { label, mutants } of [...files, all]) {
    /** @param {string[]} statuses */
    const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
    const [killed, survived, bare] = [count('Killed', 'Timeout'), count('Survived'), count('NoCoverage')];
    score = (100 * killed) / Math.max(1, killed + survived + bare);
    process.stdout.write(row(label, [killed, survived, bare, `${score.toFixed(1)} %`]));
  }
  return score >= least;
}

/**
 * @param {string} label
 * @param {readonly (string | number)[]} cells
 */
function row(label, cells) {
  return `${label.padEnd(32)}${cells.map((cell) => String(cell).padStart(13)).join('')}\n`;
}
