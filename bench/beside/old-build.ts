import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The commit that this checkout is measured against. */
export const oldCommit = '94cf1a9';

/** What a built program needs to run. */
const needed = ['bin', 'dist', 'package.json'];

/** The folder of the old build, which is made once, with the packages of this checkout. */
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
    symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'), 'junction');
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
