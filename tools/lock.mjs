/**
 * Makes package-lock.json whole and the same on every machine: names the binaries of all platforms, which npm leaves out
 * where its registry has not got them yet (and `npm ci` then refuses the file), and no download addresses.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('run it as `npm run lock`');
execFileSync(process.execPath, [npm, 'install', '--package-lock-only'], { stdio: 'inherit' });
/** @type {{ packages: Record<string, Record<string, unknown>> }} */
const lock = JSON.parse(readFileSync(file, 'utf8'));
for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  const optional = /** @type {Record<string, string>} */ (entry.optionalDependencies ?? {});
  for (const [name, version] of Object.entries(optional)) {
    const [os, cpu, libc] = (name.split('/').at(-1) ?? '').replace(/^(cli|binding)-/, '').split('-');
    lock.packages[`node_modules/${name}`] ??= {
      version,
      cpu: [cpu],
      dev: true,
      ...(libc === 'musl' ? { libc: ['musl'] } : {}),
      optional: true,
      os: [os],
    };
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
