import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import { deviceOf } from '#shell/log/device.ts';
import { recorderAfter } from '#shell/log/recorder.ts';
import { at, review } from '../../events.ts';
import { tempFolder } from '../../temp.ts';

const machine = { host: 'desk', identity: 'one' };
const world = { now: () => at('2026-03-01T10:00:00Z'), random: () => 0.5, machine: () => machine };

it('what records goes on from the count that its device has, under the name that it has', () => {
  const events = tempFolder();
  const known = deviceOf({ ...machine, host: 'laptop' });
  writeFileSync(join(events, `${known}.jsonl`), '');
  const history = {
    claim: shippedClaimOf(),
    newer: [],
    seqOf: (device: string) => (device === known ? 7 : 0),
  };
  const recorder = recorderAfter(history, events, world);
  expect(recorder.device).toBe(known);
  const log = recorder.open();
  expect(log.append(review('alpha'))).toMatchObject({
    ok: true,
    event: { seq: 8, device: known, bank: 'llmquiz' },
  });
  log.close();
  expect(log.path).toBe(join(events, `${known}.jsonl`));
  expect(readFileSync(log.path, 'utf8')).toMatch(/^\{.*\}\n$/);
});

it('nothing records where a newer llmquiz did, and no log is made', () => {
  const events = join(tempFolder(), 'events');
  mkdirSync(events);
  const newer = [7, 9].map((format) => ({ path: `log-${format}`, format }));
  expect(() => recorderAfter({ claim: shippedClaimOf(), newer, seqOf: () => 0 }, events, world)).toThrow(
    'log-7 was written by a newer llmquiz (format 7). Update llmquiz to continue. Nothing was changed.',
  );
});
