import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettled, type SettledReading } from '#shell/bank/read-settled.ts';
import { type FileStamp, restTimeOf } from '#shell/system/stamp.ts';

/** What others do to the files between two steps of a reading. */
type Edit =
  | { readonly type: 'write'; readonly name: string; readonly text: string }
  | { readonly type: 'add' | 'remove'; readonly name: string }
  | { readonly type: 'swap'; readonly name: string; readonly with: string }
  /** Writes, and sets the time of change back to what it was. */
  | { readonly type: 'forge'; readonly name: string; readonly text: string };

interface File {
  readonly text: string;
  readonly mtime: bigint;
  readonly ctime: bigint;
  readonly ino: number;
}

const ns = (ms: number) => BigInt(Math.round(ms * 1e6));

/** A folder on a disk that is not there, whose clock ticks every so many milliseconds. */
function diskOf(tickMs: number) {
  let now = 1_800_000_000_123;
  let inodes = 10;
  const time = () => (ns(now) / ns(tickMs)) * ns(tickMs);
  let folder = time();
  const old = { mtime: folder, ctime: folder };
  const files = new Map<string, File>([
    ['a', { text: 'one', ...old, ino: 1 }],
    ['b', { text: 'two', ...old, ino: 2 }],
  ]);
  now += 60_000;
  const put = (name: string, text: string, mtime = time()) =>
    files.set(name, { text, mtime, ctime: time(), ino: files.get(name)?.ino ?? ++inodes });
  const edit = (change: Edit) => {
    const file = files.get(change.name);
    if (change.type === 'add' ? file !== undefined : file === undefined) return;
    switch (change.type) {
      case 'write':
        put(change.name, change.text);
        break;
      case 'forge':
        put(change.name, change.text, file?.mtime);
        break;
      case 'swap': {
        const other = files.get(change.with);
        if (other === undefined || file === undefined) return;
        files.set(change.name, other).set(change.with, file);
        folder = time();
        break;
      }
      case 'add':
        put(change.name, 'new');
        folder = time();
        break;
      case 'remove':
        files.delete(change.name);
        folder = time();
        break;
      default:
        change satisfies never;
    }
  };
  const stampOf = (path: string): FileStamp => {
    if (path === '/') return { text: `folder:${folder}`, times: [folder] };
    const file = files.get(path);
    if (file === undefined) return { text: 'gone', times: [] };
    const { text, mtime, ctime, ino } = file;
    return { text: [text.length, mtime, ctime, ino].join(':'), times: [mtime, ctime] };
  };
  const read = () => [...files].map(([name, { text }]) => `${name}=${text}`).sort();
  const pathsOf = (lines: readonly string[]) => ['/', ...lines.map((line) => line.replace(/=.*/, ''))];
  return { edit, stampOf, read, pathsOf, now: () => now, pass: (ms: number) => (now += ms) };
}

/** The doors to such a disk, with what happens before each step. */
function doorsTo(disk: ReturnType<typeof diskOf>, happen: () => void): SettledReading<readonly string[]> {
  const stepped =
    <A extends readonly unknown[], R>(door: (...words: A) => R) =>
    (...words: A): R => {
      happen();
      return door(...words);
    };
  return {
    read: stepped(disk.read),
    pathsOf: disk.pathsOf,
    stampOf: stepped(disk.stampOf),
    unrest: (stamp) => restTimeOf(stamp, disk.now()),
    wait: async (ms) => void disk.pass(ms),
  };
}

const name = fc.constantFrom('a', 'b', 'c');
const text = fc.constantFrom('one', 'two', 'six', 'three');
const edits = fc.oneof(
  fc.record({ type: fc.constantFrom('write' as const, 'forge' as const), name, text }),
  fc.record({ type: fc.constantFrom('add' as const, 'remove' as const), name }),
  fc.record({ type: fc.constant('swap' as const), name, with: name }),
);
/** For each step what happens before it, and how much time goes by. */
const story = fc.array(fc.tuple(fc.option(edits, { freq: 3 }), fc.constantFrom(0, 0.2, 3, 40, 900)), {
  maxLength: 40,
});

describe('a reading of files that others write', () => {
  it.each([0.000001, 4, 16, 1000, 2000])(
    'with stamps belongs to them, whatever is done before, between and after the steps (clock of %d ms)',
    async (tickMs) => {
      await fc.assert(
        fc.asyncProperty(story, fc.array(edits, { maxLength: 3 }), async (steps, later) => {
          const disk = diskOf(tickMs);
          let at = 0;
          const { read, stamps } = await readSettled(
            doorsTo(disk, () => {
              const [change, ms] = steps[at++] ?? [null, 1];
              if (change !== null) disk.edit(change);
              disk.pass(ms);
            }),
          );
          // Those who come later, at once or not, take what was read for what is there only if it is.
          for (const change of [undefined, ...later]) {
            if (change !== undefined) disk.edit(change);
            const same = stamps?.every(([path, stamp]) => disk.stampOf(path).text === stamp);
            if (same === true) expect(read).toEqual(disk.read());
          }
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('of files that rest takes two readings and no wait', async () => {
    const disk = diskOf(4);
    let [readings, waits] = [0, 0];
    const doors = doorsTo(disk, () => {});
    const { stamps } = await readSettled({
      ...doors,
      read: () => {
        readings += 1;
        return doors.read();
      },
      wait: async () => {
        waits += 1;
      },
    });
    expect([readings, waits, stamps?.map(([path]) => path)]).toEqual([2, 0, ['/', 'a', 'b']]);
  });

  it('of a file that was saved just before waits for the next tick, and then knows it', async () => {
    const disk = diskOf(4);
    disk.edit({ type: 'write', name: 'a', text: 'six' });
    expect(await readSettled(doorsTo(disk, () => {}))).toMatchObject({
      read: ['a=six', 'b=two'],
      stamps: [
        ['/', expect.anything()],
        ['a', expect.anything()],
        ['b', expect.anything()],
      ],
    });
  });

  it('of files that never rest is the last one, without stamps', async () => {
    const disk = diskOf(4);
    let n = 0;
    const restless = doorsTo(disk, () => {
      disk.edit({ type: 'write', name: 'a', text: String(n++) });
      disk.pass(500);
    });
    const { read, stamps } = await readSettled(restless);
    expect([read, stamps]).toEqual([disk.read(), undefined]);
  });
});
