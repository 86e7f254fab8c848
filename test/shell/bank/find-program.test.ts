import { describe, expect, it } from 'vitest';
import { findProgram } from '#shell/bank/find-program.ts';

/** Looks for git on a machine that has some files, links among them by what they lead to. */
function find(
  platform: string,
  env: Readonly<Record<string, string>>,
  files: readonly string[],
  untrusted: readonly string[] = [],
  links: Readonly<Record<string, string>> = {},
) {
  const realFile = (path: string) => links[path] ?? (files.includes(path) ? path : undefined);
  return findProgram('git', { env, platform, untrusted, realFile });
}

describe('a program on Windows', () => {
  const git = 'C:\\Program Files\\Git\\cmd\\git.exe';
  const bank = 'C:\\banks\\theirs';
  const theirs = ['git.exe', 'git.com', 'git.bat', 'bin\\git.exe'].map((name) => `${bank}\\${name}`);

  it.each([
    ['the first of the PATH', { Path: 'C:\\Windows;C:\\Program Files\\Git\\cmd' }, git],
    ['by a variable in any case', { PATH: 'C:\\Program Files\\Git\\cmd' }, git],
    ['in quotes', { Path: '"C:\\Program Files\\Git\\cmd";C:\\Windows' }, git],
    ['on a share', { Path: '\\\\server\\tools' }, '\\\\server\\tools\\git.exe'],
    ['never in the working directory', { Path: ';.;.\\bin;bin;..\\theirs' }, undefined],
    ['never by a path of the current drive', { Path: '\\banks\\theirs' }, undefined],
    ['never in the bank, though the PATH has it', { Path: `${bank};${bank}\\bin` }, undefined],
    ['never in the bank, in other letters', { Path: bank.toUpperCase() }, undefined],
    ['nowhere', {}, undefined],
  ] as const)('is found %s', (_, env, expected) => {
    const files = [git, '\\\\server\\tools\\git.exe', ...theirs, ...theirs.map((f) => f.replace('C:', ''))];
    const all = [...files, ...theirs.map((f) => `${bank.toUpperCase()}${f.slice(bank.length)}`)];
    expect(find('win32', env, all, [bank])).toBe(expected);
  });

  it('is one that needs no shell', () => {
    expect(find('win32', { Path: 'C:\\a;C:\\b' }, ['C:\\a\\git.bat', 'C:\\a\\git', 'C:\\b\\git.com'])).toBe(
      'C:\\b\\git.com',
    );
  });
});

describe('a program elsewhere', () => {
  const files = ['/usr/bin/git', '/bank/git', '/bank/node_modules/.bin/git', 'git', './git', 'bin/git'];
  it.each([
    ['the first of the PATH', '/usr/local/bin:/usr/bin', '/usr/bin/git'],
    ['after entries that count from the working directory', ':.:./bin:bin:~/bin:/usr/bin:', '/usr/bin/git'],
    [
      'after what lies in the bank',
      '/bank/node_modules/.bin:/bank:/bank/:/x/../bank:/usr/bin',
      '/usr/bin/git',
    ],
    ['nowhere else', ':.:/bank', undefined],
    ['nowhere, without a PATH', '', undefined],
  ] as const)('is found %s', (_, PATH, expected) => {
    expect(find('linux', { PATH }, files, ['/bank'])).toBe(expected);
  });

  it('is not one that a link leads to in the bank, nor a link of the bank to another', () => {
    const links = {
      '/home/me/bin/git': '/bank/git',
      '/bank/tools/git': '/bin/sh',
      '/opt/bin/git': '/opt/git/git',
    };
    expect(find('linux', { PATH: '/home/me/bin:/bank/tools' }, [], ['/bank'], links)).toBeUndefined();
    expect(find('linux', { PATH: '/home/me/bin:/opt/bin' }, [], ['/bank'], links)).toBe('/opt/bin/git');
  });

  it('may lie beside the bank, by a name that begins alike', () => {
    expect(find('linux', { PATH: '/bank2:/..bank' }, ['/bank2/git'], ['/bank'])).toBe('/bank2/git');
    expect(find('linux', { PATH: '/bank/..git' }, ['/bank/..git/git'], ['/bank'])).toBeUndefined();
  });
});
