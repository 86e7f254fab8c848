import { mkdirSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { toIso } from '#core/base/instant.ts';
import { type Random, randomFrom } from '#core/base/random.ts';
import { shippedClaimOf } from '#core/learner/banks/claim.ts';
import { examine } from '#shell/log/examine.ts';
import { openHistory } from '#shell/log/history.ts';
import { replying } from '../learner.ts';
import { type Running, start } from '../program.ts';
import { tempFolder } from '../temp.ts';
import { lostOf, type Told, transcriptOf } from '../transcript.ts';
import { tries } from '../tries.ts';

/** Replies to every prompt as it comes, mostly without knowing; tells of each answer as it is typed. */
const answering = (running: Running, random: Random, typed: () => void): void =>
  replying(running, (asked, unknown) => {
    if (asked !== 'answer') return '';
    typed();
    return unknown === ':0' || random() < 0.5 ? unknown : '1';
  });

/** Three ways of choosing the moment: any time, just after an answer was typed, and as soon as the log grows. */
async function killAtRandom(running: Running, random: Random, round: number, events: string): Promise<void> {
  const kill = () => running.child.kill('SIGKILL');
  const after = 1 + Math.floor(random() * 6);
  let answers = 0;
  const watcher = watch(events, () => {
    if (round % 3 === 2 && answers >= after) kill();
  });
  answering(running, random, () => {
    answers += 1;
    if (round % 3 === 1 && answers === after) void sleep(random() * 3).then(kill);
  });
  if (round % 3 === 0) void sleep(60 + random() * 150).then(kill);
  const late = setTimeout(kill, 5000);
  await running.ended;
  clearTimeout(late);
  watcher.close();
}

const rounds = tries(100);

it('killed sessions lose no answer whose feedback was shown', { timeout: 300_000 }, async ({ annotate }) => {
  const sum = { kills: 0, shown: 0, kept: 0, lost: 0 };
  const lane = async (name: number) => {
    const random = randomFrom(`lane ${name}`);
    const data = tempFolder();
    const [events, cache] = [join(data, 'events'), join(data, 'cache')];
    mkdirSync(events);
    let known = 0;
    for (let round = 0; round < rounds; round++) {
      const clock = toIso({ ms: Date.UTC(2026, 2, 1 + round, 9), offset: 60 });
      const args = [
        '--plain',
        '--seed',
        `${name}-${round}`,
        '--data-dir',
        data,
        '--new',
        '20',
        '--limit',
        '60',
      ];
      const running = start(args, { env: { LLMQUIZ_NOW: clock } });
      await killAtRandom(running, random, round, events);
      expect(running.err()).toBe('');
      const history = openHistory(events, cache);
      const reviews = history.events().filter((e) => e.type === 'reviewed');
      const kept = reviews.slice(known).map(({ type, item }): Told => ({ type, item }));
      const { shown } = transcriptOf(running.out());
      sum.kills += (await running.ended) === 'SIGKILL' ? 1 : 0;
      sum.shown += shown.length;
      sum.kept += kept.length;
      sum.lost += lostOf(shown, kept).length;
      expect(kept.slice(0, shown.length)).toEqual(shown);
      expect(kept.length - shown.length).toBeLessThanOrEqual(1);
      known = reviews.length;
      if (round % 10 === 9) history.save();
    }
    const report = examine({ events, cache }, shippedClaimOf(), new Set());
    expect(report).toMatchObject({ snapshot: 'agrees', logs: [{ skipped: [], events: known }] });
  };
  await Promise.all([1, 2, 3, 4].map(lane));
  await annotate(JSON.stringify(sum));
  expect(sum).toMatchObject({ kills: 4 * rounds, lost: 0 });
  expect(sum.shown).toBeGreaterThan(4 * rounds);
});

it('two sessions that answer at once lose nothing and tear nothing', { timeout: 60_000 }, async () => {
  const data = tempFolder();
  const sessions = [1, 2, 3].map((seed) => {
    const running = start(['--plain', '--seed', `${seed}`, '--data-dir', data, '--new', '40']);
    answering(running, randomFrom(`${seed}`), () => {});
    return running;
  });
  for (const { ended } of sessions) expect(await ended).toBe(0);
  const [events, cache] = [join(data, 'events'), join(data, 'cache')];
  const shown = sessions.flatMap(({ out }) => transcriptOf(out()).shown);
  const kept = openHistory(events, cache)
    .events()
    .filter((e) => e.type === 'reviewed');
  expect([lostOf(shown, kept), lostOf(kept, shown)]).toEqual([[], []]);
  expect(new Set(kept.map((e) => e.id)).size).toBe(kept.length);
  expect(kept.length).toBeGreaterThan(120);
  expect(examine({ events, cache }, shippedClaimOf(), new Set())).toMatchObject({
    snapshot: 'agrees',
    logs: [{ skipped: [] }],
  });
});
