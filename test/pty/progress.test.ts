import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { builtProgram, quoted } from '../program.ts';
import { tempFolder } from '../temp.ts';
import { type Driven, drive } from './driver.ts';

/** Work of a hundred steps in a terminal of so many columns, under a shell that says how it ended. */
async function working(columns: number, milliseconds: number): Promise<Driven> {
  const script = join(tempFolder(), 'slow-work.cjs');
  await build({
    absWorkingDir: builtProgram.root,
    entryPoints: ['test/pty/slow-work.ts'],
    outfile: script,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
  });
  const command = quoted([process.execPath, script, String(milliseconds)]);
  return drive({
    command: 'bash',
    args: ['--norc', '-c', `trap : INT; ${command}; echo "ended with $?"`],
    columns,
  });
}

it('a terminal of twenty columns shows how much is done, and nothing of it when all is', async () => {
  const terminal = await working(20, 20);
  await terminal.waitFor(/^\d+% reading your$/m);
  await terminal.ended;
  expect(terminal.everything()).toEqual(['ended with 0']);
  expect(terminal.overflows()).toEqual([]);
});

it('Ctrl-C ends the work between two steps and leaves its line clean', async () => {
  const terminal = await working(40, 50);
  await terminal.waitFor('% reading your answers');
  await terminal.keys('ctrl-c');
  await terminal.ended;
  expect(terminal.everything()).toEqual(['ended with 130']);
  expect(terminal.cursor().column).toBe(0);
});

it('a check of many questions shows how much is done, and Ctrl-C ends it', async () => {
  const folder = join(tempFolder(), 'decks');
  mkdirSync(folder);
  // Enough for more than a second on any machine; most of it is never read.
  const entries = sampleDeck.slice(sampleDeck.indexOf('  - id'));
  const text = `title: Many\nitems:\n${entries.repeat(50)}`;
  for (let i = 0; i < 600; i++) writeFileSync(join(folder, `${i}.yaml`), text);
  const command = quoted([process.execPath, builtProgram.script, 'check', '--no-cache', folder]);
  const terminal = drive({
    command: 'bash',
    args: ['--norc', '-c', `trap : INT; ${command}; echo "ended with $?"`],
    columns: 60,
  });
  await terminal.waitFor(/^\d+% checking the questions$/m);
  await terminal.keys('ctrl-c');
  await terminal.ended;
  expect(terminal.everything()).toEqual(['ended with 130']);
});
