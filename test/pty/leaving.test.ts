import { describe, expect, test } from 'vitest';
import { quoted } from '../program.ts';
import { drive, firstQuestion, kindsQuiz } from './driver.ts';

/** A shell that tells the state of the terminal before and after the program, and how that ended; then it waits, since what is written right before an end may be lost. */
const shell = (args: readonly string[]) => ({
  command: 'sh',
  args: [
    '-c',
    `stty -a; ${quoted([process.execPath, ...args])}; echo "code=$?"; stty -a; echo over; exec sleep 20`,
  ],
});

const settings = (text: string) => [...text.matchAll(/^speed[\s\S]*?-?extproc.*$/gm)].map(([all]) => all);

describe('the terminal is left as it was', () => {
  test.each([
    ['q', ['q'], 0],
    ['Ctrl-C', ['ctrl-c'], 130],
    ['Ctrl-D', ['ctrl-d'], 0],
    ['Ctrl-C after feedback', ['1', 'ctrl-c'], 130],
    ['Ctrl-C in a typed prompt', ['s', 's', 's', '3', 'ctrl-c'], 130],
    ['Ctrl-D in a typed prompt', ['s', 's', 's', '3', 'ctrl-d'], 0],
  ])('%s', async (_name, keys, code) => {
    const quiz = drive(shell(kindsQuiz('en')));
    await quiz.waitFor(firstQuestion);
    expect(quiz.bracketedPaste()).toBe(true);
    await quiz.keys(...keys);
    await quiz.waitFor(`code=${code}`);
    await quiz.waitFor('over');
    const [before, after] = settings(quiz.everything().join('\n'));
    expect(before).toMatch(/ icanon[\s\S]* echo /);
    expect(after).toBe(before);
    expect(quiz.bracketedPaste()).toBe(false);
    expect(quiz.raw().lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(
      quiz.raw().lastIndexOf('\u001b[?25l'),
    );
    expect(quiz.raw()).not.toMatch(/\n\s+at .*:\d+/);
  });
});

describe('signals', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('%s', async (signal, code) => {
    const quiz = drive({ args: kindsQuiz('en') });
    await quiz.waitFor(firstQuestion);
    await quiz.keys('1');
    await quiz.waitFor('Enter next');
    quiz.signal(signal);
    expect(await quiz.ended).toMatchObject({ exitCode: code, signal: 0 });
    expect(quiz.lines().join('\n')).toContain('All your answers are saved.');
    expect(quiz.bracketedPaste()).toBe(false);
  });
});

const colours = /\u001b\[[\d;]*m/;

describe('colour', () => {
  test('there is some by default', async () => {
    const quiz = drive({ args: kindsQuiz('en') });
    await quiz.waitFor(firstQuestion);
    expect(quiz.raw()).toMatch(colours);
  });

  test.each([{ NO_COLOR: '1' }, { FORCE_COLOR: '0' }])('there is none with %j', async (env) => {
    const quiz = drive({ args: kindsQuiz('en'), env });
    await quiz.waitFor(firstQuestion);
    await quiz.keys('?', 'down', '1');
    await quiz.waitFor('Enter next');
    await quiz.keys('enter', 'enter', '1', 'q');
    await quiz.ended;
    expect(quiz.raw()).not.toMatch(colours);
  });

  test('nor in a dialogue', async () => {
    const args = kindsQuiz('en').map((arg) => (arg === '9' ? '0' : arg));
    const quiz = drive({ args, env: { NO_COLOR: '1' } });
    await quiz.waitFor('What next?');
    await quiz.keys('down', 'up');
    await quiz.send('1 is pasted\r');
    await quiz.waitFor('> n');
    await quiz.keys('ctrl-d');
    expect(await quiz.ended).toMatchObject({ exitCode: 0 });
    expect(quiz.raw()).not.toMatch(colours);
  });
});

describe('a dialogue', () => {
  test.each([
    ['ctrl-c', 130],
    ['ctrl-d', 0],
    ['q', 0],
  ])('is left by %s', async (key, code) => {
    const args = kindsQuiz('en').map((arg) => (arg === '9' ? '0' : arg));
    const quiz = drive(shell(args));
    await quiz.waitFor('What next?');
    await quiz.keys(key);
    await quiz.waitFor(`code=${code}`);
    await quiz.waitFor('over');
    const [before, after] = settings(quiz.everything().join('\n'));
    expect(before).toContain(' icanon ');
    expect(after).toBe(before);
  });

  test('goes on to what was chosen', async () => {
    const args = kindsQuiz('en').map((arg) => (arg === '9' ? '0' : arg));
    const quiz = drive({ args });
    await quiz.waitFor('What next?');
    await quiz.keys('n', 'enter');
    await quiz.waitFor('1/5 ');
  });
});
