import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { linesOf, review, stamped } from '../events.ts';
import { bankWith, type FakeMachine, fakeMachine, fixtureBank, typed } from '../fake-world.ts';

/** Answers the three facts: two of them right, one without knowing. */
async function withAnswers(): Promise<FakeMachine> {
  const machine = fakeMachine();
  await machine.run('--seed 1 --deck facts', typed('1', '', '0', 'q'));
  return machine;
}

const write = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};

describe('stats', () => {
  it('of nothing', async () => {
    expect((await fakeMachine().run('stats')).out).toMatchInlineSnapshot(`
      "Due: 0 now, 0 by tomorrow.
      Today: 0 answered, 0 right, 0 new.
      Started: 0 of 12 questions. Answers: 0 on 0 days.
      Retention (reviews on a later day): no data yet. Last 30 days: no data yet.

      deck        started  due  est. recall  retention
      Every kind      0/9    0            -          -
      Facts           0/3    0            -          -
      "
    `);
  });

  it('as text', async () => {
    const machine = await withAnswers();
    machine.set('2026-03-02T10:00:00.000+01:00');
    await machine.run('--seed 1 --deck facts', typed('1', '', '1', '', '1', 'x'));
    const { code, out, err } = await machine.run('stats');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Due: 0 now, 1 by tomorrow.
      Today: 2 answered, 2 right, 0 new.
      Started: 2 of 12 questions. Answers: 4 on 2 days.
      Retention (reviews on a later day): 100% (2 of 2). Last 30 days: 100% (2 of 2).

      deck        started  due  est. recall      retention
      Every kind      0/9    0            -              -
      Facts           2/3    0          94%  100% (2 of 2)
      "
    `);
    expect((await machine.run('stats --lang zh')).out).toMatchInlineSnapshot(`
      "待复习：现在 0 道，到明天共 1 道。
      今天：回答 2 次，答对 2 次，新题 0 道。
      已学：12 道题中的 2 道。回答：2 天共 4 次。
      记忆保持率（隔天复习）：100%（2 次中 2 次）；最近 30 天：100%（2 次中 2 次）。

      题组      已学  待复习  预计记忆率           记忆保持率
      各种题型   0/9       0           -                    -
      事实       2/3       0         94%  100%（2 次中 2 次）
      "
    `);
  });

  it('as JSON', async () => {
    const machine = await withAnswers();
    const { code, out } = await machine.run('stats --json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      today: { answered: 2, right: 1, fresh: 2 },
      total: { items: 12, begun: 2, due: 0, retention: { passed: 0, of: 0 } },
      dueTomorrow: 2,
      reviews: 2,
      studyDays: 1,
      gone: [],
    });
  });

  it('does not count what was undone', async () => {
    const machine = await withAnswers();
    await machine.run('undo');
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({
      reviews: 1,
      total: { begun: 1 },
    });
  });
});

it('a line of fifty megabytes is told of in one sentence, and the answers around it count', async () => {
  const machine = await withAnswers();
  for (let i = 0; i < 50; i++) appendFileSync(machine.log, 'x'.repeat(1 << 20));
  appendFileSync(machine.log, '\n');
  const sentence = '1 line of your log cannot be read.';
  const { out } = await machine.run('--seed 2 --deck facts', typed('1', '', 'q'));
  expect(out.split(sentence)).toHaveLength(2);
  expect((await machine.run('--seed 2 --deck facts', 'q\n')).out).not.toContain(sentence);
  const answers = machine.events().filter(({ type }) => type === 'reviewed').length;
  expect(answers).toBeGreaterThan(1);
  const { code, out: told } = await machine.run('stats');
  expect([code, told.split('\n')[1]]).toEqual([0, expect.stringContaining(`Today: ${answers} answered`)]);
});

describe('undo', () => {
  it('takes back one thing after the other, and then there is nothing', async () => {
    const machine = await withAnswers();
    await machine.run('--seed 1 --deck kinds --limit 1 --new 1', typed('1', 'x'));
    const said: string[] = [];
    for (let i = 0; i < 5; i++) said.push((await machine.run('undo')).out);
    expect(said).toEqual([
      'Resumed: Which fruit is yellow?\n',
      'Answer of 2026-03-01 10:00 undone: Which fruit is yellow?\n',
      'Answer of 2026-03-01 10:00 undone: Ice floats.\n',
      'Answer of 2026-03-01 10:00 undone: Paris is the capital of France.\n',
      'Nothing to undo.\n',
    ]);
    expect(machine.events()).toHaveLength(8);
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({
      reviews: 0,
      total: { begun: 0 },
      suspended: [],
    });
  });

  it('in Chinese', async () => {
    const machine = await withAnswers();
    expect((await machine.run('undo --lang zh')).out).toBe('已撤销 2026-03-01 10:00 的回答：冰会浮起来。\n');
  });

  it('of an amendment leaves the answer', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'r'));
    expect((await machine.run('undo')).out).toBe('Correction undone: Which fruit is yellow?\n');
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({
      today: { answered: 1, right: 0 },
    });
  });
});

/** Questions of each level, so many, all of which are answered with 1. */
const leveled = (deck: string, count: number) =>
  [1, 2, 3, 4, 5]
    .flatMap((level) => Array.from({ length: count }, (_, n) => ({ id: `${deck}-${level}-${n}`, level })))
    .map(
      ({ id, level }) =>
        `  - id: ${id}\n    kind: true-false\n    level: ${level}\n    tags: [levels]\n    stem: Is ${id} so?\n    key: true\n    rationale: It is.\n    sources: [{ title: Common sense }]\n`,
    )
    .join('');

const always = (answer: string) => Array.from({ length: 20 }, () => [answer, '']).flat();

describe('place', () => {
  it('asks, shows the level of each deck, and counts what is easier as known; undo takes that back', async () => {
    const machine = fakeMachine();
    const bank = join(machine.data, '..', 'levels');
    for (const deck of ['a', 'b'])
      write(join(bank, `${deck}.yaml`), `title: Deck ${deck}\nitems:\n${leveled(deck, 3)}`);
    const { code, out, err } = await machine.run(`place --seed 1 --bank ${bank}`, typed(...always('1')));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^A few questions find where each deck begins for you\. Press 0 if/);
    expect(out).toMatch(/\n1\/15 {2}Deck [ab] {2}[ab]-2-1\n/);
    const asked = machine.events().filter((e) => e.type === 'reviewed').length;
    expect(out).toContain(
      `\nPlaced after ${asked} questions. Your decks begin here:\nLevel 5: Deck a, Deck b\n`,
    );
    const presumed = machine.events().filter((e) => e.type === 'presumed').length;
    expect(presumed).toBeGreaterThan(10);
    expect(out).toContain(`${presumed} easier questions count as known. You will see each once`);
    const stats = async () => JSON.parse((await machine.run(`stats --json --bank ${bank}`)).out);
    expect((await stats()).total).toMatchObject({ items: 30, begun: asked, presumed, due: 0 });
    expect((await machine.run(`stats --bank ${bank}`)).out).toContain(
      `, ${presumed} counted as known. Answers:`,
    );
    // None of them is asked within three weeks; within eleven all are due, and five a day are asked.
    machine.set('2026-03-20T10:00:00.000+01:00');
    expect((await stats()).total.due).toBeLessThanOrEqual(asked);
    machine.set('2026-05-25T10:00:00.000+01:00');
    expect((await stats()).total.due).toBe(asked + 5);
    expect((await machine.run(`undo --bank ${bank}`, 'y\n')).out).toContain(
      `At 2026-03-01 10:00 a placement counted ${presumed} questions as known. Undo that?`,
    );
    expect((await stats()).total).toMatchObject({ begun: asked, presumed: 0 });
  });

  it('of somebody who knows nothing is short, and counts nothing as known', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run('place --seed 1', typed(...always(':0')));
    expect(out).toMatch(/\nPlaced after \d questions\. Your decks begin here:\nLevel 1: Every kind, Facts\n/);
    expect(machine.events().every((e) => e.type === 'reviewed')).toBe(true);
  });

  it('counts nothing as known if it is left', async () => {
    const machine = fakeMachine();
    const { code, out } = await machine.run('place --seed 1 --lang zh', typed('q', ':q'));
    expect(code).toBe(0);
    expect(out).toContain('\n\n已中止：没有题目被算作已掌握。');
    expect(machine.events()).toEqual([]);
  });
});

describe('undo of what was done on an earlier day', () => {
  it.each([
    ['y\n', 0, 'Answer of 2026-03-01 10:00 undone: Ice floats.\n', 1],
    ['\n', 1, 'Nothing was undone.\n', 0],
  ])('says what it takes back, and asks: %j', async (input, code, said, undone) => {
    const machine = await withAnswers();
    machine.set('2026-03-02T03:59:00.000+01:00');
    expect((await machine.run('undo')).out).toMatch(/^Answer of /);
    machine.set('2026-03-02T04:01:00.000+01:00');
    await machine.run('redo');
    const again = await machine.run('undo', input);
    expect(again.code).toBe(code);
    expect(again.out).toContain(
      'The last thing you did was at 2026-03-01 10:00, on this question: Ice floats.\nUndo it?\n',
    );
    expect(again.out.endsWith(said)).toBe(true);
    expect(machine.events().filter((e) => e.type === 'undone')).toHaveLength(2 + undone);
  });
});

describe('redo', () => {
  it('takes back undo after undo, until something else was done', async () => {
    const machine = await withAnswers();
    const begun = async () => JSON.parse((await machine.run('stats --json')).out).total.begun;
    expect((await machine.run('redo')).out).toBe('Nothing to redo.\n');
    for (const left of [1, 0]) {
      await machine.run('undo');
      expect(await begun()).toBe(left);
    }
    expect((await machine.run('redo')).out).toBe(
      'Redone: Paris is the capital of France. (2026-03-01 10:00)\n',
    );
    expect((await machine.run('redo --lang zh')).out).toBe('已重做：冰会浮起来。（2026-03-01 10:00）\n');
    expect(await begun()).toBe(2);
    expect((await machine.run('redo')).out).toBe('Nothing to redo.\n');
    expect((await machine.run('undo')).out).toBe('Answer of 2026-03-01 10:00 undone: Ice floats.\n');
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'q'));
    expect((await machine.run('redo')).out).toBe('Nothing to redo.\n');
  });
});

describe('forget', () => {
  const stats = async (machine: FakeMachine) => JSON.parse((await machine.run('stats --json')).out);

  it('makes a question new again, after asking; the answers stay', async () => {
    const machine = await withAnswers();
    const refused = await machine.run('forget fact-forward', '\n');
    expect(refused).toMatchObject({ code: 1 });
    expect(refused.out).toContain('Nothing was changed.\n');
    const { code, out } = await machine.run('forget fact-forward', 'y\n');
    expect(code).toBe(0);
    expect(out).toContain(
      'Make this question new again? Paris is the capital of France.\nYour answers stay in the log, and `llmquiz undo` takes this back.\n',
    );
    expect(out).toContain('\nNew again: Paris is the capital of France.\n');
    expect(await stats(machine)).toMatchObject({ total: { begun: 1 }, reviews: 2 });
    expect((await machine.run('forget fact-forward')).out).toBe(
      'None of these questions has been answered.\n',
    );
    expect((await machine.run('undo')).out).toBe('Remembered again: Paris is the capital of France.\n');
    expect(await stats(machine)).toMatchObject({ total: { begun: 2 } });
  });

  it('of many questions is undone and redone as one', async () => {
    const machine = await withAnswers();
    expect((await machine.run('forget --deck fact --yes')).out).toBe('New again: 2 questions\n');
    expect(await stats(machine)).toMatchObject({ total: { begun: 0 } });
    const { out } = await machine.run('undo', 'y\n');
    expect(out).toContain('At 2026-03-01 10:00 you made 2 questions new again. Undo that?\n');
    expect(out).toContain('\n2 questions remembered again.\n');
    expect(await stats(machine)).toMatchObject({ total: { begun: 2 } });
    expect((await machine.run('redo')).out).toBe('Redone for 2 questions. (2026-03-01 10:00)\n');
    expect(await stats(machine)).toMatchObject({ total: { begun: 0 } });
    expect((await machine.run('undo --lang zh', 'y\n')).out).toContain('已恢复 2 道题的记忆。\n');
    expect((await machine.run('forget --all --lang zh -y')).out).toBe('已重置为新题：2 道题\n');
  });

  it('asks what to forget, if that is not said', async () => {
    for (const words of ['forget', 'forget --all fact-forward', 'forget --all --level 1'])
      expect(await fakeMachine().run(words)).toMatchObject({
        code: 2,
        err: 'llmquiz: Say what to make new again: question ids, or --deck, --tag, --level, or --all.\n',
      });
    expect(await fakeMachine().run('forget nothing')).toMatchObject({
      code: 2,
      err: 'llmquiz: Unknown question `nothing`. List all with `llmquiz list`.\n',
    });
    expect(await fakeMachine().run('forget fact-foward')).toMatchObject({
      code: 2,
      err: 'llmquiz: Unknown question `fact-foward`. Did you mean `fact-forward`?\n',
    });
  });

  it('counts the next answer for a first one', async () => {
    const machine = await withAnswers();
    await machine.run('forget --all --yes');
    machine.set('2026-03-05T10:00:00.000+01:00');
    await machine.run('--seed 1 --deck facts', typed('1', '', '1', '', 'q'));
    expect(await stats(machine)).toMatchObject({
      today: { answered: 2, fresh: 2 },
      total: { retention: { of: 0 } },
    });
  });
});

describe('undo, with clocks and devices that differ,', () => {
  const flag = (item: string, seq: number, iso: string, device: string) =>
    linesOf([stamped({ type: 'flagged', item }, seq, iso, device)]);

  /** A machine whose last deed by its count is on the short answer, and by its clock on the forward one. */
  async function withWrongClock() {
    const machine = fakeMachine();
    machine.set('2036-05-05T10:00:00.000+01:00');
    await machine.run('--seed 1 --deck facts --limit 1', typed('1', 'q'));
    machine.set('2026-03-01T10:00:00.000+01:00');
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'q'));
    return machine;
  }

  it('takes back the last one given, whatever the clock said', async () => {
    const machine = await withWrongClock();
    expect((await machine.run('undo')).out).toBe(
      'Answer of 2026-03-01 10:00 undone: Which fruit is yellow?\n',
    );
    // The one before it counts as given then, too.
    expect((await machine.run('undo')).out).toMatch(/^Answer of 2026-03-01 10:00 undone: Paris is/);
  });

  it('says nothing of another device that was used before', async () => {
    const machine = await withAnswers();
    write(join(dirname(machine.log), 'phone.jsonl'), flag('a-choice', 9, '2026-02-01T10:00:00Z', 'phone'));
    expect((await machine.run('undo')).out).toMatch(/^Answer of /);
  });

  it.each([
    ['y\n', 0, /\nAnswer of 2026-03-01 10:00 undone: Ice floats\.\n$/, 1],
    ['\n', 1, /Nothing was undone\.\n$/, 0],
    ['q\n', 1, /Nothing was undone\.\n$/, 0],
    ['', 1, /Nothing was undone\.\n$/, 0],
  ])('asks if another device was used since, and heeds %j', async (input, code, said, undone) => {
    const machine = await withAnswers();
    write(
      join(dirname(machine.log), 'phone.jsonl'),
      flag('a-choice', 1, '2026-03-01T12:00:00+01:00', 'phone'),
    );
    machine.set('2026-03-01T13:00:00.000+01:00');
    const ran = await machine.run('undo', input);
    expect(ran).toMatchObject({ code, err: '' });
    expect(ran.out).toMatch(
      /^On another device \(phone\) at 2026-03-01 12:00: Which fruit is yellow\?\nBefore that, on this device at 2026-03-01 10:00: Ice floats\.\nUndo the one on this device\?\n/,
    );
    expect(ran.out).toMatch(said);
    expect(machine.events().filter((e) => e.type === 'undone')).toHaveLength(undone);
  });

  it('offers what another device recorded if this one has nothing', async () => {
    const machine = fakeMachine();
    write(
      join(dirname(machine.log), 'phone.jsonl'),
      flag('a-choice', 1, '2026-03-01T12:00:00+01:00', 'phone'),
    );
    const ran = await machine.run('undo --lang zh', 'y\n');
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(
      /^本设备没有可撤销的内容。\n另一台设备（phone）2026-03-01 12:00 的记录：[\s\S]*\n已撤销标记：/,
    );
  });
});

describe('resume', () => {
  it('asks a suspended question again', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'x'));
    machine.set('2026-03-05T10:00:00.000+01:00');
    expect((await machine.run('--seed 1 --deck kinds --new 0', '')).out).toContain('Nothing is due.');
    expect(await machine.run('resume a-choice')).toEqual({
      code: 0,
      out: 'Resumed: a-choice\n',
      err: '',
    });
    expect((await machine.run('--seed 1 --deck kinds --new 0', '')).out).toContain('1 to review.');
    expect((await machine.run('resume a-choice')).code).toBe(2);
  });

  it('without an id lists what is suspended, in either language', async () => {
    const machine = fakeMachine();
    expect((await machine.run('resume')).out).toBe('Nothing is suspended.\n');
    expect((await machine.run('resume --lang zh')).out).toBe('没有已暂停的题。\n');
    await machine.run('--seed 1 --deck kinds --limit 2', typed('1', 'x', '1', 'x'));
    expect(await machine.run('resume')).toMatchObject({
      code: 0,
      out: 'a-choice\n  Which fruit is yellow?\na-multi\n  Which numbers are even?\nBring one back with `llmquiz resume ID`.\n',
    });
    expect((await machine.run('resume --lang zh')).out).toContain('可用 `llmquiz resume ID` 恢复。\n');
    expect(machine.events().map(({ type }) => type)).not.toContain('resumed');
  });

  it('of several, of which one is not suspended, does none', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'x'));
    expect(await machine.run('resume a-choice a-multi')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching('`a-multi` is not suspended'),
    });
    expect(machine.events()).toHaveLength(2);
  });
});

describe('where, list and show', () => {
  it('where names the paths in use', async () => {
    const machine = await withAnswers();
    const { out } = await machine.run('where --json');
    expect(JSON.parse(out)).toMatchObject({
      answers: join(machine.data, 'events'),
      thisDevice: machine.log,
      cache: join(machine.data, 'cache'),
    });
    const missingIn = (printed: string) =>
      printed.match(/^.*does not exist yet/gm)?.map((line) => line.split('  ')[0]);
    expect(missingIn((await machine.run('where')).out)).toEqual(['settings']);
    expect(missingIn((await fakeMachine().run('where')).out)).toEqual([
      'answers',
      'this device',
      'settings',
      'cache',
    ]);
  });

  it('where follows the options and the environment', async () => {
    const machine = fakeMachine();
    const json = async (words: string, env = {}) =>
      JSON.parse((await machine.run(`where --json ${words}`, '', env)).out);
    const root = dirname(machine.data);
    expect(await json('--data-dir mine --bank my/bank')).toMatchObject({
      answers: join(root, 'mine', 'events'),
      bank: join(root, 'my/bank'),
    });
    expect(await json('--bank=')).toMatchObject({ bank: join(root, 'shipped') });
    expect((await machine.run('list --bank=')).out).toContain('01-kinds');
    expect(await json('', { LLMQUIZ_BANK: '' })).toMatchObject({ bank: join(root, 'shipped') });
    expect(await json('', { LLMQUIZ_BANK: '/else' })).toMatchObject({ bank: '/else' });
  });

  it('list and show tell of the bank', async () => {
    const machine = await withAnswers();
    expect((await machine.run('list')).out).toContain(
      '02-facts: Facts (3)\nThings that are so whatever one thinks of them.\n\n  fact-forward  [true-false, 1]\n    Paris is the capital of France.\n',
    );
    expect(JSON.parse((await machine.run('list --json')).out)).toMatchObject({
      count: 12,
      kinds: { choice: 1, 'true-false': 4 },
    });
    const { out } = await machine.run('show a-plain-fact fact-forward');
    expect(out).toContain('Answered 1 time;');
    expect(out.match(/\n\nAnswered 1 time/g)).toHaveLength(2);
    expect((await machine.run('show a-choice')).out).not.toContain('Asked');
  });

  it('show says that a question is not asked any more', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'x'));
    expect((await machine.run('show a-choice')).out).toContain(
      'Suspended. Bring it back with `llmquiz resume a-choice`.\n',
    );
  });

  it('blanks are gaps in list and undo', async () => {
    const machine = fakeMachine();
    expect((await machine.run('list')).out).toContain('    A [1] ____ a day keeps the [2] ____ away.\n');
    await machine.run('--seed 1 --deck kinds --new 9', typed('s', 's', 's', 's', 's', ':0', 'q'));
    const said = (await machine.run('undo')).out;
    expect(said).not.toContain('{{');
  });
});

describe('a bank that changes', () => {
  it('without an item that was answered: its events are kept, not asked, and counted', async () => {
    const machine = await withAnswers();
    const before = readFileSync(machine.log, 'utf8');
    machine.ship(bankWith((item) => (item.id === 'a-plain-fact' ? undefined : item)));
    machine.set('2026-03-20T10:00:00.000+01:00');
    const { out } = await machine.run('--seed 1 --deck facts --new 0', '');
    expect(out).not.toContain('Ice floats');
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({
      reviews: 2,
      gone: ['a-plain-fact'],
    });
    expect((await machine.run('stats')).out).toContain(
      '1 question you answered is no longer in this bank. Your answers are kept.',
    );
    const doctor = await machine.run('doctor');
    expect(doctor).toMatchObject({
      code: 0,
      out: expect.stringMatching(/no longer in the bank \(answers kept\): a-plain-fact\n/),
    });
    expect(readFileSync(machine.log, 'utf8').startsWith(before)).toBe(true);
    machine.ship(fixtureBank());
    expect((await machine.run('show a-plain-fact')).out).toContain('Answered 1 time');
  });

  it('an id: the former id carries the memory over', async () => {
    const machine = await withAnswers();
    machine.ship(
      bankWith((item) =>
        item.id === 'a-plain-fact' ? { ...item, id: 'ice', formerIds: ['a-plain-fact'] } : item,
      ),
    );
    expect((await machine.run('show ice')).out).toContain('Answered 1 time');
    expect((await machine.run('show a-plain-fact')).out).toMatch(/^ice /);
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({
      gone: [],
      total: { begun: 2 },
    });
    expect(await machine.run('doctor')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/No problems found\.\n$/),
    });
    expect((await machine.run('undo')).out).toContain('Ice floats.');
    expect((await machine.run('show ice')).out).not.toContain('Asked');
  });

  it('a revision: a raised one is asked anew, the same one is not', async () => {
    const machine = await withAnswers();
    const raise = (revision: number) =>
      machine.ship(bankWith((item) => (item.id === 'a-plain-fact' ? { ...item, revision } : item)));
    raise(2);
    expect((await machine.run('show a-plain-fact')).out).not.toContain('Asked');
    expect((await machine.run('--seed 1 --deck facts', typed('1', 'q'))).out).toContain(
      '1 new question.\n\n1/1  Facts  a-plain-fact\nIce floats.',
    );
    expect((await machine.run('--seed 1 --deck facts', '')).out).toContain('Nothing is due now.');
    expect(machine.events().at(-1)).toMatchObject({ item: 'a-plain-fact', revision: 2 });
    raise(1);
    expect((await machine.run('--seed 1 --deck facts', '')).out).toContain('Nothing is due now.');
  });
});

describe('a fact', () => {
  it('is asked by one of its items a day', async () => {
    const machine = fakeMachine();
    const first = await machine.run('--seed 1 --deck facts', typed('1', '', '1', ''));
    expect(first.out).toContain('2 new questions.');
    const again = await machine.run('--seed 1 --deck facts --new 5', '');
    expect(again.out).not.toContain('Lyon');
    machine.set('2026-03-02T03:59:00.000+01:00');
    expect((await machine.run('--seed 1 --deck facts --new 5', '')).out).not.toContain('Lyon');
    machine.set('2026-03-02T04:01:00.000+01:00');
    const next = await machine.run('--seed 1 --deck facts --new 5', typed('s', 's', 's', 's'));
    expect(next.out.match(/capital/g)).toHaveLength(1);
  });
});

describe('doctor', () => {
  it('before the first answer', async () => {
    const machine = fakeMachine();
    const { code, out } = await machine.run('doctor');
    expect(code).toBe(0);
    expect(out).toBe(
      `No answers yet in ${join(machine.data, 'events')}.\nSnapshot: none yet (the next quiz writes one)\nNo problems found.\n`,
    );
  });

  it('on a healthy log', async () => {
    const machine = await withAnswers();
    expect(await machine.run('doctor')).toEqual({
      code: 0,
      out: `${machine.log}: 2 events\nSnapshot: matches the log\nNo problems found.\n`,
      err: '',
    });
  });

  it('in Chinese', async () => {
    const machine = await withAnswers();
    expect((await machine.run('doctor --lang zh')).out).toBe(
      `${machine.log}：2 条记录\n快照：与日志一致\n未发现问题。\n`,
    );
  });

  it('on every sort of damage: each line named, nothing changed', async () => {
    const machine = await withAnswers();
    appendFileSync(
      machine.log,
      `garbage\n\0\0\0\n[]\n{"v":1}\n${linesOf([stamped(review('a-choice'), 9, '2026-03-01T11:00:00Z')])}{"v":1,"id":"torn`,
    );
    const before = readFileSync(machine.log, 'utf8');
    machine.set('2026-03-01T13:00:00.000+01:00');
    const { code, out } = await machine.run('doctor');
    expect(code).toBe(1);
    expect(out).toBe(
      [
        `${machine.log}: 3 events`,
        '  line 3: skipped and kept (not JSON)',
        '  line 4: skipped and kept (zero bytes)',
        '  line 5: skipped and kept (not an event)',
        '  line 6: skipped and kept (no id)',
        '  line 8: skipped and kept (not JSON)',
        'Snapshot: matches the log',
        'All readable answers are used. Your log was not changed.',
        '',
      ].join('\n'),
    );
    expect(readFileSync(machine.log, 'utf8')).toBe(before);
  });

  it('on a snapshot that lies', async () => {
    const machine = await withAnswers();
    const path = join(machine.data, 'cache', 'snapshot.json');
    const body = readFileSync(path, 'utf8').replace(/^.*\n/, '').replace('"a-plain-fact"', '"a-choice"');
    writeFileSync(path, `${crc32(body)}\n${body}`);
    expect(await machine.run('doctor')).toMatchObject({
      code: 1,
      out: expect.stringMatching('Snapshot: did not match the log; deleted'),
    });
    expect(await machine.run('doctor')).toMatchObject({ code: 0, out: expect.stringMatching('none yet') });
  });

  it('on a folder in the place of the snapshot', async () => {
    const machine = await withAnswers();
    const path = join(machine.data, 'cache', 'snapshot.json');
    rmSync(path);
    mkdirSync(path);
    expect(await machine.run('doctor')).toMatchObject({
      code: 1,
      out: expect.stringContaining('Snapshot: was damaged; deleted (it is rebuilt from the log)\n'),
    });
    expect(await machine.run('doctor')).toMatchObject({ code: 0 });
  });

  it('on a log that cannot be read: it is named, and the others are looked at', async () => {
    const machine = await withAnswers();
    const unread = join(dirname(machine.log), 'a-link.jsonl');
    symlinkSync(join(dirname(machine.log), 'gone'), unread);
    mkdirSync(join(dirname(machine.log), 'z-folder.jsonl'));
    const { code, out, err } = await machine.run('doctor');
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain(`Cannot read ${unread}: `);
    expect(out).toContain(`${machine.log}: 2 events\n`);
    expect(out).toContain(`Cannot read ${join(dirname(machine.log), 'z-folder.jsonl')}: `);
    expect((await machine.run('doctor --lang zh')).out).toContain(`无法读取 ${unread}：它`);
  });

  it('without a bank: the logs are looked at all the same', async () => {
    const machine = await withAnswers();
    for (const words of ['doctor --bank nowhere', 'doctor']) {
      if (words === 'doctor') truncateSync(join(dirname(machine.data), 'shipped', 'index.json'), 50);
      const { code, out, err } = await machine.run(words);
      expect([code, err]).toEqual([1, '']);
      expect(out).toContain(
        `${machine.log}: 2 events\nSnapshot: not compared, because the bank is missing\nBank: `,
      );
      expect(out).not.toContain('no longer in the bank');
    }
    expect((await machine.run('doctor')).out).toMatch(
      /Bank: Cannot read the bank at .*\. Reinstall llmquiz\.\n/,
    );
  });

  it('on a bank that ships with damaged texts', async () => {
    const machine = await withAnswers();
    const texts = join(dirname(machine.data), 'shipped', 'items.jsonl');
    writeFileSync(texts, readFileSync(texts).fill(0));
    expect(await machine.run('doctor')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/Bank: The bank in .* is damaged\. Reinstall llmquiz\.\n/),
    });
    expect(await machine.run('--seed 1', typed('q'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^llmquiz: The bank in .* is damaged\. Reinstall llmquiz\.\n$/),
    });
  });

  it('on a copied conflict file', async () => {
    const machine = await withAnswers();
    copyFileSync(machine.log, machine.log.replace('.jsonl', '.sync-conflict-20260302.jsonl'));
    expect(await machine.run('doctor')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/No problems found\.\n$/),
    });
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({ reviews: 2 });
  });

  it('never lets what stands in a log reach the terminal as a command to it', async () => {
    const machine = fakeMachine();
    write(machine.log, linesOf([stamped(review('\u001b[2J\u202eevil'), 1, '2026-03-01T10:00:00Z')]));
    for (const words of ['doctor', 'stats', 'undo'])
      expect((await machine.run(words)).out).not.toMatch(/[\u001b\u202e]/);
  });
});

describe('a log of a newer format', () => {
  it('is refused, untouched, by what would write; the rest reads what it can', async () => {
    const machine = await withAnswers();
    const phone = join(dirname(machine.log), 'phone.jsonl');
    write(phone, '{"v":2,"id":"new","kind":"of event"}\n');
    const before = readFileSync(machine.log, 'utf8');
    for (const words of ['', 'quiz --deck facts', 'undo', 'resume a-choice'])
      expect(await machine.run(words, typed('1', 'q'))).toEqual({
        code: 1,
        out: '',
        err: `llmquiz: ${phone} was written by a newer llmquiz (format 2). Update llmquiz to continue. Nothing was changed.\n`,
      });
    expect([readFileSync(machine.log, 'utf8'), readFileSync(phone, 'utf8')]).toEqual([
      before,
      '{"v":2,"id":"new","kind":"of event"}\n',
    ]);
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({ reviews: 2 });
    expect(await machine.run('doctor')).toMatchObject({
      code: 1,
      out: expect.stringMatching(/newer llmquiz \(format 2\); update llmquiz/),
    });
  });
});

describe('one flipped bit in the version of a line', () => {
  it.each([1, 2])('costs line %d alone, named by doctor', async (line) => {
    const machine = await withAnswers();
    const lines = readFileSync(machine.log, 'utf8').split('\n');
    lines[line - 1] = (lines[line - 1] ?? '').replace('"v":1', '"v":9');
    writeFileSync(machine.log, lines.join('\n'));
    rmSync(join(machine.data, 'cache'), { recursive: true });
    expect(await machine.run('--deck facts --seed 1', typed('q'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 line of your log cannot be read'),
    });
    expect(await machine.run('doctor')).toMatchObject({
      code: 1,
      out: expect.stringContaining(`  line ${line}: skipped and kept (format 9)\n`),
    });
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({ reviews: 1 });
  });
});

describe('two devices', () => {
  it('are one history; a file that arrives late counts from when it was answered', async () => {
    const machine = fakeMachine();
    machine.set('2026-03-10T10:00:00.000+01:00');
    await machine.run('--seed 1 --deck facts', typed('1', 'q'));
    write(
      join(dirname(machine.log), 'phone.jsonl'),
      linesOf([stamped(review('fact-forward'), 1, '2026-03-04T10:00:00+01:00', 'phone')]),
    );
    expect((await machine.run('show fact-forward')).out).toContain('Answered 2 times');
    expect(await machine.run('doctor')).toMatchObject({ code: 0 });
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({ reviews: 2, studyDays: 2 });
  });
});
