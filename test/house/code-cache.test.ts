import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../temp.ts';

const root = join(import.meta.dirname, '../..');
const parts = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));

/** The program as npm packs it: without the code that V8 made of it. */
function packed(): string {
  const home = tempFolder();
  cpSync(join(root, 'bin'), join(home, 'bin'), { recursive: true });
  cpSync(join(root, 'dist'), join(home, 'dist'), {
    recursive: true,
    filter: (path) => !path.endsWith('.cache'),
  });
  return join(home, 'bin', 'llmquiz.js');
}

describe('code that V8 made of the program', () => {
  it('is never kept in, nor taken from, the folder for temporary files', () => {
    const [program, home] = [packed(), tempFolder()];
    const temporary = join(home, 'tmp');
    mkdirSync(temporary);
    const run = () =>
      spawnSync(process.execPath, [program, '--plain'], {
        env: { HOME: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
        input: 'q\n',
        encoding: 'utf8',
      });
    for (let i = 0; i < 2; i++) expect(run()).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('is left to Node by no part, on whatever version it runs', () => {
    expect(parts.length).toBeGreaterThan(10);
    const asking = parts.filter((name) =>
      readFileSync(join(root, 'dist', name), 'utf8').includes('enableCompileCache'),
    );
    expect(asking).toEqual([]);
  });
});
