import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { groupBy } from '#core/base/group-by.ts';
import { kinds } from '#core/question/kinds/index.ts';
import { sources } from '../../tools/rooms.mjs';
import { tempFolder } from '../temp.ts';

// The scripts themselves: what npm makes of them in .bin differs from platform to platform.
const [biome, tsc] = ['@biomejs/biome/bin/biome', 'typescript/bin/tsc'].map((path) =>
  resolve('node_modules', path),
) as [string, string];

const run = (script: string, words: readonly string[], cwd: string) =>
  spawnSync(process.execPath, [script, ...words], { cwd, encoding: 'utf8' });

/** A project under our own rules that holds some files, by their paths. */
function projectWith(files: Readonly<Record<string, string>>): string {
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
  for (const [path, code] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${code}\n`);
  }
  return folder;
}

/** What the linter says of each file. */
function lint(files: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const { stdout } = run(biome, ['lint', '--reporter=json', 'src'], projectWith(files));
  const { diagnostics } = JSON.parse(stdout) as {
    readonly diagnostics: readonly { readonly location: { readonly path: string } }[];
  };
  const said = groupBy(diagnostics, ({ location }) => location.path.replaceAll('\\', '/'));
  return new Map([...said].map(([path, of]) => [path, JSON.stringify(of)]));
}

describe('the linter', () => {
  const door = 'Only src/shell/page/door.ts writes';
  const refused: readonly (readonly [path: string, code: string, message: string])[] = [
    ['src/core/a.ts', "import 'ts-fsrs';", 'core/learner/memory/memory.ts alone'],
    ['src/core/b.ts', 'export const now = Date.now();', 'takes the time and the dice'],
    ['src/core/c.ts', 'export const now = new Date();', 'takes the time and the dice'],
    ['src/core/d.ts', 'export const dice = Math.random();', 'takes the time and the dice'],
    ['src/core/e.ts', "console.log('');", door],
    ['src/commands/a.ts', "world.stdout.write('');", door],
    ['src/commands/b.ts', "const { stderr } = world;\nstderr.write('');", door],
    ['src/commands/c.ts', "console.log('');", door],
    ['src/shell/a.ts', "process.stdout.write('');", door],
    ['src/shell/b.ts', "(world.stdout as Writable).write('');", door],
  ];
  const allowed = {
    'src/core/learner/memory/memory.ts': "import 'ts-fsrs';",
    'src/shell/page/door.ts': "(world.stdout as Writable).write('');",
  };

  test('refuses what the laws do, and nothing else', () => {
    const said = lint({ ...allowed, ...Object.fromEntries(refused) });
    for (const [path, code, message] of refused)
      expect(said.get(path), `${path}: ${code}`).toContain(message);
    expect([...said.keys()].sort()).toEqual(refused.map(([path]) => path).sort());
  });
});

test('a clock, a console or a file is a compile error in src/core', () => {
  const code = "import 'node:fs';\nprocess.exit();\nconsole.log();\nsetTimeout(() => {});";
  const { stdout } = run(tsc, ['-p', 'src/core'], projectWith({ 'src/core/law.ts': code }));
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
