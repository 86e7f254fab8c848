import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFor, notAFile, openRegular, readRegular } from '#shell/system/regular-file.ts';
import { tempFolder } from '../../temp.ts';

const isUnix = process.platform !== 'win32';

/** How many files this process has open; only Linux tells. */
const openFiles = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);

describe('what is read as a file', () => {
  it('is read whole, and closed', () => {
    const path = join(tempFolder(), 'a');
    writeFileSync(path, 'text');
    const before = openFiles();
    expect(readRegular(path).toString()).toBe('text');
    expect(openFiles()).toBe(before);
    const fd = openRegular(path);
    expect([readFileSync(fd, 'utf8'), codeFor(fd)]).toEqual(['text', undefined]);
    closeSync(fd);
  });

  it.runIf(isUnix)('is no directory: an error with a code and the path, and nothing stays open', () => {
    const path = join(tempFolder(), 'a');
    mkdirSync(path);
    const before = openFiles();
    expect(() => openRegular(path)).toThrow(
      expect.objectContaining({ code: 'EISDIR', message: `EISDIR: ${path}` }),
    );
    expect(() => readRegular(path)).toThrow(expect.objectContaining({ code: 'EISDIR' }));
    expect(openFiles()).toBe(before);
  });

  it.runIf(isUnix)('is no pipe: nobody waits for one to write to it', () => {
    const path = join(tempFolder(), 'a');
    execFileSync('mkfifo', [path]);
    const before = openFiles();
    expect(notAFile).toBe('ENOTAFILE');
    expect(() => readRegular(path)).toThrow(
      expect.objectContaining({ code: 'ENOTAFILE', message: `ENOTAFILE: ${path}` }),
    );
    expect(openFiles()).toBe(before);
  });

  it.runIf(isUnix)('is no device', () => {
    const fd = openSync('/dev/null', 'r');
    expect(codeFor(fd)).toBe('ENOTAFILE');
    closeSync(fd);
  });
});
