import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aliasesOf } from '#core/bank/aliases.ts';
import { compileBank } from '#core/bank/compile.ts';
import { findStore, makeMemoryStore, openStore, writeStore } from '#shell/bank/bank-store.ts';
import { seal } from '#shell/system/sealed-file.ts';
import { UserError } from '#shell/system/world.ts';
import { bankWith, fixtureBank } from '../../fake-world.ts';
import { tempFolder } from '../../temp.ts';

const compiled = compileBank(fixtureBank(), Buffer.byteLength);

function written(stays = true) {
  const directory = join(tempFolder(), 'bank');
  writeStore(directory, compiled, 'the key', { stays });
  return { directory, lines: join(directory, 'items.jsonl'), index: join(directory, 'index.json') };
}

type Written = ReturnType<typeof written>;

/** Puts other bytes in the place of a file's, as many as there were. */
const filled = (path: string, byte: string | number) =>
  writeFileSync(path, readFileSync(path).fill(byte as string));

/** Writes over a file what is as long, with its times of change as they were. */
function forged(path: string, text: string): void {
  const { size, atime, mtime } = statSync(path);
  const bytes = Buffer.alloc(size, ' ');
  bytes.write(text);
  writeFileSync(path, bytes);
  utimesSync(path, atime, mtime);
}

const inPlaceOf = (path: string, put: (path: string) => void) => {
  rmSync(path);
  put(path);
};
const pipe = (path: string) => execFileSync('mkfifo', [path]);

/** All that can happen to a compiled bank on its disk. */
const damages: readonly (readonly [string, (at: Written) => void])[] = [
  ['half an index', ({ index }) => truncateSync(index, 100)],
  ['an index of zero bytes', ({ index }) => filled(index, 0)],
  ['an empty index', ({ index }) => truncateSync(index, 0)],
  ['an index that is null', ({ index }) => writeFileSync(index, 'null')],
  ['an index that is null, under its checksum', ({ index }) => writeFileSync(index, seal('null'))],
  ['an index that is {}', ({ index }) => writeFileSync(index, '{}')],
  [
    'an index with one other number',
    ({ index }) => writeFileSync(index, readFileSync(index, 'utf8').replace('"level":[1', '"level":[2')),
  ],
  ['a folder as its index', ({ index }) => inPlaceOf(index, mkdirSync)],
  ['a pipe as its index', ({ index }) => inPlaceOf(index, pipe)],
  ['a device as its index', ({ index }) => inPlaceOf(index, (path) => symlinkSync('/dev/zero', path))],
  ['an index that leads to itself', ({ index }) => inPlaceOf(index, (path) => symlinkSync(path, path))],
  ['no texts', ({ lines }) => rmSync(lines)],
  ['half its texts', ({ lines }) => truncateSync(lines, 1000)],
  ['more texts', ({ lines }) => appendFileSync(lines, '\n')],
  ['a folder as its texts', ({ lines }) => inPlaceOf(lines, mkdirSync)],
  ['a pipe as its texts', ({ lines }) => inPlaceOf(lines, pipe)],
  [
    'a file in the place of its folder',
    ({ directory }) => {
      rmSync(directory, { recursive: true });
      writeFileSync(directory, '');
    },
  ],
];

/** What only a stamp or a checksum of the texts can tell. */
const inTexts: readonly (readonly [string, (at: Written) => void])[] = [
  ['texts of zero bytes', ({ lines }) => filled(lines, 0)],
  ['texts of blanks', ({ lines }) => filled(lines, ' ')],
  ['texts that are {}', ({ lines }) => forged(lines, '{}')],
  ['texts that are null', ({ lines }) => forged(lines, 'null')],
  ['one other letter', ({ lines }) => forged(lines, readFileSync(lines, 'utf8').replace('yellow', 'yelloW'))],
  [
    'its texts in another order',
    ({ lines }) => forged(lines, readFileSync(lines, 'utf8').trimEnd().split('\n').reverse().join('\n')),
  ],
];

describe('a compiled bank on disk', () => {
  it.each([true, false])('gives back every item, in Chinese as in English (kept here: %s)', (stays) => {
    const store = openStore(written(stays).directory);
    const memory = makeMemoryStore(compiled);
    expect([...(store?.entries() ?? [])]).toEqual([...memory.entries()]);
    expect(store?.entry('a-choice')?.item.stem).toEqual({
      en: 'Which fruit is yellow?',
      zh: '哪种水果是黄色的？',
    });
    expect(store?.entry('nothing')).toBeUndefined();
    expect(store?.index).toEqual(compiled.index);
    expect(store?.statements()).toEqual([]);
  });

  it('that is not there is none', () => {
    const at = written();
    rmSync(at.index);
    expect(findStore(at.directory)).toEqual({ type: 'none' });
    expect(findStore(join(at.directory, 'deeper'))).toEqual({ type: 'none' });
  });

  it('of another key, or of another format, is outdated', () => {
    const at = written();
    expect(findStore(at.directory, (key) => key !== 'the key')).toEqual({ type: 'outdated' });
    const text = readFileSync(at.index, 'utf8')
      .replace(/^.*\n/, '')
      .replace(/"format":\d+/, '"format":0');
    writeFileSync(at.index, seal(text));
    expect(findStore(at.directory)).toEqual({ type: 'outdated' });
  });

  it('is no excuse for a mistake of ours', () => {
    const mistake = () => {
      throw new TypeError('ours');
    };
    expect(() => findStore(written().directory, mistake)).toThrow('ours');
  });

  it.each([
    ['without a column', { ids: undefined }],
    ['with a shorter column', { level: [] }],
    ['with another number of items in a deck', { decks: [{ name: 'a', title: 'A', items: 1 }] }],
    ['with decks that are none', { decks: [null] }],
    ['with facts that are a word', { facts: 'none' }],
  ])('whose index is sealed %s is damaged', (_, change) => {
    const at = written();
    const stored = JSON.parse(readFileSync(at.index, 'utf8').replace(/^.*\n/, ''));
    writeFileSync(at.index, seal(JSON.stringify({ ...stored, index: { ...stored.index, ...change } })));
    expect(findStore(at.directory)).toEqual({ type: 'damaged' });
  });

  it.each(damages)('with %s is damaged', (_, damage) => {
    for (const stays of [true, false]) {
      const at = written(stays);
      damage(at);
      expect(findStore(at.directory)).toMatchObject({ type: 'damaged' });
      expect(openStore(at.directory)).toBeUndefined();
    }
  });

  it.each(inTexts)('that was written here is damaged with %s, before any is read', (_, damage) => {
    const at = written();
    damage(at);
    expect(findStore(at.directory)).toEqual({ type: 'damaged' });
  });

  it.each(inTexts)('that ships with the program says what to do with %s, and never shows it', (_, damage) => {
    const at = written(false);
    damage(at);
    const [store, memory] = [openStore(at.directory), makeMemoryStore(compiled)];
    const said = compiled.index.heads.map(({ id }) => {
      try {
        expect(store?.entry(id)).toEqual(memory.entry(id));
        return 'whole';
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return error.message;
      }
    });
    expect(said).toContain(`The bank in ${at.directory} is damaged. Reinstall llmquiz.`);
    expect(new Set(said).size).toBeLessThanOrEqual(2);
  });

  it('whose texts change once it is open is thrown away, and says so', () => {
    const at = written();
    const store = openStore(at.directory);
    filled(at.lines, 0);
    expect(() => store?.entry('a-choice')).toThrow(/was damaged and has been deleted\. Start llmquiz again/);
    expect(findStore(at.directory)).toEqual({ type: 'none' });
  });

  it.each<readonly [string, (at: Written) => void]>([
    [
      'is written again',
      ({ directory }) =>
        writeStore(
          directory,
          compileBank(
            bankWith((item) => ({ ...item, level: 3 })),
            Buffer.byteLength,
          ),
          'new',
          { stays: true },
        ),
    ],
    ['is removed', ({ directory }) => rmSync(directory, { recursive: true })],
    ['is moved away', ({ directory }) => renameSync(directory, `${directory}-old`)],
  ])('that is held gives back every item when it %s, at once or later', async (_, change) => {
    for (const isLate of [false, true]) {
      const at = written();
      const store = openStore(at.directory);
      const held = store?.hold();
      if (isLate) await held;
      change(at);
      expect(store?.entry('a-multi')).toEqual(makeMemoryStore(compiled).entry('a-multi'));
      await held;
      expect([...(store?.entries() ?? [])]).toEqual([...makeMemoryStore(compiled).entries()]);
    }
  });

  it.each<readonly [string, (at: Written) => void]>([
    ['is cut short in place', ({ lines }) => truncateSync(lines, 100)],
    ['is written over in place', ({ lines }) => filled(lines, 0)],
  ])('that is held gives back every item when it %s', async (_, change) => {
    const at = written();
    const store = openStore(at.directory);
    await store?.hold();
    change(at);
    expect(store?.entry('a-multi')).toEqual(makeMemoryStore(compiled).entry('a-multi'));
    expect([...(store?.entries() ?? [])]).toEqual([...makeMemoryStore(compiled).entries()]);
  });

  it('that two write at once belongs to one of them, or is none', () => {
    const other = compileBank(
      bankWith((item) => ({ ...item, level: 3 })),
      Buffer.byteLength,
    );
    const [one, two] = [written(), written()];
    writeStore(two.directory, other, 'the key', { stays: true });
    for (const [index, lines] of [
      [one.index, two.lines],
      [two.index, one.lines],
    ] as const) {
      const mixed = join(tempFolder(), 'bank');
      mkdirSync(mixed);
      copyFileSync(index, join(mixed, 'index.json'));
      copyFileSync(lines, join(mixed, 'items.jsonl'));
      expect(findStore(mixed)).toEqual({ type: 'damaged' });
    }
  });
});

it('former ids lead to the ids of now', () => {
  const bank = bankWith((item) => (item.id === 'a-choice' ? { ...item, formerIds: ['one', 'two'] } : item));
  expect([...aliasesOf(compileBank(bank, Buffer.byteLength).index)]).toEqual([
    ['one', 'a-choice'],
    ['two', 'a-choice'],
  ]);
});
