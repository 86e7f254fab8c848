import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Instant } from '#core/base/instant.ts';
import { randomFrom } from '#core/base/random.ts';
import { pickLanguage } from '#core/base/text.ts';
import { type Event, instantOf } from '#core/learner/events/event.ts';
import { openLog } from '#shell/log/event-log.ts';
import { listLogs, readLog } from '#shell/log/read-log.ts';
import { UserError } from '#shell/system/world.ts';
import { at, linesOf, review, stamped } from '../../events.ts';
import { fill, smallDisk, tempFolder } from '../../temp.ts';
import { tries } from '../../tries.ts';

const device = 'laptop';
const clock = { now: () => at('2026-03-01T10:00:00.000+01:00'), random: randomFrom('log') };
const open = (events: string, seq = 0) => openLog(events, device, seq, clock);
const pathIn = (events: string) => join(events, `${device}.jsonl`);

/** Everything that can be read of a log, and how many lines cannot. */
function contents(path: string, from = 0) {
  const events: Event[] = [];
  let unreadable = 0;
  readLog(path, from, (line) => {
    if (line.type === 'event') events.push(line.event);
    if (line.type === 'unreadable') unreadable += 1;
  });
  return { events, items: events.map((e) => e.item), unreadable };
}

/** Appends, or fails the test. */
function append(events: string, ...items: readonly string[]): readonly Event[] {
  const log = open(events);
  const appended = items.map((item) => {
    const result = log.append(review(item));
    if (!result.ok) throw new Error(pickLanguage(result.reason, 'en'));
    return result.event;
  });
  log.close();
  return appended;
}

describe('a log', () => {
  it('gives back what was appended, stamped and in order', () => {
    const events = join(tempFolder(), 'deep', 'events');
    const log = open(events, 41);
    const deeds = [
      review('alpha'),
      { type: 'flagged', item: 'alpha' },
      { type: 'suspended', item: 'beta' },
    ] as const;
    const appended = deeds.map((deed) => log.append(deed));
    log.close();
    const read = contents(log.path).events;
    expect(appended).toEqual(read.map((event) => ({ ok: true, event })));
    expect(read.map(({ seq }) => seq)).toEqual([42, 43, 44]);
    expect(read).toEqual(
      deeds.map((deed) =>
        expect.objectContaining({ ...deed, v: 1, device, at: '2026-03-01T10:00:00.000+01:00' }),
      ),
    );
    expect(new Set(read.map(({ id }) => id)).size).toBe(3);
    expect(readFileSync(log.path, 'utf8').endsWith('}\n')).toBe(true);
  });

  it('has an action that is done twice as two events', () => {
    const log = open(tempFolder());
    const deed = review('alpha');
    const appended = [log.append(deed), log.append(deed)];
    log.close();
    expect(appended.map((result) => result.ok && result.event.seq)).toEqual([1, 2]);
    expect(new Set(appended.map((result) => result.ok && result.event.id)).size).toBe(2);
  });

  it('is one line an event, whatever the texts hold', () => {
    const events = tempFolder();
    const log = open(events);
    log.append(
      review('alpha', { answer: { type: 'typed', texts: ['a\nb\r\n\u2028\0"{}', '😀', '\ud800'] } }),
    );
    log.close();
    expect(readFileSync(log.path, 'utf8').match(/\n/g)).toHaveLength(1);
    expect(contents(log.path).events[0]).toMatchObject({
      answer: { texts: ['a\nb\r\n\u2028\0"{}', '😀', '\ud800'] },
    });
  });

  it('is read from an offset on, and says where to go on', () => {
    const events = tempFolder();
    append(events, 'alpha', 'beta');
    const { upTo } = readLog(pathIn(events), 0, () => {});
    expect(upTo).toBe(statSync(pathIn(events)).size);
    append(events, 'gamma');
    expect(contents(pathIn(events), upTo).items).toEqual(['gamma']);
  });

  it('of more than a chunk loses nothing where the chunks meet', () => {
    const path = pathIn(tempFolder());
    const many = Array.from({ length: 9000 }, (_, i) =>
      stamped(review(`题目-${i}`), i, '2026-03-01T10:00:00Z'),
    );
    writeFileSync(path, linesOf(many));
    expect(statSync(path).size).toBeGreaterThan(2 << 20);
    expect(contents(path).events).toEqual(many);
  });

  it('of no directory is no log; other files are none either', () => {
    const events = tempFolder();
    expect(listLogs(join(events, 'nowhere'))).toEqual([]);
    for (const name of ['b.jsonl', 'a.jsonl', 'a.jsonl~', '.b.jsonl.tmp', 'notes.txt'])
      writeFileSync(join(events, name), '');
    expect(listLogs(events)).toEqual([join(events, 'a.jsonl'), join(events, 'b.jsonl')]);
  });
});

describe('a torn tail', () => {
  it('is accepted where it can be read', () => {
    const events = tempFolder();
    append(events, 'alpha', 'beta');
    truncateSync(pathIn(events), statSync(pathIn(events)).size - 1);
    expect(contents(pathIn(events))).toMatchObject({ items: ['alpha', 'beta'], unreadable: 0 });
    append(events, 'gamma');
    expect(contents(pathIn(events))).toMatchObject({ items: ['alpha', 'beta', 'gamma'], unreadable: 0 });
  });

  it('is skipped and kept where it cannot, and the next line is its own', () => {
    const events = tempFolder();
    append(events, 'alpha', 'beta');
    truncateSync(pathIn(events), statSync(pathIn(events)).size - 30);
    const torn = readFileSync(pathIn(events));
    append(events, 'gamma');
    expect(readFileSync(pathIn(events)).subarray(0, torn.length)).toEqual(torn);
    expect(contents(pathIn(events))).toMatchObject({ items: ['alpha', 'gamma'], unreadable: 1 });
  });

  it('left by another session while this one is open stays its own line', () => {
    const events = tempFolder();
    const log = open(events);
    log.append(review('alpha'));
    appendFileSync(log.path, '{"v":1,"id":"torn by anoth');
    log.append(review('beta'));
    log.close();
    expect(contents(log.path)).toMatchObject({ items: ['alpha', 'beta'], unreadable: 1 });
  });

  it('is not passed over by who goes on from there', () => {
    const events = tempFolder();
    append(events, 'alpha');
    const whole = statSync(pathIn(events)).size;
    appendFileSync(pathIn(events), '{"v":1');
    expect(readLog(pathIn(events), 0, () => {}).upTo).toBe(whole);
  });
});

describe('damage in the middle', () => {
  const three = ['alpha', 'beta', 'gamma'].map((item, i) => stamped(review(item), i, '2026-03-01T10:00:00Z'));
  const [first = '', second = '', third = ''] = three.map((e) => JSON.stringify(e));

  it.each([
    ['a block of zero bytes before a line', `${first}\n${'\0'.repeat(4096)}${second}\n${third}\n`, 3, 0],
    ['a block of zero bytes behind a line', `${first}\n${second}${'\0'.repeat(4096)}\n${third}\n`, 3, 0],
    ['a block of zero bytes alone', `${first}\n${'\0'.repeat(4096)}\n${third}\n`, 2, 1],
    ['a block of zero bytes at the end', `${first}\n${second}\n${third}\n${'\0'.repeat(4096)}`, 3, 1],
    ['garbage', `${first}\n${'\x1b[31m\xff{"v":1,'.repeat(50)}\n${third}\n`, 2, 1],
    ['empty lines', `\n\n${first}\n\n${second}\n${third}\n\n`, 3, 0],
    ['line ends of another system', `${first}\r\n\r\n${second}\r\n${third}\r\n`, 3, 0],
    ['a byte order mark', `\ufeff${first}\n${second}\n${third}\n`, 3, 0],
    [
      'half a character',
      Buffer.concat([
        Buffer.from(`${first}\n{"a":"`),
        Buffer.from('好').subarray(0, 2),
        Buffer.from(`\n${second}\n${third}\n`),
      ]),
      3,
      1,
    ],
  ])('%s costs nothing else', (_, bytes, good, unreadable) => {
    const events = tempFolder();
    writeFileSync(pathIn(events), bytes);
    const before = contents(pathIn(events));
    expect(before).toMatchObject({ unreadable });
    expect(before.events).toEqual(three.filter((e) => before.items.includes(e.item)));
    expect(before.events).toHaveLength(good);
    append(events, 'delta');
    expect(contents(pathIn(events)).items).toEqual([...before.items, 'delta']);
    expect(readFileSync(pathIn(events)).subarray(0, Buffer.from(bytes).length)).toEqual(Buffer.from(bytes));
  });
});

const rounds = tries(2000);

describe('random cuts and byte flips', () => {
  const random = randomFrom('cuts and flips');
  const dice = (n: number) => Math.floor(random() * n);
  const many = Array.from({ length: 40 }, (_, i) =>
    stamped(
      review(`item-${i}`, { answer: { type: 'typed', texts: [`答案 ${i}`, 'x'.repeat(i)] } }),
      i,
      '2026-03-01T10:00:00Z',
    ),
  );
  const whole = Buffer.from(linesOf(many));
  /** For each event, the offset of its line and that of the newline that ends it. */
  const spans: (readonly [from: number, to: number])[] = [];
  for (const event of many) {
    const from = (spans.at(-1)?.[1] ?? -1) + 1;
    spans.push([from, from + Buffer.byteLength(JSON.stringify(event))]);
  }

  it('leave every intact line readable, and what is appended after is kept', { timeout: 60_000 }, async ({
    annotate,
  }) => {
    const events = tempFolder();
    let [intactLines, lost] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const bytes = Buffer.from(whole);
      const cut = round % 2 === 0 ? dice(whole.length + 1) : whole.length;
      const touched = Array.from({ length: round % 2 === 0 ? 0 : 1 + dice(4) }, () => dice(whole.length));
      for (const place of touched) bytes[place] = (bytes[place] ?? 0) ^ (1 << dice(8));
      const intact = many.filter((_, i) => {
        const [from = 0, to = 0] = spans[i] ?? [];
        return to <= cut && !touched.some((place) => place >= from - 1 && place <= to);
      });
      intactLines += intact.length;
      writeFileSync(pathIn(events), bytes.subarray(0, cut));
      const [appended] = append(events, 'appended');
      const read = new Map(contents(pathIn(events)).events.map((e) => [e.id, e]));
      for (const event of [...intact, appended]) {
        if (event === undefined) continue;
        if (JSON.stringify(read.get(event.id)) !== JSON.stringify(event)) lost += 1;
      }
      if (!readFileSync(pathIn(events)).subarray(0, cut).equals(bytes.subarray(0, cut))) lost += 1;
    }
    await annotate(JSON.stringify({ rounds, intactLines, lost }));
    expect(lost).toBe(0);
  });
});

describe('what is not a log', () => {
  const refusal = (call: () => unknown) => {
    try {
      call();
    } catch (error) {
      if (error instanceof UserError) return error.message;
      throw error;
    }
    return 'no refusal';
  };

  it('a data directory that is a file: says so', () => {
    const file = join(tempFolder(), 'data');
    writeFileSync(file, 'mine');
    const events = join(file, 'events');
    for (const call of [() => listLogs(events), () => open(events)])
      expect(refusal(call)).toMatch(`${events}`);
    expect(refusal(() => listLogs(events))).toMatch(/is a file, not a folder.*--data-dir/);
    expect(refusal(() => open(events))).toMatch(/is a file, not a folder.*--data-dir/);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('`events` that is a file: says so', () => {
    const events = join(tempFolder(), 'events');
    writeFileSync(events, 'mine');
    expect(refusal(() => listLogs(events))).toMatch(/events: .*is a file, not a folder/);
    expect(refusal(() => open(events))).toMatch(/is a file, not a folder/);
  });

  it('a log that is a directory: says so', () => {
    const events = tempFolder();
    mkdirSync(pathIn(events));
    expect(refusal(() => open(events))).toMatch(/laptop\.jsonl: it is a folder; move it away/);
    expect(refusal(() => contents(pathIn(events)))).toMatch(/laptop\.jsonl: it is a folder; move it away/);
  });

  it('a log that is a link to nothing: says so', () => {
    const events = tempFolder();
    symlinkSync(join(events, 'gone', 'far.jsonl'), pathIn(events));
    expect(refusal(() => contents(pathIn(events)))).toMatch(/laptop\.jsonl: it is gone, or a broken link/);
    expect(refusal(() => open(events))).toMatch(/laptop\.jsonl/);
  });
});

describe('a full disk', () => {
  it('wherever it tears a line, the answer is not acknowledged, and once there is room it is recorded once', (context) => {
    const disk = smallDisk(64);
    if (disk === undefined) return context.skip('mounting is not allowed here');
    const events = join(disk, 'events');
    mkdirSync(events);
    append(events, 'alpha');
    const line = statSync(pathIn(events)).size;
    for (let room = 0; room < line; room += room < line - 4 ? 13 : 1) {
      writeFileSync(pathIn(events), '\n'.repeat(4096 - room));
      const filler = fill(disk);
      const log = open(events);
      const deed = review('alpha');
      for (const _ of [1, 2, 3])
        expect(log.append(deed)).toEqual({ ok: false, reason: { en: 'the disk is full', zh: '磁盘已满' } });
      rmSync(filler);
      expect(log.append(deed)).toMatchObject({ ok: true, event: deed });
      expect(log.append(review('omega'))).toMatchObject({ ok: true });
      log.close();
      const { events: read } = contents(pathIn(events));
      expect({ room, items: [...new Map(read.map((e) => [e.id, e.item])).values()] }).toEqual({
        room,
        items: ['alpha', 'omega'],
      });
    }
  });

  it('that has no room for the file itself says so', (context) => {
    const disk = smallDisk(16);
    if (disk === undefined) return context.skip('mounting is not allowed here');
    fill(disk);
    const events = join(disk, 'events');
    const log = (() => {
      try {
        return open(events);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
        expect(String(error)).toMatch(/the disk is full/);
        return undefined;
      }
    })();
    if (log !== undefined) expect(log.append(review('alpha'))).toMatchObject({ ok: false });
  });
});

describe('a hole of zero bytes', () => {
  const three = ['alpha', 'beta', 'gamma'].map((item, i) => stamped(review(item), i, '2026-03-01T10:00:00Z'));
  const [first = '', second = '', third = ''] = three.map((e) => JSON.stringify(e));
  const zeros = (n: number) => '\0'.repeat(n);

  it.each([
    ['in place of a newline', `${first}${zeros(5000)}${second}\n${third}\n`, 3, 0],
    [
      'over the end of one line and the beginning of another',
      `${first.slice(0, 40)}${zeros(3 << 20)}${second.slice(50)}\n${third}\n`,
      1,
      1,
    ],
    ['of three megabytes before a line', `${first}\n${zeros(3 << 20)}${second}\n${third}\n`, 3, 0],
    ['of three megabytes behind the last line', `${first}\n${second}\n${third}\n${zeros(3 << 20)}`, 3, 1],
    ['of three megabytes around a line without an end', `${zeros(3 << 20)}${first}${zeros(3 << 20)}`, 1, 0],
  ])('%s costs what lay in it, and nothing else', (_, text, good, unreadable) => {
    const path = pathIn(tempFolder());
    writeFileSync(path, text);
    const found = contents(path);
    expect([found.events.length, found.unreadable]).toEqual([good, unreadable]);
    expect(found.events).toEqual(three.filter((e) => found.items.includes(e.item)));
  });

  it('of hundreds of megabytes is read in the memory of a few', () => {
    const path = pathIn(tempFolder());
    writeFileSync(path, `${first}\n`);
    // Sparse: it takes no room on the disk.
    truncateSync(path, 600 << 20);
    appendFileSync(path, `${second}\n${third}\n`);
    const before = process.memoryUsage.rss();
    expect(contents(path)).toMatchObject({ items: ['alpha', 'beta', 'gamma'], unreadable: 0 });
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 << 20);
  });
});

describe('a line that never ends', () => {
  it('is one line that cannot be read, and what follows it can', () => {
    const path = pathIn(tempFolder());
    const good = JSON.stringify(stamped(review('alpha'), 1, '2026-03-01T10:00:00Z'));
    writeFileSync(path, `${good}\n${'x'.repeat(8 << 20)}\n${good}\n${'好'.repeat(4 << 20)}`);
    const reasons: string[] = [];
    readLog(path, 0, (line) => reasons.push(line.type === 'unreadable' ? line.reason : line.type));
    expect(reasons).toEqual(['event', 'too long', 'event', 'not JSON']);
  });
});

describe('what is no file', () => {
  it.each([
    ['a pipe', (path: string) => void execFileSync('mkfifo', [path]), 'a pipe or a device'],
    ['a device without end', (path: string) => symlinkSync('/dev/zero', path), 'a pipe or a device'],
    ['a device that is full', (path: string) => symlinkSync('/dev/full', path), 'a pipe or a device'],
    ['a directory', (path: string) => mkdirSync(path), 'it is a folder'],
  ])('%s is refused at once, for reading and for writing', (_, make, why) => {
    const events = tempFolder();
    make(pathIn(events));
    expect(() => contents(pathIn(events))).toThrow(why);
    expect(() => open(events)).toThrow(why);
    try {
      contents(pathIn(events));
    } catch (error) {
      expect(error).toBeInstanceOf(UserError);
    }
  });
});

describe('a line that could not be read again', () => {
  const at = (now: Instant) => ({ now: () => now, random: randomFrom('log') });

  it.each([
    ['a count at its end', 2 ** 40, at({ ms: 0, offset: 0 }), {}, 'no seq'],
    ['a year of five digits', 0, at({ ms: Date.UTC(12_000, 0), offset: 0 }), {}, 'at is not a time'],
    ['no time taken', 0, at({ ms: 0, offset: 0 }), { ms: Number.NaN }, 'no time or hints'],
    [
      'an endless answer',
      0,
      at({ ms: 0, offset: 0 }),
      { answer: { type: 'typed', texts: ['x'.repeat(2 << 20)] } as const },
      'too long',
    ],
  ])('for %s is not written, and says why', (_, seq, world, change, reason) => {
    const events = tempFolder();
    const log = openLog(events, device, seq, world);
    expect(log.append(review('alpha', change))).toMatchObject({
      ok: false,
      reason: { en: `llmquiz could not read it back (${reason})` },
    });
    expect(readFileSync(log.path, 'utf8')).toBe('');
    log.close();
  });

  it.each([24 * 60, -24 * 60, 26 * 60, -25 * 60, 90.5, -0.4, 14 * 60, 345])(
    'is none in a time zone %d minutes from Greenwich',
    (offset) => {
      const events = tempFolder();
      const log = openLog(events, device, 0, at({ ms: Date.UTC(2026, 2, 1, 9), offset }));
      expect(log.append(review('alpha'))).toMatchObject({ ok: true });
      log.close();
      const [event] = contents(log.path).events;
      expect(event && instantOf(event).ms).toBe(Date.UTC(2026, 2, 1, 9));
    },
  );
});
