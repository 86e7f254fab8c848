import { chmodSync, lchownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPlanted, isWithin, realPathOf } from '#shell/system/real-path.ts';
import { tempFolder } from '../../temp.ts';

describe('a path', () => {
  const path = (text: string) => text.replaceAll('/', sep);
  it.each([
    ['/a/bank', '/a/bank', true],
    ['/a/bank/decks/b.yaml', '/a/bank', true],
    ['/a/bank', '/', true],
    ['/a/bank2', '/a/bank', false],
    ['/a/bank.yaml', '/a/bank', false],
    ['/a', '/a/bank', false],
  ])('%s is within %s: %s', (inner, folder, within) => {
    expect(isWithin(path(inner), path(folder))).toBe(within);
  });

  it('leads to the end of all links', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a'), '');
    symlinkSync('a', join(folder, 'b'));
    symlinkSync('b', join(folder, 'c'));
    expect(realPathOf(join(folder, 'c'))).toBe(join(folder, 'a'));
  });
});

describe.runIf(process.getuid?.() === 0)('a link of another user', () => {
  it.each([
    ['in a folder that all may write to', 0o1777, 65_534, true],
    ['in one that a group may write to', 0o775, 65_534, false],
    ['in one that only its owner may write to', 0o755, 65_534, false],
    ['but of our own, in a folder that all may write to', 0o1777, 0, false],
  ])('%s (mode %o, user %i) is planted: %s', (_, mode, uid, planted) => {
    const folder = join(tempFolder(), 'shared');
    mkdirSync(folder);
    chmodSync(folder, mode);
    const link = join(folder, 'link');
    symlinkSync('/etc/passwd', link);
    lchownSync(link, uid, uid);
    expect(isPlanted(link)).toBe(planted);
  });

  it('is none where the folder is theirs, and a file is no link', () => {
    const folder = join(tempFolder(), 'shared');
    mkdirSync(folder);
    chmodSync(folder, 0o1777);
    symlinkSync('/etc/passwd', join(folder, 'link'));
    lchownSync(join(folder, 'link'), 65_534, 65_534);
    lchownSync(folder, 65_534, 65_534);
    writeFileSync(join(folder, 'file'), '');
    expect([isPlanted(join(folder, 'link')), isPlanted(join(folder, 'file'))]).toEqual([false, false]);
    expect(isPlanted(join(folder, 'none'))).toBe(false);
  });
});
