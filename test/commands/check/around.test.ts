import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { type FakeMachine, fakeMachine } from '../../fake-world.ts';

let machine: FakeMachine;
beforeEach(() => {
  machine = fakeMachine();
});

function put(name: string, text: string) {
  const path = join(machine.root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const clean = { code: 0, out: '1 question in 1 deck, no findings\n', err: '' };
const check = (words: string, input = '') => machine.run(`check ${words}`, input);
const withRef = (ref: string) => sampleDeck.replace(/sources:[\s\S]*/, `sources: [{ ref: ${ref} }]\n`);
const requiring = (id: string) => sampleDeck.replace('level: 1', `level: 1\n    requires: [${id}]`);
const sources =
  'a-talk: { title: A talk, authors: A. Speaker, year: 2020, url: "https://example.org/talk" }\n';

it.each(['q/deep/er/still/a.yaml', 'q/deep/a.yaml', 'q/a.yaml'])(
  'looks up what %s refers to',
  async (deck) => {
    put('q/bank.yaml', 'title: Talks\n');
    put('q/sources.yaml', sources);
    put(deck, withRef('a-talk'));
    expect(await check(deck)).toEqual(clean);
    put(deck, withRef('a-tlk'));
    expect((await check(deck)).out).toMatch(
      /sources\.yaml has no source `a-tlk`; did you mean `a-talk`\? \[ref\/dangling-source\]\n1 error in 1 file\n$/,
    );
    expect((await check(dirname(deck))).out).toContain('did you mean `a-talk`?');
    expect((await check(`- --stdin-filename ${deck}`, withRef('a-tlk'))).out).toContain(
      '[ref/dangling-source]',
    );
  },
);

it('judges the named file alone', async () => {
  put('q/bank.yaml', 'title: Talks\n');
  put('q/deep/er/a.yaml', requiring('first-id'));
  put('q/other/b.yaml', sampleDeck.replace('bpe-name', 'first-id').replace('level: 1', 'level: 9'));
  put('q/other/c.yaml', sampleDeck);
  expect(await check('q/deep/er/a.yaml')).toEqual(clean);
  expect(await check('q/deep/er')).toEqual(clean);
  put('q/deep/er/a.yaml', requiring('first-ids'));
  expect((await check('q/deep/er/a.yaml')).out).toMatch(
    /no question has the id `first-ids`; did you mean `first-id`\? \[ref\/dangling-requires\]\n1 error in 1 file\n$/,
  );
  put('q/other/b.yaml', sampleDeck.replace('bpe-name', 'first-ids'));
  expect(await check('q/deep/er/a.yaml')).toEqual(clean);
});

it('says in one line what could not be looked up', async () => {
  put(
    'x/a.yaml',
    withRef('a-talk').replace('level: 1', 'level: 1\n    requires: [other]\n    notes: [n1, n2]'),
  );
  expect(await check('x/a.yaml')).toEqual({
    ...clean,
    err: 'llmquiz: Not looked up: 1 ref (no sources.yaml found that can be read); 2 notes (no notes.yaml found that can be read); 1 required id (no other decks found that can be read). To check them, pass the folder of the bank.\n',
  });
  expect((await check('x/a.yaml')).err).toContain('1 ref');
  put('b.yaml', sampleDeck);
  expect((await check('b.yaml')).err).toBe('');
});

it('looks no further than the repository', async () => {
  put('sources.yaml', sources);
  put('repo/.git/HEAD', '');
  put('repo/x/y/a.yaml', withRef('a-tlk'));
  const { code, err } = await check('repo/x/y/a.yaml');
  expect(code).toBe(0);
  expect(err).toContain('Not looked up: 1 ref');
});
