import { execFileSync, spawnSync } from 'node:child_process';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { quoted } from '../program.ts';
import { tempFolder } from '../temp.ts';
import { kindsQuiz } from './driver.ts';

const absent = spawnSync('tmux', ['-V']).error !== undefined;

/** A shell with job control in a tmux of its own, at its first prompt. */
async function openTmux(columns: number, rows: number) {
  const folder = tempFolder();
  const env = environment(folder);
  // The socket is named from its folder: the whole path may be longer than the system lets one be.
  const tmux = (...args: readonly string[]) =>
    execFileSync('tmux', ['-S', 'socket', '-f', '/dev/null', ...args], {
      encoding: 'utf8',
      cwd: folder,
      env,
    });
  const size = ['-x', String(columns), '-y', String(rows)];
  tmux('new-session', '-d', ...size, 'bash', '--norc', '--noprofile');
  onTestFinished(() => void tmux('kill-server'));
  const lines = () => tmux('capture-pane', '-p').trimEnd().split('\n');
  const waitUntil = async (what: string, holds: () => boolean) => {
    const until = Date.now() + 20_000;
    while (!holds()) {
      if (Date.now() > until) throw new Error(`never ${what}\n---\n${lines().join('\n')}\n---`);
      await pause(30);
    }
  };
  const prompted = () => waitUntil('back at the prompt', () => lines().at(-1) === '$');
  await prompted();
  return {
    lines,
    async keys(...names: readonly string[]) {
      for (const name of names) {
        tmux('send-keys', '--', name);
        await pause(120);
      }
    },
    /** Types a line at the prompt of an empty screen: what is waited for next is not what stood there before. */
    async line(text: string) {
      await prompted();
      tmux('send-keys', 'C-l');
      await waitUntil('cleared', () => lines().join('\n') === '$');
      tmux('send-keys', '-l', '--', text);
      tmux('send-keys', 'Enter');
    },
    async resize(width: number, height: number) {
      tmux('resize-window', '-x', String(width), '-y', String(height));
      await pause(400);
    },
    waitFor: (pattern: RegExp) => waitUntil(`shown: ${pattern}`, () => pattern.test(lines().join('\n'))),
  };
}

/** What the shell is told: nothing of whoever runs the tests, whose prompt, history and login shell may be any. */
function environment(folder: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    HISTFILE: '',
    SHELL: '/bin/sh',
    LC_ALL: 'C.UTF-8',
    PS1: '$ ',
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const quiz = (lang: string) => quoted([process.execPath, ...kindsQuiz(lang)]);
const asking = /^1\/9 [\s\S]*^>$/m;

describe('in tmux', () => {
  beforeEach((context) => context.skip(absent, 'tmux is not installed'));

  test('Ctrl-Z stops, fg goes on where it was', async () => {
    const shell = await openTmux(80, 40);
    await shell.line(quiz('en'));
    await shell.waitFor(asking);
    await shell.keys('Down', 'C-z');
    await shell.waitFor(/Stopped/);
    await shell.line('stty -a');
    await shell.waitFor(/ icanon[\s\S]* echo /);
    await shell.line('fg');
    await shell.waitFor(asking);
    const lines = shell.lines();
    expect(lines.filter((line) => line.startsWith('1/9 '))).toHaveLength(1);
    expect(lines.slice(-7).filter((line) => line.startsWith('> '))).toEqual([
      expect.stringMatching(/^> 1\./),
    ]);
    await shell.keys('1');
    await shell.waitFor(/^Enter next/m);
    await shell.keys('C-z');
    await shell.waitFor(/Stopped/);
    await shell.line('fg');
    await shell.waitFor(/^Enter next/m);
    await shell.keys('C-c');
    await shell.waitFor(/All your answers are saved/);
    await shell.line('echo code=$?; stty -a');
    await shell.waitFor(/code=130[\s\S]* icanon[\s\S]* echo /);
  });

  test('it stops also as a part of another program, as `npm start` is', async () => {
    const shell = await openTmux(80, 40);
    await shell.line(quoted(['sh', '-c', `${quiz('en')}; echo end`]));
    await shell.waitFor(asking);
    await shell.keys('C-z');
    await shell.waitFor(/Stopped/);
    await shell.line('fg');
    await shell.waitFor(asking);
    await shell.keys('q');
    await shell.waitFor(/^end$/m);
  });

  test.each(['en', 'zh'])('80 to 40 to 80 columns, %s', async (lang) => {
    const shell = await openTmux(80, 40);
    await shell.line(`${quiz(lang)}; echo ended`);
    await shell.waitFor(asking);
    await shell.keys('?', 'Down');
    const before = shell.lines();
    const question = before.slice(before.findIndex((line) => line.startsWith('1/9 ')));
    await shell.resize(40, 40);
    expect(shell.lines().filter((line) => line.startsWith('1/9 '))).toHaveLength(1);
    expect(shell.lines().at(-1)).toBe('>');
    await shell.resize(80, 40);
    const after = shell.lines();
    expect(after.slice(after.findIndex((line) => line.startsWith('1/9 ')))).toEqual(question);
    await shell.keys('q');
    await shell.waitFor(/^ended$/m);
  });
});
