import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importedBy, pictureOf, roomOf, roomsOf, sources, unlawful } from '../../tools/rooms.mjs';

const rooms = roomsOf(readFileSync('docs/architecture.md', 'utf8'));
const { files, imports } = sources();

describe('the law: a room imports itself, the rooms above it in docs/architecture.md, and the packages beside it', () => {
  it('is kept', () => {
    expect(imports.length).toBeGreaterThan(1000);
    expect(unlawful(imports, rooms)).toEqual([]);
  });

  it.each([
    ['src/core/yaml/new.ts', 'src/core/question/kinds/index.ts'],
    ['src/core/question/kinds/new/index.ts', 'src/core/check/rules/index.ts'],
    ['src/core/base/new.ts', 'src/shell/system/world.ts'],
    ['src/shell/log/new.ts', 'src/shell/terminal/shared/terminal.ts'],
    ['src/shell/terminal/plain/new.ts', 'src/shell/terminal/rich/rich.ts'],
    ['src/shell/bank/new.ts', 'src/commands/index.ts'],
    ['src/commands/quiz/new.ts', 'src/commands/check/run.ts'],
    ['src/cli.ts', 'src/main.ts'],
    ['src/core/learner/plan/new.ts', 'node'],
    ['src/core/learner/plan/new.ts', 'chalk'],
    ['src/core/base/new.ts', 'zod'],
    ['src/shell/report/new.ts', 'commander'],
    ['src/commands/quiz/new.ts', 'chalk'],
    ['src/commands/quiz/new.ts', 'inquirer'],
    ['src/new.ts', 'src/core/base/text.ts'],
  ])('refuses that %s imports %s', (from, to) => {
    expect(unlawful([{ from, to }], rooms)).toHaveLength(1);
  });

  it.each([
    ['src/core/question/kinds/new/index.ts', 'src/core/yaml/source.ts'],
    ['src/core/learner/memory/new.ts', 'ts-fsrs'],
    ['src/shell/system/new.ts', 'node'],
    ['src/commands/check/new.ts', 'src/core/check/check.ts'],
    ['src/main.ts', 'src/cli.ts'],
  ])('lets %s import %s', (from, to) => {
    expect(unlawful([{ from, to }], rooms)).toEqual([]);
  });

  it('sees every way to import', () => {
    const text = `import './a.ts';
import words from 'words/a.json' with { type: 'json' };
import type { B } from './b.ts';
import {
  c,
  d,
} from '#core/c.ts';
export { e } from './e.ts';
const f = await import('node:fs');
const g = await import(
  './g.ts'
);
const from = 'no import';
`;
    expect(importedBy(text)).toEqual([
      './a.ts',
      'words/a.json',
      './b.ts',
      '#core/c.ts',
      './e.ts',
      'node:fs',
      './g.ts',
    ]);
  });

  it('has a room for every file, and a file in every room', () => {
    expect(files.filter((file) => roomOf(file, rooms) === undefined)).toEqual([]);
    const used = new Set(files.map((file) => roomOf(file, rooms)?.name));
    expect(rooms.map(({ name }) => name).filter((name) => !used.has(name))).toEqual([]);
  });

  it('lets a room import every package that stands beside it, and no more stand there than it needs', () => {
    for (const room of rooms)
      for (const name of room.packages)
        expect(
          imports.some(({ from, to }) => to === name && roomOf(from, rooms) === room),
          `${room.name} imports ${name}`,
        ).toBe(true);
  });
});

it('from afar there are few rooms and few arrows', () => {
  const { rooms: boxes, arrows } = pictureOf(imports);
  expect(boxes.length).toBeLessThanOrEqual(20);
  expect(arrows.length).toBeLessThanOrEqual(80);
});
