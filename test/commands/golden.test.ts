import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bank } from '#core/bank/compile.ts';
import type { Stats } from '#core/learner/stats.ts';
import { snapshotPath } from '#shell/log/snapshot.ts';
import { type FakeMachine, fakeMachine, fixtureBank, typed } from '../fake-world.ts';
import {
  goldenDue,
  goldenHeads,
  goldenLogs,
  goldenMorning,
  goldenNight,
  morningStats,
  nearly,
  nightStats,
} from '../golden.ts';

/** The bank, of questions that say no more than their ids. */
function goldenBank(): Bank {
  const bank = fixtureBank();
  const like = bank.decks.flatMap(({ items }) => items).find(({ id }) => id === 'a-plain-fact');
  if (like === undefined) throw new Error('no a-plain-fact');
  return {
    ...bank,
    decks: [...new Set(goldenHeads.map(({ deck }) => deck))].map((name) => ({
      name,
      title: name,
      items: goldenHeads
        .filter(({ deck }) => deck === name)
        .map(({ deck: _, kind: _kind, ...head }) => ({ ...like, ...head, stem: `Is ${head.id} asked?` })),
    })),
  };
}

/** Puts the first so many lines of each log in its place, or all. */
function putLogs({ log }: FakeMachine, lines = Number.POSITIVE_INFINITY): void {
  mkdirSync(dirname(log), { recursive: true });
  for (const [name, text] of Object.entries(goldenLogs))
    writeFileSync(
      join(dirname(log), name),
      text.split('\n').slice(0, lines).concat('').join('\n').replace(/\n\n$/, '\n'),
    );
}

/** Three ways to a machine with the golden log: nothing is known of it, all of it, or a part of each log and the rest came later. */
const ways: Readonly<Record<string, (machine: FakeMachine) => Promise<void>>> = {
  'without a snapshot': async (machine) => putLogs(machine),
  'with its snapshot': async (machine) => {
    putLogs(machine);
    await machine.run('', typed('q'));
  },
  'with the snapshot of a part of it': async (machine) => {
    putLogs(machine, 12);
    await machine.run('', typed('q'));
    putLogs(machine);
  },
};

async function withGoldenLog(way: string): Promise<FakeMachine> {
  const machine = fakeMachine(goldenBank());
  machine.set(goldenNight);
  await ways[way]?.(machine);
  expect(existsSync(snapshotPath(join(machine.data, 'cache')))).toBe(way !== 'without a snapshot');
  return machine;
}

describe.each(Object.keys(ways))('the golden log, %s,', (way) => {
  const statsIn = (out: string) => {
    const { version: _, ...stats } = JSON.parse(out) as Stats & { readonly version: 1 };
    return nearly(stats);
  };

  it('has its statistics', async () => {
    const machine = await withGoldenLog(way);
    expect(statsIn((await machine.run('stats --json')).out)).toEqual(nightStats);
    expect((await machine.run('stats')).out).toBe(nightText);
    machine.set(goldenMorning);
    expect(statsIn((await machine.run('stats --json')).out)).toEqual(morningStats);
  });

  it('shows what is remembered of a question', async () => {
    const machine = await withGoldenLog(way);
    const { out } = await machine.run('show kv moe gqa tokens rlhf vit');
    expect(out.split('\n').filter((line) => /Asked|Not asked|\[true-false/.test(line))).toEqual([
      'kv  [true-false, 1]  ',
      'Asked 5 times, forgotten 0; stability 1525.2 days; due 2027-11-25.',
      'moe  [true-false, 1]  ',
      'Asked 4 times, forgotten 0; stability 193.1 days; due 2026-12-08.',
      'gqa  [true-false, 1]  ',
      'Asked 2 times, forgotten 0; stability 8.7 days; due 2026-03-15.',
      'tokens  [true-false, 1]  ',
      'Asked 3 times, forgotten 1; stability 3.7 days; due 2027-01-08.',
      'rlhf  [true-false, 1]  ',
      'Asked 1 time, forgotten 0; stability 0.2 days; due 2026-01-09.',
      'Not asked any more; `llmquiz resume rlhf` brings it back.',
      'vit  [true-false, 1]  ',
    ]);
  });

  it('is asked on from where it stands', async () => {
    const machine = await withGoldenLog(way);
    const { out } = await machine.run('--limit 7', typed('s', 's', 's', 's', 's', 's', 's'));
    expect([...out.matchAll(/Is (\S+) asked\?/g)].map(([, id]) => id)).toEqual(goldenDue.slice(0, 7));
  });
});

const nightText = `Due now: 8. By tomorrow: 10.
Today: 3 answered, 2 right, 1 new.
Begun: 12 of 61 questions; 58 answers on 33 days.
Really remembered when asked again on a later day: 63 % (20 of 32); last 30 days: 0 % (0 of 4).

deck   begun  due  recall now       remembered
alpha    6/6    4        73 %  56 % (14 of 25)
beta    6/10    4        74 %    86 % (6 of 7)
gamma   0/45    0           -                -

Not asked any more (\`llmquiz resume ID\` brings one back): rlhf.
Often forgotten: rope.
Flagged as bad: flash.
1 question you answered is no longer in this bank; what you answered is kept.
`;
