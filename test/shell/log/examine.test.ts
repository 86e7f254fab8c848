import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import { blockedAt, examine } from '#shell/log/examine.ts';
import { openHistory } from '#shell/log/history.ts';
import { linesOf, review, stamped } from '../../events.ts';
import { tempFolder } from '../../temp.ts';

const events = ['b', 'a', 'c', 'old'].map((item, i) =>
  stamped(review(item), i + 1, `2026-03-0${i + 1}T10:00:00Z`),
);
const [first, second, third, fourth] = events.map((event) => linesOf([event])) as [
  string,
  string,
  string,
  string,
];
const newer = (line: string) => line.replace('"v":1', '"v":7');

/** What is found of one log with a text. */
function reportOn(text: string) {
  const root = tempFolder();
  const paths = { events: join(root, 'events'), cache: join(root, 'cache') };
  mkdirSync(paths.events);
  const path = join(paths.events, 'laptop.jsonl');
  writeFileSync(path, text);
  return { path, paths, ...examine(paths, shippedClaimOf(new Map([['old', 'new']])), new Set(['a'])) };
}

describe('a log that is examined', () => {
  it('has its events counted, and those named that are not in the bank', () => {
    const { path, logs, snapshot, removed, gone } = reportOn(first + second + third + fourth);
    expect(logs).toEqual([{ path, events: 4, writable: true, skipped: [] }]);
    expect([snapshot, removed, gone]).toEqual(['none', false, ['b', 'c', 'new']]);
  });

  it('has the lines that cannot be read, with their numbers and why', () => {
    const { logs } = reportOn(`${first}garbage\n\n${second}{"v":1}\n{"v":1,"id":"torn`);
    expect(logs[0]?.skipped).toEqual([
      { line: 2, reason: 'not JSON' },
      { line: 5, reason: 'no id' },
      { line: 6, reason: 'not JSON' },
    ]);
  });

  it('is in a newer format where several such lines stand at its end', () => {
    const { logs } = reportOn(`${first}garbage\n${newer(second)}${newer(third)}`);
    expect(logs).toMatchObject([{ events: 1, newer: 7, skipped: [{ line: 2, reason: 'not JSON' }] }]);
  });

  it('has them among the damaged lines where an event of ours follows, in the order of the file', () => {
    const { logs } = reportOn(`${newer(first)}garbage\n${newer(second)}${third}`);
    expect(logs[0]).not.toHaveProperty('newer');
    expect(logs[0]?.skipped).toEqual([
      { line: 1, reason: 'format 7' },
      { line: 2, reason: 'not JSON' },
      { line: 3, reason: 'format 7' },
    ]);
  });

  it('has a single one at its end among them too', () => {
    const { logs } = reportOn(`${first}${newer(second)}`);
    expect(logs[0]).not.toHaveProperty('newer');
    expect(logs[0]?.skipped).toEqual([{ line: 2, reason: 'format 7' }]);
  });

  it('that cannot be read says why, and the others are examined', () => {
    const root = tempFolder();
    const paths = { events: join(root, 'events'), cache: join(root, 'cache') };
    mkdirSync(join(paths.events, 'desk.jsonl'), { recursive: true });
    writeFileSync(join(paths.events, 'laptop.jsonl'), first);
    const { logs } = examine(paths, undefined, new Set());
    expect(logs).toMatchObject([
      {
        events: 0,
        unread: [{ en: `Cannot read ${join(paths.events, 'desk.jsonl')}: it is a folder; move it away.` }],
      },
      { events: 1 },
    ]);
    expect(logs[1]).not.toHaveProperty('unread');
  });

  it('agrees with its snapshot under the ids that items have now', () => {
    const { paths } = reportOn(first + fourth);
    const aliases = new Map([['old', 'new']]);
    openHistory(paths.events, paths.cache, shippedClaimOf(aliases)).save();
    expect(examine(paths, shippedClaimOf(aliases), new Set())).toMatchObject({
      snapshot: 'agrees',
      removed: false,
    });
  });
});

it('nothing keeps answers from being recorded in a folder that may be written, made or not', () => {
  const folder = tempFolder();
  const log = join(folder, 'deep', 'events', 'laptop.jsonl');
  expect(blockedAt(log)).toBeUndefined();
  mkdirSync(join(folder, 'deep', 'events'), { recursive: true });
  writeFileSync(log, '');
  expect(blockedAt(log)).toBeUndefined();
});
