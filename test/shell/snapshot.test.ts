import { appendFileSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { foldAll } from '../../src/core/fold.ts';
import { seeded } from '../../src/core/random.ts';
import { examine } from '../../src/shell/examine.ts';
import { openHistory } from '../../src/shell/history.ts';
import { logFiles } from '../../src/shell/read-log.ts';
import { guardOf, hasSnapshot, loadSnapshot, snapshotPath } from '../../src/shell/snapshot.ts';
import { linesOf, review, stamped } from '../events.ts';
import { tempFolder } from '../temp.ts';

const all = [
  stamped(review('alpha'), 1, '2026-03-01T10:00:00Z'),
  stamped(review('beta', { rating: 'again', verdict: 'wrong' }), 2, '2026-03-01T10:01:00Z'),
  stamped({ type: 'suspended', item: 'gamma' }, 3, '2026-03-01T10:02:00Z'),
  stamped({ type: 'flagged', item: 'beta' }, 4, '2026-03-01T10:03:00Z'),
  stamped(review('alpha'), 5, '2026-03-07T10:00:00Z'),
];

/** A data directory with a log and the snapshot of it. */
function saved() {
  const root = tempFolder();
  const [events, cache] = [join(root, 'events'), join(root, 'cache')];
  mkdirSync(events);
  const log = join(events, 'laptop.jsonl');
  writeFileSync(log, linesOf(all));
  openHistory(events, cache).save();
  return {
    events,
    cache,
    log,
    path: snapshotPath(cache),
    load: () => loadSnapshot(cache, logFiles(events), new Map()),
  };
}

/** Changes what a snapshot says and makes its checksum right again. */
function forge(path: string, change: (body: string) => string): void {
  const body = change(readFileSync(path, 'utf8').replace(/^.*\n/, ''));
  writeFileSync(path, `${crc32(body)}\n${body}`);
}

describe('a snapshot', () => {
  it('gives back every state', () => {
    expect(saved().load()?.states).toEqual(foldAll(all));
  });

  it('leaves nothing else behind in the cache', () => {
    expect(readdirSync(saved().cache)).toEqual(['snapshot.json']);
  });

  it('is thrown away for one flipped bit anywhere, and where it was cut', () => {
    const { path, load, events, cache } = saved();
    const good = readFileSync(path);
    const random = seeded('snapshot');
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(good);
      const place = Math.floor(random() * bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(path, round % 2 === 0 ? bytes : bytes.subarray(0, place));
      expect(load()).toBeUndefined();
    }
    expect(new Map(openHistory(events, cache).states)).toEqual(foldAll(all));
  });

  it.each([
    ['another model', (body: string) => body.replace('retention 0.9', 'retention 0.8')],
    ['other former ids', (body: string) => body.replace('[]]"', '[[\\"old\\",\\"alpha\\"]]]"')],
    ['another shape', (body: string) => body.replace('"states":', '"state":')],
    ['no states but a word', (body: string) => body.replace(/"states":.*/, '"states":"none"}')],
    ['states of another shape', (body: string) => body.replace(/"states":.*/, '"states":[["alpha"]]}')],
    ['bookmarks of another shape', (body: string) => body.replace(/"upTo":\d+/, '"upTo":"far"')],
  ])('of %s is thrown away', (_, change) => {
    const { path, load, events, cache } = saved();
    const before = readFileSync(path, 'utf8');
    forge(path, change);
    expect(readFileSync(path, 'utf8')).not.toBe(before);
    expect(load()).toBeUndefined();
    expect(new Map(openHistory(events, cache).states)).toEqual(foldAll(all));
  });

  it('is thrown away where the log is not the one it was made from', () => {
    const { load, log } = saved();
    truncateSync(log, 100);
    expect(load()).toBeUndefined();
  });

  it('outlives what is appended', () => {
    const { load, log } = saved();
    appendFileSync(log, linesOf([stamped(review('delta'), 6, '2026-03-08T10:00:00Z')]));
    expect(load()?.states).toEqual(foldAll(all));
  });
});

describe('a snapshot that lies with a right checksum', () => {
  it('is found by looking at everything, and is thrown away', () => {
    const { path, events, cache } = saved();
    const known = new Set(['alpha', 'beta', 'gamma']);
    expect(examine({ events, cache }, new Map(), known)).toMatchObject({ snapshot: 'agrees', gone: [] });
    forge(path, (body) => body.replace('"gamma"', '"delta"'));
    expect([...openHistory(events, cache).states.keys()]).toContain('delta');
    expect(examine({ events, cache }, new Map(), known)).toMatchObject({ snapshot: 'wrong' });
    expect(hasSnapshot(cache)).toBe(false);
    expect(examine({ events, cache }, new Map(), known)).toMatchObject({ snapshot: 'none' });
    expect(new Map(openHistory(events, cache).states)).toEqual(foldAll(all));
  });
});

it('a guard tells where a file is too short', () => {
  const { log } = saved();
  expect(guardOf(log, 0)).toBe(0);
  expect(guardOf(log, 10_000)).toBe(-1);
});
