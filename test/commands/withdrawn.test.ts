import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bankWith, fakeMachine, fixtureBank, typed } from '../fake-world.ts';
import { facts, learn, standing, writeBank } from '../own-banks.ts';

const withdrawn = [
  {
    ...{ id: 'a-choice', date: '2026-03-01', successor: 'a-text' },
    why: { en: 'It asked for a name.', zh: '原题只考名称。' },
  },
];

/** A machine on which a question was answered that was withdrawn since. */
async function afterWithdrawal() {
  const machine = fakeMachine();
  await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'x', 'q'));
  const bank = bankWith((item) => (item.id === 'a-choice' ? undefined : item));
  machine.ship(bank);
  const before = await machine.run('doctor');
  machine.ship({ ...bank, withdrawn });
  return { machine, before };
}

describe('a withdrawn question', () => {
  it('is not counted as gone by doctor and stats', async () => {
    const { machine, before } = await afterWithdrawal();
    expect(before.out).toContain('no longer in the bank (answers kept): a-choice');
    const doctor = await machine.run('doctor');
    expect(doctor.out).not.toContain('no longer in the bank');
    expect([doctor.code, doctor.out.includes('No problems found.')]).toEqual([0, true]);
    expect(JSON.parse((await machine.run('stats --json')).out).gone).toEqual([]);
    expect((await machine.run('--seed 1', typed('q'))).code).toBe(0);
  });

  it('is shown as withdrawn, with its successor, in both languages', async () => {
    const { machine } = await afterWithdrawal();
    expect(await machine.run('show a-choice')).toEqual({
      ...{ code: 0, err: '' },
      out: 'a-choice\n\nWithdrawn (2026-03-01): it is asked no more. Your answers are kept.\nIt asked for a name.\nAnother question asks for it now: `llmquiz show a-text`.\n\n',
    });
    expect((await machine.run('show a-choice --lang zh')).out).toContain(
      '已于 2026-03-01 撤下，不再出现；你的回答仍会保留。\n原题只考名称。\n现由另一道题 `a-text` 考查',
    );
    expect(JSON.parse((await machine.run('show a-choice a-text --json')).out)).toEqual([
      expect.objectContaining({ item: expect.objectContaining({ id: 'a-text' }) }),
      { id: 'a-choice', withdrawn: { date: '2026-03-01', successor: 'a-text', why: withdrawn[0]?.why } },
    ]);
  });

  it('leaves nothing to its successor', async () => {
    const { machine } = await afterWithdrawal();
    expect((await machine.run('show a-text')).out).not.toContain('Answered');
  });

  it('is unknown if the bank does not say so', async () => {
    const machine = fakeMachine(fixtureBank());
    expect((await machine.run('show a-choic')).err).toContain('Did you mean `a-choice`?');
  });

  it('is one of any bank', async () => {
    const machine = fakeMachine();
    writeBank(machine, 'geo', facts(3, 'Peru'), 'id: geo\n');
    await learn(machine, 'geo', 2);
    writeBank(machine, 'geo', facts(3, 'Peru').slice(2), 'id: geo\n');
    expect(await standing(machine, 'geo')).toMatchObject({ gone: ['q-1', 'q-2'] });
    writeFileSync(
      join(machine.root, 'geo', 'withdrawn.yaml'),
      'q-1: { date: 2026-02-01, why: It was wrong. }\nq-2: { date: 2026-02-01, why: It was wrong. }\n',
    );
    expect(await standing(machine, 'geo')).toMatchObject({ gone: [] });
    expect((await machine.run('show q-1 --bank geo')).out).toContain('It was wrong.');
  });
});
