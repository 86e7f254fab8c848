import { appendFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { linesOf, review, stamped } from '../events.ts';
import { type FakeMachine, fakeMachine } from '../fake-world.ts';
import { facts, learn, standing, writeBank } from '../own-banks.ts';

const title = 'title: { en: Go from the ground up, zh: 围棋入门 }\n';

/** A learner of four banks: the one that ships, one here, one that is gone from the disk, and one of another device. */
async function withFour(): Promise<FakeMachine> {
  const machine = fakeMachine();
  writeBank(machine, 'go', facts(6, 'Go'), title);
  writeBank(machine, 'rust', facts(6, 'Rust'));
  await learn(machine, '', 1);
  machine.set('2026-03-02T10:00:00.000+01:00');
  await learn(machine, 'rust', 3);
  machine.set('2026-03-03T10:00:00.000+01:00');
  await learn(machine, 'go', 2);
  rmSync(join(machine.root, 'rust'), { recursive: true });
  const far = { ...stamped(review('q-1'), 1, '2026-02-01T10:00:00.000+01:00', 'phone'), bank: 'chess' };
  appendFileSync(join(machine.data, 'events', 'phone.jsonl'), linesOf([far]));
  machine.set('2026-04-03T10:00:00.000+01:00');
  return machine;
}

it('stats --all-banks lists every bank, and what it says of one is what stats says of it', async () => {
  const machine = await withFour();
  const { out, err, code } = await machine.run('stats --all-banks');
  expect([code, err]).toEqual([0, '']);
  const rust = join(machine.root, 'rust');
  const rows = out.split('\n').map((line) => line.split(/ {2,}/));
  expect(rows).toEqual([
    ['Due now: 3 in 4 banks.'],
    [''],
    ['bank', 'started', 'due', 'est. recall', 'retention', 'last answer'],
    ['llmquiz', '1/12', '1', '46%', '-', '2026-03-01'],
    [rust, '3/?', '-', '-', '-', '2026-03-02'],
    ['Go from the ground up', '2/6', '2', '56%', '-', '2026-03-03'],
    ['chess', '1/?', '-', '-', '-', '2026-02-01'],
    [''],
  ]);
  const { banks } = JSON.parse((await machine.run('stats --all-banks --json')).out) as {
    banks: readonly { id: string; begun: number; due?: number; items?: number; path?: string }[];
  };
  expect(banks.map(({ id }) => id)).toEqual(['llmquiz', expect.any(String), expect.any(String), 'chess']);
  expect(banks[2]).toMatchObject({
    begun: 2,
    due: 2,
    items: 6,
    path: join(machine.root, 'go'),
    last: '2026-03-03',
  });
  const { total } = JSON.parse((await machine.run('stats --bank go --json')).out) as { total: object };
  expect(total).toMatchObject({ begun: 2, due: 2, items: 6 });
});

it('stats --all-banks is the same whichever bank is open, and in Chinese', async () => {
  const machine = await withFour();
  const { out } = await machine.run('stats --all-banks');
  expect((await machine.run('stats --all-banks --bank go')).out).toBe(out);
  expect((await machine.run('stats --all-banks', '', { LLMQUIZ_BANK: 'go' })).out).toBe(out);
  const { out: chinese } = await machine.run('stats --all-banks --lang zh');
  expect(chinese).toContain('现在待复习：4 个题库共 3 道。\n\n题库');
  expect(chinese).toMatch(/^围棋入门 +2\/6/m);
});

it('stats --all-banks passes over a place where a bank is broken, or another one', async () => {
  const machine = await withFour();
  writeFileSync(join(machine.root, 'go', 'deck.yaml'), 'title: [');
  const broken = await machine.run('stats --all-banks');
  expect(broken.code).toBe(0);
  expect(broken.out).toMatch(/^Go from the ground up +2\/\? +- /m);
  rmSync(join(machine.root, 'go'), { recursive: true });
  writeBank(machine, 'other', facts(3, 'Chess', 'c'), 'id: chess-club\n');
  renameSync(join(machine.root, 'other'), join(machine.root, 'go'));
  await standing(machine, 'go');
  const { out } = await machine.run('stats --all-banks');
  expect(out).toMatch(/^Go from the ground up +2\/\? +- /m);
  expect(out).toMatch(/go +0\/3 +0 /m);
  expect(out).toContain('in 5 banks.');
});

it('stats --all-banks of a learner who has done nothing yet lists the bank that ships', async () => {
  const { out } = await fakeMachine().run('stats --all-banks');
  expect(out).toContain('Due now: 0 in 1 bank.\n');
  expect(out).toMatch(/^llmquiz +0\/12 +0 +- +- +-\n$/m);
});
