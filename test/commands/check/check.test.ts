import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCheck } from '#commands/check/run.ts';
import { makeSampleDeck, sampleDeck } from '#core/check/examples/sample.ts';
import type { World } from '#shell/system/world.ts';

const now = { ms: Date.UTC(2026, 2, 1, 9), offset: 60 };
let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'llmquiz-check-'));
  mkdirSync(join(cwd, 'questions'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFileSync(join(cwd, 'questions', name), text);

async function run(paths: readonly string[] = [], format?: 'pretty' | 'concise') {
  let printed = '';
  const stdout = new Writable({
    write(chunk, _, done) {
      printed += chunk;
      done();
    },
  });
  const stderr = new Writable({ write: (_chunk, _encoding, done) => done() });
  const world = {
    stdout,
    stderr,
    env: {},
    cwd,
    home: cwd,
    platform: 'linux',
    now: () => now,
  } as unknown as World;
  const code = await runCheck(world, paths, format === undefined ? {} : { format });
  return { code, printed };
}

it('says how much was correct', async () => {
  put('a.yaml', sampleDeck);
  expect(await run()).toEqual({ code: 0, printed: '1 question in 1 deck, no findings\n' });
});

it('prints findings one a line', async () => {
  put('a.yaml', makeSampleDeck('level: 1', 'level: 9'));
  expect(await run()).toEqual({
    code: 1,
    printed: `questions/a.yaml:5:12: error: \`level\` must be at most 5, not 9 [schema/range]
1 error in 1 file
`,
  });
});

it('reports a file that cannot be read, and the others', async () => {
  put('a.yaml', makeSampleDeck('level: 1', 'level: 9'));
  symlinkSync('nowhere', join(cwd, 'questions', 'b.yaml'));
  expect(await run()).toEqual({
    code: 1,
    printed: `questions/a.yaml:5:12: error: \`level\` must be at most 5, not 9 [schema/range]
questions/b.yaml:1:1: error: this file cannot be read: it is a broken link; fix that, or remove the file from the bank [yaml/syntax]
2 errors in 2 files
`,
  });
});

it('prints findings with their lines and the other half', async () => {
  put('a.yaml', sampleDeck);
  put('b.yaml', sampleDeck);
  expect(await run([], 'pretty')).toEqual({
    code: 1,
    printed: `error[ref/duplicate-id]: \`bpe-name\` is also the id of another question, so both would share their progress; rename the newer one
 --> questions/b.yaml:3:9
  |
3 |   - id: bpe-name
  |         ^^^^^^^^
  = questions/a.yaml:3:9: the other \`bpe-name\`

1 error in 2 files
`,
  });
});

it('ends well with warnings alone', async () => {
  put('a.yaml', sampleDeck);
  put('notes.yaml', 'statements: [{ id: n-one, lines: [1], says: So., verdict: right }]\n');
  const { code, printed } = await run();
  expect(code).toBe(0);
  expect(printed).toMatch(/: warning: .*\[bank\/uncovered-note\]\n1 warning in 2 files\n$/);
});

it('lets no control character through', async () => {
  put('a.yaml', makeSampleDeck('level: 1', 'level: 1\n    "a\\e[2J\\nb": \u001b[31m\u202e'));
  for (const format of ['pretty', 'concise'] as const) {
    const { printed } = await run([], format);
    expect(printed).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202e]/);
  }
});

it('prints at most fifty findings of a file, and says how many more there are', async () => {
  put('a.yaml', `title: T\nitems:\n${'  - x\n'.repeat(60)}`);
  const { printed } = await run();
  expect(printed.split('\n')).toHaveLength(53);
  expect(printed).toContain('questions/a.yaml: and 10 findings more\n60 errors in 1 file\n');
});

it('does not judge what lies beside a deck that was named', async () => {
  put('a.yaml', sampleDeck);
  put('notes.yaml', 'statements: 1\n');
  expect((await run(['questions/a.yaml'])).code).toBe(0);
  expect((await run()).code).toBe(1);
});

it('asks for a path if there is no bank', async () => {
  rmSync(join(cwd, 'questions'), { recursive: true });
  await expect(run()).rejects.toThrow('Nothing to check');
});
