import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bank } from '#core/bank/compile.ts';
import type { Stats } from '#core/learner/insight/stats.ts';
import { snapshotPathIn } from '#shell/log/snapshot.ts';
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
  expect(existsSync(snapshotPathIn(join(machine.data, 'cache')))).toBe(way !== 'without a snapshot');
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
    machine.set(goldenMorning);
    expect(statsIn((await machine.run('stats --json')).out)).toEqual(morningStats);
  });

  it('shows what is remembered of a question', async () => {
    const machine = await withGoldenLog(way);
    const shown = async (id: string) => {
      const { out } = await machine.run(`show ${id}`);
      const memory = out.split('\n').find((line) => /\d{4}-\d\d-\d\d/.test(line));
      return memory?.match(/\d{4}-\d\d-\d\d|\d+\.\d|\d+/g);
    };
    // Reviews, lapses if there are any, stability in days, due.
    expect(await shown('kv')).toEqual(['5', '1525.2', '2027-11-25']);
    expect(await shown('moe')).toEqual(['4', '315.2', '2027-04-07']);
    expect(await shown('gqa')).toEqual(['2', '8.7', '2026-03-15']);
    expect(await shown('tokens')).toEqual(['3', '1', '3.7', '2027-01-08']);
    expect(await shown('rope')).toEqual(['17', '8', '0.0', '2026-01-17']);
    expect(await shown('rlhf')).toEqual(['1', '0.2', '2026-01-09']);
    expect(await shown('vit')).toBeUndefined();
  });

  it('is asked on from where it stands', async () => {
    const machine = await withGoldenLog(way);
    const { out } = await machine.run('--limit 6', typed('s', 's', 's', 's', 's', 's'));
    expect([...out.matchAll(/Is (\S+) asked\?/g)].map(([, id]) => id)).toEqual(goldenDue.slice(0, 6));
  });
});
