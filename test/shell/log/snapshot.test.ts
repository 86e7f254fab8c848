import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import { examine } from '#shell/log/examine.ts';
import { openHistory } from '#shell/log/history.ts';
import { listLogs } from '#shell/log/read-log.ts';
import { guardOf, hasSnapshot, loadSnapshot, saveSnapshot, snapshotPathIn } from '#shell/log/snapshot.ts';
import { folded, linesOf, review, stamped } from '../../events.ts';
import { tempFolder } from '../../temp.ts';

const all = [
  stamped(review('alpha'), 1, '2026-03-01T10:00:00Z'),
  stamped(review('beta', { rating: 'again', verdict: 'wrong' }), 2, '2026-03-01T10:01:00Z'),
  stamped({ type: 'suspended', item: 'gamma' }, 3, '2026-03-01T10:02:00Z'),
  stamped({ type: 'noted', item: 'beta', text: 'as in BERT' }, 4, '2026-03-01T10:03:00Z'),
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
    path: snapshotPathIn(cache),
    load: () => {
      const loaded = loadSnapshot(cache, listLogs(events), shippedClaimOf());
      return loaded.type === 'loaded' ? loaded.snapshot : undefined;
    },
    found: () => loadSnapshot(cache, listLogs(events), shippedClaimOf()).type,
  };
}

/** Changes what a snapshot says and makes its checksum right again. */
function forge(path: string, change: (body: string) => string): void {
  const body = change(readFileSync(path, 'utf8').replace(/^.*\n/, ''));
  writeFileSync(path, `${crc32(body)}\n${body}`);
}

/** What a snapshot says, with lines of a newer format at the end of a log. */
const withNewer = (body: string, newer: unknown) =>
  body.replace('"torn":0', `"torn":0,"newer":${JSON.stringify(newer)}`);

describe('a snapshot', () => {
  it('gives back every state', () => {
    expect(saved().load()?.states).toEqual(folded(all));
  });

  it('leaves nothing else behind in the cache', () => {
    expect(readdirSync(saved().cache)).toEqual(['snapshot.json']);
  });

  it('is thrown away for one flipped bit anywhere, and where it was cut', () => {
    const { path, load, events, cache } = saved();
    const good = readFileSync(path);
    const random = randomFrom('snapshot');
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(good);
      const place = Math.floor(random() * bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
      writeFileSync(path, round % 2 === 0 ? bytes : bytes.subarray(0, place));
      expect(load()).toBeUndefined();
    }
    expect(new Map(openHistory(events, cache).states)).toEqual(folded(all));
  });

  it.each([
    ['another model', 'outdated', (body: string) => body.replace('retention 0.9', 'retention 0.8')],
    ['a newer build', 'outdated', (body: string) => body.replace('"[8,', '"[9,')],
    ['a newer build that says it otherwise', 'outdated', () => '{"key":"6","pages":[]}'],
    ['other former ids', 'outdated', (body: string) => body.replace(',[],', ',[[\\"old\\",\\"alpha\\"]],')],
    ['nothing', 'damaged', () => 'null'],
    ['half a value', 'damaged', (body: string) => body.slice(0, 200)],
    ['another shape', 'damaged', (body: string) => body.replace('"states":', '"state":')],
    ['no states but a word', 'damaged', (body: string) => body.replace(/"states":.*/, '"states":"none"}')],
    [
      'states of another shape',
      'damaged',
      (body: string) => body.replace(/"states":.*/, '"states":[["alpha"]]}'),
    ],
    ['fewer states than items', 'damaged', (body: string) => body.replace('"alpha",', '')],
    ['no device', 'damaged', (body: string) => body.replace('"devices":["laptop"]', '"devices":[]')],
    ['bookmarks of another shape', 'damaged', (body: string) => body.replace(/"upTo":\d+/, '"upTo":"far"')],
    ['a guard of another shape', 'damaged', (body: string) => body.replace(/"guard":-?\d+/, '"guard":1.5')],
    ['events that are no count', 'damaged', (body: string) => body.replace(/"events":\d+/, '"events":null')],
    ['no count of lines', 'damaged', (body: string) => body.replace('"unreadable":0', '"unreadable":"0"')],
    ['half a torn line', 'damaged', (body: string) => body.replace('"torn":0', '"torn":0.5')],
    ['counts of another shape', 'damaged', (body: string) => body.replace(/"seqs":\{[^}]*\}/, '"seqs":5')],
    ['a count that is none', 'damaged', (body: string) => body.replace(/"laptop":\d+/, '"laptop":"5"')],
    [
      'a bookmark that is none',
      'damaged',
      (body: string) => body.replace(/"logs":\{.*?\}\}/, '"logs":{"a":1'),
    ],
    ['one bookmark of two', 'damaged', (body: string) => body.replace('"logs":{', '"logs":{"a.jsonl":{},')],
    [
      'bookmarks that are a word',
      'damaged',
      (body: string) => body.replace('"logs":{', '"logs":"x","more":{'),
    ],
    ['a newer format of another shape', 'damaged', (body: string) => withNewer(body, 7)],
    ['a newer format without a number', 'damaged', (body: string) => withNewer(body, { lines: 1 })],
    ['a newer format without lines', 'damaged', (body: string) => withNewer(body, { format: 7 })],
    ['no clocks', 'damaged', (body: string) => body.replace('"clocks":{', '"clock":{')],
    ['clocks without a moment', 'damaged', (body: string) => body.replace('"latest":', '"late":')],
    ['clocks of no devices', 'damaged', (body: string) => body.replace('"of":[[', '"of":[[[')],
    [
      'a clock of another shape',
      'damaged',
      (body: string) => body.replace('"isAstray":false', '"isAstray":0'),
    ],
    ['a clock without a stamp', 'damaged', (body: string) => body.replace(/"last":\d+/, '"last":null')],
    ['a span that is none', 'damaged', (body: string) => body.replace('"spans":[]', '"spans":[{"from":1}]')],
    ['a note that is none', 'damaged', (body: string) => body.replace('"as in BERT"', '7')],
    ['a list', 'damaged', () => '[]'],
    ['no key', 'damaged', (body: string) => body.replace('"key":"', '"lock":"')],
  ])('of %s is %s, and the log is read instead', (_, found, change) => {
    const at = saved();
    const before = readFileSync(at.path, 'utf8');
    forge(at.path, change);
    expect(readFileSync(at.path, 'utf8')).not.toBe(before);
    expect(at.found()).toBe(found);
    expect(new Map(openHistory(at.events, at.cache).states)).toEqual(folded(all));
  });

  it('may have lines of a newer format, and need not be there', () => {
    const { path, found } = saved();
    forge(path, (body) => withNewer(body, { format: 7, lines: 1, alike: true }));
    expect(found()).toBe('loaded');
    rmSync(path);
    expect(found()).toBe('none');
  });

  it('is no excuse for a mistake of ours', () => {
    const { cache } = saved();
    const nothing = undefined as unknown as readonly string[];
    expect(() => loadSnapshot(cache, nothing, shippedClaimOf())).toThrow(TypeError);
  });

  it('is thrown away where the log is not the one it was made from', () => {
    const { load, log } = saved();
    truncateSync(log, 100);
    expect(load()).toBeUndefined();
  });

  it('outlives what is appended', () => {
    const { load, log } = saved();
    appendFileSync(log, linesOf([stamped(review('delta'), 6, '2026-03-08T10:00:00Z')]));
    expect(load()?.states).toEqual(folded(all));
  });
});

describe('a snapshot that lies with a right checksum', () => {
  it('is found by looking at everything, and is thrown away', () => {
    const { path, events, cache } = saved();
    const known = new Set(['alpha', 'beta', 'gamma']);
    expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({
      snapshot: 'agrees',
      gone: [],
    });
    forge(path, (body) => body.replace('"gamma"', '"delta"'));
    expect([...openHistory(events, cache).states.keys()]).toContain('delta');
    expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'wrong' });
    expect(hasSnapshot(cache)).toBe(false);
    expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'none' });
    expect(new Map(openHistory(events, cache).states)).toEqual(folded(all));
  });
});

describe('a snapshot beside a session that goes on', () => {
  const known = new Set(['alpha', 'beta', 'gamma']);
  const later = [
    stamped(review('alpha'), 6, '2026-03-09T10:00:00Z'),
    stamped({ type: 'undone', item: 'beta', event: all[1]?.id ?? '' }, 7, '2026-03-09T10:01:00Z'),
    stamped(review('gamma', { rating: 'again', verdict: 'wrong' }), 8, '2026-03-09T10:02:00Z'),
  ];

  it('matches the log however far that has grown since', () => {
    const { events, cache, log } = saved();
    const before = readFileSync(log, 'utf8');
    for (let more = 0; more <= later.length; more++) {
      writeFileSync(log, before + linesOf(later.slice(0, more)));
      expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'agrees' });
      appendFileSync(log, '{"v":1,"id":"torn');
      expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'agrees' });
    }
  });

  it('agrees when it was saved with the log at any length, and read with a longer one', () => {
    const story = [...all, ...later];
    for (let length = 0; length <= story.length; length++) {
      const { events, cache, log } = saved();
      rmSync(snapshotPathIn(cache));
      writeFileSync(log, linesOf(story.slice(0, length)));
      openHistory(events, cache).save();
      writeFileSync(log, linesOf(story));
      expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'agrees' });
    }
  });

  it('may have read all of an item again, further than its bookmarks', () => {
    const { events, cache, log, load, path } = saved();
    appendFileSync(log, linesOf(later));
    const states = openHistory(events, cache).states;
    const old = load();
    if (old === undefined) throw new Error('no snapshot');
    saveSnapshot(cache, { ...old, states: new Map(states) });
    expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'agrees' });
    forge(path, (body) => body.replace('"gamma"', '"delta"'));
    expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'wrong' });
  });

  it('that holds a last line without its newline agrees, before and after the newline is there', () => {
    const { events, cache, log } = saved();
    appendFileSync(log, linesOf(later.slice(0, 1)).trimEnd());
    openHistory(events, cache).save();
    expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'agrees' });
    appendFileSync(log, `\n${linesOf(later.slice(1))}`);
    expect(examine({ events, cache }, shippedClaimOf(), known)).toMatchObject({ snapshot: 'agrees' });
  });
});

describe('what is in the place of a snapshot', () => {
  it.each<readonly [string, (path: string) => void]>([
    ['a folder', (path) => mkdirSync(path)],
    ['a folder with something in it', (path) => mkdirSync(join(path, 'deep'), { recursive: true })],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a device', (path) => symlinkSync('/dev/zero', path)],
    ['nothing but zero bytes', (path) => writeFileSync(path, Buffer.alloc(300))],
    ['an empty file', (path) => writeFileSync(path, '')],
  ])('is told of and removed: %s', (_, put) => {
    const { events, cache, path } = saved();
    rmSync(path);
    put(path);
    expect(examine({ events, cache }, shippedClaimOf(), new Set())).toMatchObject({
      snapshot: 'damaged',
      removed: true,
    });
    expect(examine({ events, cache }, shippedClaimOf(), new Set())).toMatchObject({ snapshot: 'none' });
  });

  it('may be of another bank', () => {
    const { events, cache } = saved();
    expect(examine({ events, cache }, shippedClaimOf(new Map([['old', 'alpha']])), new Set())).toMatchObject({
      snapshot: 'outdated',
    });
    expect(hasSnapshot(cache)).toBe(true);
    expect(examine({ events, cache }, undefined, new Set())).toMatchObject({ snapshot: 'unexamined' });
  });
});

describe('a guard', () => {
  const bytes = Buffer.alloc(600, 'abc');
  /** The guard before an offset of a file that differs in one byte. */
  const guardWith = (place: number, upTo: number) => {
    const path = join(tempFolder(), 'log');
    writeFileSync(path, Buffer.from(bytes.map((byte, i) => (i === place ? byte + 1 : byte))));
    return guardOf(path, upTo);
  };

  it('is the checksum of the 256 bytes before an offset, or of as many as there are', () => {
    expect(guardWith(-1, 500)).toBe(crc32(bytes.subarray(244, 500)));
    expect(guardWith(-1, 100)).toBe(crc32(bytes.subarray(0, 100)));
    expect(guardWith(-1, 600)).toBe(crc32(bytes.subarray(344)));
  });

  it.each([244, 245, 400, 499])('of 500 tells of another byte at %i', (place) => {
    expect(guardWith(place, 500)).not.toBe(guardWith(-1, 500));
  });
});

it('a guard tells where a file is too short', () => {
  const { log } = saved();
  expect(guardOf(log, 0)).toBe(0);
  expect(guardOf(log, 10_000)).toBe(-1);
});
