import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../fake-world.ts';
import { start } from '../program.ts';
import { tempFolder } from '../temp.ts';

/** A machine with a bank in `questions`. */
async function withBank() {
  const machine = fakeMachine();
  await machine.run('init .');
  const deck = join(machine.root, 'questions', 'decks', '01-first.yaml');
  return { machine, deck, edit: (from: string, to: string) => replaced(deck, from, to) };
}

function replaced(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
}

describe('preview', () => {
  it('asks all questions of a file in their order, shows what a learner sees, and records nothing', async () => {
    const { machine } = await withBank();
    const { code, out } = await machine.run(
      'preview questions/decks/01-first.yaml --seed 1',
      typed(':0', '', ':0', '', 't', '', '8.3', '', 'magnetism', '', ':q'),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^A preview: nothing is recorded\.\n\n?1\/9 {2}One question of each kind/);
    expect(out).toContain('Which planet is closest to the Sun?');
    expect(out).toContain('Mercury goes round the Sun in 88 days');
    expect(out).toContain('Source: NASA 2024, Solar System Exploration');
    expect(out).toContain('Right.');
    expect(out).toContain('far too weak to hold a planet');
    expect(out.match(/^\d\/9 /gm)).toEqual(['1/9 ', '2/9 ', '3/9 ', '4/9 ', '5/9 ', '6/9 ']);
    expect(existsSync(machine.data)).toBe(false);
  });

  it('asks one question by its id, of the bank that is here, of one that is named, and of the one that ships', async () => {
    const { machine } = await withBank();
    expect((await machine.run('preview closest-planet', 'q\n')).out).toContain('1/1  One question');
    expect((await machine.run('preview 01-first', 'q\n')).err).toContain('Unknown question `01-first`.');
    cpSync('test/fixtures/bank', join(machine.root, 'mine'), { recursive: true });
    expect((await machine.run('preview a-text --bank mine', 'q\n')).out).toMatch(/^1\/1 /m);
    const other = fakeMachine();
    expect((await other.run('preview a-text', 'q\n')).out).toMatch(/^1\/1 /m);
    expect((await other.run('preview a-tex', 'q\n')).err).toContain('Did you mean `a-text`?');
  });

  it('asks a missed question once', async () => {
    const { machine } = await withBank();
    const { out, code } = await machine.run('preview questions', typed(...Array(9).fill([':0', '']).flat()));
    expect(code).toBe(0);
    expect(out.match(/^\d\/9 /gm)).toHaveLength(9);
  });

  it.each(['a-choice', 'nowhere'])('leaves nothing behind: %s', async (id) => {
    const TMPDIR = tempFolder();
    const bank = resolve('test/fixtures/bank');
    const run = start(['preview', id, '--bank', bank], { env: { TMPDIR } });
    run.child.stdin?.end('q\n');
    expect(await run.ended).toBe(id === 'nowhere' ? 2 : 0);
    expect(readdirSync(TMPDIR)).toEqual([]);
  });

  it('speaks Chinese', async () => {
    const { machine } = await withBank();
    const { out } = await machine.run('preview closest-planet --lang zh', 'q\n');
    expect(out).toContain('预览：不作任何记录。');
  });
});

describe('what cannot be shown gets a word:', () => {
  it('a question with an error, by its id and in its file', async () => {
    const { machine, edit } = await withBank();
    edit('    level: 1\n', '    level: 9\n');
    const one = await machine.run('preview closest-planet', 'q\n');
    expect([one.code, one.out]).toEqual([1, '']);
    expect(one.err).toContain('List all errors with `llmquiz check questions`.');
    for (const command of ['preview', 'try', 'show']) {
      const { err } = await machine.run(`${command} closest-planet --bank questions`, 'q\n');
      expect(err).toMatch(
        /error: `level` must be at most 5.*\n.*`closest-planet` has errors, so it cannot be asked\. It is at .*01-first\.yaml:6\./,
      );
    }
    const all = await machine.run('preview questions/decks/01-first.yaml', 'q\n');
    expect(all.code).toBe(0);
    expect(all.err).toContain('Skipped: 1 question with errors (closest-planet).');
    expect(all.out).toContain('1/8');
  });

  it.each([
    ['preview nowhere.yaml', 'Cannot find nowhere.yaml'],
    ['preview some/where', 'Cannot find some/where'],
    ['preview', "Missing required argument 'what'"],
    ['preview a-text --watch', 'The bank that ships with llmquiz does not change.'],
  ])('%s', async (words, said) => {
    const { code, err } = await fakeMachine().run(words, 'q\n');
    expect(code).toBe(2);
    expect(err).toContain(said);
  });

  it('a deck without questions, and one without a sound question', async () => {
    const machine = fakeMachine();
    mkdirSync(join(machine.root, 'b'));
    writeFileSync(join(machine.root, 'b', 'a.yaml'), 'title: T\nitems: []\n');
    expect((await machine.run('preview b')).code).toBe(1);
    writeFileSync(join(machine.root, 'b', 'a.yaml'), 'title: T\nitems:\n  - id: a\n');
    const { code, err } = await machine.run('preview b');
    expect(code).toBe(1);
    expect(err).toContain('The bank at b has');
  });
});
