/**
 * Makes the package from what is committed and tries it: `npm run release`. It builds and packs in two clones that have
 * nothing in common, and the packages must be the same; then it is installed and used on every Node that is supported, and
 * with an npm that blocks install scripts. `--here` takes the working copy as it is, and this Node and npm alone.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentFaults, pack } from './package.mjs';
import { expect, Fault, tryPackage } from './try-package.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = process.argv.includes('--here');
// npm is the one that runs this: its npm-cli.js.
const npmFound = process.env.npm_execpath ?? '';
const foundMachine = { node: process.execPath, npm: npmFound };
// The oldest Node with the npm that came with it, and the newest with the first npm that blocks install scripts.
const machines = /** @type {const} */ ([
  ['20.19.0', '10.8.2'],
  ['22', undefined],
  ['24', undefined],
  ['26', undefined],
  ['26', '12'],
]);

const work = mkdtempSync(join(tmpdir(), 'llmquiz-release-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

try {
  release();
} catch (error) {
  if (!(error instanceof Fault)) throw error;
  process.stderr.write(`\nllmquiz: No package was made. ${error.message}\n`);
  process.exitCode = 1;
}

function release() {
  expect(npmFound !== '', 'Run it as `npm run release`.');
  if (!here) expectCommitted();
  const { packed, file } = here ? packHere() : packClones();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const bank = join(work, 'bank');
  cpSync(join(root, 'questions'), bank, { recursive: true });
  for (const machine of here ? [foundMachine] : machines.map(([node, npm]) => fetched(node, npm)))
    console.log(`ok: installed and used with ${tryPackage({ file, version, bank }, machine, work)}`);
  copyFileSync(file, join(root, packed.filename));
  console.log(
    `\n${contentTable(packed)}\n\n${packed.filename}  ${packed.size} bytes\nsha1    ${packed.shasum}\n${packed.integrity}`,
  );
  if (!here) console.log(`\nTo publish it: npm publish ${packed.filename}`);
}

function expectCommitted() {
  const { status, stdout } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  expect(
    status === 0,
    'A release is made from a git commit, and this is no git repository. `npm run release -- --here` packs it as it is.',
  );
  expect(
    stdout === '',
    'Not all is committed, so that nobody could tell what the package is made from. Commit or remove these, or type `npm run release -- --here` for a package to try:',
    stdout,
  );
}

function packHere() {
  if (!existsSync(join(root, 'node_modules', 'esbuild'))) install(root);
  build(root, process.env);
  return packedIn(root, 'here');
}

/** Two clones in different folders, with different rights, language and time zone. */
function packClones() {
  const first = packedIn(
    clonedTo(join(work, 'a', 'llmquiz'), { ...process.env, TZ: 'UTC', LANG: 'C' }),
    'first',
  );
  const umask = process.umask(0o077);
  const env = { ...process.env, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' };
  const second = packedIn(clonedTo(join(work, '另一个 clone'), env), 'second');
  process.umask(umask);
  expect(
    readFileSync(first.file).equals(readFileSync(second.file)),
    'Two clones of the same commit make different packages:',
    `${first.packed.integrity}\n${second.packed.integrity}`,
  );
  console.log('ok: two clones make the same package');
  return first;
}

/** @param {string} clone @param {NodeJS.ProcessEnv} env */
function clonedTo(clone, env) {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], { stdio: 'inherit' });
  install(clone);
  build(clone, env);
  return clone;
}

/** @param {string} folder */
function install(folder) {
  npm(['ci', '--prefer-offline', '--loglevel=error'], folder);
}

/** @param {string} folder @param {NodeJS.ProcessEnv} env */
function build(folder, env) {
  const { status } = spawnSync(process.execPath, [join('tools', 'build.mjs')], {
    cwd: folder,
    env,
    stdio: 'inherit',
  });
  expect(status === 0, `The program cannot be built in ${folder}.`);
}

/** Packs a built working copy, and looks at what is in the package. @param {string} folder @param {string} name */
function packedIn(folder, name) {
  const into = join(work, name);
  mkdirSync(into);
  const packed = pack(folder, join(into, 'copy'), into, npm);
  const faults = contentFaults(packed.files.map(({ path }) => path));
  expect(faults.length === 0, 'The package does not hold what it should:', faults.join('\n'));
  const bin = packed.files.find(({ path }) => path === 'bin/llmquiz.js');
  expect(bin?.mode === 0o755, 'bin/llmquiz.js cannot be executed.');
  return { packed, file: join(into, packed.filename) };
}

/** @param {readonly string[]} words @param {string} cwd */
function npm(words, cwd) {
  const { status, stdout } = spawnSync(process.execPath, [npmFound, ...words], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  expect(status === 0, `\`npm ${words.join(' ')}\` failed in ${cwd}.`);
  return stdout;
}

/** A Node, and an npm if it is not the one that runs this, from the registry. @param {string} node @param {string | undefined} version */
function fetched(node, version) {
  const name = `node-${process.platform}-${process.arch}`;
  const fetchedNode = join(packageFrom(name, node), 'bin', 'node');
  return {
    node: fetchedNode,
    npm: version === undefined ? npmFound : join(packageFrom('npm', version), 'bin', 'npm-cli.js'),
  };
}

/** @param {string} name @param {string} version */
function packageFrom(name, version) {
  const home = join(work, `${name}-${version}`);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), '{}');
  // npm's own engines do not matter here: it runs on the Node that is fetched beside it.
  const how = ['--prefer-offline', '--no-save', '--no-engine-strict', '--loglevel=error'];
  npm(['install', ...how, `${name}@${version}`], home);
  return join(home, 'node_modules', name);
}

/** @param {import('./package.mjs').Packed} packed */
function contentTable({ files }) {
  const rows = files.map(({ path, size }) => `${String(size).padStart(9)}  ${path}`);
  return [
    ...rows,
    `${String(files.reduce((sum, { size }) => sum + size, 0)).padStart(9)}  in ${files.length} files`,
  ].join('\n');
}
