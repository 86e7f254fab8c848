import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {{ readonly node: string, readonly npm: string }} Machine The Node and the npm (its npm-cli.js) to install with and to run on. */
/** @typedef {{ readonly name: string, readonly words: readonly string[], readonly input?: string, readonly holds: (out: string) => boolean }} Command */
/** @typedef {{ readonly file: string, readonly version: string, readonly bank: string }} Tried A package, the version that it should have, and a bank to check with it. */

/** Something about a package that is not as it should be. */
export class Fault extends Error {}

/** @param {boolean} holds @param {string} what @param {string} [shown] @returns {asserts holds} */
export function expect(holds, what, shown = '') {
  if (!holds) throw new Fault(`${what}\n${shown}`.trimEnd());
}

const noNetwork = join(dirname(fileURLToPath(import.meta.url)), 'no-network.cjs');

/**
 * Installs a package in an empty prefix with an empty home, offline, and runs each kind of command from there. Ends at the
 * first thing that is not right, and tells which Node and npm it was.
 * @param {Tried} tried @param {Machine} machine @param {string} work
 */
export function tryPackage(tried, machine, work) {
  const place = mkdtempSync(join(work, 'try-'));
  const [prefix, home] = [join(place, 'prefix'), join(place, 'home')];
  for (const folder of [prefix, home]) mkdirSync(folder);
  const env = {
    PATH: [dirname(machine.node), process.env.PATH].join(delimiter),
    HOME: home,
    LANG: 'C.UTF-8',
  };
  const name = `Node ${saidBy(machine.node, ['--version'], env)}, npm ${saidBy(machine.node, [machine.npm, '--version'], env)}`;
  install(tried.file, machine, prefix, env, name);
  const silent = { ...env, NODE_OPTIONS: `--require ${JSON.stringify(noNetwork)}` };
  const asked = spawnSync(machine.node, ['-e', "require('node:net').connect(9)"], { env: silent });
  expect(asked.status !== 0, `${name}: the network is not kept from the program`);
  for (const command of commandsFor(tried, home))
    run(join(prefix, 'bin', 'llmquiz'), command, silent, home, name);
  return name;
}

/** @param {string} file @param {Machine} machine @param {string} prefix @param {NodeJS.ProcessEnv} env @param {string} name */
function install(file, { node, npm }, prefix, env, name) {
  const words = [npm, 'install', '--global', '--prefix', prefix, '--offline', file];
  const { status, stdout, stderr } = spawnSync(node, words, { env, cwd: prefix, encoding: 'utf8' });
  expect(status === 0, `${name}: npm cannot install the package`, stdout + stderr);
  expect(!/warn/i.test(stdout + stderr), `${name}: npm warns who installs the package`, stdout + stderr);
  const modules = join(prefix, 'lib', 'node_modules');
  const installed = readdirSync(modules).filter((entry) => !entry.startsWith('.'));
  expect(installed.join() === 'llmquiz', `${name}: the package brings others`, installed.join('\n'));
  const nested = readdirSync(join(modules, 'llmquiz')).includes('node_modules');
  expect(!nested, `${name}: the package has a node_modules of its own`);
}

/** @param {Tried} tried @param {string} home @returns {readonly Command[]} */
function commandsFor({ version, bank }, home) {
  return [
    { name: '--version', words: ['--version'], holds: (out) => out === `${version}\n` },
    {
      name: 'a quiz',
      words: ['--plain'],
      input: ':0\n\n:q\n',
      holds: (out) => /^1\/\d+ /m.test(out) && answersIn(home) === 1,
    },
    { name: 'stats', words: ['stats', '--json'], holds: (out) => JSON.parse(out).total.begun === 1 },
    { name: 'list', words: ['list', '--json'], holds: (out) => JSON.parse(out).count > 0 },
    { name: 'check', words: ['check', bank], holds: (out) => out.includes('guessable') },
    { name: 'doctor', words: ['doctor'], holds: (out) => out.includes(home) },
    { name: 'where', words: ['where', '--json'], holds: (out) => JSON.parse(out).answers.startsWith(home) },
  ];
}

/** How many answers the only log in a home holds. @param {string} home */
function answersIn(home) {
  const events = join(home, '.local', 'share', 'llmquiz', 'events');
  const [log = '', ...others] = readdirSync(events);
  if (others.length > 0) return -1;
  return readFileSync(join(events, log), 'utf8').split('"type":"reviewed"').length - 1;
}

/** @param {string} program @param {Command} command @param {NodeJS.ProcessEnv} env @param {string} cwd @param {string} on */
function run(program, { name, words, input = '', holds }, env, cwd, on) {
  const { status, stdout, stderr, error } = spawnSync(program, words, { env, cwd, input, encoding: 'utf8' });
  const shown = `exit code ${status}${error === undefined ? '' : `, ${error.message}`}\n${stdout}${stderr}`;
  expect(
    status === 0 && stderr === '' && holds(stdout),
    `${on}: ${name} (llmquiz ${words.join(' ')}) is not right`,
    shown,
  );
}

/** @param {string} node @param {readonly string[]} words @param {NodeJS.ProcessEnv} env */
function saidBy(node, words, env) {
  const { status, stdout, stderr } = spawnSync(node, words, { env, encoding: 'utf8' });
  expect(status === 0, `${[node, ...words].join(' ')} failed`, stderr);
  return stdout.trim();
}
