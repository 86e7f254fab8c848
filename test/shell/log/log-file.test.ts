import {
  appendFileSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pickLanguage } from '#core/base/text.ts';
import { openLogFile } from '#shell/log/log-file.ts';
import { tempFolder } from '../../temp.ts';

const pathIn = (folder: string) => join(folder, 'events', 'laptop.jsonl');
const linesIn = (path: string) => readFileSync(path, 'utf8').split('\n').slice(0, -1);

/** Puts a copy of a file, without so many lines at its end, in its place. */
function replace(path: string, without = 0): void {
  const lines = linesIn(path);
  writeFileSync(
    `${path}.new`,
    lines
      .slice(0, lines.length - without)
      .join('\n')
      .concat('\n'),
  );
  renameSync(`${path}.new`, path);
}

/** What others do to a log while a session has it open. */
const deeds: Readonly<Record<string, (path: string) => void>> = {
  'a whole copy renamed into its place': (path) => replace(path),
  'an older copy renamed into its place': (path) => replace(path, 2),
  'a copy with lines of others before ours': (path) => {
    writeFileSync(`${path}.new`, `others\nmore of others\n${readFileSync(path, 'utf8')}`);
    renameSync(`${path}.new`, path);
  },
  'a copy with other line ends': (path) => {
    writeFileSync(`${path}.new`, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
    renameSync(`${path}.new`, path);
  },
  'an older copy written over it in place': (path) => {
    const [first = ''] = linesIn(path);
    writeFileSync(path, `${first}\n`);
  },
  'something as long written over it in place': (path) => {
    writeFileSync(path, `${'x'.repeat(statSync(path).size - 1)}\n`);
  },
  'moved away': (path) => renameSync(path, `${path}.away`),
  removed: (path) => rmSync(path),
  'removed with its folder': (path) => rmSync(dirname(path), { recursive: true }),
  emptied: (path) => truncateSync(path, 0),
  'cut in the middle of a line': (path) => truncateSync(path, statSync(path).size - 3),
  'replaced by a link to a copy': (path) => {
    copyFileSync(path, `${path}.copy`);
    rmSync(path);
    symlinkSync(`${path}.copy`, path);
  },
};

describe('a log that another program changes between two lines', () => {
  it.each(Object.entries(deeds))('%s: has every line of the session', (_, change) => {
    const path = pathIn(tempFolder());
    const file = openLogFile(path);
    expect(['one', 'two', 'three'].map(file.append)).toEqual([undefined, undefined, undefined]);
    change(path);
    expect(['four', 'five'].map(file.append)).toEqual([undefined, undefined]);
    expect(file.restore()).toBeUndefined();
    file.close();
    const lines = linesIn(path).map((line) => line.replace('\r', ''));
    expect(lines).toEqual(expect.arrayContaining(['one', 'two', 'three', 'four', 'five']));
    for (const line of ['one', 'two', 'three', 'four', 'five'])
      expect(lines.filter((l) => l === line)).toHaveLength(1);
  });

  it.each(Object.entries(deeds))('%s: has every line once the session ends', (_, change) => {
    const path = pathIn(tempFolder());
    const file = openLogFile(path);
    for (const line of ['one', 'two', 'three']) file.append(line);
    change(path);
    expect(file.restore()).toBeUndefined();
    file.close();
    const lines = linesIn(path).map((line) => line.replace('\r', ''));
    for (const line of ['one', 'two', 'three']) expect(lines.filter((l) => l === line)).toHaveLength(1);
  });

  it('writes nothing where nothing was lost', () => {
    const path = pathIn(tempFolder());
    const file = openLogFile(path);
    file.append('one');
    appendFileSync(path, 'of another session\n');
    replace(path);
    const before = readFileSync(path, 'utf8');
    file.restore();
    expect(readFileSync(path, 'utf8')).toBe(before);
    file.append('two');
    expect(linesIn(path)).toEqual(['one', 'of another session', 'two']);
    file.close();
  });

  it('makes no file at the end of a session that wrote nothing', () => {
    const path = pathIn(tempFolder());
    const file = openLogFile(path);
    rmSync(dirname(path), { recursive: true });
    expect(file.restore()).toBeUndefined();
    expect(existsSync(dirname(path))).toBe(false);
    file.close();
    expect(existsSync(path)).toBe(false);
  });
});

describe('a session without an answer', () => {
  it('leaves no file', () => {
    const path = pathIn(tempFolder());
    openLogFile(path).close();
    expect(existsSync(path)).toBe(false);
  });

  it('leaves what another session has written, and one that is still open finds its way', () => {
    const path = pathIn(tempFolder());
    const [a, b, c] = [openLogFile(path), openLogFile(path), openLogFile(path)];
    a.close();
    expect(b.append('b1')).toBeUndefined();
    c.close();
    expect(linesIn(path)).toEqual(['b1']);
    b.close();
  });
});

describe('a log that is replaced while a line is written', () => {
  /** A log whose file is changed just before the so-manieth sync comes back. */
  function changedAt(nth: readonly number[], change: (path: string) => void) {
    const path = pathIn(tempFolder());
    let syncs = 0;
    const file = openLogFile(path, (fd) => {
      fsyncSync(fd);
      syncs += 1;
      if (nth.includes(syncs)) change(path);
    });
    return { path, file, syncs: () => syncs };
  }

  it.each(Object.entries(deeds))('%s: the line is seen at the path before it counts', (_, change) => {
    const { path, file } = changedAt([3], change);
    expect(['one', 'two', 'three'].map(file.append)).toEqual([undefined, undefined, undefined]);
    const lines = linesIn(path).map((line) => line.replace('\r', ''));
    for (const line of ['one', 'two', 'three']) expect(lines.filter((l) => l === line)).toHaveLength(1);
    file.close();
  });

  it('is written as often as it takes', () => {
    const { path, file, syncs } = changedAt([1, 2, 3, 4, 5], (at) => replace(at, 1));
    expect(file.append('one')).toBeUndefined();
    expect(linesIn(path).filter((line) => line === 'one')).toHaveLength(1);
    expect(syncs()).toBe(6);
    file.close();
  });

  it('is written anew where it is emptied at its first line', () => {
    const { path, file } = changedAt([1], (at) => truncateSync(at, 0));
    expect(file.append('one')).toBeUndefined();
    expect(linesIn(path)).toEqual(['one']);
    file.close();
  });

  it('gets back a line that a copy brought along and an older copy lacks', () => {
    const { path, file } = changedAt([2], (at) => replace(at));
    expect(['one', 'two'].map(file.append)).toEqual([undefined, undefined]);
    replace(path, 1);
    expect(linesIn(path)).toEqual(['one']);
    expect(file.append('three')).toBeUndefined();
    expect(linesIn(path)).toEqual(['one', 'two', 'three']);
    file.close();
  });

  it('says so where it is replaced each time, and the next line takes the lost one along', () => {
    let busy = true;
    let syncs = 0;
    const path = pathIn(tempFolder());
    const file = openLogFile(path, () => {
      syncs += 1;
      if (busy) replace(path, 1);
    });
    expect(file.append('one')).toBe('another program keeps replacing the file');
    expect(syncs).toBe(20);
    busy = false;
    expect(file.append('one')).toBeUndefined();
    expect(file.append('two')).toBeUndefined();
    expect(linesIn(path).filter((line) => line !== '')).toEqual(['one', 'two']);
    file.close();
  });

  it('syncs each line before it counts, and nothing where nothing was lost', () => {
    const { file, syncs } = changedAt([], () => {});
    expect(file.append('one')).toBeUndefined();
    expect(syncs()).toBe(1);
    file.append('two');
    expect(syncs()).toBe(2);
    expect(file.restore()).toBeUndefined();
    expect(syncs()).toBe(2);
    file.close();
  });

  it.each<readonly [unknown, (path: string) => string]>([
    ['ENOSPC', () => 'the disk is full'],
    ['EDQUOT', () => 'the disk is full'],
    ['EFBIG', () => 'the file has reached a size limit of the system'],
    ['EACCES', (path) => `cannot write to ${path} (EACCES)`],
    ['EPERM', (path) => `cannot write to ${path} (EPERM)`],
    ['EROFS', (path) => `cannot write to ${path} (EROFS)`],
    ['EISDIR', (path) => `${path}: it is a folder; move it away`],
    ['ENOTAFILE', (path) => `${path}: it is a pipe or a device, not a file; move it away`],
    ['EBUSY', () => 'EBUSY: refused'],
  ])('says for %s what it means', (code, reason) => {
    const path = pathIn(tempFolder());
    const file = openLogFile(path, () => {
      throw Object.assign(new Error(`${code}: refused`), { code });
    });
    expect(pickLanguage(file.append('one') ?? '', 'en')).toBe(reason(path));
    file.close();
  });

  it('says why where the sync fails', () => {
    const path = pathIn(tempFolder());
    const file = openLogFile(path, () => {
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    });
    expect(file.append('one')).toBe('EIO: i/o error, fsync');
    file.close();
  });
});

describe('two sessions on one log', () => {
  it('both have every line, though it is replaced under both', () => {
    const path = pathIn(tempFolder());
    const [a, b] = [openLogFile(path), openLogFile(path)];
    a.append('a1');
    b.append('b1');
    a.append('a2');
    replace(path, 2);
    b.append('b2');
    a.append('a3');
    expect(linesIn(path).toSorted()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
    a.close();
    b.close();
  });
});

describe('the file and its folders', () => {
  it('are the learner’s alone where they are made here, whatever the umask', () => {
    const root = tempFolder();
    const before = process.umask(0);
    try {
      openLogFile(join(root, 'deep', 'events', 'laptop.jsonl')).append('one');
    } finally {
      process.umask(before);
    }
    const mode = (...names: readonly string[]) => statSync(join(root, ...names)).mode & 0o777;
    expect([mode('deep'), mode('deep', 'events'), mode('deep', 'events', 'laptop.jsonl')]).toEqual([
      0o700, 0o700, 0o600,
    ]);
  });

  it('stay as they are where they were there', () => {
    const path = pathIn(tempFolder());
    mkdirSync(dirname(path));
    writeFileSync(path, 'mine\n', { mode: 0o640 });
    openLogFile(path).close();
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });
});
