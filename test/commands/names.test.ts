import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { type FakeMachine, fakeMachine, typed } from '../fake-world.ts';
import { onWindows } from '../platform.ts';

let machine: FakeMachine;
beforeEach(() => {
  machine = fakeMachine();
});

/** A deck with one question. */
const deck = (id: string) => makeSampleDeck('bpe-name', id);
const [composed, decomposed] = ['café'.normalize('NFC'), 'café'.normalize('NFD')];

function put(path: string, text: string, { root }: FakeMachine = machine): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('on Windows', () => {
  beforeEach(() => {
    machine = fakeMachine(undefined, { platform: 'win32' });
    put('questions/decks/a.yaml', deck('a'));
    put('questions/decks/B.YAML', deck('b'));
    put('questions/old [1]/c.yaml', deck('c'));
  });

  it.each([
    ['questions\\decks', 2],
    ['questions\\decks\\', 2],
    ['questions\\decks"', 2],
    ['questions\\decks\\a.yaml', 1],
    ['questions\\decks\\*.yaml', 2],
    ['questions\\*\\?.yaml', 3],
    ['questions\\**\\*.yaml', 3],
    ['.\\questions\\**\\[ac].yaml', 2],
    ['questions/decks/*.yaml', 2],
  ])('check %s reads %i decks', async (word, decks) => {
    const { code, out, err } = await machine.run(`check ${word} --select yaml`);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`${decks} question${decks === 1 ? '' : 's'} in ${decks} deck`);
  });

  it('a glob in a folder with brackets in its name', async () => {
    put('old[1]/a.yaml', deck('a'));
    put('old1/b.yaml', makeSampleDeck('level: 1', 'level: 9'));
    const { code, out } = await machine.run('check old[1]\\*.yaml');
    expect({ code, out }).toEqual({ code: 0, out: '1 question in 1 deck, no findings\n' });
  });

  it('findings have slashes in their paths, and so has the name of standard input', async () => {
    put('questions/decks/a.yaml', makeSampleDeck('level: 1', 'level: 9'));
    expect((await machine.run('check questions\\decks\\*.yaml')).out).toMatch(
      /^questions\/decks\/a\.yaml:5:/,
    );
    const { out } = await machine.run(
      'check - --stdin-filename questions\\a.yaml',
      makeSampleDeck('level: 1', 'level: 9'),
    );
    expect(out).toMatch(/^questions\/a\.yaml:5:/);
  });

  it('paths are shown as they are on disk, whatever capitals they are typed in', async () => {
    put('questions/decks/a.yaml', makeSampleDeck('level: 1', 'level: 9'));
    for (const word of [
      'QUESTIONS\\Decks\\A.YAML',
      '.\\Questions\\DECKS\\a*.YAML',
      'questions\\..\\Questions',
    ])
      expect((await machine.run(`check ${word}`)).out, word).toMatch(
        /^(?:\.\/)?questions\/decks\/a\.yaml:5:/m,
      );
    expect((await machine.run('list --bank QUESTIONS\\old*')).err).toContain('Cannot find ');
  });

  it('--bank, LLMQUIZ_BANK, --data-dir and LLMQUIZ_DATA_DIR are read likewise', async () => {
    expect((await machine.run('list --bank questions\\decks\\')).out).toContain('  b  [');
    expect((await machine.run('list', '', { LLMQUIZ_BANK: 'questions\\decks' })).out).toContain('  b  [');
    const { out } = await machine.run('where --json --data-dir my\\data"');
    expect(JSON.parse(out).answers).toBe(join(machine.root, 'my/data/events'));
    const { out: told } = await machine.run('where --json', '', { LLMQUIZ_DATA_DIR: 'my\\data' });
    expect(JSON.parse(told).answers).toBe(join(machine.root, 'my/data/events'));
  });
});

it('elsewhere a backslash stays what it was: an escape in a glob, a character in a name', async ({
  skip,
}) => {
  skip(onWindows, 'Windows has no such names');
  put('a[1].yaml', deck('a'));
  put('q\\r.yaml', deck('b'));
  expect((await machine.run('check a\\[1\\].yaml')).code).toBe(0);
  expect((await machine.run('check q\\r.yaml')).code).toBe(0);
  expect((await machine.run('check q\\*.yaml')).err).toContain('q\\*.yaml matches no .yaml files');
});

describe.each([
  ['composed', composed, decomposed],
  ['decomposed', decomposed, composed],
])(
  'letters with accents are %s on disk, and taken apart or composed where they are typed',
  (_, disk, other) => {
    beforeEach(() => {
      put(`bank/${disk}/01-${disk}.yaml`, deck('a'));
      put(`bank/${disk}/02-tea.yaml`, deck('b'));
    });

    it.each([disk, other])('check and --bank find %j', async (name) => {
      for (const path of [
        `bank/${name}`,
        `bank/${name}/01-${name}.yaml`,
        `bank/*/01-${name}.yaml`,
        `bank/${name}/*`,
      ])
        expect(await machine.run(`check ${path} --select yaml`), path).toMatchObject({ code: 0, err: '' });
      expect((await machine.run(`list --bank bank/${name}`)).out).toContain('  a  [');
    });

    it.each([disk, other])('--deck finds %j', async (name) => {
      for (const words of [`--deck ${name}`, `--deck 01-${name}`, `--deck ${name} --tag tokens`]) {
        const { code, out, err } = await machine.run(`--bank bank ${words}`, typed('q'));
        expect({ code, err }, words).toEqual({ code: 0, err: '' });
        expect(out, words).toContain('1 new question.');
      }
      expect((await machine.run(`--bank bank --deck x`)).err).toContain(composed);
    });
  },
);

it('an id is found however its letters are written', async () => {
  // Ids of banks are ASCII; what a log or a call has may be anything.
  const { err } = await machine.run(`show ${decomposed}`);
  expect(err).toContain(composed);
  expect((await machine.run(`resume ${decomposed}`)).err).toContain(composed);
});

describe('capitals', () => {
  it('a deck with a name in capitals is read', async () => {
    put('questions/A.YAML', makeSampleDeck('level: 1', 'level: 9'));
    put('questions/b.Yml', deck('b'));
    const { code, out } = await machine.run('check');
    expect(code).toBe(1);
    expect(out).toMatch(/^questions\/A\.YAML:5:.*\[schema\/range\]\n/);
    expect(out).toContain('in 2 files');
  });

  it('notes, sources and tags in capitals are those of the bank', async () => {
    const cited = sampleDeck.replace(/sources:[\s\S]*/, 'sources: [{ ref: a-talk }]\n');
    put('q/Decks/a.yaml', cited);
    put(
      'q/Sources.yaml',
      'a-talk: { title: A talk, authors: A, year: 2020, url: "https://example.org/talk" }\n',
    );
    put('q/TAGS.YAML', 'tokens: Pieces of text\n');
    for (const path of ['q', 'q/Decks', 'q/Decks/a.yaml'])
      expect((await machine.run(`check ${path}`)).out, path).not.toContain('a-talk');
    expect((await machine.run('check q')).out).not.toContain('TAGS.YAML');
  });
});

describe('files that are not read', () => {
  it.each([
    ['q/b.yaml.txt', 'llmquiz: q/b.yaml.txt is not read; rename it to b.yaml.\n'],
    ['q/b.YML.TXT', 'llmquiz: q/b.YML.TXT is not read; rename it to b.yaml.\n'],
    ['q/decks/b.yam', 'llmquiz: q/decks/b.yam is not read; rename it to b.yaml.\n'],
  ])('%j is reported', async (path, line) => {
    put('q/a.yaml', deck('a'));
    put(path, deck('b'));
    expect(await machine.run('check q --select yaml')).toMatchObject({ code: 0, err: line });
    expect(await machine.run('list --bank q')).toMatchObject({ code: 0, err: line });
    expect((await machine.run('list --bank q')).err).toBe('');
  });

  it('with control characters in their names are reported without them', async ({ skip }) => {
    skip(onWindows, 'Windows has no such names');
    put('q/a.yaml', deck('a'));
    put('q/\x1b]0;T\x07.ymal', '');
    const { err } = await machine.run('check q');
    expect(err).toBe('llmquiz: q/␛]0;T␇.ymal is not read; rename it to ␛]0;T␇.yaml.\n');
  });

  it.each([
    ['b.yaml.txt', 'Rename q/b.yaml.txt to b.yaml'],
    ['b.json', 'Rename q/b.json to b.yaml'],
  ])('a folder with nothing but %s says what to do', async (name, words) => {
    put(`q/${name}`, deck('b'));
    put('q/package.md', '');
    const { code, err } = await machine.run('check q');
    expect(code).toBe(2);
    expect(err).toContain(words);
  });

  it.each(['._a.yaml', '.a.yaml', 'b.yaml.bak', 'b.yaml~', 'b.json', 'readme.txt'])(
    '%s is passed over without a word',
    async (name) => {
      put('q/a.yaml', deck('a'));
      put(`q/${name}`, '\0\x05\x16\x07: broken');
      expect(await machine.run('check q --select yaml')).toEqual({
        code: 0,
        out: '1 question in 1 deck, no findings\n',
        err: '',
      });
    },
  );

  it('a deck that is not downloaded is a finding', async () => {
    put('q/a.yaml', deck('a'));
    put('q/.b.yaml.icloud', 'bplist00');
    put('q/.a.yaml.icloud', 'bplist00');
    const { code, out } = await machine.run('check q --select yaml');
    expect(code).toBe(1);
    expect(out).toMatch(
      /^q\/b\.yaml:1:1: error: this file cannot be read: it is not downloaded \(\.b\.yaml\.icloud is in its place\); /,
    );
    expect(out.match(/error:/g)).toHaveLength(1);
    expect((await machine.run('list --bank q')).err).toContain('not downloaded');
  });
});
