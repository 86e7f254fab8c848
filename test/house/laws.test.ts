import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withSlashes } from '../../src/shell/path-under.ts';
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

describe('the import law', () => {
  test.each([
    ['src/core/new.ts', "import 'node:fs';", 'core/ is pure'],
    ['src/core/new.ts', "import 'chalk';", 'core/ is pure'],
    ['src/core/new.ts', "import '../shell/paths.ts';", 'core/ is pure'],
    ['src/core/kinds/new/index.ts', "import '../../../world.ts';", 'core/ is pure'],
    ['src/core/new.ts', "import 'ts-fsrs';", 'core/memory.ts alone'],
    ['src/shell/new.ts', "import '../commands/quiz.ts';", 'never commands'],
    ['src/shell/new.ts', "import 'commander';", 'commander belongs to'],
    ['src/commands/new.ts', "import 'chalk';", 'chalk belongs to'],
    ['src/commands/new.ts', "import 'inquirer';", 'inquirer belongs to'],
    ['src/core/new.ts', 'export const now = Date.now();', 'takes the time and the dice'],
    ['src/core/new.ts', 'export const now = new Date();', 'takes the time and the dice'],
    ['src/core/new.ts', 'export const dice = Math.random();', 'takes the time and the dice'],
    ['src/commands/new.ts', "world.stdout.write('');", 'Only src/shell/door.ts writes'],
    ['src/commands/new.ts', "const { stderr } = world;\nstderr.write('');", 'Only src/shell/door.ts writes'],
    ['src/commands/new.ts', "console.log('');", 'Only src/shell/door.ts writes'],
    ['src/shell/new.ts', "process.stdout.write('');", 'Only src/shell/door.ts writes'],
    ['src/shell/new.ts', "(world.stdout as Writable).write('');", 'Only src/shell/door.ts writes'],
    ['src/core/new.ts', "console.log('');", 'Only src/shell/door.ts writes'],
  ])('%s may not hold: %s', (path, code, message) => {
    expect(lint(path, code)).toContain(message);
  });

  test.each([
    ['src/core/new.ts', "import 'zod';"],
    ['src/core/memory.ts', "import 'ts-fsrs';"],
    ['src/shell/new.ts', "import 'node:fs';"],
    ['src/shell/door.ts', '(world.stdout as Writable).write("");'],
  ])('%s may hold: %s', (path, code) => {
    expect(lint(path, code)).toContain('No fixes applied');
    expect(lint(path, code)).not.toContain('Restricted');
  });
});

test('src/core imports only itself, zod, yaml, js-yaml and ts-fsrs', () => {
  const files = readdirSync('src/core', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(40);
  const others = files.flatMap((file) => {
    const path = posix.join('src/core', withSlashes(file));
    const imports = [...readFileSync(path, 'utf8').matchAll(/^(?:import|export) .*?from '([^']+)';$/gms)];
    return imports
      .map(([, name = '']) => (name.startsWith('.') ? posix.join(posix.dirname(path), name) : name))
      .filter(
        (name) => !['zod', 'yaml', 'js-yaml', 'ts-fsrs'].includes(name) && !name.startsWith('src/core/'),
      );
  });
  expect(others).toEqual([]);
});

test('a clock, a console or a file is a compile error in src/core', () => {
  const code = "import 'node:fs';\nprocess.exit();\nconsole.log();\nsetTimeout(() => {});";
  const { stdout } = run(tsc, ['-p', 'src/core'], projectWith('src/core/law.ts', code));
  for (const name of ['node:fs', 'process', 'console', 'setTimeout'])
    expect(stdout).toMatch(new RegExp(`error .*${name}`));
});
