import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeMachine } from '../../fake-world.ts';
import { start } from '../../program.ts';
import { tempFolder } from '../../temp.ts';

const question = (id: string, stem: string, more = '') => `  - id: ${id}
    kind: true-false
    level: 1
    stem: ${stem}
    key: true
    rationale: It reaches the sea there, north of Cairo.
    sources: [{ title: Atlas, url: 'https://example.org/atlas' }]
${more}`;

const nile = question('nile', 'The Nile flows through Egypt.');
const rhine = question('rhine', 'The Rhine flows to the north.');

/** `check --watch` on a bank of one deck. */
async function watched(...options: readonly string[]) {
  const root = tempFolder();
  const folder = join(root, 'questions');
  const deck = join(folder, 'rivers.yaml');
  mkdirSync(folder);
  const write = (...questions: readonly string[]) =>
    writeFileSync(deck, `title: Rivers\nitems:\n${questions.join('')}`);
  write(nile, rhine);
  const run = start(['check', '--watch', ...options], {
    cwd: root,
    env: { LLMQUIZ_NOW: '2026-03-01T10:00:00+01:00' },
  });
  onTestFinished(() => void run.child.kill('SIGKILL'));
  await run.shown(/Watching for changes\. Ctrl-C ends\.\n/);
  const first = run.out();
  let read = first.length;
  /** What is printed until the next line that sums up. */
  const next = async () => {
    while (!/^10:00:00 {2}.*\n/m.test(run.out().slice(read))) await setTimeout(20);
    const text = run.out().slice(read);
    read = run.out().length;
    return text;
  };
  return { ...{ root, folder, deck, write, run, first, next } };
}

describe('check --watch', () => {
  it('checks all, then prints at each change what is new and what is gone', async () => {
    const { first, write, next } = await watched();
    expect(first).toBe('2 questions in 1 deck, no findings\nWatching for changes. Ctrl-C ends.\n');
    write(nile, rhine.replace('level: 1', 'level: 9'));
    expect(await next()).toBe(
      'questions/rivers.yaml:12:12: error: `level` must be at most 5, not 9 [schema/range]\n' +
        '10:00:00  1 new; 1 error in 1 file\n',
    );
    // It moves down, and nothing else changes.
    write(question('oder', 'The Oder flows through Poland.'), nile, rhine.replace('level: 1', 'level: 9'));
    expect(await next()).toBe('10:00:00  nothing new; 1 error in 1 file\n');
    write(question('oder', 'The Oder flows through Poland.'), nile.replace('key: true', 'key: yes'), rhine);
    expect(await next()).toMatch(
      /^questions\/rivers\.yaml:14:10: error: .*\ngone: questions\/rivers\.yaml: `level` must be at most 5, not 9 \[schema\/range\]\n10:00:00 {2}1 new, 1 gone; 1 error in 1 file\n$/,
    );
    write(nile, rhine);
    expect(await next()).toMatch(/\n10:00:00 {2}1 gone; 2 questions in 1 deck, no findings\n$/);
  });

  it('says of what depends on a damaged question neither that it is gone nor that it is new', async () => {
    const { folder, write, next } = await watched();
    writeFileSync(
      join(folder, 'sources.yaml'),
      'atlas: { authors: A, year: 2020, title: T, url: "https://example.org" }\n',
    );
    expect(await next()).toMatch(/`atlas` is not used.*\n10:00:00 {2}1 new; 1 warning in 2 files\n$/);
    write(nile, rhine.replace('level: 1', 'level: 9'));
    expect(await next()).toMatch(/^questions\/rivers\.yaml:12:12: error: .*\n10:00:00 {2}1 new; /);
    write(nile, rhine);
    expect(await next()).toMatch(
      /^gone: questions\/rivers\.yaml: .*\n10:00:00 {2}1 gone; 1 warning in 2 files\n$/,
    );
  });

  it('sees a file that an editor puts in the place of another, a new deck, and one that goes', async () => {
    const { folder, deck, next } = await watched();
    writeFileSync(join(folder, '.tmp'), `title: Rivers\nitems:\n${nile.replace('level: 1', 'level: 8')}`);
    renameSync(join(folder, '.tmp'), deck);
    expect(await next()).toContain('not 8 [schema/range]');
    mkdirSync(join(folder, 'more'));
    writeFileSync(
      join(folder, 'more', 'b.yaml'),
      `title: B\nitems:\n${rhine.replace('level: 1', 'level: 7')}`,
    );
    expect(await next()).toContain('questions/more/b.yaml:5:12: error: `level` must be at most 5, not 7');
    rmSync(join(folder, 'more'), { recursive: true });
    expect(await next()).toContain('gone: questions/more/b.yaml: `level` must be at most 5, not 7');
  });

  it('tells that the folder is gone, once, and goes on when it is back', async () => {
    const { folder, deck, run, next } = await watched();
    rmSync(folder, { recursive: true });
    while (!run.err().includes('Waiting for it.')) await setTimeout(20);
    await setTimeout(800);
    expect(run.err()).toBe(
      'Nothing to check: no questions/ folder here. Pass a deck file or a bank folder.\nWaiting for it.\n',
    );
    mkdirSync(folder);
    writeFileSync(deck, `title: Rivers\nitems:\n${nile.replace('level: 1', 'level: 8')}`);
    expect(await next()).toContain('not 8 [schema/range]');
    writeFileSync(deck, `title: Rivers\nitems:\n${nile}`);
    expect(await next()).toContain('1 gone; 1 question in 1 deck, no findings');
  });

  it('tells of files that are not read once', async () => {
    const { folder, run, write, next } = await watched();
    writeFileSync(join(folder, 'lakes.yaml.txt'), 'title: Lakes\n');
    write(nile);
    await next();
    write(rhine);
    await next();
    expect(run.err()).toBe('llmquiz: questions/lakes.yaml.txt is not read; rename it to lakes.yaml.\n');
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends by %s', async (signal, code) => {
    const { run } = await watched();
    run.child.kill(signal);
    expect(await run.ended).toBe(code);
    expect(run.err()).toBe('');
  });
});

it.each([
  ['--fix', '--watch cannot be used with --fix.'],
  ['--diff', '--watch cannot be used with --diff.'],
  ['--output x', '--watch cannot be used with --output.'],
  ['--statistics', '--watch cannot be used with --statistics.'],
  ['-', '--watch cannot be used with - (standard input).'],
  ['--format sarif', '--watch cannot be used with --format sarif. Use pretty or concise.'],
  ['nowhere', 'Cannot find nowhere'],
  ['', 'Nothing to check: no questions/ folder here.'],
])('check --watch %s is refused', async (words, said) => {
  const { code, out, err } = await fakeMachine().run(`check --watch ${words}`);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(said);
});
