import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { readGitFiles } from '#shell/bank/git-files.ts';
import type { World } from '#shell/system/world.ts';
import { main } from '../../../src/cli.ts';
import { at } from '../../events.ts';
import { tempFolder } from '../../temp.ts';

let repo: string;
// A test begins with a copy of what is made here once, since each start of git takes as long as a whole check.
const made = realpathSync.native(mkdtempSync(join(tmpdir(), 'llmquiz-since-')));
const [empty, begun] = [join(made, 'empty'), join(made, 'begun')];
beforeAll(() => {
  repo = empty;
  mkdirSync(empty);
  git('init', '-q', '-b', 'main', '--template=');
  git('config', 'maintenance.auto', 'false');
  repo = begun;
  cpSync(empty, begun, { recursive: true });
  put('questions/a.yaml', sampleDeck);
  commit();
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

beforeEach(() => {
  repo = tempFolder();
  cpSync(empty, repo, { recursive: true });
});

/** Puts the first commit into the repository: a deck, `questions/a.yaml`. */
function begin(): void {
  cpSync(begun, repo, { recursive: true });
}

const author = { NAME: 'A', EMAIL: 'a@example.org' };
const identity = Object.entries(author).flatMap(([name, value]) =>
  ['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_${name}`, value] as const),
);
// The temporary folder may itself lie in a repository.
const ceiling = { GIT_CEILING_DIRECTORIES: realpathSync(tmpdir()) };
const env = { PATH: process.env.PATH, HOME: '/nonexistent', ...ceiling, ...Object.fromEntries(identity) };

function git(...words: readonly string[]): string {
  return execFileSync('git', words, {
    cwd: repo,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

function put(path: string, text: string): void {
  mkdirSync(dirname(join(repo, path)), { recursive: true });
  writeFileSync(join(repo, path), text);
}

function commit(): void {
  git('add', '-A');
  git('commit', '-q', '-m', 'a change');
}

const head = () => git('rev-parse', 'HEAD').trim();

async function check(paths: readonly string[], since: string, { cwd = repo, more = {}, input = '' } = {}) {
  const printed = { out: '', err: '' };
  const into = (name: keyof typeof printed) =>
    new Writable({
      write(chunk, _, done) {
        printed[name] += chunk;
        done();
      },
    });
  const now = () => at('2026-03-01T10:00:00.000+01:00');
  const world = {
    now,
    stdin: Readable.from([input]),
    stdout: into('out'),
    stderr: into('err'),
    env: { ...env, ...more },
    cwd,
    home: repo,
    platform: 'linux',
    calledAs: 'llmquiz',
  };
  const code = await main(['check', ...paths, `--since=${since}`], world as unknown as World);
  return { code, printed: printed.out + printed.err };
}

const clean = { code: 0, printed: '1 question in 1 deck, no findings\n' };
const second = (id: string) =>
  sampleDeck
    .slice(sampleDeck.indexOf('  - id'))
    .replace('bpe-name', id)
    .replace(/stem:.*/, 'stem: Which step turns logits into probabilities?')
    .replace(/key:.*/, 'key: The softmax function')
    .replace(/rationale:.*/, 'rationale: It raises e to each of them and divides by the sum of all.');

describe('check --since', () => {
  it('finds nothing if nothing changed', async () => {
    begin();
    expect(await check([], 'HEAD')).toEqual(clean);
  });

  it('finds a correct answer that changed without a new revision', async () => {
    begin();
    put('questions/a.yaml', sampleDeck.replace('Byte-pair', 'Binary-pair'));
    expect(await check([], 'main')).toEqual({
      code: 1,
      printed: `questions/a.yaml:8:10: error: the answer changed from “Byte-pair encoding” to “Binary-pair encoding” but \`revision\` is still 1, so old reviews would count for the new answer; set \`revision: 2\` [ref/key-changed]
1 error in 1 file
`,
    });
    put('questions/a.yaml', sampleDeck.replace('key: Byte-pair', 'revision: 2\n    key: Binary-pair'));
    expect(await check([], 'main')).toEqual(clean);
  });

  it('finds an id that is gone with its file, until it is named as a former one', async () => {
    put('questions/a.yaml', sampleDeck);
    put('questions/old.yaml', `title: Old\nitems:\n${second('softmax')}`);
    commit();
    rmSync(join(repo, 'questions/old.yaml'));
    expect((await check([], 'HEAD')).printed).toMatch(
      /^questions\/a\.yaml:1:8: error: `softmax` was removed/,
    );
    put('questions/new.yaml', `title: New\nitems:\n${second('from-logits')}`);
    expect((await check([], 'HEAD')).printed).toContain('if `from-logits` asks the same');
    put('questions/new.yaml', `title: New\nitems:\n${second('from-logits\n    formerIds: [softmax]')}`);
    expect((await check([], 'HEAD')).code).toBe(0);
  });

  it('says nothing of a bank that is new, or has been moved, or was wrong before', async () => {
    put('readme.md', 'nothing yet\n');
    commit();
    put('questions/a.yaml', sampleDeck);
    expect(await check([], 'HEAD')).toEqual(clean);
    put('questions/a.yaml', 'title: [\nitems: 1\n');
    commit();
    put('questions/a.yaml', sampleDeck);
    expect(await check([], 'HEAD')).toEqual(clean);
    commit();
    renameSync(join(repo, 'questions'), join(repo, 'bank'));
    expect(await check(['bank'], 'HEAD')).toEqual(clean);
  });

  it('compares with where the work began, not with what others did since', async () => {
    begin();
    git('branch', 'mine');
    put('questions/a.yaml', sampleDeck + second('softmax'));
    commit();
    git('checkout', '-q', 'mine');
    expect(await check([], 'main')).toEqual(clean);
  });

  it('reads a bank in a folder below, with blanks and Chinese in its path, from wherever it is asked', async () => {
    put('a b/题库/decks/第 一.yaml', sampleDeck);
    put('a b/题库/.hidden/x.yaml', sampleDeck);
    put('a b/题库/sources.yaml', 'one: { authors: A, year: 2020, title: T, url: "https://a.example" }\n');
    commit();
    const first = head();
    put('a b/题库/decks/第 一.yaml', sampleDeck.replace('Byte-pair', 'Binary-pair'));
    const where = [
      [repo, 'a b/题库', 'a b/题库/'],
      [join(repo, 'a b'), '题库', '题库/'],
      [join(repo, 'a b/题库'), '.', ''],
      [join(repo, 'a b/题库'), 'decks/第 一.yaml', ''],
      ['/', join(repo, 'a b'), `${join(repo, 'a b/题库').slice(1)}/`],
    ] as const;
    for (const [cwd, path, shown] of where) {
      const { printed } = await check([path], first, { cwd });
      expect(printed).toContain(
        `${shown}decks/第 一.yaml:8:10: error: the answer changed from “Byte-pair encoding”`,
      );
    }
  });

  it('follows links as they were, within the folder that was named', async () => {
    put('bank/.texts/a.txt', sampleDeck);
    put('bank/.texts/more/b.yaml', `title: More\nitems:\n${second('softmax')}`);
    put('aside/c.yaml', `title: Aside\nitems:\n${second('logits')}`);
    symlinkSync('.texts/a.txt', join(repo, 'bank/one.yaml'));
    symlinkSync('.texts/more', join(repo, 'bank/again'));
    symlinkSync('.', join(repo, 'bank/self'));
    symlinkSync('nowhere', join(repo, 'bank/nothing'));
    commit();
    const world = { cwd: repo, env, platform: 'linux' };
    const { files } = readBankFiles(['bank'], repo);
    expect(files.map((f) => f.path)).toEqual(['bank/again/b.yaml', 'bank/one.yaml']);
    expect(readGitFiles(['bank'], world, 'HEAD')).toEqual(files);
    symlinkSync('../aside', join(repo, 'bank/aside'));
    symlinkSync('../aside/c.yaml', join(repo, 'bank/c.yaml'));
    symlinkSync('/etc', join(repo, 'bank/outside'));
    symlinkSync('../aside/c.yaml', join(repo, 'bank/notes.yaml'));
    commit();
    expect(readGitFiles(['bank'], world, 'HEAD')).toEqual(files);
    expect(readGitFiles(['bank/one.yaml'], world, 'HEAD')).toEqual([
      { path: 'bank/one.yaml', text: sampleDeck },
    ]);
  });

  it('follows links that were named themselves, within the repository', () => {
    put('real/more/b.yaml', `title: More\nitems:\n${second('softmax')}`);
    mkdirSync(join(repo, 'bank'));
    symlinkSync('../real/more/b.yaml', join(repo, 'bank/b.yaml'));
    symlinkSync('real/more', join(repo, 'linked'));
    commit();
    const world = { cwd: repo, env, platform: 'linux' };
    const paths = (...named: string[]) => readGitFiles(named, world, 'HEAD').map((f) => f.path);
    expect(paths('linked')).toEqual(['linked/b.yaml']);
    expect(paths('bank/b.yaml')).toEqual(['bank/b.yaml']);
    // A folder that was moved, with a link left in its place.
    renameSync(join(repo, 'real/more'), join(repo, 'moved'));
    symlinkSync('../moved', join(repo, 'real/more'));
    expect(paths('real/more')).toEqual(['real/more/b.yaml']);
  });

  it('reads the notes, sources and tags beside a deck that is named', () => {
    for (const path of [
      'q/decks/a.yaml',
      'q/decks/b.yaml',
      'q/notes.yaml',
      'q/tags.yml',
      'sources.yaml',
      'q/decks/x.txt',
    ])
      put(path, `# ${path}\n`);
    commit();
    const world = { cwd: repo, env, platform: 'linux' };
    const paths = (...named: string[]) => readGitFiles(named, world, 'HEAD').map((f) => f.path);
    expect(paths('q/decks/a.yaml')).toEqual(['q/decks/a.yaml', 'q/notes.yaml', 'q/tags.yml']);
    expect(paths('q', 'q/decks/a.yaml', './q')).toEqual(readBankFiles(['q'], repo).files.map((f) => f.path));
    expect(paths('.')).toEqual(readBankFiles(['.'], repo).files.map((f) => f.path));
  });

  it('does not listen to the variables that a hook is run with', async () => {
    begin();
    const more = { GIT_DIR: '/nonexistent', GIT_INDEX_FILE: 'x', GIT_WORK_TREE: '/' };
    expect(await check([], 'HEAD', { more })).toEqual(clean);
  });

  it('compares what globs and standard input stand for', async () => {
    begin();
    const changed = sampleDeck.replace('Byte-pair', 'Binary-pair');
    const options = ['--stdin-filename', 'questions/a.yaml'];
    expect((await check(['-', ...options], 'HEAD', { input: sampleDeck })).code).toBe(0);
    expect((await check(['-', ...options], 'HEAD', { input: changed })).printed).toContain(
      '[ref/key-changed]',
    );
    expect(await check(['-'], 'HEAD', { input: changed })).toEqual(clean);
    put('questions/a.yaml', changed);
    expect((await check(['questions/*.yaml'], 'HEAD')).printed).toContain('[ref/key-changed]');
  });

  it.each([
    ['NFC', 'NFD'],
    ['NFD', 'NFC'],
  ])('finds names that git has in %s and the disk in %s, as it may be on macOS', async (git, disk) => {
    const path = (form: string) => 'é/é.yaml'.normalize(form);
    put(path(git), sampleDeck);
    commit();
    rmSync(join(repo, dirname(path(git))), { recursive: true });
    put(path(disk), sampleDeck.replace('Byte-pair', 'Binary-pair'));
    for (const named of [path(disk), path(git), dirname(path(disk)), 'é/*.yaml'.normalize(git)])
      expect((await check([named], 'HEAD')).printed, named).toContain('[ref/key-changed]');
  });

  it('lets questions be withdrawn with --ignore', async () => {
    put('questions/a.yaml', sampleDeck + second('softmax'));
    commit();
    put('questions/a.yaml', sampleDeck);
    expect((await check([], 'HEAD')).code).toBe(1);
    expect(await check(['--ignore', 'ref/id-gone'], 'HEAD')).toEqual(clean);
  });

  it('reads many files', () => {
    for (let i = 0; i < 300; i++) put(`questions/d${i}.yaml`, `title: ${'t'.repeat(i * 7)}\n`);
    commit();
    const { files } = readBankFiles(['questions'], repo);
    expect(readGitFiles(['questions'], { cwd: repo, env, platform: 'linux' }, 'HEAD')).toEqual(files);
    const one = files.map((f) => f.path);
    expect(readGitFiles(one, { cwd: repo, env, platform: 'linux' }, 'HEAD')).toEqual(files);
  });

  it.each([
    ['a folder', ['q']],
    ['twenty files of one folder', Array.from({ length: 20 }, (_, i) => `q/decks/d${i}.yaml`)],
  ])('asks git five times for %s, and for no file elsewhere', (_, named) => {
    for (let i = 0; i < 20; i++) put(`q/decks/d${i}.yaml`, `title: ${i}\n`);
    commit();
    const trace = join(tempFolder(), 'trace');
    readGitFiles(named, { cwd: repo, env: { ...env, GIT_TRACE: trace }, platform: 'linux' }, 'HEAD');
    const calls = [...readFileSync(trace, 'utf8').matchAll(/built-in: git (.*)/g)].map(
      ([, words]) => words ?? '',
    );
    expect(calls.map((call) => /rev-parse|merge-base|ls-tree|cat-file/.exec(call)?.[0])).toEqual([
      'rev-parse',
      'rev-parse',
      'merge-base',
      'ls-tree',
      'cat-file',
    ]);
    expect(calls[3]).toMatch(/ -- q/);
  });
});

describe('check --since works', () => {
  it.each(['a\nb', 'a\n', '\n', 'a "b" \'c\' 题', '$(touch owned)'])('in a path with %j', async (name) => {
    const outer = join(repo, name);
    repo = outer;
    cpSync(empty, repo, { recursive: true });
    put('q\nr/decks/a.yaml', sampleDeck);
    put('b.yaml', sampleDeck);
    commit();
    const first = head();
    expect(await check(['q\nr'], first)).toEqual(clean);
    expect(await check(['b.yaml'], first)).toEqual(clean);
    put('q\nr/decks/a.yaml', sampleDeck.replace('Byte-pair', 'Binary-pair'));
    expect((await check(['q\nr'], first)).printed).toContain('the answer changed from');
    expect((await check(['decks/a.yaml'], first, { cwd: join(repo, 'q\nr') })).printed).toContain(
      'the answer changed from',
    );
  });
});

describe('check --since cannot', () => {
  const refused = async (since: string, words: string | RegExp, more = {}) => {
    const { code, printed } = await check([], since, { more });
    expect(code).toBe(2);
    expect(printed).toMatch(words);
  };

  it.each(['nope', '-x', '--all', '--output=/tmp/x', '', 'a..b', 'HEAD~9', 'x\0y', ':/', '$(id)', '题'])(
    'compare with what is no commit: %j',
    async (ref) => {
      begin();
      await refused(ref, `Unknown commit ${JSON.stringify(ref)} in `);
    },
  );

  it('compare if there is no commit at all', async () => {
    put('questions/a.yaml', sampleDeck);
    await refused('HEAD', 'Unknown commit "HEAD"');
  });

  it('look into the past outside of a repository', async () => {
    rmSync(join(repo, '.git'), { recursive: true });
    put('questions/a.yaml', sampleDeck);
    await refused('HEAD', `--since needs a git repository, and ${join(repo, 'questions')} is not in one`);
  });

  it('do without git', async () => {
    begin();
    await refused('HEAD', '--since needs git, which is not installed', {
      PATH: `/nonexistent${delimiter}/nowhere`,
    });
    expect((await check(['-'], 'HEAD', { input: sampleDeck, cwd: join(repo, 'questions') })).code).toBe(0);
  });

  it('take a git from the bank or from around it', async () => {
    const owned = join(tempFolder(), 'owned');
    for (const path of ['git', 'questions/git', 'node_modules/.bin/git', 'bin/git']) {
      put(path, `#!/bin/sh\ntouch ${owned}\n`);
      chmodSync(join(repo, path), 0o755);
    }
    begin();
    const places = [
      '',
      '.',
      'bin',
      './node_modules/.bin',
      repo,
      join(repo, 'node_modules/.bin'),
      join(repo, 'questions'),
    ];
    const [before, cwd] = [process.cwd(), repo];
    process.chdir(repo);
    try {
      const PATH = [...places, process.env.PATH].join(delimiter);
      expect(await check([], 'HEAD', { cwd, more: { PATH } })).toEqual(clean);
      await refused('HEAD', '--since needs git, which is not installed', { PATH: places.join(delimiter) });
    } finally {
      process.chdir(before);
    }
    expect(existsSync(owned)).toBe(false);
  });

  it('have what is missing in a partial clone fetched, by whatever its settings say', async () => {
    begin();
    const first = head();
    put('questions/a.yaml', sampleDeck.replace('level: 1', 'level: 2'));
    commit();
    git('config', 'uploadpack.allowFilter', 'true');
    git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const [whole, partial] = [repo, tempFolder()];
    git('clone', '-q', '--filter=blob:none', `file://${whole}`, partial);
    repo = partial;
    const owned = join(tempFolder(), 'owned');
    git('config', 'core.sshCommand', `touch ${owned};`);
    git('config', 'remote.origin.url', 'ssh://example.invalid/x');
    await refused(first, 'If this is a partial clone, clone it again without `--filter`');
    expect(existsSync(owned)).toBe(false);
  });

  it('take a folder of the bank for a repository', async () => {
    const inner = join(repo, 'questions');
    execFileSync('git', ['init', '-q', '--bare', inner]);
    put('questions/a.yaml', sampleDeck);
    execFileSync('git', ['-C', inner, 'config', 'core.bare', 'false']);
    execFileSync('git', ['-C', inner, 'config', 'core.worktree', '..']);
    git('commit', '-q', '--allow-empty', '-m', 'one');
    const { code, printed } = await check([inner], 'HEAD');
    expect({ code, printed }).toMatchObject({
      code: 2,
      printed: expect.stringContaining('safe.bareRepository'),
    });
  });

  it('find the past of a shallow clone, and says how to get it', async () => {
    begin();
    const first = head();
    put('questions/a.yaml', sampleDeck.replace('Byte-pair', 'Binary-pair'));
    commit();
    const [whole, shallow] = [repo, tempFolder()];
    git('clone', '-q', '--depth', '1', `file://${whole}`, shallow);
    repo = shallow;
    await refused(first, /a shallow clone that lacks older commits\. Fetch them with .*`fetch-depth: 0`/);
    const { printed } = await check([], first);
    const shown = printed
      .replace(first, 'origin/main')
      .replace(/ in .*, a shallow/, ' in /home/runner/work/bank/bank, a shallow');
    expect(readFileSync('docs/ci.md', 'utf8')).toContain(shown.trim());
    git('fetch', '-q', '--unshallow');
    expect((await check([], first)).code).toBe(1);
  });

  it('guess a branch that is at the origin only, but names it', async () => {
    begin();
    const [origin, clone] = [repo, tempFolder()];
    git('checkout', '-q', '-b', 'work');
    git('clone', '-q', `file://${origin}`, clone);
    repo = clone;
    await refused('main', 'Did you mean origin/main?');
    expect(await check([], 'origin/main')).toEqual(clean);
  });

  it('read a damaged repository, and hands on what git says', async () => {
    begin();
    const blob = git('rev-parse', 'HEAD:questions/a.yaml').trim();
    rmSync(join(repo, '.git/objects', blob.slice(0, 2), blob.slice(2)), { force: true });
    await refused('HEAD', /[Cc]annot read .* git reported: /);
  });
});

it('a copy of a bank is compared with the repository that it is in', async () => {
  begin();
  const other = tempFolder();
  cpSync(join(repo, 'questions'), join(other, 'questions'), { recursive: true });
  const there = other;
  const { code, printed } = await check([join(there, 'questions')], 'HEAD');
  expect({ code, printed }).toMatchObject({
    code: 2,
    printed: expect.stringContaining('needs a git repository'),
  });
});
