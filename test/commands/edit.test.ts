import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { editorArgsFor } from '#commands/editor-call.ts';
import { fakeMachine } from '../fake-world.ts';

describe('an editor is called with the line as it takes it:', () => {
  test.each([
    ['vi', ['+12', '/b/x.yaml']],
    ['/usr/bin/nvim -p', ['+12', '/b/x.yaml']],
    ['emacsclient -t', ['+12', '/b/x.yaml']],
    ['nano', ['+12', '/b/x.yaml']],
    ['code --wait', ['-g', '/b/x.yaml:12']],
    ['"C:\\Program Files\\VS Code\\bin\\code.cmd" --wait', ['-g', '/b/x.yaml:12']],
    ['CODE.EXE', ['-g', '/b/x.yaml:12']],
    ["'/opt/my editors/subl' -w", ['/b/x.yaml:12']],
    ['hx', ['/b/x.yaml:12']],
    ['kate', ['-l', '12', '/b/x.yaml']],
    ['idea', ['--line', '12', '/b/x.yaml']],
    ['notepad++.exe', ['-n12', '/b/x.yaml']],
    ['ed', ['/b/x.yaml']],
    ['my-own-editor', ['/b/x.yaml']],
  ])('%s', (editor, args) => {
    expect(editorArgsFor(editor, '/b/x.yaml', 12)).toEqual(args);
  });
});

/** A machine with a bank of its own, and an editor that writes down how it was called and ends with a code. */
function withEditor(name = 'vi', code = 0) {
  const machine = fakeMachine();
  cpSync('test/fixtures/bank', join(machine.root, 'my bank'), { recursive: true });
  const folder = join(machine.root, 'my editors');
  mkdirSync(folder);
  const program = join(folder, name);
  writeFileSync(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${machine.root}/called'\nexit ${code}\n`);
  chmodSync(program, 0o755);
  const called = () => readFileSync(join(machine.root, 'called'), 'utf8').trimEnd().split('\n');
  const env = { EDITOR: `'${program}' -x`, LLMQUIZ_BANK: 'my bank' };
  const deck = join(machine.root, 'my bank', 'decks', '01-kinds.yaml');
  const lineOf = (id: string) => readFileSync(deck, 'utf8').split('\n').indexOf(`  - id: ${id}`) + 1;
  return { machine, called, env, deck, lineOf };
}

describe('edit', () => {
  it('opens the editor at file and line, and waits for it', async () => {
    const { machine, called, env, deck, lineOf } = withEditor();
    expect(await machine.run('edit a-text', '', env)).toEqual({ code: 0, out: '', err: '' });
    expect(called()).toEqual(['-x', `+${lineOf('a-text')}`, deck]);
  });

  it('without an id opens the question that was answered last', async () => {
    const { machine, called, env, deck, lineOf } = withEditor();
    expect((await machine.run('edit', '', env)).err).toContain(
      'You have not answered a question yet. Name one: `llmquiz edit ID`.',
    );
    await machine.run('--seed 1 --deck kinds --limit 2', '1\n\n1\n\n', env);
    expect(await machine.run('edit', '', env)).toEqual({ code: 0, out: '', err: '' });
    expect(called()).toEqual(['-x', `+${lineOf('a-multi')}`, deck]);
  });

  it('prefers VISUAL', async () => {
    const { machine, called, env, deck, lineOf } = withEditor('code');
    const { code } = await machine.run('edit a-multi', '', { ...env, VISUAL: env.EDITOR, EDITOR: 'false' });
    expect([code, called()]).toEqual([0, ['-x', '-g', `${deck}:${lineOf('a-multi')}`]]);
  });

  it('finds a question that has errors, for that is when it is edited', async () => {
    const { machine, called, env, deck, lineOf } = withEditor();
    writeFileSync(deck, readFileSync(deck, 'utf8').replace('key: { en: banana', 'kee: { en: banana'));
    expect((await machine.run('edit a-choice', '', env)).code).toBe(0);
    expect(called()[1]).toBe(`+${lineOf('a-choice')}`);
  });

  it('tells that the editor failed, and where the question is', async () => {
    const { machine, env, deck, lineOf } = withEditor('vi', 7);
    const { code, err } = await machine.run('edit a-text', '', env);
    expect(code).toBe(1);
    expect(err).toContain(`failed (exit code 7). The question is at ${deck}:${lineOf('a-text')}.`);
  });

  it('tells where the question is if no editor is set', async () => {
    const { machine, env, deck, lineOf } = withEditor();
    const { code, err } = await machine.run('edit a-text --lang zh', '', { ...env, EDITOR: ' ' });
    expect([code, err]).toEqual([
      1,
      `llmquiz: 未设置编辑器。请设置 VISUAL 或 EDITOR。题目位于 ${deck}:${lineOf('a-text')}。\n`,
    ]);
  });

  it('says of a question of the shipped bank where it is and how to report it', async () => {
    const { machine, env } = withEditor();
    const { code, err } = await machine.run('edit a-text', '', { EDITOR: env.EDITOR });
    expect(code).toBe(1);
    expect(err).toContain('questions/decks/01-kinds.yaml');
    expect(err).toContain('`llmquiz flags --output flags.md`');
    expect(existsSync(join(machine.root, 'called'))).toBe(false);
  });

  it.each([{}, { LLMQUIZ_BANK: 'my bank' }])('knows no question that is not there: %j', async (bank) => {
    const { machine, env } = withEditor();
    const { code, err } = await machine.run('edit a-tex', '', { EDITOR: env.EDITOR, ...bank });
    expect([code, err]).toEqual([2, 'llmquiz: Unknown question `a-tex`. Did you mean `a-text`?\n']);
  });
});
