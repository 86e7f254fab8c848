import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { expect, test } from 'vitest';
import { commands } from '#commands/index.ts';
import type { World } from '#shell/system/world.ts';

test('every command has a file of its name, and every file with a command is in the list', () => {
  const folder = join('src', 'commands');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && /: Wire = /.test(readFileSync(join(folder, file), 'utf8')),
  );
  const program = new Command();
  // Wiring touches no world: only what runs does.
  for (const wire of commands) wire({ program, world: {} as World, finish: () => {} });
  expect(program.commands.map((command) => command.name()).sort()).toEqual(
    files.map((file) => basename(file, '.ts')).sort(),
  );
});
