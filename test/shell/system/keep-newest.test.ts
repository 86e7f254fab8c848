import { mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepNewest } from '#shell/system/keep-newest.ts';
import { tempFolder } from '../../temp.ts';

/** A folder with files and folders, written so many days ago. */
function folderWith(ages: Readonly<Record<string, number>>): string {
  const folder = tempFolder();
  for (const [name, days] of Object.entries(ages)) {
    const path = join(folder, name);
    if (name.endsWith('.d')) mkdirSync(path);
    writeFileSync(name.endsWith('.d') ? join(path, 'inside') : path, '');
    utimesSync(path, 0, 20_000 * 86_400 - days * 86_400);
  }
  return folder;
}

describe('of a folder of the cache', () => {
  it.each([
    [1, ['c']],
    [2, ['a.d', 'c']],
    [3, ['a.d', 'c', 'e.d']],
    [4, ['a.d', 'b', 'c', 'e.d']],
    [5, ['a.d', 'b', 'c', 'd', 'e.d']],
    [6, ['a.d', 'b', 'c', 'd', 'e.d']],
  ])('the newest %i stay, folders with what is in them', (count, left) => {
    const folder = folderWith({ 'a.d': 2, b: 4, c: 1, d: 5, 'e.d': 3 });
    keepNewest(folder, count);
    expect(readdirSync(folder).sort()).toEqual(left);
  });

  it('a link to nothing goes first', () => {
    const folder = folderWith({ b: 2, c: 3 });
    symlinkSync('nowhere', join(folder, 'a'));
    keepNewest(folder, 2);
    expect(readdirSync(folder).sort()).toEqual(['b', 'c']);
  });

  it('that is not there, nothing is asked', () => {
    expect(() => keepNewest(join(tempFolder(), 'none'), 1)).not.toThrow();
  });
});
