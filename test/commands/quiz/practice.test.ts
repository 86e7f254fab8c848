import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../../fake-world.ts';

/** Two facts, one of them missed two days ago, and both easy today. */
async function withTwoFacts() {
  const machine = fakeMachine();
  await machine.run('--seed 1 --deck facts', typed('1', '', '0', 'q'));
  machine.set('2026-03-03T10:00:00.000+01:00');
  await machine.run('--seed 1 --deck facts --new 0', typed('1', 'e', '1', 'e', 'q'));
  return machine;
}

const statsOf = async (machine: ReturnType<typeof fakeMachine>) =>
  JSON.parse((await machine.run('stats --json')).out);

describe('practice', () => {
  it('asks answered questions, moves no review, and makes a miss due tomorrow', async () => {
    const machine = await withTwoFacts();
    const before = await statsOf(machine);
    expect(before).toMatchObject({ total: { due: 0 }, dueTomorrow: 0 });
    const { code, out, err } = await machine.run('practice --seed 1', typed('1', '', '0', 'q'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Practice: 2 questions. Your schedule does not change, but a miss is due tomorrow.

      1/2  Facts  fact-forward
      Paris is the capital of France.
        1. True
        2. False
      Answer (0 I don't know, s skip, q quit): 1

      Right.
      Answer: True

      It is.

      Source: Ada and Bo 2020, The Almanac, p. 20 https://example.org/almanac
      Next: in 9 days (2026-03-12).
      Enter next, u undo, r count as wrong, x suspend, f flag, n note, q quit: 

      2/2  Facts  a-plain-fact
      Ice floats.
        1. True
        2. False
      Answer (0 I don't know, s skip, b back, u undo, q quit): 0

      No problem. Here is the answer.
      Answer: True

      Ice is lighter than water.

      Source: Ada and Bo 2020, The Almanac, p. 22 https://example.org/almanac
      Next: tomorrow (2026-03-04).
      Enter next, u undo, x suspend, f flag, n note, q quit: q

      2 answers, 1 right (50%), in 0 s.
      Due tomorrow: 1.
      "
    `);
    const after = await statsOf(machine);
    expect(after).toMatchObject({ total: { due: 0 }, dueTomorrow: 1, today: { answered: 4, right: 3 } });
    expect(after.total.retention).toEqual(before.total.retention);
    const types = machine.events().map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['practised', 'practised']);
    expect(types.filter((type) => type === 'reviewed')).toHaveLength(4);
  });

  it('in Chinese', async () => {
    const machine = await withTwoFacts();
    const { out } = await machine.run('practice --seed 1 --lang zh', typed('1', '', '0', 'q'));
    expect(out.split('\n').filter((line) => /加练|下次/.test(line))).toMatchInlineSnapshot(`
      [
        "加练 2 道题。复习安排不变，但答错的题明天复习。",
        "下次：9 天后（2026-03-12）。",
        "下次：明天（2026-03-04）。",
      ]
    `);
  });

  it('says that a question is still due, and that a miss comes back in the session', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck kinds --limit 4', typed('1', '', '1 2', '', '1', '', '300B', 'q'));
    machine.set('2026-03-09T10:00:00.000+01:00');
    const { out } = await machine.run('practice --seed 1', typed(':0', '', 'q'));
    expect(out).toContain('You will see it again this session. Still due today.\n');
    expect((await statsOf(machine)).total.due).toBe(4);
  });

  it.each(['-n 1', '--limit 1', '-l 1'])('takes %s for the most questions', async (words) => {
    const machine = await withTwoFacts();
    expect((await machine.run(`practice --seed 1 ${words}`, typed('q'))).out).toContain(
      'Practice: 1 question',
    );
    expect((await machine.run('practice --help')).out).not.toContain(' -l ');
  });

  it('offers no easy; counting an answer as right or wrong moves the review accordingly', async () => {
    const machine = await withTwoFacts();
    const counted = await machine.run('practice --seed 1', typed('1', 'r'));
    expect(counted.out).not.toContain('e easy');
    expect(counted.out).toContain('Counted as wrong. Next: tomorrow (2026-03-04).');
    expect((await statsOf(machine)).dueTomorrow).toBe(1);
    await machine.run('practice --seed 1', typed('2', 'r'));
    await machine.run('undo');
    expect((await machine.run('undo')).out).toMatch(/^Answer of 2026-03-03 10:00 undone: /);
    expect((await machine.run('undo')).out).toMatch(/^Correction undone: /);
    expect(await statsOf(machine)).toMatchObject({ dueTomorrow: 0, today: { answered: 3 } });
    expect((await machine.run('redo')).out).toMatch(/^Redone: /);
    expect((await statsOf(machine)).dueTomorrow).toBe(1);
  });

  it('shows how often a question was practised', async () => {
    const machine = await withTwoFacts();
    await machine.run('practice --seed 1 --limit 1', typed('1', ''));
    const item = machine.events().at(-1)?.item;
    expect((await machine.run(`show ${item}`)).out).toContain('practised 1 time;');
    expect((await machine.run(`show ${item} --lang zh`)).out).toContain('，加练 1 次；');
  });

  it('chooses what was answered wrong lately, what is due soon, or by id', async () => {
    const machine = await withTwoFacts();
    const asked = async (words: string) => {
      const { out } = await machine.run(`practice --seed 1 ${words}`, 'q\n');
      return /^(?:Practice: \d+ questions?|[^\n]*)/.exec(out)?.[0];
    };
    expect(await asked('--wrong')).toBe('Practice: 1 question');
    expect(await asked('--weakest')).toBe('Practice: 2 questions');
    expect(await asked('--limit 1')).toBe('Practice: 1 question');
    expect(await asked(machine.events()[0]?.item ?? '')).toBe('Practice: 1 question');
    machine.set('2026-03-20T10:00:00.000+01:00');
    expect(await asked('--due-soon')).toBe('Practice: 2 questions');
    expect(await asked('--wrong')).toBe('You answered none of these questions wrong in the last 14 days.');
  });

  it.each([
    ['--deck kinds', 'Practice repeats questions that you have started, and these are all new.'],
    ['--deck kinds --lang zh', '加练只问已学的题，而这些都是新题。'],
    ['--wrong --lang zh --deck facts', '最近 14 天里，这些题没有答错过。'],
    ['--due-soon', 'None of these questions is due within 7 days.'],
    ['--due-soon --lang zh', '7 天内没有待复习的题。'],
    [
      '--due-soon --wrong',
      'Of these questions, you answered none wrong in the last 14 days that is due within 7 days.',
    ],
    ['--due-soon --wrong --lang zh', '这些题中，没有最近 14 天答错且 7 天内待复习的题。'],
  ])('says why there is nothing: %s', async (words, text) => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck facts --limit 1', typed('1', 'e'));
    machine.set('2026-03-11T10:00:00.000+01:00');
    await machine.run('--seed 1 --deck facts --new 0', typed('1', 'e'));
    const { code, out } = await machine.run(`practice ${words}`);
    expect(code).toBe(0);
    expect(out).toContain(text);
    expect(machine.events().map(({ type }) => type)).not.toContain('practised');
  });

  it('says that everything is suspended', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck facts --limit 1', typed('1', 'x'));
    const id = machine.events()[0]?.item;
    expect((await machine.run(`practice ${id}`)).out).toContain('All of these questions are suspended.');
    expect((await machine.run(`practice ${id} --lang zh`)).out).toContain('这些题都已暂停。');
  });

  it.each([
    ['practice nope', 'Unknown question `nope`. List all with `llmquiz list`.'],
    ['practice a-choise', 'Unknown question `a-choise`. Did you mean `a-choice`?'],
    ['practice nope --lang zh', '未知题目 `nope`。'],
    ['practice a-choise --lang zh', '你是否想输入 `a-choice`？'],
    ['practice --limit 0', 'It must be at least 1.'],
  ])('%s is a usage error', async (words, text) => {
    const { code, err } = await fakeMachine().run(words);
    expect(code).toBe(2);
    expect(err).toContain(text);
  });
});
