import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tempFolder } from '../temp.ts';
import { drive, program } from './driver.ts';

const readme = readFileSync('README.md', 'utf8');

test('the picture in the README is what the program prints', async () => {
  const quiz = drive({
    args: [
      program,
      '--data-dir',
      tempFolder(),
      '--seed',
      '5',
      '--deck',
      'tokens',
      '--new',
      '3',
      '--lang',
      'en',
    ],
    env: { LLMQUIZ_NOW: '2026-08-22T09:14:03+02:00' },
    columns: 80,
    rows: 40,
  });
  await quiz.waitFor(/^1\/3 [\s\S]*^>/m);
  await quiz.keys('1');
  await quiz.waitFor('Enter next');
  const lines = quiz.lines().map((line) => line.trimEnd());
  const picture = lines
    .slice(lines.findIndex((line) => line.startsWith('1/3')))
    .join('\n')
    .trim();
  expect(readme).toContain(picture);
});

test('the README names every command and its options of the quiz', async () => {
  const help = drive({ args: [program, '--help'] });
  await help.ended;
  const commands = [...help.raw().matchAll(/^ {2}([a-z]+) {3,}/gm)].map((match) => match[1] ?? '');
  expect(commands).toContain('quiz');
  expect(
    commands.filter(
      (name) => !['quiz', 'help', 'llmquiz'].includes(name) && !readme.includes(`llmquiz ${name}`),
    ),
  ).toEqual([]);
  const quiz = drive({ args: [program, 'quiz', '--help'] });
  await quiz.ended;
  const options = [...quiz.raw().matchAll(/--[a-z-]+/g)].map(([option]) => option);
  expect([...new Set(options)].filter((option) => option !== '--help' && !readme.includes(option))).toEqual(
    [],
  );
});
