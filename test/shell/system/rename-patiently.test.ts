import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renamePatiently, waitOf } from '#shell/system/rename-patiently.ts';
import { tempFolder } from '../../temp.ts';

/** A system whose renames fail so many times before they are done. */
function system(platform: string, code: string, failures: number) {
  const waits: number[] = [];
  let left = failures;
  const rename = (from: string, to: string) => {
    if (left-- > 0) throw Object.assign(new Error(`${code}: rename`), { code });
    renameSync(from, to);
  };
  return { platform, rename, wait: (ms: number) => void waits.push(ms), waits };
}

function twoFiles() {
  const folder = tempFolder();
  const [from, to] = [join(folder, 'new'), join(folder, 'old')];
  writeFileSync(from, 'new');
  writeFileSync(to, 'old');
  return { from, to };
}

describe('a rename', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])(
    'is tried again on Windows after %s, after longer and longer waits',
    (code) => {
      const { from, to } = twoFiles();
      const windows = system('win32', code, 4);
      renamePatiently(from, to, windows);
      expect(windows.waits).toEqual([10, 20, 40, 80]);
      expect([readFileSync(to, 'utf8'), existsSync(from)]).toEqual(['new', false]);
    },
  );

  it('is given up when the other program does not let go, with what it said', () => {
    const { from, to } = twoFiles();
    const windows = system('win32', 'EPERM', Number.POSITIVE_INFINITY);
    expect(() => renamePatiently(from, to, windows)).toThrow('EPERM: rename');
    expect(windows.waits).toEqual([10, 20, 40, 80, 160, 320, 640]);
    expect([readFileSync(to, 'utf8'), existsSync(from)]).toEqual(['old', true]);
  });

  it.each([
    ['win32', 'ENOENT'],
    ['win32', 'ENOSPC'],
    ['linux', 'EPERM'],
    ['linux', 'EBUSY'],
    ['darwin', 'EACCES'],
  ])('is not tried again on %s after %s', (platform, code) => {
    const { from, to } = twoFiles();
    const machine = system(platform, code, 1);
    expect(() => renamePatiently(from, to, machine)).toThrow(code);
    expect(machine.waits).toEqual([]);
  });

  it('is done at once by the real system', () => {
    const { from, to } = twoFiles();
    renamePatiently(from, to);
    expect(readFileSync(to, 'utf8')).toBe('new');
    expect(() => renamePatiently(from, to)).toThrow('ENOENT');
  });

  it('knows no wait for what is no error of the system', () => {
    expect(waitOf(1, undefined, 'win32')).toBeUndefined();
  });
});
