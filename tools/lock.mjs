/**
 * Makes package-lock.json whole and the same on every machine: names the binaries of all platforms, which npm leaves out
 * where its registry has not got them yet (and `npm ci` then refuses the file), and no download addresses.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = 'package-lock.json';
// npm keeps an entry without a checksum as it is, but asks for one that is missing.
const before = read();
for (const [path, entry] of Object.entries(before.packages))
  if (path !== '' && entry.integrity === undefined) delete before.packages[path];
write(before);
const npm = process.env.npm_execpath;
if (npm === undefined) throw new Error('run it as `npm run lock`');
execFileSync(process.execPath, [npm, 'install', '--package-lock-only'], { stdio: 'inherit' });
const lock = read();
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
write(lock);
const open = Object.entries(lock.packages).filter(
  ([path, { integrity }]) => path !== '' && integrity === undefined,
);
if (open.length > 0) {
  process.stderr.write(
    `The registry has no checksum yet for these, and a test refuses the lock without: take older versions, or run it again later.\n${open.map(([path]) => `  ${path}\n`).join('')}`,
  );
  process.exitCode = 1;
}

/** @returns {{ packages: Record<string, Record<string, unknown>> }} */
function read() {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {ReturnType<typeof read>} lock */
function write(lock) {
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
