import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import type { Signal, World } from '#shell/system/world.ts';
import { type Happening, readKeys } from '#shell/terminal/keys/key-reader.ts';

/** A keyboard that hears what is typed and signalled; what happened is noted. */
function keyboard() {
  const stdin = new PassThrough();
  let signal: (signal: Signal) => void = () => {};
  const world = {
    ...{ stdin, stdout: new PassThrough(), platform: 'linux', env: {} },
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
    reader,
    heard,
    jobs,
  };
}

it('an Escape that nothing follows for a while means nothing, and what comes then is typed', async () => {
  const { type, heard } = keyboard();
  type('\u001b');
  await sleep(150);
  type('[A');
  await sleep(20);
  expect(heard).toEqual([
    { type: 'typed', text: '[' },
    { type: 'typed', text: 'A' },
  ]);
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
