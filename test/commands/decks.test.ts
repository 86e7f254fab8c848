import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { tickListOf } from '../../src/commands/decks-texts.ts';
import { fakeMachine, typed } from '../fake-world.ts';

const configOf = ({ data }: { readonly data: string }) => join(data, 'config.yaml');

/** A terminal to type plain lines into, with what it shows. */
function plainTerminal(input: string, columns = 80) {
  let text = '';
  const write = (chunk: string, _: unknown, done: () => void) => {
    text += chunk;
    done();
  };
  return {
    stdin: Object.assign(Readable.from([input]), { isTTY: true }),
    stdout: Object.assign(new Writable({ decodeStrings: false, write }), { isTTY: true, columns }),
    text: () => text,
  };
}

describe('decks', () => {
  it('prints how far each deck is', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck facts', typed('1', '', '0', 'q'));
    expect((await machine.run('decks')).out).toMatchInlineSnapshot(`
      "  deck        name   started  due
        Every kind  kinds      0/9    0
        Facts       facts      2/3    0

      New questions come from all decks.
      Choose with \`llmquiz decks --only NAME,NAME\` or \`--all\`.
      "
    `);
    expect((await machine.run('decks --lang zh')).out).toMatchInlineSnapshot(`
      "  题组      名称   已学  待复习
        各种题型  kinds   0/9       0
        事实      facts   2/3       0

      新题来自全部题组。
      用 \`llmquiz decks --only NAME,NAME\` 或 \`--all\` 选择。
      "
    `);
    expect(JSON.parse((await machine.run('decks --json')).out)).toMatchObject({
      version: 1,
      focus: 'all',
      reviews: 'all',
      decks: [
        { deck: '01-kinds', begun: 0 },
        { deck: '02-facts', items: 3, begun: 2, presumed: 0 },
      ],
    });
  });

  it('chooses decks to stay chosen, which the opening names', async () => {
    const machine = fakeMachine();
    const { code, out } = await machine.run('decks --only fact');
    expect([code, out]).toMatchInlineSnapshot(`
      [
        0,
        "Focus: Facts.
      New questions come from this deck, reviews from all. Take that back with \`llmquiz decks --all\`.
      ",
      ]
    `);
    expect(readFileSync(configOf(machine), 'utf8')).toContain('\nfocus: [facts]\n');
    const quiz = (await machine.run('--seed 1', 'q\n')).out;
    expect(quiz).toContain('\nFocus: Facts.\n2 new questions.\n');
    expect((await machine.run('--seed 1 --lang zh', 'q\n')).out).toContain('\n重点：');
    // What was typed wins.
    expect((await machine.run('--seed 1 --deck kinds', ':q\n')).out).not.toContain('Focus');
    expect((await machine.run('decks')).out).toContain('* Facts');
    expect((await machine.run('decks --all')).out).toBe('New questions come from all decks.\n');
    expect((await machine.run('--seed 1', ':q\n')).out).not.toContain('Focus');
  });

  it('reviews the other decks too, unless one says no', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck facts', typed('1', '', '1', '', 'q'));
    machine.set('2026-03-20T10:00:00.000+01:00');
    await machine.run('decks --only kinds');
    expect((await machine.run('--seed 1', ':q\n')).out).toMatch(
      /\n?Focus: [^\n]*\.\n2 to review, \d+ new\.\n/,
    );
    expect((await machine.run('--seed 1 --reviews focus', ':q\n')).out).toMatch(/\n\d+ new questions\.\n/);
    const kept = await machine.run('decks --reviews focus');
    expect(kept.out).toContain('New questions and reviews come from this deck.');
    expect((await machine.run('--seed 1', ':q\n')).out).toMatch(/\n\d+ new questions\.\n/);
    expect(JSON.parse((await machine.run('stats --json')).out)).toMatchObject({
      total: { due: 0 },
      dueTomorrow: 0,
    });
    expect((await machine.run('--seed 1 --reviews all', ':q\n')).out).toContain('2 to review');
    const answered = await machine.run('--seed 1 --limit 1', typed(':0', 'q'));
    expect(answered.out).toContain('Due tomorrow: 1.');
  });

  it('asks in plain mode, by numbers', async () => {
    const machine = fakeMachine();
    const run = async (input: string, words = 'decks --plain') => {
      const { text, ...terminal } = plainTerminal(input);
      const { code } = await machine.run(words, '', {}, terminal);
      return { code, out: text() };
    };
    expect((await run(typed('3', 'x', '2'))).out).toMatchInlineSnapshot(`
      "Decks to learn now (none: all)
      1. [ ] Every kind  0/9
      2. [ ] Facts       0/3
      Numbers of all that you want, such as 1 3-5 (Enter keep, a all, q quit): Numbers of all that you want, such as 1 3-5 (Enter keep, a all, q quit): Numbers of all that you want, such as 1 3-5 (Enter keep, a all, q quit): Focus: Facts.
      New questions come from this deck, reviews from all. Take that back with
      \`llmquiz decks --all\`.
      "
    `);
    expect(readFileSync(configOf(machine), 'utf8')).toContain('\nfocus: [facts]\n');
    expect((await run(typed(''), 'decks --plain --lang zh')).out).toMatchInlineSnapshot(`
      "现在要学的题组（不选为全部）
      1. [ ] 各种题型  0/9
      2. [x] 事实      0/3
      输入所有要选的编号，如 1 3-5（Enter 不变，a 全选，q 退出）：重点：事实。
      新题只来自这个题组，复习仍来自全部题组。可用 \`llmquiz decks --all\` 取消。
      "
    `);
    const left = await run(typed('q'));
    expect([left.code, left.out.includes('2. [x] Facts')]).toEqual([0, true]);
    await run(typed('1-2'));
    expect(readFileSync(configOf(machine), 'utf8')).toContain('\nfocus: all\n');
  });

  it('refuses what it cannot do', async () => {
    const machine = fakeMachine();
    expect(await machine.run('decks --only nothing')).toMatchObject({
      code: 2,
      err: 'llmquiz: Unknown deck `nothing`. Choose from: kinds, facts.\n',
    });
    expect(await machine.run('decks --only facts --all')).toMatchObject({
      code: 2,
      err: 'llmquiz: Choose --only or --all, not both.\n',
    });
    expect(await machine.run('decks --reviews none')).toMatchObject({ code: 2 });
  });
});

describe('settings', () => {
  it('give new questions a day and the language, and what was typed wins', async () => {
    const machine = fakeMachine();
    await machine.run('decks --all');
    writeFileSync(configOf(machine), 'new: 2\nlang: zh\n');
    expect((await machine.run('--seed 1', ':q\n')).out).toContain('新题 2 道。');
    expect((await machine.run('--seed 1 --new 1 --lang en', ':q\n')).out).toContain('1 new question.');
    expect((await machine.run('stats')).out).toContain('待复习');
    expect((await machine.run('stats --lang en')).out).toContain('Due: 0 now');
  });

  it('that are broken stop every command for learners but doctor, with file and line', async () => {
    const machine = fakeMachine();
    await machine.run('decks --all');
    writeFileSync(configOf(machine), '# mine\nnew: many\nfokus: [facts]\n');
    const lines = [
      `${configOf(machine)}:2: \`new\` must be a whole number from 0 to 1000, such as \`new: 10\`.`,
      `${configOf(machine)}:3: unknown field \`fokus\`. Did you mean \`focus\`?`,
    ];
    for (const words of ['', 'stats', 'decks --all', 'practice', 'list'])
      expect(await machine.run(words)).toEqual({ code: 2, out: '', err: `llmquiz: ${lines.join('\n')}\n` });
    expect((await machine.run('where')).out).toContain(`settings     ${configOf(machine)}\n`);
    const doctor = await machine.run('doctor');
    expect(doctor.code).toBe(1);
    expect(doctor.out).toContain(lines.map((line) => `  ${line}\n`).join(''));
    expect((await machine.run('doctor --lang zh')).out).toContain('设置：无法使用');
    writeFileSync(configOf(machine), 'focus: [facts, other]\n');
    expect((await machine.run('doctor')).out).toContain(
      `Settings: focus from ${configOf(machine)}\n  in focus, but no deck of this bank: other\n`,
    );
    expect((await machine.run('--seed 1', ':q\n')).out).toContain(
      'Focus: Facts.\nYour focus names decks that this bank does not have: other. Choose again with `llmquiz decks`.\n',
    );
  });

  it('that limit the reviews are named by the opening and by stats', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1', typed('1', '', '1', '', 'q'));
    expect((await machine.run('stats')).out).toMatch(/^Due: /m);
    await machine.run('decks --only facts --reviews focus');
    expect((await machine.run('--seed 1', ':q\n')).out).toContain('Focus: Facts, for reviews too.\n');
    expect((await machine.run('stats')).out).toMatch(/^Due in your focus: 0 now, \d by tomorrow\.$/m);
    expect((await machine.run('stats --lang zh')).out).toMatch(/^重点题组待复习：现在 0 道/m);
  });

  it('leave the whole bank if the focus is on decks of another, and say when a focus is done', async () => {
    const machine = fakeMachine();
    await machine.run('decks --all');
    writeFileSync(configOf(machine), 'focus: [other]\n');
    expect((await machine.run('--seed 1', ':q\n')).out).toMatch(
      /none of the decks in your focus: other\. New [^\n`]* all its decks\.\n1?\d new questions/,
    );
    await machine.run('decks --only facts');
    await machine.run('--seed 1', typed('1', '', '1', '', '1', '', '1', 'q'));
    machine.set('2026-03-02T10:00:00.000+01:00');
    await machine.run('--seed 1', typed('1', '', '1', '', '1', '', '1', 'q'));
    expect((await machine.run('--seed 1', 'q\n')).out).toContain(
      'You have started all questions of your focus.',
    );
  });
});

describe('stats', () => {
  it('fit into a narrow window, with one line for each deck', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck facts', typed('1', '', '1', 'q'));
    machine.set('2026-03-02T10:00:00.000+01:00');
    await machine.run('--seed 1 --deck facts', typed('1', '', '1', 'q'));
    const statsIn = async (columns: number, lang = 'en') => {
      const { text, ...terminal } = plainTerminal('', columns);
      await machine.run(`stats --lang ${lang}`, '', {}, terminal);
      return text().slice(text().search(/\n(?:deck|题组)\s/));
    };
    expect(await statsIn(80)).toMatch(/\nFacts +\d\/3 .*% \(\d of \d\)\n/);
    expect(await statsIn(40)).toMatch(/^\ndeck +started +due +recall +ret\.\n/);
    expect(await statsIn(40)).toMatch(/\nFacts +\d\/3 +\d +\d+% +\d+%\n/);
    expect(await statsIn(36)).toMatch(/\nEvery k… +0\/9 +0 +- +-\n/);
    expect(await statsIn(40, 'zh')).toMatch(/^\n题组 +已学 +复习 +记忆率 +保持率\n/);
    expect(await statsIn(20)).toMatch(/\nFacts\n/);
  });
});

it('the list to tick says what a learner can read before it draws bars', () => {
  const row = { deck: 'd', short: 'transformer', begun: 3, items: 42, due: 1, done: 0, isFocused: false };
  const rows = [
    { ...row, title: { en: 'Inside the Transformer, layer by layer', zh: 'Transformer 的结构，逐层来看' } },
  ];
  const labelAt = (columns: number, lang: string) =>
    tickListOf(rows as never, { columns, bars: true }, lang).items.map(({ label }) => label);
  expect(labelAt(80, 'zh')).toEqual(['Transformer 的结构，逐层来看  [#.........]  3/42  1 待复习']);
  expect(labelAt(40, 'zh')).toEqual(['Transformer 的结构，逐层来看  3/42']);
  expect(labelAt(40, 'en')).toEqual(['transformer  [#.........]  3/42']);
  expect(labelAt(24, 'zh')).toEqual(['transformer  3/42']);
});
