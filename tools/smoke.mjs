/**
 * The program as a stranger meets it: a copy of what git tracks in an empty folder, `npm ci && npm start`, on this Node and
 * on the newer ones; the published package in another empty folder, offline; then the start, and the tests that depend on the
 * place, where strangers may have put it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

const work = realpathSync(mkdtempSync(join(tmpdir(), 'llmquiz-smoke-')));
const npm = npmCli();

// Else all of it would be in a private home.
chmodSync(work, 0o755);

try {
  const clone = join(work, 'clone');
  cloneInto(clone);
  for (const version of [undefined, '20.19.0', '22', '24']) onNode(clone, version);
  onOldNode(clone, '18');
  fromPackage(clone);
  // Each with the tests that this place may break; `npm run everywhere` runs all of them in each.
  inPlace('in a private home', join(work, 'private'), {}, 0o700, but('check-since', 'ci-files'));
  inPlace('in a path with a blank, quotes and Chinese', join(work, oddName), {}, 0o755, but('homes'));
  inPlace(
    'without HOME',
    join(work, 'homeless'),
    { HOME: undefined },
    0o755,
    but('disks', 'tmux', 'ci-files'),
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The tests that depend on the place, without some. @param {readonly string[]} names */
function but(...names) {
  return placeTests.filter((test) => !names.some((name) => test.endsWith(`/${name}.test.ts`)));
}

/** @param {string} clone @param {string | undefined} version */
function onNode(clone, version) {
  const node = version === undefined ? process.execPath : nodeOf(version);
  const name = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const run = runnerIn(clone, { env: environment(node, { HOME: work, LANG: 'C.UTF-8' }) });
  rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
  installed(run, node, name);
  started(run, [node, npm, 'start', '--silent', '--'], name);
  console.log(`ok: npm ci && npm start on ${name}`);
}

/** A Node that is too old: the build and the program say which is needed and which this is. @param {string} clone @param {string} version */
function onOldNode(clone, version) {
  const node = nodeOf(version);
  const running = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim().slice(1);
  const words = `llmquiz: Needs Node 20.19 or newer, and this is Node ${running}. `;
  const run = runnerIn(clone, { env: environment(node, { HOME: work }) });
  for (const script of [['bin/llmquiz.js', 'check', 'questions'], ['bin/llmquiz.js'], ['tools/build.mjs']]) {
    const { status, stdout, stderr } = run([node, ...script]);
    const said = stderr.startsWith(words) && stderr.trimEnd().split('\n').length === 1;
    expect(status === 2 && stdout === '' && said, `${script.join(' ')} on ${running} is refused`, stderr);
  }
  console.log(`ok: the build and the program refuse Node ${running}, and say which is needed`);
}

/**
 * The start, and the tests that depend on the place, in a folder that has to be made first.
 * @param {string} name @param {string} folder @param {NodeJS.ProcessEnv} changes @param {number} mode
 * @param {readonly string[]} tests
 */
function inPlace(name, folder, changes, mode, tests) {
  const home = join(folder, 'home');
  const temporary = join(folder, 'tmp');
  const clone = join(folder, 'llmquiz');
  for (const path of [folder, home, temporary]) mkdirSync(path, { mode });
  cloneInto(clone);
  chmodSync(clone, mode);
  const env = environment(process.execPath, { HOME: home, TMPDIR: temporary, ...changes });
  const run = runnerIn(clone, { env });
  installed(run, process.execPath, name);
  started(run, [process.execPath, npm, 'start', '--silent', '--'], name);
  const { status, stdout, stderr } = run([process.execPath, npm, 'test', '--', ...tests]);
  expect(status === 0, `npm test ${name}`, stdout + stderr);
  const { passed, reasons } = resultsIn(stdout);
  for (const reason of reasons) console.log(`skipped ${name}: ${reason}`);
  console.log(`ok: npm ci && npm start ${name}, and ${passed} tests that depend on it`);
}

/** @param {import('./places.mjs').Run} run @param {string} node @param {string} name */
function installed(run, node, name) {
  const { status, stderr } = run([node, npm, 'ci', '--prefer-offline', '--loglevel=error']);
  expect(status === 0, `npm ci ${name}`, stderr);
}

/** @param {import('./places.mjs').Run} run @param {readonly string[]} words @param {string} name */
function started(run, words, name) {
  const data = join(work, `data ${name}`);
  const failure = failureToStart(run, words, data);
  expect(failure === undefined, `npm start ${name} asks a question and keeps the answer`, failure ?? '');
}

/** @param {string} clone */
function fromPackage(clone) {
  const byHand = spawnSync(process.execPath, [npm, 'pack'], { cwd: clone, encoding: 'utf8' });
  expect(
    byHand.status !== 0 && byHand.stderr.includes('npm run release'),
    'npm pack fails, and says what to type',
    byHand.stderr,
  );
  execFileSync(process.execPath, [npm, 'run', '--silent', 'release', '--', '--here'], {
    cwd: clone,
    stdio: 'inherit',
  });
}

/** @param {boolean} holds @param {string} what @param {string} shown */
function expect(holds, what, shown) {
  if (!holds) throw new Error(`not so: ${what}\n${shown}`);
}
