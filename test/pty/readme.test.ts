import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '../temp.ts';
import { drive, program } from './driver.ts';

const pages = [
  ['README.md', 'en', 'Enter next'],
  ['README.zh.md', 'zh', 'Enter 下一题'],
] as const;

describe.each(pages)('%s', (path, lang, ready) => {
  const readme = readFileSync(path, 'utf8');

  test('shows what the program prints', async () => {
    const asked = ['--seed', '5', '--deck', 'tokens', '--new', '3', '--lang', lang];
    const quiz = drive({
      args: [program, '--data-dir', tempFolder(), ...asked],
      env: { LLMQUIZ_NOW: '2026-08-22T09:14:03+02:00' },
      columns: 80,
      rows: 40,
    });
    await quiz.waitFor(/^1\/3 [\s\S]*^>/m);
    await quiz.keys('1');
    await quiz.waitFor(ready);
    const lines = quiz.lines().map((line) => line.trimEnd());
    const picture = lines
      .slice(lines.findIndex((line) => line.startsWith('1/3')))
      .join('\n')
      .trim();
    expect(readme).toContain(picture);
  });

  test('names every command and its options of the quiz', async () => {
    const help = drive({ args: [program, '--help', '--lang', 'en'] });
    await help.ended;
    const commands = [...help.raw().matchAll(/^ {2}([a-z]+) {3,}/gm)].map((match) => match[1] ?? '');
    expect(commands).toContain('quiz');
    const unnamed = commands.filter(
      (name) => !['quiz', 'help'].includes(name) && !readme.includes(`llmquiz ${name}`),
    );
    expect(unnamed).toEqual([]);
    const quiz = drive({ args: [program, 'quiz', '--help', '--lang', 'en'] });
    await quiz.ended;
    const options = [...quiz.raw().matchAll(/--[a-z-]+/g)].map(([option]) => option);
    expect(options).toContain('--new');
    expect([...new Set(options)].filter((option) => option !== '--help' && !readme.includes(option))).toEqual(
      [],
    );
  });
});

test('both pages have the same code, commands, options and links to the docs', () => {
  const partsOf = (path: string) => {
    const page = readFileSync(path, 'utf8');
    const blocks = [...page.matchAll(/^```[\s\S]*?^```/gm)].map(([block]) => block);
    const links = [...page.matchAll(/\]\(((?:docs|schema|CONTRIBUTING)[^)]*)\)/g)].map(([, link]) => link);
    const words = [...page.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`]+)`/g)].map(([, word]) => word);
    return { blocks: blocks.slice(1), links: [...new Set(links)].sort(), words: new Set(words) };
  };
  const [english, chinese] = [partsOf('README.md'), partsOf('README.zh.md')];
  expect(chinese.blocks).toEqual(english.blocks);
  expect(chinese.links).toEqual(english.links);
  const own = (words: ReadonlySet<string | undefined>, others: ReadonlySet<string | undefined>) =>
    [...words].filter((word) => !others.has(word));
  expect(own(english.words, chinese.words)).toEqual([':note TEXT']);
  expect(own(chinese.words, english.words)).toEqual([':note 文字']);
});
