import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kinds } from '#core/question/kinds/index.ts';
import { sources } from '../../tools/rooms.mjs';
import { tempFolder } from '../temp.ts';

// The scripts themselves: what npm makes of them in .bin differs from platform to platform.
const [biome, tsc] = ['@biomejs/biome/bin/biome', 'typescript/bin/tsc'].map((path) =>
  resolve('node_modules', path),
) as [string, string];

const run = (script: string, words: readonly string[], cwd: string) =>
  spawnSync(process.execPath, [script, ...words], { cwd, encoding: 'utf8' });

/** A project under our own rules that holds one file. */
function projectWith(path: string, code: string): string {
  const folder = tempFolder();
  for (const rule of [
    'biome.json',
    '.gitignore',
    'tools/no-clock-in-core.grit',
    'tools/one-door.grit',
    'tsconfig.json',
    'src/core/tsconfig.json',
  ])
    cpSync(rule, join(folder, rule), { recursive: true });
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${code}\n`);
  return folder;
}

function lint(path: string, code: string): string {
  const { stdout, stderr } = run(biome, ['lint', path], projectWith(path, code));
  return stdout + stderr;
}

describe('what the linter refuses', () => {
  test.each([
    ['src/core/new.ts', "import 'ts-fsrs';", 'core/learner/memory.ts alone'],
    ['src/core/new.ts', 'export const now = Date.now();', 'takes the time and the dice'],
    ['src/core/new.ts', 'export const now = new Date();', 'takes the time and the dice'],
    ['src/core/new.ts', 'export const dice = Math.random();', 'takes the time and the dice'],
    ['src/commands/new.ts', "world.stdout.write('');", 'Only src/shell/page/door.ts writes'],
    [
      'src/commands/new.ts',
      "const { stderr } = world;\nstderr.write('');",
      'Only src/shell/page/door.ts writes',
    ],
    ['src/commands/new.ts', "console.log('');", 'Only src/shell/page/door.ts writes'],
    ['src/shell/new.ts', "process.stdout.write('');", 'Only src/shell/page/door.ts writes'],
    ['src/shell/new.ts', "(world.stdout as Writable).write('');", 'Only src/shell/page/door.ts writes'],
    ['src/core/new.ts', "console.log('');", 'Only src/shell/page/door.ts writes'],
  ])('%s may not hold: %s', (path, code, message) => {
    expect(lint(path, code)).toContain(message);
  });

  test.each([
    ['src/core/learner/memory.ts', "import 'ts-fsrs';"],
    ['src/shell/page/door.ts', '(world.stdout as Writable).write("");'],
  ])('%s may hold: %s', (path, code) => {
    expect(lint(path, code)).toContain('No fixes applied');
    expect(lint(path, code)).not.toContain('Restricted');
  });
});

test('a clock, a console or a file is a compile error in src/core', () => {
  const code = "import 'node:fs';\nprocess.exit();\nconsole.log();\nsetTimeout(() => {});";
  const { stdout } = run(tsc, ['-p', 'src/core'], projectWith('src/core/law.ts', code));
  for (const name of ['node:fs', 'process', 'console', 'setTimeout'])
    expect(stdout).toMatch(new RegExp(`error .*${name}`));
});

/** Where a text tells kinds of questions apart by their names: compares one, switches over some, or lists several. */
function namesOfKindsIn(text: string): readonly string[] {
  const name = `'(?:${kinds.map((kind) => kind.name).join('|')})'`;
  const sorts = [
    String.raw`\bkind\s*[!=]==\s*'[^']*'`,
    `case ${name}`,
    `${name}\\s*,\\s*${name}`,
    `\\[${name}\\]`,
  ];
  return sorts.flatMap((sort) => text.match(new RegExp(sort, 'g')) ?? []);
}

describe('no file outside the kinds tells them apart by their names', () => {
  test('in the sources', () => {
    const files = sources().files.filter((file) => !file.startsWith('src/core/question/kinds/'));
    expect(files.length).toBeGreaterThan(200);
    expect(
      files.flatMap((file) => namesOfKindsIn(readFileSync(file, 'utf8')).map((found) => `${file}: ${found}`)),
    ).toEqual([]);
  });

  test.each([
    "if (item.kind === 'choice') return;",
    "if (item.kind !== 'recall') return;",
    "switch (item.kind) {\n  case 'true-false':",
    "perItemThat(['choice', 'multi'], found)",
    "perItemThat(['number'], found)",
  ])('refused: %s', (code) => {
    expect(namesOfKindsIn(code)).not.toEqual([]);
  });

  test.each(["if (asks === 'type') return;", 'if (before.item.kind !== now.item.kind) return;'])(
    'allowed: %s',
    (code) => {
      expect(namesOfKindsIn(code)).toEqual([]);
    },
  );
});
