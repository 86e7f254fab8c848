import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folder, loaded, root } from './bundle.mjs';

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

const argv = process.argv.slice(2);
const entry = argv.includes('--beside')
  ? 'beside/beside'
  : argv.includes('--study')
    ? 'study/study'
    : 'bench';
const { bench, beside, study } = await loaded(`bench/${entry}.ts`);
await (beside ?? study ?? bench)?.({ root, folder, argv });
