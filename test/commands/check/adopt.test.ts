import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import { type FakeMachine, fakeMachine, typed } from '../../fake-world.ts';

let machine: FakeMachine;
beforeEach(() => {
  machine = fakeMachine();
});

function put(path: string, text: string): void {
  mkdirSync(dirname(join(machine.root, path)), { recursive: true });
  writeFileSync(join(machine.root, path), text);
}

const item = (id: string, level: number, stem: string) =>
  makeSampleDeck('level: 1', `level: ${level}`)
    .slice(sampleDeck.indexOf('  - id'))
    .replace('bpe-name', id)
    .replace('What does BPE stand for?', stem);
const deckOf = (...items: readonly string[]) =>
  sampleDeck.slice(0, sampleDeck.indexOf('  - id')) + items.join('');
const a = item('a', 8, 'What does BPE stand for?');
const b = item('b', 9, 'What are the letters of BPE short for?');

const check = async (words = '') => {
  const { code, out, err } = await machine.run(`check q --format concise --select schema,yaml ${words}`);
  return { code, err, lines: out.trimEnd().split('\n') };
};

describe('a baseline', () => {
  const listed = () => JSON.parse(readFileSync(join(machine.root, 'known.json'), 'utf8')).findings;

  it('hides what it lists, also where lines have moved, and nothing else', async () => {
    put('q/a.yaml', deckOf(a));
    expect(await check('--baseline known.json --update-baseline')).toEqual({
      code: 0,
      err: 'llmquiz: known.json has 1 finding now.\n',
      lines: ['0 questions in 1 deck, no new findings; 1 in the baseline'],
    });
    expect(listed()).toEqual([
      {
        path: 'q/a.yaml',
        question: 'a',
        rule: 'schema/range',
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}:1$/),
      },
    ]);
    put('q/a.yaml', `# Two\n# lines more.\n${deckOf(a)}`);
    expect(await check('--baseline known.json')).toMatchObject({ code: 0, err: '' });
    put('q/b.yaml', deckOf(b));
    const { code, lines } = await check('--baseline known.json');
    expect([code, ...lines]).toEqual([
      1,
      expect.stringMatching(/^q\/b\.yaml:5:12: error: `level` must be at most 5, not 9/),
      '1 error in 2 files; 1 in the baseline',
    ]);
  });

  it('is not filled up again: an update drops what is mended, and adds nothing', async () => {
    put('q/a.yaml', deckOf(a));
    put('q/b.yaml', deckOf(b));
    await check('--baseline known.json --update-baseline');
    put('q/a.yaml', deckOf(a.replace('level: 8', 'level: 1')));
    const mended = await check('--baseline known.json');
    expect(mended).toMatchObject({
      code: 0,
      err: 'llmquiz: 1 of the 2 findings in known.json is fixed. Drop it with --update-baseline.\n',
    });
    put('q/c.yaml', deckOf(item('c', 7, 'Which term does BPE shorten?')));
    const updated = await check('--baseline known.json --update-baseline');
    expect(updated).toMatchObject({ code: 1, err: 'llmquiz: known.json has 1 finding now; 1 fixed.\n' });
    expect(listed()).toHaveLength(1);
    put('q/a.yaml', deckOf(a));
    expect(await check('--baseline known.json')).toMatchObject({ code: 1 });
  });

  it('counts alike findings, and those of the json report', async () => {
    put('q/a.yaml', deckOf(a, a.replace('id: a', 'id: b')));
    await check('--baseline known.json --update-baseline');
    const { out } = await machine.run('check q --format json --select schema --baseline known.json');
    expect(JSON.parse(out).summary).toMatchObject({ errors: 0, known: 2 });
  });

  it.each([
    [
      'is not there',
      undefined,
      /Cannot read the baseline known\.json: .*Make it with --update-baseline\.\n$/,
    ],
    ['is no JSON', 'level: 1', /known\.json is not a baseline\. Delete it and make it again/],
    ['is another JSON', '{"version":1,"findings":[{"rule":"x"}]}', /known\.json is not a baseline\./],
    ['is of a newer build', '{"version":9,"findings":[]}', /written by a newer llmquiz\. Update llmquiz/],
  ])('that %s is refused, and left as it is', async (_, text, words) => {
    put('q/a.yaml', deckOf(a));
    if (text !== undefined) put('known.json', text);
    const { code, err } = await check(
      `--baseline known.json${text === undefined ? '' : ' --update-baseline'}`,
    );
    expect(code).toBe(2);
    expect(err).toMatch(words);
    if (text !== undefined) expect(readFileSync(join(machine.root, 'known.json'), 'utf8')).toBe(text);
  });

  it('of another bank is told from one that was mended', async () => {
    put('q/a.yaml', deckOf(a));
    await check('--baseline known.json --update-baseline');
    rmSync(join(machine.root, 'q/a.yaml'));
    put('q/other.yaml', deckOf(b));
    expect(await check('--baseline known.json')).toMatchObject({
      code: 1,
      err: 'llmquiz: None of the 1 finding in known.json is found any more. If it is the baseline of this bank, drop them with --update-baseline.\n',
    });
  });

  it('has a name', async () => {
    put('q/a.yaml', deckOf(a));
    expect((await check('--update-baseline')).err).toBe(
      'llmquiz: --update-baseline needs the file to update. Add --baseline FILE.\n',
    );
  });
});

describe('severities in bank.yaml', () => {
  it('raise and lower those of rules and groups', async () => {
    put('q/a.yaml', deckOf(a));
    put('q/bank.yaml', 'check: { severity: { schema/range: info } }\n');
    expect(await check()).toMatchObject({
      code: 0,
      lines: [expect.stringContaining(': info: `level`'), '1 remark in 2 files'],
    });
    put('q/bank.yaml', 'check: { severity: { schema: warning } }\n');
    expect(await check('--max-warnings 0')).toMatchObject({
      code: 1,
      lines: [expect.stringContaining(': warning: '), '1 warning in 2 files'],
    });
    put('q/bank.yaml', 'check: { severity: { schema: warning, schema/range: info } }\n');
    expect((await check()).lines).toContain('1 remark in 2 files');
  });

  it('of unknown rules are found', async () => {
    put('q/a.yaml', sampleDeck);
    put('q/bank.yaml', 'check: { severity: { schema/rang: info } }\n');
    const { out } = await machine.run('check q --format concise --select meta');
    expect(out).toMatch(
      /^q\/bank\.yaml:1:22: error: unknown rule schema\/rang; did you mean schema\/range\?/,
    );
  });
});

describe('excluded files', () => {
  it('are left alone, by the call or by bank.yaml, in the quiz too', async () => {
    put('q/a.yaml', sampleDeck);
    put('q/drafts/b.yaml', deckOf(b));
    expect(await check()).toMatchObject({ code: 1 });
    expect(await check('--exclude drafts/')).toMatchObject({ code: 0 });
    expect(await check('--exclude **/b.yaml')).toMatchObject({ code: 0 });
    expect(await check('--exclude a.yaml')).toMatchObject({ code: 1 });
    put('q/bank.yaml', 'check: { exclude: [/drafts] }\n');
    expect(await check()).toMatchObject({ code: 0 });
    expect((await machine.run('list --bank q')).err).toBe('');
  });

  it('that are named are checked, and excludes that leave nothing are refused', async () => {
    put('q/a.yaml', deckOf(a));
    const { code } = await machine.run('check q/a.yaml --exclude *.yaml');
    expect(code).toBe(1);
    const none = await check('--exclude *.yaml');
    expect(none.code).toBe(2);
    expect(none.err).toMatch(/^llmquiz: Every file of the bank is excluded \(\*\.yaml\)\. Exclude fewer/);
  });
});

describe('files of a folder that are no part of its bank', () => {
  it.each([
    ['settings', 'site_name: Seas\nnav:\n  - index.md\n'],
    ['a workflow', 'name: CI\non: push\njobs: { test: { steps: [{ run: make }] } }\n'],
    ['compose', 'services:\n  db: &db\n    image: postgres\n'],
  ])('are passed over with a word: %s', async (_, text) => {
    put('q/a.yaml', sampleDeck);
    put('q/x.yml', text);
    expect(await check()).toEqual({
      code: 0,
      err: 'llmquiz: q/x.yml is no file of a bank (no `items`), and is not read.\n',
      lines: ['1 question in 1 deck, no findings'],
    });
    expect(await machine.run('--bank q --seed 1', typed('q'))).toMatchObject({ code: 0 });
    expect((await machine.run('check q/x.yml --format concise')).code).toBe(1);
  });

  it.each([
    ['a misspelt field', sampleDeck.replace('items:', 'itms:')],
    ['a field of another program', sampleDeck.replace('items:', 'quiz:')],
    ['no questions yet', 'title: Seas\n'],
    ['one question, without a list', 'stem: What is it?\nkey: A sea\n'],
  ])('are not decks with mistakes: %s', async (_, text) => {
    put('q/a.yaml', sampleDeck);
    put('q/x.yaml', text);
    const { out, err } = await machine.run('check q --format concise');
    expect(err).toBe('');
    expect(out).toContain('q/x.yaml:');
  });
});

describe('in a repository', () => {
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words], {
      cwd: machine.root,
      stdio: 'ignore',
    });
  const run = (words: string) => machine.run(words, undefined, { PATH: process.env.PATH ?? '' });
  const found = async (words: string) => {
    const { out } = await run(`check q --format concise --select schema,bank,yaml ${words}`);
    return out.trimEnd().split('\n');
  };
  beforeEach(() => git('init', '-q', '-b', 'main'));

  it('what git ignores is not read, unless it is tracked, named, or all there is', async () => {
    put('q/a.yaml', sampleDeck);
    put('q/drafts/b.yaml', deckOf(b));
    put('.gitignore', 'drafts/\n');
    expect((await found('')).at(-1)).toBe('1 question in 1 deck, no findings');
    expect((await run('check q/drafts/b.yaml')).code).toBe(1);
    git('add', '-f', 'q/drafts/b.yaml');
    expect((await found('')).at(-1)).toMatch(/^1 error/);
    git('rm', '-q', '--cached', 'q/drafts/b.yaml');
    put('.gitignore', 'q/\n');
    expect((await found('')).at(-1)).toMatch(/^1 error/);
  });

  it('--changed reports on what a change touched', async () => {
    put('q/a.yaml', deckOf(a, b));
    git('add', '.');
    git('commit', '-qm', 'x');
    expect(await found('--changed HEAD')).toEqual([
      '0 questions in 1 deck, no findings; 2 in unchanged questions',
    ]);
    put('q/a.yaml', `# Moved.\n${deckOf(a, b.replace('short', 'meant'))}`);
    expect(await found('--changed HEAD')).toEqual([
      expect.stringMatching(/^q\/a\.yaml:\d+:12: error: `level` must be at most 5, not 9/),
      '1 error in 1 file; 1 in unchanged questions',
    ]);
    put('q/a.yaml', deckOf(a, b));
    put('q/c.yaml', deckOf(item('c', 7, 'Which term does BPE shorten?')));
    expect((await found('--changed HEAD')).at(-1)).toBe('1 error in 2 files; 2 in unchanged questions');
  });

  it('--changed finds what a touched question does to one that was not', async () => {
    const [one, two] = [item('a', 1, 'What does BPE stand for?'), item('b', 1, 'What is a merge of BPE?')];
    put('q/a.yaml', deckOf(one.replace('BPE stand', 'it stand'), two));
    git('add', '.');
    git('commit', '-qm', 'x');
    put(
      'q/a.yaml',
      deckOf(
        two.replace('What is a merge of BPE?', 'What does it stand for?').replace('id: b', 'id: c'),
        one.replace('BPE stand', 'it stand'),
      ),
    );
    expect((await found('--changed HEAD'))[0]).toMatch(/duplicate-question/);
  });

  it('--changed needs one', async () => {
    rmSync(join(machine.root, '.git'), { recursive: true });
    put('q/a.yaml', sampleDeck);
    const { code, err } = await run('check q --changed HEAD');
    expect(code).toBe(2);
    expect(err).toMatch(/^llmquiz: --changed needs a git repository.* Drop --changed or run in a clone\.\n$/);
  });
});
