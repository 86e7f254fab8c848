import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * Code that many parts need and that would be in each of them: by its name, the folders of its modules, and the parts that hold just those of
 * them that belong together (`question` is what a quiz needs of the questions; what only a reader of banks needs of them, with zod, is in
 * `bank`). One that stands further down may use those above it.
 * @type {readonly { readonly name: string, readonly folders: readonly string[], readonly like: readonly string[] }[]}
 */
const pieces = [
  { name: 'common-yaml', folders: ['src/core/yaml/', 'node_modules/yaml/'], like: ['check', 'config-file'] },
  { name: 'common-question', folders: ['src/core/question/'], like: ['run-exam'] },
  { name: 'common-bank', folders: ['src/core/question/', 'src/core/bank/'], like: ['find-item'] },
  { name: 'common-check', folders: ['src/core/check/'], like: ['check'] },
];

/** Parts on the way to the first question: a file more would be a file more to read. */
const quick = new Set(['cli', 'rich', 'matchers', 'readers']);

/** The share of a piece that a part must need to load it whole. */
const enough = 0.6;

/**
 * Divides what was bundled: the files of the common pieces, and for a part the plugin that takes them from there; undefined for a part that
 * stays as it is. Without it, half of the package were the same modules ten times.
 * @param {string} root
 * @param {ReadonlyMap<string, import('esbuild').Metafile>} alone Each part with all it needs.
 */
export async function commonCode(root, alone) {
  /** @type {Map<string, string>} */
  const homes = new Map();
  for (const { name, folders, like } of pieces)
    for (const path of like.flatMap((part) => [...bytesIn(alone.get(part)).keys()]))
      if (folders.some((folder) => path.startsWith(folder)) && !homes.has(path)) homes.set(path, name);
  const sizes = Object.fromEntries(
    pieces.map(({ name, like: [most = ''] }) => [name, bytesOf(name, alone.get(most), homes)]),
  );
  const names = await namesIn(root, [...homes.keys()].filter(isOurs));
  const folder = mkdtempSync(join(tmpdir(), 'llmquiz-common-'));
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const { name } of pieces) {
    const own = [...homes.keys()].filter((path) => homes.get(path) === name && isOurs(path));
    const file = join(folder, `${name}.js`);
    writeFileSync(
      file,
      own.map((path) => `export * as ${exportOf(path)} from ${JSON.stringify(join(root, path))};\n`).join(''),
    );
    files.set(name, file);
  }
  return {
    files,
    remove: () => rmSync(folder, { recursive: true }),
    /** @param {string} part @returns {import('esbuild').Plugin | undefined} */
    pluginFor(part) {
      if (quick.has(part)) return undefined;
      const at = pieces.findIndex(({ name }) => name === part);
      const used = pieces
        .filter(({ name }, i) =>
          at >= 0 ? i < at : bytesOf(name, alone.get(part), homes) >= enough * (sizes[name] ?? 0),
        )
        .map(({ name }) => name);
      return used.length === 0 && at < 0 ? undefined : taking(root, homes, names, new Set(used));
    },
  };
}

/**
 * @param {string} root
 * @param {ReadonlyMap<string, string>} homes
 * @param {ReadonlyMap<string, readonly string[]>} names
 * @param {ReadonlySet<string>} used
 * @returns {import('esbuild').Plugin}
 */
const taking = (root, homes, names, used) => ({
  name: 'common-code',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[.#].*\.ts$/ }, ({ kind, path, resolveDir }) => {
      const source = path.startsWith('.') ? join(resolveDir, path) : path.replace(/^#/, join(root, 'src/'));
      const own = relative(root, source).replaceAll('\\', '/');
      const home = homes.get(own);
      if (kind !== 'import-statement' || home === undefined || !used.has(home)) return undefined;
      return { path: own, namespace: 'common', sideEffects: false };
    });
    onResolve({ filter: /./, namespace: 'common' }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /./, namespace: 'common' }, ({ path }) => ({
      // Bindings of the part's own: those of another file are read through a function each time, which made `check` slower by a tenth.
      contents: [
        `const from = require('./${homes.get(path)}.js').${exportOf(path)};`,
        ...(names.get(path) ?? []).map((name) => `export const ${name} = from.${name};`),
      ].join('\n'),
    }));
  },
});

/** Packages are in a piece with what imports them. @param {string} path */
const isOurs = (path) => path.startsWith('src/');

/** What each module exports. @param {string} root @param {readonly string[]} paths @returns {Promise<Map<string, readonly string[]>>} */
async function namesIn(root, paths) {
  const { metafile } = await build({
    ...{ absWorkingDir: root, entryPoints: [...paths], outdir: root, outbase: root },
    ...{ bundle: false, format: 'esm', write: false, metafile: true },
  });
  return new Map(
    Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => [entryPoint, exports]),
  );
}

/** A module's name among the exports of its piece. @param {string} path */
const exportOf = (path) => path.replace(/^src\/core\//, '').replaceAll(/[^a-z0-9]/gi, '_');

/** @param {string} name @param {import('esbuild').Metafile | undefined} metafile @param {ReadonlyMap<string, string>} homes */
function bytesOf(name, metafile, homes) {
  let sum = 0;
  for (const [path, bytes] of bytesIn(metafile)) if (homes.get(path) === name) sum += bytes;
  return sum;
}

/** The bytes of each module in a part. @param {import('esbuild').Metafile | undefined} metafile @returns {Map<string, number>} */
function bytesIn(metafile) {
  const inputs = Object.values(metafile?.outputs ?? {}).flatMap((output) => Object.entries(output.inputs));
  return new Map(inputs.map(([path, { bytesInOutput }]) => [path, bytesInOutput]));
}
