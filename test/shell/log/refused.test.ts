import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import { openLog } from '#shell/log/event-log.ts';
import { examine } from '#shell/log/examine.ts';
import { openHistory } from '#shell/log/history.ts';
import { findMissingLogs } from '#shell/log/missing-logs.ts';
import { listLogs, readLog } from '#shell/log/read-log.ts';
import { loadSnapshot, snapshotPathIn } from '#shell/log/snapshot.ts';
import { at, linesOf, review, stamped } from '../../events.ts';
import { tempFolder } from '../../temp.ts';
import { withoutPrivileges } from '../../unprivileged.ts';

const isWindows = process.platform === 'win32';
const world = { now: () => at('2026-03-01T10:00:00Z'), random: () => 0.5 };

/** A data directory with a log and a snapshot, all of which anybody may read and only its owner may write. */
function rooms() {
  const root = tempFolder();
  const [events, cache] = [join(root, 'events'), join(root, 'cache')];
  mkdirSync(events, { mode: 0o755 });
  const log = join(events, 'laptop.jsonl');
  writeFileSync(log, linesOf([stamped(review('alpha'), 1, '2026-03-01T10:00:00Z')]));
  openHistory(events, cache).save();
  chmodSync(cache, 0o755);
  chmodSync(snapshotPathIn(cache), 0o644);
  for (const path of [events, cache]) chmodSync(path, 0o555);
  chmodSync(log, 0o444);
  return { events, cache, log, snapshot: snapshotPathIn(cache) };
}

describe.skipIf(isWindows)('without permission', () => {
  it('to write, a log is read-only and says why', () => {
    const { events, log } = rooms();
    withoutPrivileges(() => {
      const readOnly = { en: `cannot write to ${log} (EACCES)`, zh: `无法写入 ${log}（EACCES）` };
      const opened = openLog(events, 'laptop', 1, world);
      expect(opened).toMatchObject({ path: log, readOnly });
      expect(opened.append(review('alpha'))).toEqual({ ok: false, reason: readOnly });
      expect(opened.close()).toBeUndefined();
    });
  });

  it('to read, a log says so, and its folder', () => {
    const { events, log } = rooms();
    chmodSync(log, 0o000);
    const refusal = (path: string) => `Cannot read ${path}: no read permission; check who owns it.`;
    withoutPrivileges(() => expect(() => readLog(log, 0, () => {})).toThrow(refusal(log)));
    chmodSync(events, 0o000);
    withoutPrivileges(() => expect(() => listLogs(events)).toThrow(refusal(events)));
    withoutPrivileges(() => expect(findMissingLogs(log)).toEqual([]));
  });

  it('to read, a log that a snapshot was made of makes that outdated', () => {
    const { cache, log } = rooms();
    chmodSync(log, 0o000);
    withoutPrivileges(() =>
      expect(loadSnapshot(cache, [log], shippedClaimOf())).toEqual({ type: 'outdated' }),
    );
  });

  it('to read, a snapshot is left aside, and stays where it may not be removed', () => {
    const { events, cache, log, snapshot } = rooms();
    chmodSync(snapshot, 0o000);
    withoutPrivileges(() => {
      expect(loadSnapshot(cache, [log], shippedClaimOf())).toEqual({ type: 'unreadable' });
      expect(examine({ events, cache }, shippedClaimOf(), new Set())).toMatchObject({
        snapshot: 'unreadable',
        removed: false,
      });
      expect(openHistory(events, cache).states.size).toBe(1);
    });
    if (process.getuid?.() === 0) chownSync(cache, 65_534, -1);
    chmodSync(cache, 0o755);
    withoutPrivileges(() =>
      expect(examine({ events, cache }, undefined, new Set())).toMatchObject({
        snapshot: 'unreadable',
        removed: true,
      }),
    );
  });
});
