import { describe, expect, it } from 'vitest';
import { fakeMachine, typed } from '../../fake-world.ts';

/** Answers questions of every kind in plain mode, the first two of them a choice and a tick list. */
async function sit(...lines: readonly string[]) {
  const machine = fakeMachine();
  const ran = await machine.run('--seed 1 --deck kinds', typed(...lines, 'q'));
  const deeds = () => machine.events().map(({ type, item }) => `${type} ${item}`);
  return { machine, ...ran, deeds };
}

/** What was printed from the last time that some text was. */
const from = (text: string, out: string) => out.slice(out.lastIndexOf(text));

describe('b looks back', () => {
  it('at question, answer, correct answer and rationale, and leads back to the question', async () => {
    const { out, deeds } = await sit('1', '', 'b', '');
    const page = out.split('2/')[1]?.split('q quit):')[1] ?? '';
    expect(page).toMatchInlineSnapshot(`
      " b

      1/9  Every kind  a-choice
      Which fruit is yellow?
      > cherry

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
      Enter go on, m more, q quit: 

      "
    `);
    expect(out.match(/^2\/\d+ {2}/gm)).toHaveLength(2);
    expect(deeds()).toEqual(['reviewed a-choice']);
  });

  it('further, as far as there is something, newest first', async () => {
    const { out } = await sit('1', '', '1', '', 'b', 'b', '');
    const [, second = '', first = ''] = out.split(/q quit\)?: b\n/);
    expect(second).toMatch(/Which numbers are even\?\n\nPartly right[\s\S]*b further back/);
    expect(first).toContain('Which fruit is yellow?\n> cherry\n\nWrong.');
    expect(first.slice(0, first.indexOf('q quit'))).not.toContain('further back');
  });

  it('shows an answer as it was corrected', async () => {
    const { out } = await sit('1', 'r', 'b', '');
    expect(from('Which fruit is yellow?', out)).toMatch(/\n> \w+\n\nRight\./);
  });

  it('keeps what was taken of hints and time', async () => {
    const { machine } = await sit('1', '', 's', 's', ':s', '?', ':b', '', 'Transformer', '');
    expect(machine.events().at(-1)).toMatchObject({
      type: 'reviewed',
      item: 'a-text',
      hints: 1,
      rating: 'hard',
    });
  });

  it('is offered only if there is something before', async () => {
    const { out } = await sit('b', 'u', '1', '');
    expect(out.match(/This key does nothing here\./g)).toHaveLength(2);
    const asked = out.match(/Answer \(.*\)/g) ?? [];
    expect(asked.map((line) => line.includes('b back, u undo'))).toEqual([false, false, false, true]);
  });

  it('is typed behind a colon where answers are typed, and asked back without it', async () => {
    const { out, deeds } = await sit('1', '', 's', 's', 's', 'b', ':b', '', 'u', ':u');
    expect(out).toContain('Press Enter again to answer "b". To look back, type :b.');
    expect(out).toContain('Press Enter again to answer "u". To undo the answer before, type :u.');
    expect(deeds()).toEqual(['reviewed a-choice', 'undone a-choice']);
  });

  it('leaves with q', async () => {
    expect((await sit('1', '', 'b')).out).toContain('1 answer, ');
  });

  it('is Chinese in Chinese', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run('--seed 1 --deck kinds --lang zh', typed('1', '', 'b', '', 'q'));
    expect(out).toContain('b 回看，u 撤销，q 退出');
    expect(out).toMatch(/哪种水果是黄色的？\n> [^\n]+\n\n答错了。[\s\S]*Enter 继续，/);
  });

  it('works in practice too', async () => {
    const { machine } = await sit('1', '', '1', '');
    const { out } = await machine.run('practice --seed 1', typed('1', '', 'b', '', 'u', 'q'));
    expect(out).toContain('Undone. Here it is again.');
    expect(machine.events().at(-1)?.type).toBe('undone');
  });
});

describe('u at the next question', () => {
  it('undoes the answer before, which is asked again as it was', async () => {
    const { out, deeds } = await sit('1', '', 'u', '2', '');
    expect(out).toContain('Undone. Here it is again.\n\n1/9  Every kind');
    const asked = out
      .split(/^1\/9 {2}/m)
      .slice(1)
      .map((part) => part.slice(0, part.indexOf('Answer (')));
    expect(asked[1]).toBe(asked[0]);
    expect(deeds()).toEqual(['reviewed a-choice', 'undone a-choice', 'reviewed a-choice']);
  });

  it('undoes one after the other', async () => {
    const { deeds } = await sit('1', '', '1', '', 'u', 'u');
    expect(deeds().slice(2)).toEqual(['undone a-multi', 'undone a-choice']);
  });

  it('undoes the suspension after the answer with it, and a redo takes both back', async () => {
    const { machine, deeds } = await sit('1', 'x', 'u');
    expect(deeds()).toEqual(['reviewed', 'suspended', 'undone', 'undone'].map((type) => `${type} a-choice`));
    expect((await machine.run('show a-choice')).out).not.toMatch(/Suspended|Answered/);
    await machine.run('redo');
    expect((await machine.run('show a-choice')).out).toMatch(/Answered 1 time[\s\S]*Suspended/);
  });

  it('undoes a correction with its answer, and leaves flags and notes', async () => {
    const { machine, deeds } = await sit('1', 'f 1', 'n yellow', 'r', 'u');
    expect(deeds().at(-1)).toBe('undone a-choice');
    const { out } = await machine.run('show a-choice');
    expect(out).toContain('Flagged: the correct answer is wrong');
    expect(out).toContain('Your note: yellow');
    expect(out).not.toContain('Answered');
  });

  it('undoes that a question was put off as known', async () => {
    const { out, deeds } = await sit('k', 'u');
    expect(deeds()).toEqual(['known a-choice', 'undone a-choice']);
    expect(out.match(/^1\/9 {2}/gm)).toHaveLength(2);
  });

  it('brings back what was skipped since', async () => {
    const { out } = await sit('1', '', 's', 'u', '1', '');
    expect(from('2/', out)).toContain('Which numbers are even?');
  });

  it('takes a question that was to come again out of the end of the session', async () => {
    const { out } = await sit('1', '', 'u', 's');
    expect(out.match(/^\d\/(\d+)/gm)).toEqual(['1/9', '2/10', '1/9', '1/8']);
  });
});

describe.each([
  ['right after the feedback', []],
  ['at the next question', ['']],
])('a question whose answer was undone %s', (_when, on) => {
  /** What was recorded of the answers, and the last feedback. */
  const again = async (first: string, ...then: readonly string[]) => {
    const { machine, out } = await sit(first, ...on, 'u', ...then);
    const answers = machine.events().flatMap((e) => ('rating' in e ? [`${e.type} ${e.rating}`] : []));
    return { answers, out, last: out.slice(out.lastIndexOf('Answer: banana')) };
  };

  it('counts as a miss if that was one: right comes back all the same, and may be called neither easy nor known', async () => {
    const { answers, out, last } = await again('1', '4', 'e', 'k', '');
    expect(answers).toEqual(['reviewed again', 'reviewed again']);
    expect(out).toContain('Right, but you had just read the answer. This counts as a miss.');
    expect(last).toMatch(
      /You will see it again this session\.\nEnter next, m more, u undo, r count as right, x /,
    );
  });

  it('does so after "I do not know", too, and however often it is undone', async () => {
    expect((await again('0', '4', '')).answers.at(-1)).toBe('reviewed again');
    expect((await again('1', '4', 'u', '4', '')).answers.at(-1)).toBe('reviewed again');
  });

  it('is right after a hint at best if the learner says that they were right', async () => {
    expect((await again('1', '4', 'r', '')).answers.at(-1)).toBe('amended hard');
  });

  it('gains nothing by it if it was right', async () => {
    const { answers, out, last } = await again('4', '4', 'e', '');
    expect(answers).toEqual(['reviewed good', 'reviewed hard']);
    expect(out).toContain('Right. You had just read the answer, so this counts as after a hint.');
    expect(last).toContain('u undo, r count as wrong, x suspend');
  });

  it('may not be put off as known, and is not called easy when it comes once more', async () => {
    const { answers, out } = await again('1', 'k', '4', '', ...Array(8).fill(':s'), '4', 'k');
    expect(out).toContain("Answer (? hint, 0 I don't know, s skip, q quit): k\nThis key does nothing here.");
    expect(answers.at(-1)).toBe('reviewed good');
    expect(from('Once more:', out)).toMatch(/\nEnter next, m more, u undo, r count as wrong, x suspend/);
  });

  it('is Chinese in Chinese', async () => {
    const machine = fakeMachine();
    const { out } = await machine.run(
      '--seed 1 --deck kinds --lang zh',
      typed('1', ...on, 'u', '4', ...on, 'u', 'q'),
    );
    expect(out).toContain('答对了，但答案你刚刚看过，按答错安排复习。');
    const right = await machine.run('--seed 1 --deck kinds --lang zh', typed('4', ...on, 'u', '4', 'q'));
    expect(right.out).toContain('答对了。答案你刚刚看过，按看过提示处理。');
  });
});

it('in practice, too, a miss that was undone makes the question due tomorrow', async () => {
  const { machine } = await sit('4', '', 'q');
  await machine.run('practice --seed 1', typed('1', 'u', '4', 'q'));
  expect(machine.events().at(-1)).toMatchObject({ type: 'practised', verdict: 'correct', rating: 'again' });
});

describe('the header of a question', () => {
  it('has its id, unless that gives the answer away', async () => {
    const { out } = await sit('s', 's', 's', 's', 's');
    expect(out.match(/^\d\/\d {2}.*$/gm)?.slice(0, 3)).toEqual([
      '1/9  Every kind  a-choice',
      '1/8  Every kind  a-multi',
      '1/7  Every kind  a-true-false',
    ]);
  });
});

describe('show without an id', () => {
  it('shows the question that was answered last', async () => {
    const { machine } = await sit('1', '', '1', '', 'q');
    expect((await machine.run('show')).out).toMatch(/^a-multi /);
    await machine.run('undo');
    expect((await machine.run('show')).out).toMatch(/^a-choice /);
    expect(JSON.parse((await machine.run('show --json')).out)).toMatchObject([{ item: { id: 'a-choice' } }]);
  });

  it('says so if there is none', async () => {
    const { code, err } = await fakeMachine().run('show');
    expect([code, err]).toEqual([
      2,
      'llmquiz: You have not answered a question yet. Name one: `llmquiz show ID`. List all with `llmquiz list`.\n',
    ]);
  });
});
