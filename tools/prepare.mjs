/**
 * Builds the program when npm installs it from its git repository, which has no dist/. It does nothing in a working copy,
 * and is not in the package. With `--global` npm leaves out what the build needs, so it is fetched here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
// npm sets the second for what it installs, not for `npm ci` and `npm install` in the package's own folder.
const { npm_execpath: npm, npm_package_resolved: installed } = process.env;

if (installed !== undefined && !existsSync(join(root, 'dist'))) {
  if (npm !== undefined && !existsSync(join(root, 'node_modules', 'esbuild')))
    run([npm, 'ci', '--ignore-scripts', '--loglevel=error']);
  run([join('tools', 'build.mjs')]);
}

/** @param {readonly string[]} words */
function run(words) {
  const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'project' };
  // What npm packs is known by its standard output, which has to stay empty.
  const { status } = spawnSync(process.execPath, words, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
