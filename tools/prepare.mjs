/**
 * What npm runs where the package is installed from its git repository, and nowhere else (`.npmrc` keeps it from running here): the
 * repository has no dist/. With `--global` npm installs nothing first that the build needs.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const run = (words, env = {}) => {
  const { status, error } = spawnSync(process.execPath, words, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
  if (error !== undefined || status !== 0) process.exit(status ?? 1);
};

if (!existsSync(join(root, 'node_modules', 'esbuild')))
  run([process.env.npm_execpath, 'ci', '--ignore-scripts', '--loglevel=error'], {
    npm_config_global: 'false',
    npm_config_location: 'project',
  });
run([join('tools', 'build.mjs')]);
