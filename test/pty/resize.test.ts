import { expect, test } from 'vitest';
import { drive, firstQuestion, kindsQuiz } from './driver.ts';

test.each(['en', 'zh'])(
  '80 to 40 to 80 columns, %s: drawn anew at once, nothing left behind',
  async (lang) => {
    const quiz = drive({ args: kindsQuiz(lang), columns: 80, rows: 30 });
    await quiz.waitFor(firstQuestion);
    await quiz.keys('?', 'down');
    const wide = fromQuestion(quiz.lines());
    await quiz.resize(40, 30);
    const narrow = fromQuestion(quiz.lines());
    expect(narrow.length).toBeGreaterThan(wide.length);
    expect(quiz.lines().filter((line) => line.startsWith('1/9 '))).toHaveLength(1);
    expect(words(narrow)).toBe(words(wide));
    await quiz.resize(80, 30);
    expect(fromQuestion(quiz.lines())).toEqual(wide);
    expect(quiz.lines().filter((line) => line.startsWith('1/9 '))).toHaveLength(1);
    await quiz.keys('down', 'up', '2');
    await quiz.waitFor(/^Enter /m);
    expect(quiz.overflows()).toEqual([]);
  },
);

test('a window lower than the prompt shows the option under the cursor, and leaves no copies', async () => {
  const quiz = drive({ args: kindsQuiz('en'), columns: 40, rows: 9 });
  await quiz.waitFor(/^>/m);
  await quiz.keys('s', 's', 's');
  for (const _typed of ['number', 'text', 'cloze']) await quiz.type(':s');
  await quiz.keys('s');
  await quiz.waitFor('> BLOOM');
  const scrolled = quiz.everything().length;
  for (let i = 0; i < 6; i += 1) {
    await quiz.keys('down');
    expect(quiz.lines().some((line) => /^> \d\./.test(line))).toBe(true);
    expect(quiz.lines()).toContain('> BLOOM = ?');
  }
  expect(quiz.everything()).toHaveLength(scrolled);
  expect(quiz.overflows()).toEqual([]);
});

const fromQuestion = (lines: readonly string[]) =>
  lines.slice(lines.findIndex((line) => line.startsWith('1/9 ')));

const words = (lines: readonly string[]) => lines.join('').replaceAll(/\s/g, '');
