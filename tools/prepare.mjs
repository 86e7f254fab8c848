/**
 * What npm runs where it installs the package from its git repository, which has no dist/; never where it comes from the
 * registry, nor in a working copy (see .npmrc). With `--global` npm leaves out what the build needs, so it is fetched here.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const npm = process.env.npm_execpath;

if (npm !== undefined && !existsSync(join(root, 'node_modules', 'esbuild')))
  run([npm, 'ci', '--ignore-scripts', '--loglevel=error']);
run([join('tools', 'build.mjs')]);

/** @param {readonly string[]} words */
function run(words) {
  const env = { ...process.env, npm_config_global: 'false', npm_config_location: 'project' };
  // What npm packs is known by its standard output, which has to stay empty.
  const { status } = spawnSync(process.execPath, words, { cwd: root, env, stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}
