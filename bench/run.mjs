import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The newest time of change under a path, in epoch milliseconds.
 * @param {string} path
 * @returns {number}
 */
function newest(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const made = join(root, 'dist', 'main.js');
const from = ['src', 'tools', 'questions', 'package.json'].map((name) => join(root, name));
if (!existsSync(made) || newest(made) < Math.max(...from.map(newest)))
  execFileSync(process.execPath, [join(root, 'tools', 'build.mjs')], { cwd: root, stdio: 'inherit' });

// Not in the folder for temporary files, where another user could lay code that is run here.
const folder = join(root, 'node_modules', '.cache', 'llmquiz-bench');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, 'bench.cjs');
await build({
  absWorkingDir: root,
  entryPoints: ['bench/bench.ts'],
  outfile,
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
});
const { bench } = await import(pathToFileURL(outfile).href);
await bench({ root, folder, argv: process.argv.slice(2) });
