/**
 * The program as a stranger meets it: a copy of what git tracks in an empty folder, `npm ci && npm start`, on the oldest Node
 * and on a new one; the published package in another empty folder, offline; then the start, and the tests that depend on the
 * place, where strangers may have put it.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

const npm = npmCli();

/** What is tried at the same time, since each waits for terminals and for the disk half of its time. */
const lanes = { versions: onVersions, places: inPlaces };

const [lane] = process.argv.slice(2);
if (lane === undefined) await runAll();
else runLane(lane);

async function runAll() {
  const codes = Object.keys(lanes).map(async (name) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), name], { stdio: 'inherit' });
    const [code] = await once(child, 'close');
    return code;
  });
  if ((await Promise.all(codes)).some((code) => code !== 0)) process.exitCode = 1;
}

/** @param {string} name */
function runLane(name) {
  const run = name === 'versions' || name === 'places' ? lanes[name] : undefined;
  if (run === undefined) throw new Error(`no lane is named ${name}`);
  const work = realpathSync(mkdtempSync(join(tmpdir(), 'llmquiz-smoke-')));
  // Else all of it would be in a private home.
  chmodSync(work, 0o755);
  try {
    run(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** @param {string} work */
function onVersions(work) {
  const clone = join(work, 'clone');
  cloneInto(clone);
  // The oldest and the newest; what runs this has just passed `npm ci && npm test`, and `npm run everywhere` has those between.
  for (const version of ['20.19.0', '24']) onNode(clone, work, version);
  onOldNode(clone, work, '18');
  fromPackage(clone);
}

/** Each with the tests that this place may break; `npm run everywhere` runs all of them in each. @param {string} work */
function inPlaces(work) {
  const name = 'in a private home whose path has a blank, quotes and Chinese';
  // `npm run everywhere` runs all tests in these places, and in more.
  inPlace({ name, folder: join(work, oddName), mode: 0o700 }, but('since', 'homes', 'leaving', 'tmux'));
  const homeless = { name: 'without HOME', folder: join(work, 'homeless'), changes: { HOME: undefined } };
  inPlace(homeless, but('disks', 'tmux', 'ci-files', 'leaving', 'since', 'homes'));
}

/** The tests that depend on the place, without some. @param {readonly string[]} names */
function but(...names) {
  const left = placeTests.filter((test) => !names.some((name) => test.endsWith(`/${name}.test.ts`)));
  if (left.length !== placeTests.length - names.length) throw new Error(`no such tests: ${names.join(', ')}`);
  return left;
}

/** @param {string} clone @param {string} work @param {string} version */
function onNode(clone, work, version) {
  const node = nodeOf(version);
  const name = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  const run = runnerIn(clone, { env: environment(node, { HOME: work, LANG: 'C.UTF-8' }) });
  rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
  installed(run, node, name);
  started(run, [node, npm, 'start', '--silent', '--'], join(work, `data ${name}`), name);
  console.log(`ok: npm ci && npm start on ${name}`);
}

/** A Node that is too old: the build and the program say which is needed and which this is. @param {string} clone @param {string} work @param {string} version */
function onOldNode(clone, work, version) {
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
 * @param {{ readonly name: string, readonly folder: string, readonly changes?: NodeJS.ProcessEnv, readonly mode?: number }} place
 * @param {readonly string[]} tests
 */
function inPlace({ name, folder, changes = {}, mode = 0o755 }, tests) {
  const home = join(folder, 'home');
  const temporary = join(folder, 'tmp');
  const clone = join(folder, 'llmquiz');
  for (const path of [folder, home, temporary]) mkdirSync(path, { mode });
  cloneInto(clone);
  chmodSync(clone, mode);
  const env = environment(process.execPath, { HOME: home, TMPDIR: temporary, ...changes });
  const run = runnerIn(clone, { env });
  installed(run, process.execPath, name);
  started(run, [process.execPath, npm, 'start', '--silent', '--'], join(folder, 'data'), name);
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

/** @param {import('./places.mjs').Run} run @param {readonly string[]} words @param {string} data @param {string} name */
function started(run, words, data, name) {
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
