import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Signal, World } from '#shell/system/world.ts';
import { type Happening, readKeys } from '#shell/terminal/keys/key-reader.ts';

/** A keyboard that hears what is typed and signalled; what happened is noted. */
function keyboard(env: Readonly<Record<string, string>> = {}) {
  const stdin = new PassThrough();
  const stdout = new PassThrough();
  let signal: (signal: Signal) => void = () => {};
  const world = {
    ...{ stdin, stdout, platform: 'linux', env },
    onSignal: (callback: (signal: Signal) => void) => {
      signal = callback;
      return () => {};
    },
  } as unknown as World;
  const jobs: string[] = [];
  const reader = readKeys(world, { stop: () => jobs.push('stop'), measure: () => jobs.push('measure') });
  onTestFinished(() => reader.close());
  const heard: Happening[] = [];
  reader.listen((happening) => heard.push(happening));
  return {
    type: (text: string) => stdin.write(text),
    signal: (name: Signal) => signal(name),
    written: () => String(stdout.read() ?? ''),
    reader,
    heard,
    jobs,
  };
}

it('an Escape that nothing follows for a while is that key, and what comes then is typed', async () => {
  const { type, heard } = keyboard();
  type('\u001b');
  await sleep(150);
  type('[A');
  await sleep(20);
  expect(heard).toEqual([{ type: 'escape' }, { type: 'typed', text: '[' }, { type: 'typed', text: 'A' }]);
});

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s ends with %i', (name, code) => {
  const { signal, heard, reader } = keyboard();
  signal(name);
  expect([heard, reader.ended()]).toEqual([[{ type: 'ended', code }], code]);
});

it('Ctrl-Z stops the program, which goes on by itself if nothing has stopped it', async () => {
  const { type, heard, jobs } = keyboard();
  type('\u001a');
  await sleep(250);
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
  expect([jobs, heard]).toEqual([['stop', 'measure'], [{ type: 'resumed' }]]);
});

it('asks the terminal once whether it marks pastes, and then takes what it does not mark for typed', async () => {
  const { type, heard, written, reader } = keyboard();
  expect(written()).not.toContain('$p');
  await reader.settled();
  await reader.settled();
  expect(written()).toBe('\u001b[?2004$p\r\u001b[K');
  type('ab1\r');
  await sleep(20);
  type('\u001b[?2004;1$y');
  type('ab1\r');
  await sleep(20);
  const keys = ['a', 'b', '1'].map((text) => ({ type: 'typed', text }));
  expect(heard).toEqual([{ type: 'pasted', text: 'ab1' }, ...keys, { type: 'enter' }]);
});

it('tmux need not be asked: it marks pastes', async () => {
  const { type, heard, written, reader } = keyboard({ TMUX: '/tmp/tmux-0/default,1,0' });
  await reader.settled();
  expect(written()).not.toContain('$p');
  type('ab1\r');
  await sleep(20);
  expect(heard).toHaveLength(4);
});

it('a reply that is cut off is waited for half a second, and what comes then is typed', async () => {
  const { type, heard } = keyboard();
  type('\u001b]11;rgb:');
  await sleep(150);
  type('1e1e');
  await sleep(700);
  type('q');
  await sleep(20);
  expect(heard).toEqual([{ type: 'typed', text: 'q' }]);
});
