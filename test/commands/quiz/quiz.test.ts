import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../../fake-world.ts';

describe('a session in plain mode', () => {
  it('asks every kind in English, refuses what is no number, and brings back what was wrong', async () => {
    const machine = fakeMachine();
    machine.tick(500);
    const answers = [
      ...['1', ''],
      ...['1 2', ''],
      ...['1', ''],
      ...['lots', '300B', ''],
      ...[':?', 'transformr', ''],
      ...['apple', 'apple; nurse', ''],
      ...['1 2 3', ''],
      ...['9 9', '1 2', ''],
      ...['', '1', ''],
      ...['4', ''],
      ...['apple; doctor', ''],
    ];
    const { code, out, err } = await machine.run('--seed 1 --deck kinds', typed(...answers, 'q', ':q'));
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "Welcome to llmquiz: 12 questions in 2 decks, repeated before you forget them.
      Answers are saved as you go. To quit, type :q at any time.
      If you don't know, type :0 rather than guess.
      9 new questions.

      1/9  Every kind  a-choice
      Which fruit is yellow?
        1. cherry
        2. plum
        3. lime
        4. banana
      Answer (? hint, 0 I don't know, k I know this, s skip, q quit): 1

      Wrong.
      x your choice   + correct
      x 1. cherry
           A cherry is red.
        2. plum
        3. lime
      + 4. banana

      Bananas ripen to yellow.
      As of 2020.

      Source: Ada and Bo 2020, The Almanac, p. 1 https://example.org/almanac
      You will see it again this session.
      Enter next, m more, u undo, r count as right, x suspend, f flag, n note, q quit: 

      2/10  Every kind  a-multi
      Which numbers are even?
        1. four
        2. two
        3. three
        4. five
      Answer (? hint, 0 I don't know, k I know this, s skip, b back, u undo, q quit): 1 2

      Right.
      Answer: two; four

      Even numbers halve.

      Source: Ada and Bo 2020, The Almanac, p. 2 https://example.org/almanac
      Next: in 2 days (2026-03-03).
      Enter next, m more, u undo, r count as wrong, e easy, k I know this, x suspend, f flag, n note, q quit: 

      3/10  Every kind  a-true-false
      Water is wet.
        1. True
        2. False
      Answer (0 I don't know, k I know this, s skip, b back, u undo, q quit): 1

      Right.
      Answer: True

      It is.

      Source: Common sense
      Next: tomorrow (2026-03-02).
      Enter next, u undo, r count as wrong, e easy, k I know this, x suspend, f flag, n note, q quit: 

      4/10  Every kind  a-number
      How many tokens?
      Answer [tokens] (:? hint, :0 I don't know, :k I know this, :s skip, :b back, :u undo, :q quit): lots
      Cannot read that as a number. Type digits or words: 1,200, 3e11, two million.
      Answer [tokens] (:? hint, :0 I don't know, :k I know this, :s skip, :b back, :u undo, :q quit): 300B

      Right.
      Answer: 300 billion tokens

      It was three hundred billion.

      Source: Ada and Bo 2020, The Almanac, p. 4 https://example.org/almanac
      Next: in 2 days (2026-03-03).
      Enter next, u undo, r count as wrong, e easy, k I know this, x suspend, f flag, n note, q quit: 

      5/10  Every kind  a-text
      What does the T in GPT stand for?
      Answer (:? hint, :0 I don't know, :k I know this, :s skip, :b back, :u undo, :q quit): :?
      Hint: Starts with “T”; 11 characters.
      Answer (:0 I don't know, :k I know this, :s skip, :b back, :u undo, :q quit): transformr

      Right.
      Answer: Transformer
      Treated as a typo: "transform[]r" for "Transform[e]r".

      It names the architecture.

      Source: Ada and Bo 2020, The Almanac, p. 5 https://example.org/almanac
      Next: tomorrow (2026-03-02).
      Enter next, u undo, r count as wrong, x suspend, f flag, n note, q quit: 

      6/10  Every kind  a-cloze
      A [1] ____ a day keeps the [2] ____ away.
      Answer (:? hint, :0 I don't know, :k I know this, :s skip, :b back, :u undo, :q quit): apple
      Type 2 answers separated by semicolons, like: a; b
      Answer (:? hint, :0 I don't know, :k I know this, :s skip, :b back, :u undo, :q quit): apple; nurse

      Partly right. This counts as a miss.
      Your answer -> the correct one:
      + [1] apple
      x [2] nurse -> doctor

      So they say.

      Source: Ada and Bo 2020, The Almanac, p. 6 https://example.org/almanac
      You will see it again this session.
      Enter next, u undo, r count as right, x suspend, f flag, n note, q quit: 

      7/11  Every kind  an-order
      Put them in order.
        1. noon
        2. dawn
        3. dusk
      Answer [earliest first] (? hint, 0 I don't know, k I know this, s skip, b back, u undo, q quit): 1 2 3

      Partly right. This counts as a miss.
      Your answer -> the correct one:
      x 1. noon -> dawn
      x 2. dawn -> noon
      + 3. dusk

      The sun rises first.

      Source: Ada and Bo 2020, The Almanac, p. 7 https://example.org/almanac
      Next: tomorrow (2026-03-02).
      Enter next, u undo, r count as right, x suspend, f flag, n note, q quit: 

      8/11  Every kind  a-match
      Which sound goes with which animal?
        1. dog
        2. cat
      goes with:
        1. meow
        2. woof
        3. moo
      Answer (? hint, 0 I don't know, k I know this, s skip, b back, u undo, q quit): 9 9
      Type 2 numbers from 1 to 3, one for each item of the first list, like 2 1.
      Answer (? hint, 0 I don't know, k I know this, s skip, b back, u undo, q quit): 1 2

      Wrong.
      Your answer -> the correct one:
      x dog = meow -> woof
      x cat = woof -> meow

      Each to its own.

      Source: Ada and Bo 2020, The Almanac, p. 8 https://example.org/almanac
      Next: tomorrow (2026-03-02).
      Enter next, m more, u undo, r count as right, x suspend, f flag, n note, q quit: 

      9/11  Every kind  a-recall
      Why is the sky blue?
      Think of the answer, or type it, then press Enter. (? hint, 0 I don't know, k I know this, s skip, b back, u undo, q quit): 
      Answer: Short waves scatter more than long ones.
      Did you know it? (1 yes, 2 partly, 3 no): 1

      Right.

      Rayleigh found it.

      Source: Ada and Bo 2020, The Almanac, p. 9 https://example.org/almanac
      Next: in 2 days (2026-03-03).
      Enter next, u undo, r count as wrong, e easy, k I know this, x suspend, f flag, n note, q quit: 

      10/11  Every kind  a-choice
      Once more:
      Which fruit is yellow?
        1. plum
        2. cherry
        3. banana
        4. lime
      Answer (? hint, 0 I don't know, s skip, b back, u undo, q quit): 4

      Wrong.
      x your choice   + correct
        1. plum
        2. cherry
      + 3. banana
      x 4. lime
           A lime is green.

      Bananas ripen to yellow.
      As of 2020.

      Source: Ada and Bo 2020, The Almanac, p. 1 https://example.org/almanac
      Next: tomorrow (2026-03-02).
      Enter next, m more, u undo, r count as right, x suspend, f flag, n note, q quit: 

      11/11  Every kind  a-cloze
      Once more:
      A [1] ____ a day keeps the [2] ____ away.
      Answer (:? hint, :0 I don't know, :s skip, :b back, :u undo, :q quit): apple; doctor

      Right.
      Answer: [1] apple; [2] doctor

      So they say.

      Source: Ada and Bo 2020, The Almanac, p. 6 https://example.org/almanac
      Next: tomorrow (2026-03-02).
      Enter next, u undo, r count as wrong, x suspend, f flag, n note, q quit: 

      11 answers, 6 right (55%), in 6 s.
      Due tomorrow: 6.
      Started: 9 of 12 questions.
      You have started every question of: Every kind.
      "
    `);
  });

  it('asks every kind in Chinese', async () => {
    const machine = fakeMachine();
    const answers = [
      ...['４', ''],
      ...['1,2', ''],
      ...['2', ''],
      ...['不知道', '3000亿', ''],
      ...['变换器', ''],
      ...['苹果；医生', ''],
      ...['1，2、3', ''],
      ...['0', ''],
      ...['?', '', '2', ''],
    ];
    const { code, out, err } = await machine.run('--seed 1 --deck 01-kinds', typed(...answers), {
      LANG: 'zh_CN.UTF-8',
    });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatchInlineSnapshot(`
      "欢迎使用 llmquiz：共 2 个题组、12 道题，会在你快要忘记时安排复习。
      回答即时保存，随时输入 :q 即可退出。
      不会就输入 :0，不必猜。
      新题 9 道。

      1/9  各种题型  a-choice
      哪种水果是黄色的？
        1. 樱桃
        2. 李子
        3. 青柠
        4. 香蕉
      请作答（? 提示，0 不知道，k 已掌握，s 跳过，q 退出）：４

      答对了。
      答案：香蕉

      香蕉熟了变黄。
      截至 2020。

      来源：Ada and Bo 2020, The Almanac, p. 1 https://example.org/almanac
      下次：明天（2026-03-02）。
      Enter 下一题，m 更多，u 撤销，r 改判错误，e 太简单，k 已掌握，x 暂停，f 标记问题，n 备注，q 退出：

      2/9  各种题型  a-multi
      哪些数是偶数？
        1. four
        2. two
        3. three
        4. five
      请作答（? 提示，0 不知道，k 已掌握，s 跳过，b 回看，u 撤销，q 退出）：1,2

      答对了。
      答案：two；four

      偶数能被二整除。

      来源：Ada and Bo 2020, The Almanac, p. 2 https://example.org/almanac
      下次：2 天后（2026-03-03）。
      Enter 下一题，m 更多，u 撤销，r 改判错误，e 太简单，k 已掌握，x 暂停，f 标记问题，n 备注，q 退出：

      3/9  各种题型  a-true-false
      水是湿的。
        1. 对
        2. 错
      请作答（0 不知道，k 已掌握，s 跳过，b 回看，u 撤销，q 退出）：2

      答错了。
      答案：对

      确实如此。

      来源：Common sense
      本次练习中会再次出现。
      Enter 下一题，u 撤销，r 改判正确，x 暂停，f 标记问题，n 备注，q 退出：

      4/10  各种题型  a-number
      一共多少个 token？
      请作答 [个 token]（:? 提示，:0 不知道，:k 已掌握，:s 跳过，:b 回看，:u 撤销，:q 退出）：不知道
      没有读到数字。请用数字或文字写出，例如 1,200、3e11或两百万。
      请作答 [个 token]（:? 提示，:0 不知道，:k 已掌握，:s 跳过，:b 回看，:u 撤销，:q 退出）：3000亿

      答对了。
      答案：3000 亿个 token

      是三千亿。

      来源：Ada and Bo 2020, The Almanac, p. 4 https://example.org/almanac
      下次：2 天后（2026-03-03）。
      Enter 下一题，u 撤销，r 改判错误，e 太简单，k 已掌握，x 暂停，f 标记问题，n 备注，q 退出：

      5/10  各种题型  a-text
      GPT 中的 T 代表什么？
      请作答（:? 提示，:0 不知道，:k 已掌握，:s 跳过，:b 回看，:u 撤销，:q 退出）：变换器

      答对了。
      答案：Transformer

      它是架构的名字。

      来源：Ada and Bo 2020, The Almanac, p. 5 https://example.org/almanac
      下次：2 天后（2026-03-03）。
      Enter 下一题，u 撤销，r 改判错误，e 太简单，k 已掌握，x 暂停，f 标记问题，n 备注，q 退出：

      6/10  各种题型  a-cloze
      一天一个[1] ____，[2] ____远离我。
      请作答（:? 提示，:0 不知道，:k 已掌握，:s 跳过，:b 回看，:u 撤销，:q 退出）：苹果；医生

      答对了。
      答案：[1] apple；[2] doctor

      俗话这么说。

      来源：Ada and Bo 2020, The Almanac, p. 6 https://example.org/almanac
      下次：2 天后（2026-03-03）。
      Enter 下一题，u 撤销，r 改判错误，e 太简单，k 已掌握，x 暂停，f 标记问题，n 备注，q 退出：

      7/10  各种题型  an-order
      请排序。
        1. noon
        2. dawn
        3. dusk
      请作答 [从早到晚]（? 提示，0 不知道，k 已掌握，s 跳过，b 回看，u 撤销，q 退出）：1，2、3

      部分正确，按答错安排复习。
      你的回答 -> 正确答案：
      x 1. noon -> dawn
      x 2. dawn -> noon
      + 3. dusk

      太阳先升起。

      来源：Ada and Bo 2020, The Almanac, p. 7 https://example.org/almanac
      本次练习中会再次出现。
      Enter 下一题，u 撤销，r 改判正确，x 暂停，f 标记问题，n 备注，q 退出：

      8/11  各种题型  a-match
      哪种叫声配哪种动物？
        1. dog
        2. cat
      对应：
        1. meow
        2. woof
        3. moo
      请作答（? 提示，0 不知道，k 已掌握，s 跳过，b 回看，u 撤销，q 退出）：0

      没关系，请看答案。
      答案：
        dog = woof
        cat = meow

      各有各的叫声。

      来源：Ada and Bo 2020, The Almanac, p. 8 https://example.org/almanac
      下次：明天（2026-03-02）。
      Enter 下一题，m 更多，u 撤销，x 暂停，f 标记问题，n 备注，q 退出：

      9/11  各种题型  a-recall
      天空为什么是蓝色的？
      先想好答案（也可写下来），再按回车。（? 提示，0 不知道，k 已掌握，s 跳过，b 回看，u 撤销，q 退出）：?
      提示：开头是：短波比……
      先想好答案（也可写下来），再按回车。（0 不知道，k 已掌握，s 跳过，b 回看，u 撤销，q 退出）：
      答案：短波比长波散射得更多。
      你知道答案吗？（1 知道，2 知道一部分，3 不知道）：2

      部分正确，按答错安排复习。

      瑞利发现的。

      来源：Ada and Bo 2020, The Almanac, p. 9 https://example.org/almanac
      下次：明天（2026-03-02）。
      Enter 下一题，u 撤销，r 改判正确，x 暂停，f 标记问题，n 备注，q 退出：

      10/11  各种题型  a-true-false
      再来一次：
      水是湿的。
        1. 对
        2. 错
      请作答（0 不知道，s 跳过，b 回看，u 撤销，q 退出）：

      回答 9 次，答对 5 次（56%），用时 0 秒。
      答错的题还有 2 道没有再问，下次练习时会问，今天再练也可以。
      还有 2 道待复习，到明天共 5 道。
      已学：12 道题中的 9 道。
      题目已全部学过的题组：各种题型。
      "
    `);
  });

  it('is the same for the same seed, and leaves at the end of input', async () => {
    const [one, two, three] = await Promise.all(
      ['1', '1', '2'].map((seed) => fakeMachine().run(`--plain --seed ${seed}`)),
    );
    expect(one).toEqual(two);
    expect(one?.out).not.toEqual(three?.out);
    expect(one?.code).toBe(0);
  });
});

describe('before and after a question', () => {
  /** One question, seed 1: cherry, plum, lime, banana. */
  const ask = (...lines: readonly string[]) => {
    const machine = fakeMachine();
    return machine
      .run('--seed 1 --deck kinds --limit 1', typed(...lines))
      .then((ran) => ({ ...ran, machine, events: machine.events() }));
  };

  it('a hint makes a right answer hard', async () => {
    const { out, events } = await ask('?', '4', 'q');
    expect(out).toContain('Hint: Not this one: plum\n');
    expect(events).toMatchObject([
      {
        type: 'reviewed',
        verdict: 'correct',
        rating: 'hard',
        hints: 1,
        answer: { type: 'picked', option: 'banana' },
        options: ['cherry', 'plum', 'lime', 'banana'],
        guess: 0.25,
      },
    ]);
  });

  it('0 is I don’t know', async () => {
    const { out, events } = await ask('0', 'q');
    expect(out).toContain(
      'No problem. Here is the answer.\n+ correct\n  1. cherry\n  2. plum\n  3. lime\n+ 4. banana\n',
    );
    expect(events).toMatchObject([{ verdict: 'wrong', rating: 'again', answer: { type: 'unknown' } }]);
  });

  it('s skips, and nothing is recorded', async () => {
    const { code, out, events } = await ask('s');
    expect([code, events]).toEqual([0, []]);
    expect(out).toMatch(/q quit\): s\n$/);
  });

  it.each(['q', 'Q', ':q', '：ｑ'])('%s leaves with code 0', async (line) => {
    const { code, out, events } = await ask(line);
    expect([code, events]).toEqual([0, []]);
    expect(out).not.toContain('Type a number');
  });

  it.each(['5', '-1', '1.5', 'banana', '', '１０', '99999999999999999999'])(
    '%j is no number of an option: asked again, not counted',
    async (line) => {
      const { out, events } = await ask(line, '4', 'q');
      expect(out).toContain('Type a number from 1 to 4.\n');
      expect(events).toMatchObject([{ verdict: 'correct' }]);
    },
  );

  it('u takes the answer back and asks at once again', async () => {
    const { out, events } = await ask('1', 'u', '4', '');
    expect(events).toMatchObject([
      { type: 'reviewed', verdict: 'wrong' },
      { type: 'undone', event: events[0]?.id },
      { type: 'reviewed', verdict: 'correct', rating: 'again' },
    ]);
    expect(out).toContain('Undone. Here it is again.\n');
    expect(out).toContain('1 answer, 0 right (0%)');
  });

  it.each(['u', ':u', '：Ｕ'])(
    '%s after feedback is u, as a colon before a wish may stand elsewhere',
    async (line) => {
      const { out, events } = await ask('1', line, 'q');
      expect(events.map(({ type }) => type)).toEqual(['reviewed', 'undone']);
      expect(out.match(/Enter next/g)).toHaveLength(1);
    },
  );

  it.each([':', ':x1', 'you'])(
    '%s after feedback is no key: asked again, and nothing is done',
    async (line) => {
      const { out, events } = await ask('1', line, 'q');
      expect(events.map(({ type }) => type)).toEqual(['reviewed']);
      expect(out.match(/Enter next/g)).toHaveLength(2);
    },
  );

  it('r is nothing after "I do not know"', async () => {
    const { out, events } = await ask('0', 'r', '');
    expect(out).toContain('Enter next, m more, u undo, x suspend, f flag, n note, q quit: r\nEnter next');
    expect(events).toHaveLength(1);
  });

  it('r says that one was right after all: it does not come back', async () => {
    const { out, events } = await ask('1', 'r');
    expect(events).toMatchObject([
      { rating: 'again' },
      { type: 'amended', event: events[0]?.id, verdict: 'correct', rating: 'good' },
    ]);
    expect(out).toMatch(/Counted as right\. Next: tomorrow .*\n\n1 answer, 1 right \(100%\)/);
  });

  it('r says that one was wrong after all: it comes back', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run('--seed 1 --deck kinds --limit 3', typed('4', 'r', 's', 's', 'q'));
    expect(machine.events()).toMatchObject([
      { rating: 'good' },
      { type: 'amended', verdict: 'wrong', rating: 'again' },
    ]);
    expect(out).toContain('Counted as wrong. You will see it again this session.\n');
    expect(out).toMatch(/2\/2 {2}Every kind {2}a-choice\nOnce more:\nWhich fruit/);
    expect((await ask('4', 'r', 'q')).out).toContain('Counted as wrong. Next: tomorrow (2026-03-02).\n');
  });

  it('e makes it come back later than a plain right answer', async () => {
    const [easy, plain] = await Promise.all([ask('4', 'e'), ask('4', '')]);
    expect(easy.events).toMatchObject([
      { rating: 'good' },
      { type: 'amended', verdict: 'correct', rating: 'easy' },
    ]);
    const due = async (ran: typeof easy) =>
      (await ran.machine.run('show a-choice')).out.match(/due (.*)\./)?.[1] ?? '';
    expect((await due(easy)) > (await due(plain))).toBe(true);
    expect((await ask('1', 'e', 'q')).events).toHaveLength(1);
    expect(easy.out).toMatch(/\nCounted as easy\. Next: in \d+ days/);
  });

  it.each([
    ['k', ['k', 'q']],
    ['k after a right answer', ['4', 'k', 'q']],
  ])('%s puts a question a month away, and asks once to make sure', async (_, lines) => {
    const { machine, out, events } = await ask(...lines);
    expect(events.at(-1)).toMatchObject({ type: 'known', item: 'a-choice', revision: 1 });
    expect(out).toMatch(/\nCounted as known\. Next: in (2|3)\d days \(2026-0(3|4)-\d\d\)\.\n/);
    expect((await machine.run('show a-choice')).out).toContain('stability 30.0 days; due 2026-0');
    const { total, today } = JSON.parse((await machine.run('stats --json')).out);
    const answered = events.length - 1;
    expect([total.begun, total.presumed, today.fresh]).toEqual([answered, 1 - answered, answered]);
    machine.set('2026-04-15T10:00:00.000+02:00');
    expect((await machine.run('--new 0', typed('q'))).out).toContain('1 to review.\n');
    expect((await machine.run('undo', 'y\n')).out).toContain(
      'No longer counted as known: Which fruit is yellow?\n',
    );
  });

  it('k is typed behind a colon where answers are typed, and is asked back alone', async () => {
    const machine = fakeMachine();
    const skipped = Array.from({ length: 3 }, () => 's');
    const { out } = await machine.run('--seed 1 --deck kinds --lang zh', typed(...skipped, 'k', ':k', ':q'));
    expect(out).toContain('再按一次回车，就以“k”作答。已经掌握就输入 :k。\n');
    expect(out).toMatch(/\n已算作掌握。下次：\d+ 天后/);
    expect(machine.events().map((e) => e.type)).toEqual(['known']);
  });

  it('x stops asking it, f flags it, and both are listed', async () => {
    const { machine, out, events } = await ask('1', 'x');
    expect(events).toMatchObject([{ type: 'reviewed' }, { type: 'suspended', item: 'a-choice' }]);
    expect(out).toContain(
      'Suspended: it will not come again. Bring it back with `llmquiz resume a-choice`.\n',
    );
    expect(out).not.toContain('Once more');
    await machine.run('--seed 1 --deck kinds --limit 1', typed('1', 'f', '1', 'q'));
    const stats = JSON.parse((await machine.run('stats --json')).out);
    expect(stats).toMatchObject({ suspended: ['a-choice'], flagged: ['a-multi'] });
  });

  it('what the learner types never counts as more than one answer', async () => {
    const { events } = await ask('4 4 4 4', '4', 'q');
    expect(events).toHaveLength(1);
  });

  it('questions answered wrong make a session a quarter longer, and the rest is due tomorrow', async () => {
    const machine = fakeMachine();
    const unknown = Array.from({ length: 20 }, () => [':0', '']).flat();
    const { out } = await machine.run('--seed 1 --new 8 --deck kinds', typed(...unknown));
    expect(machine.events()).toHaveLength(10);
    expect(out.match(/You will see it again this session/g)).toHaveLength(2);
    expect(out).toMatch(/\n10\/10 {2}Every kind {2}a-[a-z-]+\nOnce more:\n/);
    expect(out.match(/Next: tomorrow/g)).toHaveLength(8);
    expect(out).toContain('Due tomorrow: 8.\n');
  });
});

describe('what is said at the start', () => {
  it('a welcome on the first run only', async () => {
    const machine = fakeMachine();
    expect((await machine.run('--seed 1', typed('1', 'q'))).out).toMatch(
      /^Welcome to llmquiz: 12 questions in 2 decks.*\n.*\n.*\n/,
    );
    const second = await machine.run('--seed 1', typed('q'));
    expect(second.out).not.toContain('Welcome');
    expect(second.out).toMatch(/^1 to review, 9 new\.\n/);
  });

  it('what a deck is about, where it is asked for by name and has not been begun', async () => {
    const intro = 'Facts\nThings that are so whatever one thinks of them.\n\n2 new questions.';
    const machine = fakeMachine();
    expect((await machine.run('--seed 1', typed('q'))).out).not.toContain('Things that are so');
    expect((await machine.run('--seed 1 --deck facts', typed('q'))).out).toContain(intro);
    expect((await machine.run('--seed 1 --deck facts --lang zh', typed('1', 'q'))).out).toContain(
      '事实\n不管怎么想，事情就是这样。\n',
    );
    expect((await machine.run('--seed 1 --deck facts', typed('q'))).out).not.toContain('Things that are so');
    expect((await machine.run('list')).out).toContain(
      ': Facts (3)\nThings that are so whatever one thinks of them.\n',
    );
  });

  it('that the clock was set back, once a session, and no interval is negative', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck facts', typed('1', '', '1', 'q'));
    machine.set('2026-02-01T10:00:00.000+01:00');
    const { out, code } = await machine.run(
      '--seed 1 --deck facts --new 5',
      typed('2', '', '2', '', '1', '', '1', ''),
    );
    expect(code).toBe(0);
    expect(out.match(/Your clock is earlier than your last answer/g)).toHaveLength(1);
    expect(out).not.toMatch(/-\d+ days/);
    machine.set('2026-03-01T09:59:30.000+01:00');
    expect((await machine.run('', typed('q'))).out).not.toContain('Your clock');
  });

  it('once, how many lines of the log cannot be read', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --deck facts', typed('1', 'q'));
    const { appendFileSync, readFileSync } = await import('node:fs');
    appendFileSync(machine.log, 'garbage\n{"v":1,"torn');
    const before = readFileSync(machine.log, 'utf8');
    const said = async () => (await machine.run('--deck facts', typed('q'))).out;
    expect(await said()).toContain('2 lines of your log cannot be read. They are kept;');
    expect(await said()).not.toContain('cannot be read');
    expect(readFileSync(machine.log, 'utf8')).toBe(before);
    appendFileSync(machine.log, '\nmore garbage\n');
    expect((await machine.run('undo')).err).toContain('1 line of your log cannot be read. It is kept;');
    expect(await said()).not.toContain('cannot be read');
  });
});

describe('when nothing is due', () => {
  /** A machine on which everything was answered today. */
  async function done() {
    const machine = fakeMachine();
    await machine.run(
      '--seed 1 --deck facts --new 10',
      typed(...Array.from({ length: 12 }, () => ['1', '']).flat()),
    );
    return machine;
  }

  it('it says when the next is, and offers what there is', async () => {
    const machine = await done();
    const { code, out } = await machine.run('--deck facts', '');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Nothing is due now. Next: 2 questions tomorrow (2026-03-02).
      p review ahead, Enter quit: 
      "
    `);
    expect((await machine.run('--deck facts', typed(''))).code).toBe(0);
  });

  it('n asks new questions, p practises ahead, anything else is asked again', async () => {
    const machine = await done();
    expect((await machine.run('--seed 1 --new 0', typed('z', 'n', 'q'))).out).toMatch(
      /5 new questions\.\n\n1\/5/,
    );
    expect((await machine.run('--seed 1 --new 0', typed('p', 'q'))).out).toMatch(/2 to review\.\n\n1\/2/);
    const left = await machine.run('--seed 1 --new 0', typed('Q', 'n'));
    expect(left.code).toBe(0);
    expect(left.out).not.toContain('new.\n');
  });

  it('what is left for today is told when leaving, else when the next comes', async () => {
    const machine = await done();
    machine.set('2026-03-02T10:00:00.000+01:00');
    expect((await machine.run('--deck facts', typed('1', 'q'))).out).toMatch(
      /\nStill due: 1 now, \d by tomorrow\.\n/,
    );
    const one = fakeMachine();
    expect((await one.run('--seed 1 --tag thinking --new 1', typed('', '1', ''))).out).toMatch(
      /\nNext: 1 question in 2 days \(2026-03-03\)\.\nStarted: 1 of 12 questions\.\nDecks: Every kind 1\/9\.\n$/,
    );
  });

  it('in Chinese', async () => {
    const machine = await done();
    expect((await machine.run('--deck facts --lang zh', '')).out).toMatchInlineSnapshot(`
      "现在没有待复习的题。下次：明天（2026-03-02），2 道。
      p 提前复习，Enter 退出：
      "
    `);
  });

  it('and nothing can be offered, it only says so', async () => {
    const machine = fakeMachine();
    await machine.run('--seed 1 --tag thinking', typed('', '1', 'x'));
    const { code, out } = await machine.run('--tag thinking', '');
    expect([code, out]).toEqual([0, 'Nothing is due.\n']);
  });
});

describe('options', () => {
  it.each([
    ['--deck nowhere', 2, 'llmquiz: Unknown deck `nowhere`. Choose from: kinds, facts.\n'],
    [
      '--tag nothing',
      2,
      'llmquiz: Unknown tag `nothing`. Choose from: facts, picking, placing, thinking, typing.\n',
    ],
    ['--tag fatcs', 2, 'llmquiz: Unknown tag `fatcs`. Did you mean `facts`?\n'],
    ['--lang zh --tag fatcs', 2, 'llmquiz: 未知标签 `fatcs`。你是否想输入 `facts`？\n'],
    ['--tag p', 2, 'llmquiz: More than one tag matches `p`: picking, placing. Type more of the name.\n'],
    ['--lang zh --tag P', 2, 'llmquiz: 有多个标签符合 `P`：picking、placing。请输入更完整的名称。\n'],
    ['--level 6', 2, expect.stringMatching(/Levels go from 1 to 5: write 3, 2-4 or 3\+\./)],
    ['--level 4-2', 2, expect.stringMatching(/Levels go from 1 to 5: write 3, 2-4 or 3\+\./)],
    [
      '--level 2+ --deck facts',
      2,
      'llmquiz: No question matches --deck and --level. Choose others, or list the questions with `llmquiz list`.\n',
    ],
    ['--seed 1 list', 2, 'llmquiz: Options go after the command: `llmquiz list [options]`.\n'],
    [
      '--deck kinds --tag facts',
      2,
      'llmquiz: No question matches --deck and --tag. Choose others, or list the questions with `llmquiz list`.\n',
    ],
    ['stast', 2, 'llmquiz: Unknown command `stast`. Did you mean `llmquiz stats`?\n'],
    ['dcotor', 2, 'llmquiz: Unknown command `dcotor`. Did you mean `llmquiz doctor`?\n'],
    ['study now', 2, 'llmquiz: Unknown command `study`. List the commands with `llmquiz --help`.\n'],
    ['--lmit 3', 2, expect.stringMatching(/Unknown option '--lmit'\.\n\(Did you mean --limit\?\)/)],
    ['stats --jsno', 2, expect.stringMatching(/Unknown option '--jsno'\.\n\(Did you mean --json\?\)/)],
    ['--bogus', 2, "llmquiz: Unknown option '--bogus'.\nSee `llmquiz quiz --help`.\n"],
    ['help stast', 2, 'llmquiz: Unknown command `stast`. Did you mean `llmquiz stats`?\n'],
    ['--new 99999999999999999999', 2, expect.stringMatching(/It must be at most 1,000,000\./)],
    ['--limit 1e3', 2, expect.stringMatching(/It must be a whole number\./)],
    ['--lang zh --deck nowhere', 2, 'llmquiz: 未知题组 `nowhere`。可选题组：kinds、facts。\n'],
    [
      '--lang zh --tag facts --deck kinds',
      2,
      'llmquiz: 没有题目符合 --deck 和 --tag。请换一个条件，或用 `llmquiz list` 查看全部题目。\n',
    ],
    ['show a-chioce --lang zh', 2, 'llmquiz: 未知题目 `a-chioce`。你是否想输入 `a-choice`？\n'],
    ['resume a-choice --lang zh', 2, expect.stringMatching('未暂停')],
    ['--bank /nowhere', 2, 'llmquiz: Cannot find /nowhere. Pass a deck file or a bank folder.\n'],
    ['--limit 0', 2, expect.stringMatching(/It must be at least 1\./)],
    ['--limit many', 2, expect.stringMatching(/It must be a whole number\./)],
    ['--new -1', 2, expect.stringMatching(/It must be a whole number\.|argument missing/)],
    ['--minutes 0', 2, expect.stringMatching(/It must be at least 1\./)],
    ['--lang French', 2, expect.stringMatching(/It must be the tag of a language, such as en, zh or de\./)],
    [
      'show nothing-like-it',
      2,
      'llmquiz: Unknown question `nothing-like-it`. List all with `llmquiz list`.\n',
    ],
    ['show a-chioce', 2, 'llmquiz: Unknown question `a-chioce`. Did you mean `a-choice`?\n'],
    [
      'resume a-choice',
      2,
      'llmquiz: `a-choice` is not suspended. List suspended questions with `llmquiz resume`.\n',
    ],
    ['--bank nowhere.yaml', 2, expect.stringMatching(/^llmquiz: Cannot find nowhere\.yaml/)],
  ])('%s', async (words, code, err) => {
    const machine = fakeMachine();
    expect(await machine.run(words)).toEqual({ code, out: '', err });
    expect(machine.events()).toEqual([]);
  });

  it('--limit, --new and --tag choose what is asked', async () => {
    expect((await fakeMachine().run('--limit 4', typed('q'))).out).toContain('4 new questions.\n');
    expect((await fakeMachine().run('--new 2', typed('q'))).out).toContain('2 new questions.\n');
    expect((await fakeMachine().run('--tag placing --tag thinking', typed('q'))).out).toContain(
      '3 new questions.\n',
    );
    expect((await fakeMachine().run('-d facts -d kinds', typed('q'))).out).toContain('10 new questions.\n');
  });

  it('--minutes stops after the question in which time ran out', async () => {
    const machine = fakeMachine();
    machine.tick(10_000);
    const { code, out } = await machine.run(
      '--seed 1 --minutes 1',
      typed(...Array.from({ length: 30 }, () => ['0', '']).flat()),
    );
    expect(code).toBe(0);
    expect(out).toMatch(/\nTime is up\.\n[12345] answers?, /);
    expect(machine.events().length).toBeLessThan(6);
  });

  it('--help and --version go to stdout, with code 0', async () => {
    const machine = fakeMachine();
    expect(await machine.run('--version')).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: '',
    });
    expect(await machine.run('--help')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Usage: llmquiz[\s\S]*doctor/),
      err: '',
    });
    expect(await machine.run('help check')).toEqual(await machine.run('check --help'));
    expect(await machine.run('stats --help')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/--json/),
      err: '',
    });
  });

  it.each(['', 'quiz', 'stats', 'undo', 'resume', 'list', 'show', 'check', 'doctor', 'where'])(
    '%s --help fits into 80 columns, each option on a line of its own',
    async (command) => {
      const { out } = await fakeMachine().run(`${command} --help`);
      const lines = out.split('\n');
      expect(lines.filter((line) => line.length > 80)).toEqual([]);
      expect(lines.filter((line) => /^ {5,}/.test(line))).toEqual([]);
    },
  );
});
