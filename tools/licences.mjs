import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** @typedef {{ readonly name: string, readonly version: string, readonly license?: string, readonly homepage?: string, readonly repository?: string | { readonly url: string } }} Manifest */
/** @typedef {{ readonly folder: string, readonly manifest: Manifest, readonly files: string[] }} Bundled A package, and those of its files of which the bundles hold something. */

/**
 * The licences of all code from other packages that the bundles hold, with their copyright lines, as one text. A package
 * without a licence text is an error: its code may not be passed on.
 * @param {readonly import('esbuild').Metafile[]} metafiles @param {string} root
 */
export function thirdPartyLicences(metafiles, root) {
  const packages = bundledPackages(metafiles, root);
  const intro = `The program llmquiz, in this folder, holds code of the ${packages.length} packages below. Their licences follow, each in its own words.`;
  return `${[intro, ...packages.map(section)].join(`\n\n${'='.repeat(80)}\n\n`)}\n`;
}

/** @param {readonly import('esbuild').Metafile[]} metafiles @param {string} root */
function bundledPackages(metafiles, root) {
  /** @type {Map<string, Bundled>} */
  const byFolder = new Map();
  for (const path of bundledFiles(metafiles)) {
    const found = packageOf(join(root, path));
    const known = byFolder.get(found.folder) ?? { ...found, files: [] };
    byFolder.set(found.folder, known);
    known.files.push(join(root, path));
  }
  return [...byFolder.values()].sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));
}

/** @param {readonly import('esbuild').Metafile[]} metafiles */
function bundledFiles(metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const paths = outputs.flatMap(({ inputs }) =>
    Object.keys(inputs).filter((path) => (inputs[path]?.bytesInOutput ?? 0) > 0),
  );
  return [...new Set(paths)].filter((path) => path.includes('node_modules/')).sort();
}

/** The package that a file belongs to; some have a nested package.json that only tells the type of modules. @param {string} file */
function packageOf(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'package.json');
    if (!existsSync(path)) continue;
    /** @type {Manifest} */
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    if (manifest.name !== undefined && manifest.version !== undefined) return { folder, manifest };
  }
  throw new Error(`${file} is bundled and belongs to no package`);
}

/** @param {Bundled} bundled */
const titleOf = ({ manifest }) => `${manifest.name} ${manifest.version}`;

/** @param {Bundled} bundled */
function section(bundled) {
  const { folder, manifest } = bundled;
  const texts = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|copyright|notice|third_party_licen[cs]e)/i.test(name))
    .flatMap((name) =>
      statSync(join(folder, name)).isDirectory()
        ? readdirSync(join(folder, name)).map((inside) => join(name, inside))
        : [name],
    )
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim())
    .filter((text) => text !== '');
  if (texts.length === 0)
    throw new Error(
      `${titleOf(bundled)} is bundled and has no licence text in ${folder}. Use another package, or a version that has one.`,
    );
  const { homepage, repository, license } = manifest;
  const address = homepage ?? (typeof repository === 'string' ? repository : repository?.url);
  const head = [
    titleOf(bundled),
    ...(license === undefined ? [] : [license]),
    ...(address === undefined ? [] : [address]),
  ];
  return [head.join('\n'), ...texts, ...notesIn(bundled)].join('\n\n');
}

/** What the comments of a package tell of others whose work is in its files. @param {Bundled} bundled */
function notesIn({ folder, files }) {
  const lines = files.flatMap((file) => [
    ...new Set(
      creditsIn(readFileSync(file, 'utf8')).map(
        (credit) => `  ${slashed(relative(folder, file))}: ${credit}`,
      ),
    ),
  ]);
  return lines.length === 0 ? [] : [`Notes in its code:\n${lines.join('\n')}`];
}

/** @param {string} path */
const slashed = (path) => path.replaceAll('\\', '/');

const comment = /\/\*[\s\S]*?\*\/|^[ \t]*\/\/.*$/gm;
const credit =
  /copyright|licen[cs]e[ds]?\b|\((?:MIT|ISC|BSD|Apache)\b|\b(?:ported|adapted|derived|copied|borrowed|taken) from\b|\bbased on http|^from:? http/i;

/** @param {string} code */
const creditsIn = (code) =>
  (code.match(comment) ?? [])
    .flatMap((text) => text.split('\n'))
    .map((line) =>
      line
        .replace(/^\s*(?:\/\*+!?|\*+(?!\/)|\/\/+)?\s*/, '')
        .replace(/\s*\*\/\s*$/, '')
        .trim(),
    )
    .filter((line) => credit.test(line));
