import { describe, expect, it } from 'vitest';
import { describeErrno, readRefusal, writeRefusal } from '#shell/system/errno.ts';

const refused = (code: string) => Object.assign(new Error(code), { code });

describe('what the system refuses', () => {
  it.each([
    ['EACCES', 'no read permission', 'no write permission', 'no read permission; check who owns it'],
    [
      'ENOENT',
      'it is gone, or a broken link',
      'its folder does not exist',
      'it is gone, or a broken link; restore it or remove the link',
    ],
    ['ENOSPC', 'the disk is full', 'the disk is full', 'the disk is full; free some space'],
    ['EROFS', 'the file system is read-only', 'the file system is read-only', 'the file system is read-only'],
    ['EWEIRD', 'EWEIRD', 'EWEIRD', 'EWEIRD'],
  ])('%s is worded for reading, for writing and for the learner', (code, read, written, why) => {
    expect([readRefusal(refused(code)), writeRefusal(refused(code)), describeErrno(refused(code))]).toEqual([
      read,
      written,
      why,
    ]);
  });

  it('is not what our own mistakes are called', () => {
    const bug = new TypeError('not a function');
    expect(() => readRefusal(bug)).toThrow(bug);
    expect(() => writeRefusal(bug)).toThrow(bug);
  });
});
