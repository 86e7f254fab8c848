import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../../fake-world.ts';

const statsOf = async (machine: ReturnType<typeof fakeMachine>) =>
  JSON.parse((await machine.run('stats --json')).out);

/** The stems that an exam asked, without what came after it. */
const askedIn = (out: string) => [...out.matchAll(/^\d+\/\d+.*\n(.*)$/gm)].map(([, stem]) => stem);

describe('an exam', () => {
  it('asks back a lone k where answers are typed, and offers nothing that is not there', async () => {
    const { out } = await fakeMachine().run('exam --kinds text', typed('k', ':k', 'q', ':q', 'y'));
    expect(out).toContain('Press Enter again to answer "k".\n');
    expect(out).toContain('This key does nothing here.\n');
    expect(out).toContain('Press Enter again to answer "q". To quit, type :q.\n');
  });

  it.each(['-n 2', '--limit 2', '--number 2'])('takes %s for the number of questions', async (words) => {
    const machine = fakeMachine();
    expect((await machine.run(`exam ${words}`, typed('q'))).out).toContain('Exam: 2 questions');
    expect((await machine.run('exam --help')).out).not.toContain('--number');
  });

  it('asks without feedback, scores at the end, and steps through what was missed', async () => {
    const machine = fakeMachine();
    const { code, out, err } = await machine.run(
      'exam --seed 4 -n 4 --minutes 45 --kinds choice,true-false,number',
      typed('1', '1', '12', '1', 's', ''),
    );
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Welcome to llmquiz: 12 questions in 2 decks, repeated before you forget them.
      Answers are saved as you go. To quit, type :q at any time.
      If you don't know, type :0 rather than guess.
      Exam: 4 questions, 45 minutes. You see no answers until the end. Skipped questions come once more.

      1/4, 45 min left  Facts  a-plain-fact
      Ice floats.
        1. True
        2. False
      Answer (0 I don't know, s skip, q quit): 1

      2/4, 45 min left  Facts  fact-forward
      Paris is the capital of France.
        1. True
        2. False
      Answer (0 I don't know, s skip, q quit): 1

      3/4, 45 min left  Every kind  a-number
      How many tokens?
      Answer [tokens] (:0 I don't know, :s skip, :q quit): 12

      4/4, 45 min left  Every kind  a-true-false
      Water is wet.
        1. True
        2. False
      Answer (0 I don't know, s skip, q quit): 1

      Score: 3 of 4 right, 75% (95% interval: 30% to 95%).
      Corrected for guessing: 75%.
        1/2  Every kind
        2/2  Facts
      Time: 0 s.
      Seed: 4. With it and the same options, others get the same exam.
      s see the one you missed, Enter quit: s

      1/1  Every kind
      How many tokens?
      > 12

      Wrong.
      Answer: 300 billion tokens

      It was three hundred billion.

      Source: Ada and Bo 2020, The Almanac, p. 4 https://example.org/almanac
      Enter next, q quit: 
      "
    `);
    const events = machine.events();
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['examined']));
    expect(events[0]).toMatchObject({ seed: '4', lang: 'en', revision: 1 });
    expect(new Set(events.map((e) => (e.type === 'examined' ? e.exam : ''))).size).toBe(1);
    expect(await statsOf(machine)).toMatchObject({ reviews: 0, total: { begun: 0, due: 0 } });
  });

  it('in Chinese, as an interview: the answer is shown and judged at once', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run(
      'exam --seed 4 --kinds recall,TEXT --lang zh',
      typed('', '3', ':0', 's', 'q'),
    );
    expect(out).toMatchInlineSnapshot(`
      "欢迎使用 llmquiz：共 2 个题组、12 道题，会在你快要忘记时安排复习。
      回答即时保存，随时输入 :q 即可退出。
      不会就输入 :0，不必猜。
      模拟考试：2 道题。结束后才公布答案；跳过的题最后会再问一次。

      1/2  各种题型  a-recall
      天空为什么是蓝色的？
      先想好答案（也可写下来），再按回车。（0 不知道，s 跳过，q 退出）：
      答案：短波比长波散射得更多。
      你知道答案吗？（1 知道，2 知道一部分，3 不知道）：3

      2/2  各种题型  a-text
      GPT 中的 T 代表什么？
      请作答（:0 不知道，:s 跳过，:q 退出）：:0

      得分：2 道题答对 0 道，0%（95% 置信区间：0% 到 66%）。
        0/2  各种题型
      用时：0 秒。
      种子：4。用同一种子和相同的命令行选项，别人也会得到这套题。
      s 看没有答对的 2 道题，Enter 退出：s

      1/2  各种题型
      天空为什么是蓝色的？

      答错了。
      答案：短波比长波散射得更多。

      瑞利发现的。

      来源：Ada and Bo 2020, The Almanac, p. 9 https://example.org/almanac
      Enter 下一题，q 退出：q
      "
    `);
  });

  it('is the same for two people with a seed, whatever they know', async () => {
    const [one, other] = [fakeMachine(), fakeMachine()];
    await other.run('--seed 1 --deck facts', typed('1', 'x', '0', 'q'));
    const asked = async (machine: typeof one) =>
      (await machine.run('exam --seed 7 -n 6', typed(...Array(40).fill(':s')))).out;
    const [first, second] = [await asked(one), await asked(other)];
    expect(askedIn(first).length).toBeGreaterThan(6);
    expect(first.slice(first.indexOf('Exam:'))).toBe(second.slice(second.indexOf('Exam:')));
    expect(askedIn((await one.run('exam --seed 8 -n 6', typed(...Array(40).fill(':s')))).out)).not.toEqual(
      askedIn(first),
    );
  });

  it('draws a seed and shows it', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run('exam -n 1 --kinds true-false', typed('1', '1'));
    const seed = /^Seed: (\d+)\./m.exec(out)?.[1];
    const again = await fakeMachine().run(`exam -n 1 --kinds true-false --seed ${seed}`, typed('1', '1'));
    expect(askedIn(again.out)).toEqual(askedIn(out));
  });

  it('asks what was skipped once more, and counts what is skipped again as not answered', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run('exam --seed 1 --deck facts -n 2', typed('s', '2', 's'));
    const stems = askedIn(out);
    expect(stems).toHaveLength(3);
    expect(stems[2]).toBe(stems[0]);
    expect(out).toContain('1 not answered; it counts as not right.\nScore: 1 of 2 right, 50%');
    const zh = await machine.run('exam --seed 1 --deck facts -n 2 --lang zh', typed('s', '2', 's'));
    expect(zh.out).toContain('1 道未答，不得分。\n得分：2 道题答对 1 道，50%');
  });

  it('ends when the time is up; an answer that comes later does not count', async () => {
    const machine = fakeMachine();
    machine.tick(20_000);
    const { out } = await machine.run('exam --seed 1 -n 9 --minutes 3', typed(...Array(20).fill('0'), 'q'));
    expect(out).toMatch(/^1\/9, 3 min left {2}/m);
    expect(out).toContain('That answer came after the time was up and does not count.\n');
    const left = 9 - machine.events().length;
    expect(left).toBeGreaterThan(1);
    expect(out).toContain(`Time is up. ${left} not answered; they count as not right.\nScore: 0 of 9 right`);
    const zh = await machine.run(
      'exam --seed 1 -n 9 --minutes 1 --lang zh',
      typed(...Array(20).fill('0'), 'q'),
    );
    expect(zh.out).toContain('作答时已超时，这个回答不计分。');
    expect(zh.out).toMatch(/时间到。\d 道未答，不得分。/);
    expect(zh.out).toMatch(/^1\/9，剩 1 分钟 /m);
  });

  it('asks before it ends early, and scores what was answered', async () => {
    const machine = fakeMachine();
    const run = (lang: string, ...lines: readonly string[]) =>
      machine.run(`exam --seed 1 --deck facts --lang ${lang}`, typed(...lines));
    const { out } = await run('en', '1', 'q', 'c', 'q', 'y');
    expect(out).toContain('End the exam? You have answered 1 of 2.\nc continue, y end the exam: c\n');
    expect(out).toContain('Exam ended early. 1 of 2 questions answered; the score counts only these.\n');
    expect(out).toContain('Score: 1 of 1 right, 100%');
    const zh = await run('zh', '1', 'q');
    expect(zh.out).toContain('现在结束考试吗？2 道题已答 1 道。');
    expect(zh.out).toContain('考试提前结束。2 道题已答 1 道，只按已答的计分。');
    const nothing = await run('en', 'q', 'q');
    expect([nothing.code, nothing.out.includes('Score')]).toEqual([0, false]);
  });

  it('shows what was typed if it stands in no list, and can be left among the misses', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run('exam --seed 1 --kinds number,text', typed('12', '12', 's', '', 'q'));
    expect(out).toContain('How many tokens?\n> 12\n\nWrong.\nAnswer: 300 billion tokens');
    expect(out).toContain('s see the 2 you missed, Enter quit: s\n');
  });

  it('moves no review unless it is told to', async () => {
    const machine = fakeMachine();
    await machine.run('exam --seed 1 --deck facts --schedule', typed('1', '1'));
    expect(machine.events().map(({ type }) => type)).toEqual(Array(2).fill(['reviewed', 'examined']).flat());
    expect(await statsOf(machine)).toMatchObject({ reviews: 2, total: { begun: 2 } });
  });

  it('is undone as a whole', async () => {
    const machine = fakeMachine();
    await machine.run('exam --seed 1 --deck facts', typed('1', '1'));
    const asked = await machine.run('undo', typed('y'));
    expect(asked.out).toContain('At 2026-03-01 10:00 you answered 2 questions in an exam. Undo that?');
    expect(asked.out).toContain('Exam undone: 2 answers.');
    expect((await machine.run('redo')).out).toBe('Redone for 2 questions. (2026-03-01 10:00)\n');
    const zh = await machine.run('undo --lang zh', typed('y'));
    expect(zh.out).toContain('2026-03-01 10:00 你在模拟考试中答了 2 道题。撤销吗？');
    expect(zh.out).toContain('已撤销模拟考试的 2 个回答。');
    expect((await machine.run('undo')).out).toBe('Nothing to undo.\n');
  });

  it.each([
    ['--kinds recal', 'Unknown kind `recal`. Choose from: choice, multi, true-false, number, text,'],
    ['--kinds recal --lang zh', '未知题型 `recal`。可选题型：choice、multi、true-false、'],
    ['--kinds recall --deck facts', 'No question of these kinds matches.'],
    ['--kinds recall --deck facts --lang zh', '没有符合条件的此类题目。'],
    ['--number 0', 'It must be at least 1.'],
  ])('%s is a usage error', async (words, text) => {
    const machine = fakeMachine();
    const { code, err } = await machine.run(`exam ${words}`);
    expect(code).toBe(2);
    expect(err).toContain(text);
    expect(machine.events()).toEqual([]);
  });

  it('takes other names of a kind', async () => {
    const { out } = await fakeMachine().run('exam --seed 1 --kinds truefalse,flashcard');
    expect(out).toContain('Exam: ');
  });
});
