import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Driven, drive, firstQuestion, kindsQuiz } from './driver.ts';

/** The program at its first question, which is of the kind `choice`. */
async function asked(
  lang = 'en',
  columns = 80,
): Promise<Driven & { readonly events: () => readonly string[] }> {
  const args = kindsQuiz(lang);
  const quiz = drive({ args, columns });
  await quiz.waitFor(firstQuestion);
  return { ...quiz, events: () => eventsIn(args[args.indexOf('--data-dir') + 1] ?? '') };
}

/** The types of the events in a data folder. */
function eventsIn(folder: string): readonly string[] {
  const events = join(folder, 'events');
  return readdirSync(events).flatMap((file) =>
    readFileSync(join(events, file), 'utf8')
      .trim()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { type: string }).type),
  );
}

test('arrows, j and k move the cursor; Enter answers', async () => {
  const quiz = await asked();
  const at = () =>
    quiz
      .lines()
      .find((line) => /^> \d\./.test(line))
      ?.slice(0, 4);
  expect(at()).toBeUndefined();
  await quiz.keys('enter');
  await quiz.waitFor('Press a number');
  await quiz.keys('down', 'down', 'j', 'down');
  expect(at()).toBe('> 3.');
  await quiz.keys('up', 'up', 'up');
  expect(at()).toBe('> 4.');
  await quiz.keys('enter');
  await quiz.waitFor('Enter next');
  expect(quiz.events()).toEqual(['reviewed']);
});

test('a hint, a full-width digit of an input method, and undo', async () => {
  const quiz = await asked();
  await quiz.keys('？');
  await quiz.waitFor('Hint: Its tokenizer loses nothing');
  await quiz.keys('１');
  await quiz.waitFor('Enter next');
  await quiz.keys('u');
  await quiz.waitFor(/Undone[\s\S]*1\/9 [\s\S]*^ {2}1\./m);
  expect(quiz.events()).toEqual(['reviewed', 'undone']);
});

test('0 is: I do not know', async () => {
  const quiz = await asked();
  await quiz.keys('0');
  await quiz.waitFor("> I don't know");
  await quiz.waitFor('No problem. Here is the answer.');
});

test('s skips, q quits', async () => {
  const quiz = await asked();
  await quiz.keys('s');
  await quiz.waitFor(/\(skipped\)[\s\S]*1\/8 /);
  await quiz.keys('q');
  expect(await quiz.ended).toMatchObject({ exitCode: 0 });
  expect(quiz.events()).toEqual([]);
});

test.each([
  ['r', 'wrong', 'amended'],
  ['e', 'right', 'amended'],
  ['x', 'wrong', 'suspended'],
])('%s after an answer that is %s', async (key, verdict, event) => {
  const quiz = await asked();
  await quiz.keys(quiz.numberOf(verdict === 'right' ? 'Several shorter' : 'One token'));
  await quiz.waitFor('Enter next');
  await quiz.keys(key);
  await quiz.waitFor('2/');
  expect(quiz.events()).toEqual(['reviewed', event]);
});

test('f asks for the reason, n for a note, and both lead back to the keys', async () => {
  const quiz = await asked();
  await quiz.keys(quiz.numberOf('One token'));
  await quiz.waitFor('Enter next');
  await quiz.keys('f');
  await quiz.waitFor(/What is wrong with this question\?[\s\S]*3\. my answer was right[\s\S]*Enter cancel/);
  await quiz.keys('enter');
  await quiz.waitFor(/Not flagged\.[\s\S]*Enter next/);
  await quiz.keys('f', '2');
  await quiz.waitFor(/Flagged\.[\s\S]*Enter next/);
  await quiz.keys('n');
  await quiz.type('as in BERT');
  await quiz.waitFor(/Note saved\.[\s\S]*Enter next/);
  await quiz.keys('n');
  await quiz.waitFor('> as in BERT');
  await quiz.send('\u0015');
  await quiz.keys('enter');
  await quiz.waitFor(/Note removed\.[\s\S]*Enter next/);
  await quiz.keys('enter');
  await quiz.waitFor('2/');
  expect(quiz.events()).toEqual(['reviewed', 'flagged', 'noted', 'noted']);
});

test('b looks back and comes back, u undoes the answer before', async () => {
  const quiz = await asked();
  await quiz.keys(quiz.numberOf('One token'));
  await quiz.waitFor('Enter next');
  await quiz.keys('enter');
  await quiz.waitFor(/2\/10 [\s\S]*b back +u undo/);
  await quiz.keys('b');
  await quiz.waitFor(/> One token[\s\S]*Wrong\.[\s\S]*Enter go on/);
  await quiz.keys('enter');
  await quiz.waitFor(/Enter go on|2\/10 [\s\S]*2\/10 [\s\S]*b back/);
  await quiz.keys('u');
  await quiz.waitFor(/Undone\. Here it is again\.[\s\S]*1\/9 [\s\S]*1-4 answer/);
  expect(quiz.events()).toEqual(['reviewed', 'undone']);
});

test('easy is no key after an answer that is wrong', async () => {
  const quiz = await asked();
  await quiz.keys(quiz.numberOf('One token'));
  await quiz.waitFor('Enter next');
  expect(quiz.lines().join('\n')).not.toContain('e easy');
  await quiz.keys('e');
  expect(quiz.events()).toEqual(['reviewed']);
});

test('a pasted line answers nothing', async () => {
  const quiz = await asked();
  const before = quiz.lines();
  await quiz.send('1 is the answer, quit\r');
  await quiz.send('\u001b[200~2\r\u001b[201~');
  await quiz.send('1\n2\n3\n');
  expect(quiz.lines()).toEqual(before);
  expect(quiz.events()).toEqual([]);
});

test('a key pressed twice at once answers once', async () => {
  const quiz = await asked();
  await quiz.send('11');
  await quiz.waitFor('Enter next');
  expect(quiz.events()).toEqual(['reviewed']);
  await quiz.send('\r\r');
  await quiz.waitFor('2/');
  await quiz.still();
  expect(quiz.events()).toEqual(['reviewed']);
});

test('typed prompts: text of an input method, a paste, a line longer than the window, and colons', async () => {
  const quiz = await asked('zh', 40);
  await quiz.keys('s', 's', 's');
  await quiz.type(':s');
  await quiz.waitFor('不断合并');
  await quiz.send('字节');
  await quiz.send('\u001b[200~对编码\n\u001b[201~');
  await quiz.waitFor('> 字节对编码');
  expect(quiz.cursor().column).toBe(12);
  await quiz.keys('left', 'left');
  expect(quiz.cursor().column).toBe(8);
  await quiz.send('很长很长很长很长很长很长很长很长很长的回答');
  expect(quiz.overflows()).toEqual([]);
  expect(quiz.lines().at(-1)).toMatch(/^> .*的回答/);
  await quiz.send('\u0015');
  await quiz.send('\u000b');
  await quiz.type('：？');
  await quiz.waitFor('提示：');
  await quiz.type(':s');
  await quiz.waitFor('（已跳过）');
  expect(quiz.events()).toEqual([]);
});
