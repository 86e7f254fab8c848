import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The commit that this checkout is measured against. */
export const oldCommit = '94cf1a9';

/** What a built program needs to run. */
const needed = ['bin', 'dist', 'package.json'];

/** The folder of the old build, which is made once, with packages of its own: this checkout may do without some. */
export function oldBuild(root: string, folder: string): string {
  const place = join(folder, `build-${oldCommit}`);
  if (existsSync(place)) return place;
  process.stderr.write(`bench: building ${oldCommit} aside, once ...\n`);
  // Not where it will lie: its build takes whatever lies under node_modules for somebody else's code.
  const work = mkdtempSync(join(tmpdir(), 'llmquiz-bench-'));
  try {
    const archive = execFileSync('git', ['archive', '--format=tar', oldCommit], {
      cwd: root,
      maxBuffer: 2 ** 30,
    });
    execFileSync('tar', ['-x'], { cwd: work, input: archive });
    const npm = process.env.npm_execpath;
    if (npm === undefined) throw new Error('run it as `npm run bench -- --beside`');
    const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
    execFileSync(process.execPath, [npm, ...options], { cwd: work, stdio: 'inherit' });
    execFileSync(process.execPath, [join('tools', 'build.mjs')], { cwd: work, stdio: 'inherit' });
    const aside = `${place}.new`;
    rmSync(aside, { recursive: true, force: true });
    mkdirSync(aside, { recursive: true });
    for (const name of needed) cpSync(join(work, name), join(aside, name), { recursive: true });
    renameSync(aside, place);
    return place;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
