import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** The folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Where generated files are kept: not among temporary files, where another user could lay code that is run here. */
export const folder = join(root, 'node_modules', '.cache', 'llmquiz-bench');

/**
 * Bundles a TypeScript file of the bench and loads it: the project's own code has to run on Nodes that read no types.
 * @param {string} entry
 * @param {{ isBundled?: boolean }} [options] Whether that was done just now, by the process that started this one.
 * @returns {Promise<Record<string, (setup: object) => unknown>>}
 */
export async function loaded(entry, { isBundled = false } = {}) {
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${basename(entry, '.ts')}.cjs`);
  if (isBundled) return import(pathToFileURL(outfile).href);
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20.19',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
