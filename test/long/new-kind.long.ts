import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drive } from '../pty/driver.ts';
import { tempFolder } from '../temp.ts';

const folder = 'src/core/question/kinds';
const project = realpathSync.native(mkdtempSync(join(tmpdir(), 'llmquiz-kind-')));

const question = (odd: string) => `title: Parts of a model
items:
  - id: not-a-tokenizer
    kind: odd-one-out
    level: 1
    tags: [tokens]
    stem: Which of these is not a way to cut text into tokens?
    odd: ${odd}
    others: [Byte-pair encoding, WordPiece, Unigram]
    rationale: Dropout switches units off while a network is trained, and the others decide what the tokens are.
    sources: [{ title: Dropout, url: "https://jmlr.org/papers/v15/srivastava14a.html" }]
`;

/** A copy of this project with a tenth kind: its folder, and its import and its name in the list. */
function buildWithTenthKind(): void {
  for (const path of ['src', 'bin', 'tools', 'schema', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(path, join(project, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(project, 'node_modules'));
  mkdirSync(join(project, 'questions', 'decks'), { recursive: true });
  writeFileSync(join(project, 'questions', 'decks', '01-parts.yaml'), question('Dropout'));
  cpSync(join(import.meta.dirname, 'odd-one-out'), join(project, folder, 'odd-one-out'), { recursive: true });
  const list = join(project, folder, 'index.ts');
  const text = readFileSync(list, 'utf8').replace('recall] as const', 'recall, oddOneOut] as const');
  writeFileSync(list, `import { oddOneOut } from './odd-one-out/index.ts';\n${text}`);
  execFileSync(process.execPath, ['tools/build.mjs', '--without-code-cache'], { cwd: project });
}

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(project, 'bin', 'llmquiz.js'), ...args],
    { cwd: project, input, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: project, LANG: 'C' } },
  );
  return { status, stdout, stderr };
}

function write(text: string): readonly string[] {
  const bank = tempFolder();
  writeFileSync(join(bank, 'a.yaml'), text);
  return [bank];
}

const events = (data: string) =>
  readdirSync(join(data, 'events')).flatMap((log) =>
    readFileSync(join(data, 'events', log), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  );

describe('a tenth kind is its folder, its import and its name in the list', () => {
  beforeAll(buildWithTenthKind, 120_000);
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('all other files compile as they are', () => {
    const config = { extends: './tsconfig.json', include: ['src'] };
    writeFileSync(join(project, 'tsconfig.src.json'), JSON.stringify(config));
    const tsc = resolve('node_modules/typescript/bin/tsc');
    // Several threads only repeat what one has checked, beside other tests.
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.src.json', '--singleThreaded'], {
      cwd: project,
      encoding: 'utf8',
    });
    expect(stdout).toBe('');
  });

  it('the checker knows its schema, tries its grader, and looks at it with the rules for its way of answering', () => {
    expect(run(['check', ...write(question('Dropout'))])).toMatchObject({ status: 0 });
    const without = question('Dropout').replace(/ {4}others:.*\n/, '');
    expect(run(['check', ...write(without)]).stdout).toContain('an odd-one-out question has no `others`');
    const called = question('Dropout').replace('kind: odd-one-out', 'kind: intruder');
    expect(run(['check', ...write(called)]).stdout).toContain('did you mean `odd-one-out`?');
    const long = question(
      'Dropout, which switches units off at random while a network is being trained on data',
    );
    expect(run(['check', ...write(long)]).stdout).toContain('item/longest-answer');
    const twice = question('Dropout').replace('WordPiece', 'Dropout');
    expect(run(['check', ...write(twice)]).stdout).toContain('item/duplicate-option');
  });

  it('a key that changed is found by --since', () => {
    const repo = tempFolder();
    const git = (...words: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words], { cwd: repo });
    writeFileSync(join(repo, 'a.yaml'), question('Dropout'));
    git('init', '-q');
    git('add', '-A');
    git('commit', '-q', '-m', 'first');
    writeFileSync(join(repo, 'a.yaml'), question('Layer normalisation'));
    const { status, stdout } = run(['check', repo, '--since', 'HEAD']);
    expect(stdout).toContain('the answer changed from “Dropout” to “Layer normalisation”');
    expect(status).toBe(1);
  });

  it('it is compiled, listed and shown', () => {
    expect(run(['list']).stdout).toContain('parts: Parts of a model (1)');
    const { stdout } = run(['show', 'not-a-tokenizer']);
    expect(stdout).toContain('- Unigram');
    expect(stdout).toContain('Dropout');
  });

  it('it is asked and graded line by line', () => {
    const data = tempFolder();
    const asked = run(['--plain', '--data-dir', data, '--seed', '1'], 'q\n').stdout;
    const right = /(\d)\. Dropout/.exec(asked)?.[1] ?? '';
    const { stdout } = run(['--plain', '--data-dir', data, '--seed', '1'], `${right}\n\n`);
    expect(stdout).toContain('Right.');
    expect(events(data)).toMatchObject([{ type: 'reviewed', item: 'not-a-tokenizer', verdict: 'correct' }]);
  });

  it('it is asked and graded key by key', async () => {
    const data = tempFolder();
    const quiz = drive({ args: [join(project, 'bin', 'llmquiz.js'), '--data-dir', data, '--lang', 'en'] });
    await quiz.waitFor(/^1\/1 [\s\S]*^>/m);
    await quiz.keys(quiz.numberOf('Unigram'));
    await quiz.waitFor(/^\+ \d\. Dropout/m);
    await quiz.keys('q');
    expect(await quiz.ended).toMatchObject({ exitCode: 0 });
    expect(events(data)).toMatchObject([{ type: 'reviewed', verdict: 'wrong' }]);
  });
});
