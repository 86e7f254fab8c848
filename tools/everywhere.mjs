/**
 * `npm ci`, `npm start` to the first question and all of `npm test`, wherever a stranger may type them: one fresh clone of what
 * is committed for each row of the list below. It goes on after a failure, and ends with a table.
 * `npm run everywhere -- --only NAME` runs one row; a name that ends with `*` stands for all that begin so. With `--short` it
 * runs only the tests that depend on the place.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  cloneInto,
  environment,
  failureToStart,
  nodeOf,
  npmCli,
  oddName,
  placeTests,
  resultsIn,
  runnerIn,
} from './places.mjs';

/**
 * One place to be in.
 * @typedef {object} Row
 * @property {string} name
 * @property {string} [node] A version of Node; the one that runs this by default.
 * @property {string} [folder] What the folder is called that the clone lies in.
 * @property {number} [mode] Of that folder, the clone, the home and the temporary folder.
 * @property {number} [tmpMode] Of the temporary folder, if it is another.
 * @property {number} [user] Only root can become somebody else.
 * @property {number} [umask]
 * @property {Readonly<Record<string, string | undefined>>} [env] Variables that are other; undefined if they are missing.
 * @property {readonly string[]} [without] Commands that are not installed.
 * @property {true} [noNpm] npm does not run here, so that the tests and the start do without it.
 */

const nobody = 65_534;
const unknownToSystem = 64_999;
const noLanguage = Object.fromEntries(
  ['LANG', 'LANGUAGE', 'LC_ALL', 'LC_CTYPE', 'LC_MESSAGES'].map((n) => [n, undefined]),
);

/** @type {readonly Row[]} */
const rows = [
  { name: 'node-20.19.0', node: '20.19.0' },
  { name: 'node-22', node: '22' },
  { name: 'node-24', node: '24' },
  { name: 'node-26', node: '26' },
  { name: 'private-home', mode: 0o700 },
  { name: 'blank', folder: 'with a blank' },
  { name: 'odd-path', folder: oddName },
  { name: 'user', user: nobody },
  { name: 'user-odd-path', user: nobody, folder: oddName },
  { name: 'user-private-home', user: nobody, mode: 0o700 },
  { name: 'no-HOME', env: { HOME: undefined } },
  { name: 'empty-HOME', env: { HOME: '' } },
  { name: 'no-home-at-all', user: unknownToSystem, env: { HOME: undefined }, noNpm: true },
  { name: 'no-LANG', env: noLanguage },
  { name: 'chinese', env: { ...noLanguage, LANG: 'zh_CN.UTF-8' } },
  { name: 'no-USER', env: { USER: undefined, LOGNAME: undefined, SHELL: undefined, TERM: undefined } },
  { name: 'no-tmux', without: ['tmux'] },
  { name: 'umask-077', umask: 0o077 },
  { name: 'user-umask-077', umask: 0o077, user: nobody },
  { name: 'private-TMPDIR', tmpMode: 0o700 },
  { name: 'CI', env: { CI: 'true' } },
];

const { values } = parseArgs({ options: { only: { type: 'string' }, short: { type: 'boolean' } } });
const wanted = rows.filter(({ name }) => matches(name, values.only ?? '*'));
if (wanted.length === 0)
  throw new Error(`no row is named ${values.only}; there are: ${rows.map((row) => row.name).join(', ')}`);

const npm = npmCli();
const work = realpathSync(mkdtempSync(join(tmpdir(), 'llmquiz-everywhere-')));
chmodSync(work, 0o755);
/** @type {Outcome[]} */
const outcomes = [];
try {
  for (const row of wanted) {
    const outcome = outcomeOf(row);
    outcomes.push(outcome);
    for (const line of told(outcome)) console.log(line);
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log('');
for (const line of tableOf(outcomes)) console.log(line);
if (outcomes.some(isBad)) process.exitCode = 1;

/** @typedef {{ readonly name: string, readonly node: string, readonly seconds: number, readonly problem?: string, readonly notRun?: string, readonly tests?: ReturnType<typeof resultsIn> }} Outcome */

/** @param {string} name @param {string} pattern */
function matches(name, pattern) {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** @param {Row} row @returns {Outcome} */
function outcomeOf(row) {
  const started = Date.now();
  const known = { name: row.name, node: row.node ?? process.version.slice(1) };
  if (row.user !== undefined && process.getuid?.() !== 0)
    return { ...known, seconds: 0, notRun: 'only root can become another user' };
  const folder = join(work, row.name);
  try {
    const result = triedIn(row, folder);
    return { ...known, ...result, seconds: Math.round((Date.now() - started) / 1000) };
  } catch (error) {
    return { ...known, problem: String(error), seconds: Math.round((Date.now() - started) / 1000) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {Row} row @param {string} folder @returns {Pick<Outcome, 'problem' | 'tests'>} */
function triedIn(row, folder) {
  const { clone, home, env, node } = placeOf(row, folder);
  const run = runnerIn(clone, { ...row, env });
  const withNpm = row.noNpm ? runnerIn(clone, { ...row, env: { ...env, HOME: home } }) : run;
  const installed = withNpm([node, npm, 'ci', '--prefer-offline', '--loglevel=error']);
  if (installed.status !== 0) return { problem: `npm ci: ${installed.stdout}${installed.stderr}` };
  if (row.noNpm) run([node, join('tools', 'build.mjs')]);
  const start = row.noNpm ? [join('bin', 'llmquiz.js')] : [npm, 'start', '--silent', '--'];
  const failure = failureToStart(run, [node, ...start], join(home, 'answers'));
  if (failure !== undefined) return { problem: `npm start: ${failure}` };
  const test = row.noNpm ? [join('node_modules', 'vitest', 'vitest.mjs'), 'run'] : [npm, 'test'];
  const some = values.short ? [...(row.noNpm ? [] : ['--']), ...placeTests] : [];
  const { status, stdout, stderr } = run([node, ...test, ...some]);
  const tests = resultsIn(stdout);
  return status === 0 ? { tests } : { tests, problem: `npm test: ${stdout}${stderr}` };
}

/**
 * Makes the place of a row, with a fresh clone in it.
 * @param {Row} row @param {string} folder
 */
function placeOf(
  { folder: called = 'project', mode = 0o755, tmpMode = mode, user, umask = 0o022, ...row },
  folder,
) {
  const inside = join(folder, called);
  const home = join(inside, 'home');
  const temporary = join(inside, 'tmp');
  const clone = join(inside, 'llmquiz');
  for (const path of [folder, inside, home, temporary]) mkdirSync(path);
  const before = process.umask(umask);
  cloneInto(clone);
  process.umask(before);
  for (const path of [inside, home, clone]) chmodSync(path, mode & ~umask);
  chmodSync(temporary, tmpMode & ~umask);
  const node = row.node === undefined ? process.execPath : nodeOf(row.node);
  const env = environment(node, {
    ...{ HOME: home, TMPDIR: temporary, GIT_CONFIG_NOSYSTEM: '1' },
    ...(row.without === undefined ? {} : { PATH: pathWithout(row.without, node, join(folder, 'commands')) }),
    ...(user === undefined
      ? {}
      : { npm_config_cache: cacheOf(user), npm_config_userconfig: join(home, '.npmrc') }),
    ...row.env,
  });
  if (user !== undefined) execFileSync('chown', ['-R', `${user}:${user}`, inside]);
  return { clone, home, env, node };
}

/** A cache of npm's that a user may write, for all rows of that user. @param {number} user */
function cacheOf(user) {
  const cache = join(work, `cache-${user}`);
  mkdirSync(cache, { recursive: true });
  chownSync(cache, user, user);
  return cache;
}

/**
 * A PATH of one folder, with links to all commands but some.
 * @param {readonly string[]} missing @param {string} node @param {string} folder
 */
function pathWithout(missing, node, folder) {
  mkdirSync(folder);
  for (const from of [dirname(node), ...(process.env.PATH ?? '').split(delimiter)])
    for (const name of existsSync(from) ? readdirSync(from) : [])
      if (!missing.includes(name) && lstatSync(join(folder, name), { throwIfNoEntry: false }) === undefined)
        symlinkSync(join(from, name), join(folder, name));
  return folder;
}

/** @param {Outcome} outcome */
function isBad({ problem, tests }) {
  return problem !== undefined || (tests?.failed ?? 0) > 0;
}

/** What is printed of a row as soon as it is over. @param {Outcome} outcome */
function told(outcome) {
  const { name, problem, tests, notRun } = outcome;
  const words = notRun === undefined ? (isBad(outcome) ? 'FAILED' : 'ok') : `not run: ${notRun}`;
  return [
    `${name}: ${words}`,
    ...(tests?.reasons ?? []).map((reason) => `  skipped: ${reason}`),
    ...(tests?.failures ?? []).map((failure) => `  ${failure}`),
    ...(problem === undefined ? [] : problem.split('\n').slice(-60)),
  ];
}

/** @param {readonly Outcome[]} all */
function tableOf(all) {
  const cells = all.map(({ name, node, tests, seconds, notRun, ...outcome }) => [
    ...[name, node, tests?.passed ?? '-', tests?.failed ?? '-', tests?.skipped ?? '-', seconds],
    notRun ?? (isBad({ name, node, seconds, ...outcome, ...(tests ? { tests } : {}) }) ? 'FAILED' : 'ok'),
  ]);
  const table = [['case', 'node', 'passed', 'failed', 'skipped', 'seconds', 'result'], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => `${row[column]}`.length))) ?? [];
  return table.map((row) =>
    row
      .map((cell, column) => `${cell}`.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
