import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makePrivateFolder, removeLeftovers, replaceFile } from '#shell/system/replace-file.ts';
import { tempFolder } from '../../temp.ts';

const modeOf = (path: string) => statSync(path).mode & 0o777;
const isRoot = process.getuid?.() === 0;

function umask(mask: number): void {
  const before = process.umask(mask);
  onTestFinished(() => void process.umask(before));
}

describe('a file that is replaced', () => {
  it.each([0o022, 0o000])('is the learner’s alone, unless a mode is given (umask %o)', (mask) => {
    umask(mask);
    const file = join(tempFolder(), 'a.json');
    replaceFile(file, 'one');
    expect(modeOf(file)).toBe(0o600);
    chmodSync(file, 0o644);
    replaceFile(file, 'two');
    expect([modeOf(file), readFileSync(file, 'utf8')]).toEqual([0o600, 'two']);
    replaceFile(file, 'three', { mode: 0o666 });
    expect(modeOf(file)).toBe(0o666 & ~mask);
  });

  it.each([0o600, 0o640, 0o444, 0o755])('keeps the permissions %o of another, whatever the umask', (mode) => {
    umask(0o077);
    const file = join(tempFolder(), 'a.yaml');
    writeFileSync(file, 'old');
    chmodSync(file, mode);
    replaceFile(file, 'new', { like: statSync(file), durable: true });
    expect([modeOf(file), readFileSync(file, 'utf8')]).toEqual([mode, 'new']);
  });

  it.runIf(isRoot)('keeps its owner where that can be given', () => {
    const file = join(tempFolder(), 'a.yaml');
    writeFileSync(file, 'old');
    chownSync(file, 65_534, 65_533);
    replaceFile(file, 'new', { like: statSync(file) });
    expect(statSync(file)).toMatchObject({ uid: 65_534, gid: 65_533 });
  });

  it('lies under a name of its own beside its place until it is whole, and open to nobody else', () => {
    const folder = tempFolder();
    const file = join(folder, 'a.yaml');
    writeFileSync(file, 'old');
    const names = new Set<string>();
    for (let i = 0; i < 20; i++) {
      const because = replaceFile(file, 'new', {
        obstacle: () => {
          const [aside = ''] = readdirSync(folder).filter((name) => name !== 'a.yaml');
          expect(modeOf(join(folder, aside))).toBe(0o600);
          expect(readFileSync(join(folder, aside), 'utf8')).toBe('new');
          names.add(aside);
          return 'because';
        },
      });
      expect(because).toBe('because');
    }
    expect(names.size).toBe(20);
    for (const name of names) expect(name).toMatch(/^\.llmquiz-[0-9a-f]{16}\.aside$/);
    expect([readdirSync(folder), readFileSync(file, 'utf8')]).toEqual([['a.yaml'], 'old']);
  });

  it('may have the longest name that there is', () => {
    const file = join(tempFolder(), `${'a'.repeat(250)}.yaml`);
    replaceFile(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('takes the place of a link, and leaves what it leads to', () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'victim'), 'theirs');
    symlinkSync('victim', join(folder, 'snapshot.json'));
    replaceFile(join(folder, 'snapshot.json'), 'ours');
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('theirs');
    expect(readFileSync(join(folder, 'snapshot.json'), 'utf8')).toBe('ours');
  });

  it('is closed once it is in its place, and where it cannot be', () => {
    const [file, taken] = [join(tempFolder(), 'a.json'), join(tempFolder(), 'b.json')];
    mkdirSync(join(taken, 'inside'), { recursive: true });
    const open = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0);
    const before = open();
    replaceFile(file, 'new', { durable: true });
    replaceFile(file, 'new', { obstacle: () => 'because' });
    expect(() => replaceFile(taken, 'new')).toThrow();
    expect(open()).toBe(before);
  });

  it('that another run has taken away meanwhile is an error, and of the move alone', () => {
    const folder = tempFolder();
    const sweep = () => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name));
    };
    expect(() =>
      replaceFile(join(folder, 'a.json'), 'x', {
        obstacle: () => {
          sweep();
          return undefined;
        },
      }),
    ).toThrow('ENOENT: no such file or directory, rename');
    const stays = replaceFile(join(folder, 'a.json'), 'x', {
      obstacle: () => {
        sweep();
        return 'because';
      },
    });
    expect(stays).toBe('because');
  });

  it('leaves nothing behind where it cannot be moved', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'a.json', 'inside'), { recursive: true });
    expect(() => replaceFile(join(folder, 'a.json'), 'x')).toThrow();
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});

describe('a private folder', () => {
  it.each([0o022, 0o000])(
    'is open to nobody else, with those above it that were missing (umask %o)',
    (mask) => {
      umask(mask);
      const root = tempFolder();
      makePrivateFolder(join(root, 'a', 'b'));
      expect([modeOf(root), modeOf(join(root, 'a')), modeOf(join(root, 'a', 'b'))]).toEqual([
        0o755, 0o700, 0o700,
      ]);
    },
  );

  it('loses what killed runs left in it, and nothing else', () => {
    const folder = tempFolder();
    const [left, kept] = [
      ['.llmquiz-0123456789abcdef.aside', 'snapshot.json.4711.aside'],
      [
        ...['snapshot.json', 'my.aside', '.llmquiz-x.aside', '4711.aside', '.1.aside'],
        ...['.llmquiz-0123456789abcdef.aside.yaml', 'x.llmquiz-0123456789abcdef.aside', 'a.1.aside.yaml'],
      ],
    ];
    const old = Date.now() / 1000 - 2 * 60 * 60;
    for (const name of [...left, ...kept]) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), old, old);
    }
    mkdirSync(join(folder, 'x.1.aside'));
    symlinkSync('snapshot.json', join(folder, 'y.1.aside'));
    const young = ['.llmquiz-fedcba9876543210.aside', 'z.1.aside'];
    for (const name of young) writeFileSync(join(folder, name), '');
    makePrivateFolder(folder);
    expect(readdirSync(folder).sort()).toEqual([...kept, ...young, 'x.1.aside', 'y.1.aside'].sort());
  });

  it.each([
    [61, false],
    [59, true],
  ])('keeps for an hour what may be in use: %i minutes older than the folder, kept: %s', (minutes, kept) => {
    const folder = tempFolder();
    const file = join(folder, 'a.1.aside');
    writeFileSync(file, '');
    utimesSync(folder, 100_000, 100_000);
    utimesSync(file, 100_000 - 60 * minutes, 100_000 - 60 * minutes);
    removeLeftovers(folder);
    expect(existsSync(file)).toBe(kept);
  });

  it.runIf(isRoot)('keeps what another user left in it', () => {
    const folder = tempFolder();
    const file = join(folder, 'a.1.aside');
    writeFileSync(file, '');
    utimesSync(file, 1, 1);
    chownSync(file, 65_534, 65_534);
    removeLeftovers(folder);
    expect(existsSync(file)).toBe(true);
  });
});
