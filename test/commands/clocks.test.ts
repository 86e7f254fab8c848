import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Bank } from '#core/bank/compile.ts';
import { bankWith, type FakeMachine, fakeMachine, typed } from '../fake-world.ts';

/** A bank of so many questions of the same text: "Water is wet", of which 1 is right and 2 is wrong. */
function bankOf(count: number): Bank {
  const bank = bankWith((item) => (item.id === 'a-true-false' ? item : undefined));
  const decks = bank.decks.map((deck) => ({
    ...deck,
    items: Array.from({ length: count }, (_, i) => ({ ...deck.items[0]!, id: `w-${i + 1}` })),
  }));
  return { ...bank, decks };
}

const one = () => fakeMachine(bankOf(1));

/** A session under a clock; what it said. */
async function sit(machine: FakeMachine, iso: string, ...lines: readonly string[]): Promise<string> {
  machine.set(iso);
  return (await machine.run('--seed 1', typed(...lines, 'q'))).out;
}

/** What is remembered of the only question. */
const remembered = async (machine: FakeMachine) =>
  /Answered.*/.exec((await machine.run('show w-1')).out)?.[0].replace(/ stability [^;]*;/, '');

describe('a clock that was a year ahead', () => {
  it('does not freeze a question: answered wrong under the right clock, it is due tomorrow', async () => {
    const machine = one();
    await sit(machine, '2027-03-01T10:00:00.000+01:00', '1', '');
    const said = await sit(machine, '2026-03-01T10:00:00.000+01:00', 'p', '2');
    expect(said).toContain('Your clock is earlier than your last answer');
    expect(said).toContain('Wrong.');
    machine.set('2026-03-02T10:00:00.000+01:00');
    expect(await remembered(machine)).toBe('Answered 2 times, forgotten 1 time; due 2026-03-02.');
    expect(await sit(machine, '2026-03-02T10:00:00.000+01:00')).toMatch(/^1 to review\./);
  });

  it('is outvoted by the clock now, however much was answered under it', async () => {
    const machine = fakeMachine(bankOf(12));
    const ahead = Array.from({ length: 8 }, () => ['1', '']).flat();
    await sit(machine, '2027-03-01T10:00:00.000+01:00', ...ahead);
    await sit(machine, '2026-03-01T10:00:00.000+01:00', 'p', '2');
    machine.set('2026-03-02T10:00:00.000+01:00');
    // It was to come back in the session that was left.
    const item = machine.events().at(-1)?.item;
    expect((await machine.run(`show ${item}`)).out).toContain('; due 2026-03-01.');
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({ reviews: 9, studyDays: 1 });
  });

  it('is told of once, and named by doctor, which is content', async () => {
    const machine = one();
    await sit(machine, '2027-03-01T10:00:00.000+01:00', '1', '');
    expect(await sit(machine, '2026-03-01T10:00:00.000+01:00', 'p', '1', '')).toContain(
      'Your clock is earlier',
    );
    const later = await sit(machine, '2026-03-02T10:00:00.000+01:00');
    expect(later).not.toMatch(/clock/i);
    const { code, out } = await machine.run('doctor');
    expect(code).toBe(0);
    expect(out).toContain(
      ': 2 events\n  line 1: written under a wrong clock (2027-03-01 10:00); counted as 2026-03-01 10:00\n',
    );
    expect(out).toContain('\nNo other problems found. Your log was not changed.\n');
    expect((await machine.run('doctor --lang zh')).out).toContain(
      '  第 1 行：写入时系统时间有误（2027-03-01 10:00），按 2026-03-01 10:00 计\n',
    );
    expect(readFileSync(machine.log, 'utf8')).toContain('"at":"2027-03-01T10:00:00.000+01:00"');
  });

  it('on another device neither hides what is answered here, nor is told of twice', async () => {
    const machine = one();
    await sit(machine, '2026-03-01T10:00:00.000+01:00', '1', '');
    const phone = machine.events().map((event) => ({
      ...{ ...event, id: 'from-the-phone', device: 'phone', at: '2027-06-01T10:00:00.000+01:00' },
    }));
    const { writeFileSync } = await import('node:fs');
    writeFileSync(machine.log.replace(/[^/\\]*$/, 'phone.jsonl'), `${JSON.stringify(phone[0])}\n`);
    const said = await sit(machine, '2026-03-05T10:00:00.000+01:00', '2');
    expect(said).toContain(
      'A clock was wrong when 1 line of your log was written. Every answer counts, dated by its place among the others; `llmquiz doctor` lists it.\n',
    );
    expect(said).toContain('Next: tomorrow (2026-03-06).');
    expect(await sit(machine, '2026-03-06T10:00:00.000+01:00')).not.toMatch(/clock/i);
  });
});

describe('a clock that fell back at a reboot', () => {
  it('moves no answer before others: what was wrong then is forgotten, as under the right clock', async () => {
    const [wrong, right] = [one(), one()];
    for (const machine of [wrong, right]) {
      await sit(machine, '2026-03-01T10:00:00.000+01:00', '1', '');
      if (machine === wrong) await sit(machine, '2025-01-01T10:00:00.000+01:00', 'p', '2', '');
      else await sit(machine, '2026-03-03T10:00:00.000+01:00', '2', '');
      await sit(machine, '2026-03-03T11:00:00.000+01:00', 'p', '1', '');
      expect(await remembered(machine)).toBe('Answered 3 times, forgotten 1 time; due 2026-03-04.');
      expect((await machine.run('stats')).out).toContain('Retention (reviews on a later day): 0% (0 of 1).');
    }
  });

  it('forgets nothing that was learnt, and frees it with the first answer under the right clock', async () => {
    const machine = fakeMachine(bankOf(6));
    await sit(machine, '2026-03-01T10:00:00.000+01:00', '1', '', '1', '', '1', '');
    const before = (await machine.run('stats --json')).out;
    machine.set('2025-01-01T10:00:00.000+01:00');
    expect(JSON.parse((await machine.run('stats --json')).out).total.begun).toBe(3);
    machine.set('2026-03-01T10:00:00.000+01:00');
    expect((await machine.run('stats --json')).out).toBe(before);
    await sit(machine, '2025-01-01T10:00:00.000+01:00', 'n', '1', '', 'q');
    machine.set('2026-03-02T10:00:00.000+01:00');
    expect((await machine.run('doctor')).out).toContain(
      '  line 4: written under a wrong clock (2025-01-01 10:00); counted as 2026-03-01 10:00\n',
    );
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({ reviews: 4, studyDays: 1 });
  });
});

describe('a flight west on the same morning', () => {
  it('gives no second set of new questions, and what was wrong is due on the next local morning', async () => {
    const machine = fakeMachine(bankOf(25));
    const answers = Array.from({ length: 9 }, () => ['1', '']).flat();
    const tokyo = await sit(machine, '2026-03-02T10:00:00.000+09:00', ...answers, '2', '');
    expect(tokyo).toMatch(/10 new questions\./);
    const angeles = await sit(machine, '2026-03-01T20:00:00.000-08:00');
    expect(angeles).toContain('Nothing is due now. Next: 10 questions tomorrow (2026-03-02).');
    expect((await machine.run('stats')).out).toContain('Today: 10 answered, 9 right, 10 new.');
    const morning = await sit(machine, '2026-03-02T08:00:00.000-08:00');
    expect(morning).toMatch(/^10 to review, 10 new\./m);
    expect((await machine.run('stats')).out).toContain('Today: 0 answered, 0 right, 0 new.');
  });
});
