import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { toIso } from '#core/base/instant.ts';
import { type Random, randomFrom } from '#core/base/random.ts';
import { differs, oneOf } from '../beside.ts';
import { replying } from '../learner.ts';
import { type Running, start } from '../program.ts';
import { recordedIn } from '../recorded.ts';
import { tempFolder } from '../temp.ts';
import { lostOf, transcriptOf } from '../transcript.ts';
import { printFigures, runSeed } from './figures.ts';

/** Kills a session within so many milliseconds, or up to four milliseconds after its n-th output. */
async function killed(running: Running, random: Random, byTime: boolean): Promise<void> {
  const kill = () => running.child.kill('SIGKILL');
  let outputs = 0;
  const after = 1 + Math.floor(random() * 80);
  const soon = random() * 4;
  running.child.stdout?.on('data', () => {
    outputs += 1;
    // The clock runs from the first output, since only then can anything be lost.
    if (outputs === 1 && byTime) void sleep(random() * 250).then(kill);
    if (outputs === after && !byTime) void sleep(soon).then(kill);
  });
  await running.ended;
}

const deeds = ['u', 'r', 'f 1', 'x'] as const;

it('200 killed sessions lose nothing that was shown', async () => {
  const sum = { sessions: 0, killed: 0, verdicts: 0, deeds: 0, lost: 0, 'not yet shown': 0, torn: 0 };
  const lane = async (name: number) => {
    const random = randomFrom(`${runSeed} killed ${name}`);
    const data = tempFolder();
    const events = join(data, 'events');
    const common = ['--lang', 'en', '--data-dir', data];
    const known = new Set<string>();
    for (let round = 0; round < 50; round++) {
      const now = toIso({ ms: Date.UTC(2026, 2, 1 + round, 9), offset: 60 });
      const seed = `${runSeed}-${name}-${round}`;
      const running = start(['--plain', ...common, '--seed', seed, '--new', '120', '--limit', '200'], {
        env: { LLMQUIZ_NOW: now },
      });
      replying(running, (asked, unknown) => {
        if (asked === 'answer') return random() < 0.7 ? unknown : '1';
        return asked === 'after' && random() < 0.3 ? oneOf(deeds, random) : '';
      });
      await killed(running, random, round % 2 === 0);
      expect(running.err()).toBe('');
      const { shown } = transcriptOf(running.out());
      const { events: all, unreadable } = recordedIn(events);
      const recorded = all.filter(({ id }) => !known.has(id));
      for (const { id } of recorded) known.add(id);
      const unshown = lostOf(recorded, shown).length;
      expect(unshown).toBeLessThanOrEqual(1);
      sum.sessions += 1;
      sum.killed += (await running.ended) === 'SIGKILL' ? 1 : 0;
      sum.verdicts += shown.filter(({ type }) => type === 'reviewed').length;
      sum.deeds += shown.filter(({ type }) => type !== 'reviewed').length;
      sum.lost += lostOf(shown, recorded).length;
      sum['not yet shown'] += unshown;
      sum.torn += unreadable;
    }
    // A session that is left in peace writes the snapshot.
    const quiet = start(['--plain', ...common, '--new', '1', '--limit', '1']);
    quiet.child.stdin?.end(':q\n');
    expect([await quiet.ended, quiet.err()]).toEqual([0, '']);
    const doctor = start(['doctor', ...common]);
    expect([await doctor.ended, doctor.out()]).toEqual([0, expect.stringMatching(/Snapshot: .*\n.*\n$/)]);
    expect(doctor.out()).toContain('Snapshot: matches the log');
    expect(differs({ data, events })).toBe(false);
  };
  await Promise.all([1, 2, 3, 4].map(lane));
  printFigures('kill -9 plain', sum);
  expect(sum).toMatchObject({ sessions: 200, killed: 200, lost: 0, torn: 0 });
  expect(sum.verdicts).toBeGreaterThan(200);
  expect(sum.deeds).toBeGreaterThan(30);
});
