import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Watched, watchPaths } from '#shell/bank/watch-paths.ts';
import type { Signal } from '#shell/system/world.ts';
import { tempFolder } from '../temp.ts';

/** A bank of one deck that is watched: by its folder, or by the deck. */
async function watched(by: 'folder' | 'deck') {
  const root = tempFolder();
  const folder = join(root, 'bank');
  mkdirSync(folder);
  const deck = join(folder, 'a.yaml');
  writeFileSync(deck, 'title: A\n');
  await setTimeout(60);
  let signal: ((name: Signal) => void) | undefined;
  const onSignal = (callback: (name: Signal) => void) => {
    signal = callback;
    return () => {};
  };
  const watcher = watchPaths({ onSignal }, [by === 'folder' ? folder : deck]);
  onTestFinished(() => watcher.close());
  await setTimeout(200);
  let waiting: Promise<Watched['type']> | undefined;
  /** What happens within a second or so, or nothing. */
  const next = async (): Promise<Watched['type'] | 'nothing'> => {
    waiting ??= watcher.next().then(({ type }) => type);
    const happened = await Promise.race([waiting, setTimeout(1200, 'nothing' as const)]);
    if (happened !== 'nothing') waiting = undefined;
    return happened;
  };
  return { root, folder, deck, next, signal: (name: Signal) => signal?.(name), watcher };
}

describe.each(['folder', 'deck'] as const)('a bank that is watched by its %s', (by) => {
  it.each([
    ['a write in place', ({ deck }) => writeFileSync(deck, 'title: B\n')],
    [
      'a file moved into its place',
      ({ root, deck }) => {
        writeFileSync(join(root, 'x'), 'title: B\n');
        renameSync(join(root, 'x'), deck);
      },
    ],
    ['sources that come beside it', ({ folder }) => writeFileSync(join(folder, 'sources.yaml'), '')],
    ['sources that come above it', ({ root }) => writeFileSync(join(root, 'sources.yaml'), '')],
  ] satisfies [string, (at: Awaited<ReturnType<typeof watched>>) => void][])(
    'tells of %s',
    async (_, act) => {
      const at = await watched(by);
      act(at);
      expect(await at.next()).toBe('changed');
    },
  );

  it('tells once of writes that follow each other at once, when the last is done', async () => {
    const { deck, next } = await watched(by);
    writeFileSync(deck, 'title: B\n');
    for (const ms of [5, 15, 40]) {
      await setTimeout(ms);
      writeFileSync(deck, `title: B${ms}\n`);
    }
    const last = Date.now();
    expect(await next()).toBe('changed');
    expect(Date.now() - last).toBeGreaterThan(40);
    expect(await next()).toBe('nothing');
  });

  it('tells nothing of files that are no part of it', async () => {
    const { root, folder, next } = await watched(by);
    writeFileSync(join(folder, 'notes.txt'), '');
    writeFileSync(join(folder, '.a.yaml.swp'), '');
    mkdirSync(join(root, 'node_modules'));
    writeFileSync(join(root, 'node_modules', 'x.yaml'), '');
    expect(await next()).toBe('nothing');
  });

  it('tells that it is gone and that it is back, and goes on watching', async () => {
    const { folder, deck, next } = await watched(by);
    rmSync(folder, { recursive: true });
    const heard: string[] = [];
    while (heard.at(-1) !== 'gone' && heard.length < 3) heard.push(await next());
    expect(heard.at(-1)).toBe('gone');
    mkdirSync(folder);
    writeFileSync(deck, 'title: B\n');
    expect(await next()).toBe('back');
    await setTimeout(300);
    writeFileSync(deck, 'title: C\n');
    expect(await next()).toBe('changed');
  });

  it('goes on watching where it was removed and made again at once', async () => {
    const { folder, deck, next } = await watched(by);
    rmSync(folder, { recursive: true });
    mkdirSync(folder);
    writeFileSync(deck, 'title: B\n');
    while ((await next()) !== 'nothing');
    writeFileSync(deck, 'title: C\n');
    expect(await next()).toBe('changed');
  });

  it('ends by a signal', async () => {
    const { signal, watcher } = await watched(by);
    signal('SIGTERM');
    expect(await watcher.next()).toEqual({ type: 'ended', code: 143 });
    expect(await watcher.next()).toEqual({ type: 'ended', code: 143 });
  });
});

it.each([
  ['a write', (folder: string) => writeFileSync(join(folder, 'a.yaml'), 'title: B\n')],
  ['a new file', (folder: string) => writeFileSync(join(folder, 'b.yaml'), 'title: B\n')],
  ['a file that goes', (folder: string) => rmSync(join(folder, 'a.yaml'))],
])('tells of %s before it was ready, or begun', async (_, act) => {
  for (const isBegun of [true, false]) {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.yaml'), 'title: A\n');
    await setTimeout(60);
    const since = Date.now();
    if (!isBegun) act(folder);
    const watcher = watchPaths({ onSignal: () => () => {} }, [folder], since);
    onTestFinished(() => watcher.close());
    if (isBegun) act(folder);
    expect(await watcher.next()).toEqual({ type: 'changed' });
  }
});
