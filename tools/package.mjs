import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ readonly path: string, readonly size: number, readonly mode: number }} PackedFile */
/** @typedef {{ readonly filename: string, readonly size: number, readonly unpackedSize: number, readonly shasum: string, readonly integrity: string, readonly files: readonly PackedFile[] }} Packed What `npm pack --json` tells of a package. */
/** @typedef {(words: readonly string[], cwd: string) => string} Npm Runs npm in a folder: its standard output. */

const fixed = [
  'LICENSE',
  'README.md',
  // npm packs every README, whatever it is asked for.
  'README.zh.md',
  'bin/llmquiz.js',
  'bin/package.json',
  'dist/THIRD-PARTY-LICENSES',
  'dist/bank/index.json',
  'dist/bank/items.jsonl',
  'dist/load-part.js',
  'dist/main.js',
  'dist/package.json',
  'package.json',
  'schema/bank.schema.json',
  'schema/deck.schema.json',
  'schema/glossary.schema.json',
  'schema/notes.schema.json',
  'schema/sources.schema.json',
  'schema/tags.schema.json',
  'schema/withdrawn.schema.json',
];

/**
 * The package.json that users get: without scripts, which make npm warn them, and without what only a working copy needs.
 * @param {Record<string, unknown>} manifest
 */
export function published(manifest) {
  const { private: _, scripts, devDependencies, allowScripts, imports, ...rest } = manifest;
  return rest;
}

/**
 * What is wrong with the list of files of a package: missing, or not known to belong there.
 * @param {readonly string[]} paths
 */
export function contentFaults(paths) {
  const there = new Set(paths);
  const parts = ['dist/cli.part.js', 'dist/check.part.js', ...paths.filter((p) => p.endsWith('.part.js'))];
  const expected = [...fixed, ...parts, ...parts.map((part) => part.replace('.part.js', '.js'))];
  return [
    ...new Set(expected.filter((path) => !there.has(path)).map((path) => `${path} is missing`)),
    ...paths.filter((path) => !expected.includes(path)).map((path) => `${path} does not belong in it`),
  ];
}

/**
 * Packs the built program of a working copy into a folder. What is packed is a copy of the files that package.json names,
 * with the rights that files of a package have, whatever the umask is: so it is the same from every clone.
 * @param {string} root @param {string} work @param {string} into @param {Npm} npm @returns {Packed}
 */
export function pack(root, work, into, npm) {
  const copy = join(work, 'package');
  for (const { path } of packedOf(npm(['pack', '--dry-run', '--json', '--ignore-scripts'], root)).files) {
    const target = join(copy, path);
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(root, path), target);
    chmodSync(target, path === 'bin/llmquiz.js' ? 0o755 : 0o644);
  }
  const manifest = join(copy, 'package.json');
  writeFileSync(
    manifest,
    `${JSON.stringify(published(JSON.parse(readFileSync(manifest, 'utf8'))), null, 2)}\n`,
  );
  return packedOf(npm(['pack', '--json', '--pack-destination', into], copy));
}

/** npm 10 and 11 print a list of packages, npm 12 an object of them. @param {string} json @returns {Packed} */
function packedOf(json) {
  const [packed] = /** @type {Packed[]} */ (Object.values(JSON.parse(json)));
  if (packed === undefined) throw new Error(`npm packed nothing: ${json}`);
  return packed;
}
