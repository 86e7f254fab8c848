import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fakeMachine, fixtureBank, typed } from '../fake-world.ts';

/** The fixtures' decks five times over: 60 questions. */
function bigMachine() {
  const bank = fixtureBank();
  const decks = bank.decks.map((deck) => ({
    ...deck,
    items: Array.from({ length: 5 }, (_, copy) =>
      deck.items.map((item) => ({ ...item, id: `${item.id}-${copy}`, fact: undefined, requires: [] })),
    ).flat() as unknown as typeof deck.items,
  }));
  return fakeMachine({ ...bank, decks });
}

const linesOf = (out: string, pattern: RegExp) => out.split('\n').filter((line) => pattern.test(line));

describe('a deadline', () => {
  it('spreads what is left, and says so before and after a session', async () => {
    const machine = bigMachine();
    const words = '--seed 1 --deadline 2026-03-20';
    const { out } = await machine.run(words, typed(':0', '', ':q'));
    expect(linesOf(out, /Deadline|new quest|deadline/)).toEqual([
      'Deadline: 2026-03-20, in 19 days. 5 new a day until 2026-03-12, to spread what is left (more with `--new N`).',
      '5 new questions.',
      'Started: 1 of 60 questions. 59 questions left before your deadline, 2026-03-20: 6 a day until 2026-03-11.',
    ]);
    const chinese = await machine.run(`${words} --lang zh`, ':q\n');
    expect(linesOf(chinese.out, /期限|新题/)).toEqual([
      '期限：2026-03-20，还有 19 天。到 2026-03-12 为止每天 5 道新题，平均分配余下的题（可用 `--new N` 多学）。',
      '复习 1 道，新题 4 道。',
    ]);
  });

  it('concerns what was selected with it', async () => {
    const { out } = await bigMachine().run(
      '--seed 1 --deck facts --deadline 2026-03-20',
      typed(':0', '', 'q'),
    );
    expect(linesOf(out, /eadline/)).toEqual([
      'Deadline: 2026-03-20, in 19 days. 2 new a day until 2026-03-08, to spread what is left (more with `--new N`).',
      'Started: 1 of 15 questions. 14 questions left before your deadline, 2026-03-20: 2 a day until 2026-03-08.',
    ]);
  });

  it('stays if it is in the config, with the focus, until something else is typed', async () => {
    const machine = bigMachine();
    await machine.run('decks --only facts');
    writeFileSync(join(machine.data, 'config.yaml'), 'focus: [facts]\nnew: 7\ndeadline: 2026-03-20\n');
    const asked = async (words: string) =>
      linesOf((await machine.run(`--seed 1 ${words}`, ':q\n')).out, /Focus|eadline|new quest/);
    const kept =
      'Deadline: 2026-03-20, in 19 days. 7 new a day until 2026-03-03, to spread what is left (more with `--new N`).';
    expect(await asked('')).toEqual(['Focus: Facts.', kept, '7 new questions.']);
    expect(await asked('--deadline none')).toEqual(['Focus: Facts.', '7 new questions.']);
    expect(await asked('--deck kinds')).toEqual(['7 new questions.']);
    expect(await asked('--new 3')).toEqual(['Focus: Facts.', kept, '3 new questions.']);
    machine.set('2026-03-21T10:00:00.000+01:00');
    expect(await asked('')).toEqual([
      'Focus: Facts.',
      'Your deadline, 2026-03-20, has passed. Set another one or `none` in the config that `llmquiz where` names.',
      '7 new questions.',
    ]);
  });

  it('brings reviews forward, and the feedback and the counts say so', async () => {
    const machine = bigMachine();
    const words = '--seed 1 --tag thinking --deadline 2026-03-09 --new 1';
    const first = await machine.run(words, typed('', '1', 'e', ''));
    expect(linesOf(first.out, /^Next|Counted/)).toEqual([
      'Next: in 2 days (2026-03-03).',
      'Counted as easy. Next: in 5 days (2026-03-06).',
      'Next: 1 question in 5 days (2026-03-06).',
    ]);
    const later = await machine.run('--seed 1 --tag thinking --new 0', 'q\n');
    expect(later.out).toContain('Next: 1 question in 9 days (2026-03-10).');
    machine.set('2026-03-06T10:00:00.000+01:00');
    expect((await machine.run(`${words.replace('--new 1', '--new 0')}`, ':q\n')).out).toContain(
      '1 to review.',
    );
  });

  it.each([
    ['2026-03-01', 'The deadline 2026-03-01 is not after today, 2026-03-01. Choose a later date.'],
    ['2025-12-31', 'The deadline 2025-12-31 is not after today, 2026-03-01. Choose a later date.'],
  ])('is refused if it is %s', async (date, message) => {
    expect(await fakeMachine().run(`--deadline ${date}`)).toMatchObject({
      code: 2,
      err: `llmquiz: ${message}\n`,
    });
  });

  it.each(['tomorrow', '2026-02-30', '1.5.2027'])('is refused if it is no date, like %s', async (date) => {
    const { code, err } = await fakeMachine().run(`--deadline ${date}`);
    expect(code).toBe(2);
    expect(err).toContain('It must be a date, such as 2027-06-30, or `none`.');
  });

  it('warns of very many new questions a day', async () => {
    const { out } = await bigMachine().run('--seed 1 --deadline 2026-03-02', ':q\n');
    expect(linesOf(out, /Deadline|new quest/)).toEqual([
      'Deadline: 2026-03-02, in 1 day. 60 new a day until 2026-03-01. That is a lot: choose fewer decks with `llmquiz decks`, or a later date.',
      '60 new questions.',
    ]);
  });
});
