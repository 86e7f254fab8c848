/**
 * Runs the program that lies in a folder (a quiz in plain mode, a check), and keeps the code that V8 made of each part
 * beside it, for load-part.cjs: `node tools/code-cache.cjs <folder> <where it will lie>`. V8 keeps the names of files with
 * their code, and stack traces show them.
 */
const { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Readable, Writable } = require('node:stream');

const { scriptOf, cacheOf } = require('./load-part.cjs');

const [folder = 'dist', home = folder] = process.argv.slice(2);
const root = join(__dirname, '..');

/** @type {Map<string, { readonly script: import('node:vm').Script, readonly exports: any }>} */
const parts = new Map();

/** @param {string} path */
function load(path) {
  const name = /^\.\/(.*)\.js$/.exec(path)?.[1];
  if (name === undefined) return require(path);
  // In place of the loader, which finds parts where they will lie.
  if (name === 'load-part') return { hold: (/** @type {string} */ part) => () => load(`./${part}.js`) };
  const known = parts.get(name);
  if (known !== undefined) return known.exports;
  const code = readFileSync(join(folder, `${name}.part.js`), 'utf8');
  const script = scriptOf(code, join(home, `${name}.part.js`));
  const part = { script, exports: {} };
  parts.set(name, part);
  script.runInThisContext()(part.exports, load, part, join(folder, `${name}.part.js`), folder);
  return part.exports;
}

/** @param {string} data @param {readonly string[]} lines @returns {import('../src/shell/system/world.ts').World} */
const world = (data, lines) => ({
  now: () => ({ ms: Date.now(), offset: 0 }),
  random: Math.random,
  stdin: Readable.from(lines.map((line) => `${line}\n`)),
  stdout: silent(),
  stderr: silent(),
  env: { LLMQUIZ_DATA_DIR: data },
  cwd: root,
  home: '/',
  platform: process.platform,
  shippedBank: join(folder, 'bank'),
  machine: () => ({ host: 'build', identity: 'build' }),
  calledAs: 'llmquiz',
  onSignal: () => () => {},
});

const silent = () => new Writable({ write: (_chunk, _encoding, done) => done() });

async function rehearse() {
  const data = mkdtempSync(join(tmpdir(), 'llmquiz-build-'));
  try {
    const { main } = load('./cli.js');
    await main(['--plain'], world(data, [':0', '', '1', '', 'q']));
    await main(['--plain'], world(data, []));
    // One deck, that has all kinds, and not the whole bank: what became hot in here would begin slower from the cache (YAML is
    // then read at half the speed, as measured on Node 20).
    await main(['check', 'questions/decks/01-history.yaml'], world(data, []));
  } finally {
    rmSync(data, { recursive: true });
  }
  for (const file of readdirSync(folder))
    if (file.endsWith('.part.js')) load(`./${file.replace('.part.js', '.js')}`);
  for (const [name, { script }] of parts)
    writeFileSync(join(folder, cacheOf(home, name)), script.createCachedData());
}

void rehearse();
