import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { fixFiles } from '#commands/check/fix-files.ts';
import { checkInSteps } from '#core/check/check.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import type { World } from '#shell/system/world.ts';
import { type FakeMachine, fakeMachine, typed } from '../../fake-world.ts';
import { start } from '../../program.ts';

const secret = 'title: "my private file"\nsecret: hunter2  and  more   \n';
let machine: FakeMachine;
const at = (path: string) => join(machine.root, path);
const get = (path: string) => readFileSync(at(path), 'utf8');

function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

/** A link, by a path from the root of the machine to another. */
function link(path: string, target: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  symlinkSync(at(target), at(path));
}

beforeEach(() => {
  machine = fakeMachine();
  put('q/decks/a.yaml', sampleDeck);
  put('private/conf.yaml', secret);
  chmodSync(at('private/conf.yaml'), 0o600);
});

const outside = 'this file cannot be read: it is a link to a file outside the bank';
const outsideFolder = 'this file cannot be read: it is a link to a folder outside the bank';

/** What `check` is asked in every way that shows or changes lines of files. */
const ways = [
  'check q --format pretty',
  'check q --format concise',
  'check q --format json',
  'check q --format sarif',
  'check q --format github',
  'check q --diff',
  'check q --fix',
  'check q --fix --select all',
  'check q/decks --fix',
  'check q/**/*.yaml --fix --format pretty',
  'check q/*/*.yaml --fix --format pretty',
  'check q/decks/a.yaml --fix --format pretty',
  'check - --stdin-filename q/decks/a.yaml --format pretty',
];

describe.each([
  ['a file', 'q/decks/evil.yaml', 'private/conf.yaml', outside],
  ['a file beside the decks', 'q/sources.yaml', 'private/conf.yaml', outside],
  ['a folder', 'q/decks/more', 'private', outsideFolder],
  ['a folder in place of the decks', 'q/other', 'private', outsideFolder],
  ['a folder above', 'q/decks/up', '.', outsideFolder],
])('a link out of the bank, to %s', (_, path, target, message) => {
  beforeEach(() => link(path, target));

  it.each(ways)('is never followed by `%s`', async (words) => {
    const before = statSync(at('private/conf.yaml'));
    const { out, err } = await machine.run(words, sampleDeck);
    expect(out + err).not.toContain('hunter2');
    expect(get('private/conf.yaml')).toBe(secret);
    const { ino, mtimeMs, mode } = statSync(at('private/conf.yaml'));
    expect({ ino, mtimeMs, mode }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs, mode: before.mode });
    expect(readdirSync(at('private'))).toEqual(['conf.yaml']);
  });

  it('is a finding, and the rest is checked', async () => {
    put('q/decks/b.yaml', makeSampleDeck('level: 1', 'level: 9').replace('bpe-name', 'b'));
    const { code, out } = await machine.run('check q --format concise');
    expect(code).toBe(1);
    expect(out).toContain(`${path}:1:1: error: ${message}`);
    expect(out).toContain('q/decks/b.yaml:5:12: error: `level`');
  });

  it('is not asked, and keeps a bank from being asked strictly', async () => {
    const refused = await machine.run('list --bank q --strict');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain(message);
    const asked = await machine.run('--bank q', typed('q'));
    expect(asked.code).toBe(0);
    expect(asked.out + asked.err + refused.err).not.toContain('hunter2');
  });
});

describe('a link', () => {
  it('may be named itself, and is then fixed where it leads', async () => {
    put('elsewhere/deck.yaml', makeSampleDeck('tags: [tokens]', 'tags: tokens'));
    link('named.yaml', 'elsewhere/deck.yaml');
    link('folder', 'elsewhere');
    expect(await machine.run('check named.yaml')).toMatchObject({ code: 1 });
    expect(await machine.run('check folder --fix')).toMatchObject({ code: 0 });
    expect(get('elsewhere/deck.yaml')).toBe(sampleDeck);
    put('elsewhere/deck.yaml', makeSampleDeck('tags: [tokens]', 'tags: tokens'));
    expect(await machine.run('check named.yaml --fix')).toMatchObject({ code: 0 });
    expect(get('elsewhere/deck.yaml')).toBe(sampleDeck);
  });

  it('is followed within the folder, and from one named folder to another', async () => {
    const broken = sampleDeck.replace('level: 1', 'level: 9');
    put('q/texts/real.txt', broken);
    link('q/decks/b.yaml', 'q/texts/real.txt');
    link('q/more', 'q/texts');
    const inside = await machine.run('check q --format concise');
    expect(inside.out).toContain('q/decks/b.yaml:5:12: error: `level`');
    expect(inside.out).not.toContain(outside);
    put('other/c.yaml', broken);
    link('q/decks/c.yaml', 'other/c.yaml');
    expect((await machine.run('check q --format concise')).out).toContain(
      `q/decks/c.yaml:1:1: error: ${outside}`,
    );
    const both = await machine.run('check q other --format concise');
    expect(both.out).toContain('q/decks/c.yaml:5:12: error: `level`');
    expect(both.out).not.toContain(outside);
  });

  it('is no finding of a glob that does not look behind it', async () => {
    link('q/decks/more', 'private');
    expect((await machine.run('check q/decks/*.yaml')).out).toBe('1 question in 1 deck, no findings\n');
    expect((await machine.run('check q/**/*.yaml --format concise')).out).toContain(
      `q/decks/more:1:1: error: ${outsideFolder}`,
    );
  });

  it('that no deck was meant by is passed over', async () => {
    link('q/readme.md', 'private/conf.yaml');
    link('q/.hidden', 'private');
    link('q/node_modules', 'private');
    expect((await machine.run('check q')).out).toBe('1 question in 1 deck, no findings\n');
  });

  it('that a file became since it was read is not written through', async () => {
    const text = makeSampleDeck('tags: [tokens]', 'tags: tokens');
    put('q/decks/a.yaml', text);
    put('private/same.yaml', text);
    const files = [{ path: 'q/decks/a.yaml', text }];
    const places = new Map([['q/decks/a.yaml', at('q/decks/a.yaml')]]);
    const world = {
      cwd: machine.root,
      env: {},
      stdout: { write: () => true },
      stderr: { write: () => true },
    };
    const fix = () =>
      fixFiles(world as unknown as World, files, checkInSteps, {
        verdict: () => 1,
        places,
      });
    rmSync(at('q/decks/a.yaml'));
    link('q/decks/a.yaml', 'private/same.yaml');
    await expect(fix()).rejects.toThrow('q/decks/a.yaml was not written: it was changed by another program.');
    renameSync(at('q/decks'), at('q/was'));
    mkdirSync(at('private/decks'));
    put('private/decks/a.yaml', text);
    link('q/decks', 'private/decks');
    await expect(fix()).rejects.toThrow('it was changed by another program');
    expect([get('private/same.yaml'), get('private/decks/a.yaml')]).toEqual([text, text]);
  });
});

describe('what is no file', () => {
  const odd = (path: string) => ({
    pipe: () => void execFileSync('mkfifo', [at(path)]),
    socket: async () => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(at(path), done));
      onTestFinished(() => void server.close());
    },
    device: () => symlinkSync('/dev/zero', at(path)),
    'link to a pipe': () => {
      execFileSync('mkfifo', [at('q/pipe')]);
      link(path, 'q/pipe');
    },
    'file of 600 MB': () => {
      writeFileSync(at(path), '');
      truncateSync(at(path), 600 * 2 ** 20);
    },
  });

  it.each([
    ['pipe', 'it is a pipe, not a file'],
    ['socket', 'it is a socket, not a file'],
    ['device', 'it is a link to a file outside the bank'],
    ['link to a pipe', 'it is a pipe, not a file'],
    ['file of 600 MB', 'it is larger than 32 MiB'],
  ] as const)('is a finding in a folder: a %s', async (what, because) => {
    await odd('q/decks/x.yaml')[what]();
    const words = [
      'check q --format concise',
      'check q --fix --format concise',
      'check q/**/*.yaml --format concise',
    ];
    for (const word of words) {
      const { code, out } = await machine.run(word);
      expect(out).toContain(`q/decks/x.yaml:1:1: error: this file cannot be read: ${because}`);
      expect(code).toBe(1);
    }
  });

  it('is a finding in place of the sources', async () => {
    execFileSync('mkfifo', [at('q/sources.yaml')]);
    const { out } = await machine.run('check q/decks/a.yaml --format concise');
    expect(out).toContain('q/sources.yaml:1:1: error: this file cannot be read: it is a pipe, not a file');
  });

  it.each([
    ['pipe', 'it is a pipe, not a file or folder. To check'],
    ['socket', 'it is a socket'],
    ['device', 'it is a device'],
    ['file of 600 MB', 'Cannot read x.yaml: it is larger than 32 MiB'],
  ] as const)('is refused if it is named: a %s', async (what, because) => {
    await odd('x.yaml')[what]();
    const { code, err } = await machine.run('check x.yaml');
    expect(err).toContain(because);
    expect(code).toBe(2);
  });

  it('ends when standard input does not', async () => {
    const { code, err } = await machine.run('check -', 'x'.repeat(33 * 2 ** 20));
    expect(err).toContain('Cannot read standard input: it is larger than 32 MiB.');
    expect(code).toBe(2);
  });

  it('is reported by the program itself', async () => {
    const substitution = start(['check'], { shell: `"$@" <(echo 'title: x')` });
    expect(await substitution.ended).toBe(2);
    expect(substitution.err()).toMatch(/^llmquiz: Cannot read \/dev\/fd\/\d+: it is a pipe.*`-`/);
    const endless = start(['check', '-'], { shell: '"$@" < /dev/zero' });
    expect(await endless.ended).toBe(2);
    expect(endless.err()).toContain('larger than 32 MiB');
  });
});
