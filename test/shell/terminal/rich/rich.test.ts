import { describe, expect, onTestFinished, test } from 'vitest';
import type { Feedback } from '#core/learner/insight/feedback.ts';
import type { Prompt } from '#core/question/prompt.ts';
import { makeRichTerminal } from '#shell/terminal/rich/rich.ts';
import type { Question } from '#shell/terminal/shared/terminal.ts';
import { openWindow, type Window } from '../window.ts';

const choice: Prompt = { type: 'pick-one', stem: 'Which one?', options: ['A', 'B', 'C'], hint: 'Not A.' };
const asked = (prompt: Prompt, more: Partial<Question> = {}): Question => ({
  prompt,
  progress: '1/3',
  deck: 'Deck',
  ...more,
});

async function opened(window: Window = openWindow(), lang = 'en') {
  const terminal = await makeRichTerminal(window.world, lang);
  onTestFinished(() => terminal.close());
  return { window, terminal, ...window };
}

const feedback: Feedback = {
  verdict: 'wrong',
  unknown: false,
  remarks: [],
  key: 'B',
  revealed: false,
  hinted: false,
  options: [],
  reasons: [],
  rationale: 'Because.',
  citations: [],
  dueIn: 0,
  due: 20_000,
};

describe('asking', () => {
  test('the prompt gives way to what was answered', async () => {
    const { terminal, screen, send, drawn } = await opened();
    const reply = terminal.ask(asked(choice));
    await drawn();
    expect(screen.lines()).toEqual([
      '',
      '1/3  Deck',
      'Which one?',
      '',
      '  1. A',
      '  2. B',
      '  3. C',
      '',
      "1-3 answer   ? hint   0 I don't know   s skip   q quit",
      '>',
    ]);
    await send('2');
    expect(await reply).toEqual({ type: 'answer', answer: { type: 'picked', option: 'B' }, hints: 0, ms: 0 });
    expect(screen.lines()).toEqual(['', '1/3  Deck', 'Which one?', '> B']);
  });

  test.each<[Prompt, string, string]>([
    [{ type: 'arrange', stem: 'Order?', by: 'first', options: ['A', 'B', 'C'] }, '312\r', '> C; A; B'],
    [{ type: 'pair', stem: 'Pairs?', lefts: ['l', 'm'], rights: ['A', 'B'] }, '21\r', '> l = B; m = A'],
    [{ type: 'pick-many', stem: 'Which?', options: ['A', 'B', 'C'] }, '13\r', '> A; C'],
    [choice, '2', '> B'],
  ])('if no feedback follows, the whole answer stays in view: %o', async (prompt, keys, told) => {
    const { terminal, screen, send, drawn } = await opened();
    const reply = terminal.ask(asked(prompt, { withoutFeedback: true }));
    await drawn();
    for (const key of keys) await send(key);
    await reply;
    expect(screen.lines().at(-1)).toBe(told);
  });

  test('hints and time are told', async () => {
    const { terminal, send, pass, drawn } = await opened();
    const reply = terminal.ask(asked(choice));
    await drawn();
    await send('?');
    pass(4200);
    await send('0');
    expect(await reply).toEqual({ type: 'answer', answer: { type: 'unknown' }, hints: 1, ms: 4200 });
  });

  test('a key draws one block; a key that means nothing draws none', async () => {
    const { terminal, send, writes, drawn } = await opened();
    const reply = terminal.ask(asked(choice));
    await drawn();
    const before = writes();
    await send('\u001b[B');
    expect(writes()).toBe(before + 1);
    await send('z');
    await send('9');
    expect(writes()).toBe(before + 1);
    await send('q');
    expect(await reply).toEqual({ type: 'leave', code: 0 });
  });

  test('what was typed before the question is no answer to it', async () => {
    const { terminal, screen, send } = await opened();
    await send('1');
    const reply = terminal.ask(asked(choice));
    await send('2');
    expect(screen.lines()).toContain('  1. A');
    await send('3');
    expect(await reply).toMatchObject({ answer: { option: 'C' } });
  });

  test('a refusal asks again without the stem', async () => {
    const { terminal, screen, send, drawn } = await opened();
    const number: Prompt = { type: 'type-in', stem: 'How many?', blanks: [''], unit: 'tokens' };
    const reply = terminal.ask(
      asked(number, {
        notice: { refusal: { type: 'refused', reason: { why: 'not-a-number' } }, typed: ['many'] },
      }),
    );
    await drawn();
    expect(screen.lines().slice(0, 3)).toEqual([
      'Cannot read that as a number. Type digits or words: 1,200, 3e11, two million.',
      '',
      'Unit: tokens',
    ]);
    await send('3');
    await send('\r');
    expect(await reply).toMatchObject({ answer: { type: 'typed', texts: ['3'] } });
  });

  test('a key that is revealed stays, and is judged', async () => {
    const { terminal, screen, send, drawn } = await opened();
    const reply = terminal.ask(
      asked({ type: 'reveal', stem: 'Why?', key: 'So.', hint: 'Think.', points: [] }),
    );
    await drawn();
    await send('?');
    await send('\r');
    await drawn();
    expect(screen.lines()).toContain('Answer: So.');
    await send('2');
    expect(await reply).toMatchObject({ answer: { type: 'self-judged', verdict: 'partial' }, hints: 1 });
    expect(screen.lines().at(-1)).toBe('> partly');
  });

  test('what was typed before the key is revealed stands beside it, with the points that were found', async () => {
    const { terminal, screen, send, drawn } = await opened();
    const points = [
      { text: 'later tokens are hidden', words: ['mask'] },
      { text: 'one pass for all', words: ['one pass', '一次'] },
    ];
    const reply = terminal.ask(asked({ type: 'reveal', stem: 'Why?', key: 'So.', points }));
    await drawn();
    await send('t');
    for (const letter of 'by a mask') await send(letter);
    await send('\r');
    await drawn();
    expect(screen.lines().join('\n')).toContain(
      [
        'You wrote: by a mask',
        'Answer: So.',
        '+ later tokens are hidden',
        '- one pass for all',
        'Found in your words (+), or not (-). Only words are compared, so you decide.',
      ].join('\n'),
    );
    await send('2');
    expect(await reply).toMatchObject({
      answer: { type: 'self-judged', verdict: 'partial', text: 'by a mask' },
    });
    expect(screen.lines().at(-1)).toBe('> partly');
  });

  test('controls in a bank reach no terminal', async () => {
    const { terminal, screen, send, drawn } = await opened();
    const reply = terminal.ask(asked({ ...choice, options: ['\u001b[2J\u0007A', 'B'], stem: 'a\u202eb' }));
    await drawn();
    expect(screen.lines()).toContain('  1. ␛[2J␇A');
    expect(screen.lines()).toContain('a<U+202E>b');
    await send('1');
    await reply;
  });
});

describe('feedback', () => {
  test('keys after it', async () => {
    const { terminal, screen, send, drawn } = await opened();
    const wish = terminal.feedback(feedback);
    await drawn();
    expect(screen.lines().slice(1, 3)).toEqual(['Wrong.', 'Answer: B']);
    await send('r');
    expect(await wish).toEqual({ type: 'amend', verdict: 'correct' });
    expect(screen.lines().join('\n')).not.toContain('Enter');
  });

  test('all options stay, marked, and the reasons of the others are at a key', async () => {
    const { terminal, screen, send, drawn } = await opened();
    const after = terminal.feedback({
      ...feedback,
      remarks: [{ type: 'why', option: 'A', why: 'A is another.' }],
      options: [
        { option: 'A', right: false, chosen: true },
        { option: 'B', right: true, chosen: false },
        { option: 'C', right: false, chosen: false },
      ],
      reasons: [{ option: 'C', why: 'C is none.' }],
    });
    await drawn();
    const page = [
      '',
      'Wrong.',
      'x your choice   + correct',
      'x 1. A',
      '     A is another.',
      '+ 2. B',
      '  3. C',
      '',
      'Because.',
      'You will see it again this session.',
      '',
    ];
    const keys = 'u undo  r count as right  x suspend  f flag  n note  q quit';
    // As one line by smaller gaps.
    expect(screen.lines()).toEqual([...page, `Enter next  m more  ${keys}`, '>']);
    await send('m');
    expect(screen.lines()).toEqual([
      ...page,
      '- C: C is none.',
      '',
      `Enter next   ${keys.replaceAll('  ', '   ')}`,
      '>',
    ]);
    await send('m');
    await send('\r');
    expect(await after).toEqual({ type: 'next' });
  });

  test('an answer that was not recorded', async () => {
    const { terminal, screen, send, drawn } = await opened();
    const wish = terminal.feedback({
      ...feedback,
      notRecorded: { reason: 'the disk is full', canRetry: true },
    });
    await drawn();
    expect(screen.lines()).toContain('Enter try again   q quit');
    await send('q');
    expect(await wish).toEqual({ type: 'leave', code: 1 });
  });
});

describe('leaving', () => {
  test.each([
    ['\u0003', 130],
    ['\u0004', 0],
  ])('by the key %j', async (key, code) => {
    const { terminal, send, drawn } = await opened();
    const reply = terminal.ask(asked(choice));
    await drawn();
    await send(key);
    expect(await reply).toEqual({ type: 'leave', code });
    expect(await terminal.feedback(feedback)).toEqual({ type: 'leave', code });
    expect(await terminal.choose([{ key: 'n', label: 'new' }])).toEqual({ type: 'leave', code });
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s', async (name, code) => {
    const { terminal, signal, drawn } = await opened();
    const reply = terminal.ask(asked(choice));
    await drawn();
    await signal(name);
    expect(await reply).toEqual({ type: 'leave', code });
  });

  test('by the end of the input', async () => {
    const { terminal, end, drawn } = await opened();
    const reply = terminal.ask(asked(choice));
    await drawn();
    await end();
    expect(await reply).toEqual({ type: 'leave', code: 0 });
  });

  test('Ctrl-C between two questions is kept for the next', async () => {
    const { terminal, send } = await opened();
    await send('\u0003');
    expect(await terminal.ask(asked(choice))).toEqual({ type: 'leave', code: 130 });
  });

  test('the terminal is given back', async () => {
    const window = openWindow();
    const terminal = await makeRichTerminal(window.world, 'en');
    await window.drawn();
    expect([window.raw(), window.screen.bracketedPaste()]).toEqual([true, true]);
    terminal.close();
    await window.drawn();
    expect([window.raw(), window.screen.bracketedPaste()]).toEqual([false, false]);
  });
});

describe('other programs and other windows', () => {
  test('after SIGCONT the question is drawn anew, below what others wrote', async () => {
    const { terminal, screen, signal, send, raw, drawn } = await opened();
    const reply = terminal.ask(asked(choice));
    await drawn();
    await send('\u001b[B');
    await send('\u001b[B');
    await screen.write('\r\n[1]+  Stopped\r\n$ fg\r\n');
    await signal('SIGCONT');
    const lines = screen.lines();
    expect(lines.slice(lines.indexOf('$ fg') + 1, -2)).toEqual([
      '',
      '1/3  Deck',
      'Which one?',
      '',
      '  1. A',
      '> 2. B',
      '  3. C',
      '',
    ]);
    expect(raw()).toBe(true);
    await send('3');
    expect(await reply).toMatchObject({ answer: { option: 'C' } });
    expect(screen.lines().slice(-2)).toEqual(['Which one?', '> C']);
  });

  test.each([
    [80, 24],
    [30, 24],
    [41, 24],
  ])('a window that changes to %i columns and back', async (columns, rows) => {
    const { terminal, screen, resize, send, drawn } = await opened(openWindow(60, 24), 'zh');
    const stem = 'GPT-3 训练过程中一共处理了多少个 token？它使用的数据大约是过滤后的 Common Crawl 的一部分。';
    const options = [
      '一个比较长的选项，在窄的窗口里要占两行才放得下',
      'short',
      'another option of some length',
    ];
    const reply = terminal.ask(asked({ type: 'pick-one', stem, options }));
    await drawn();
    const before = screen.everything();
    await resize(columns, rows);
    expect(screen.overflows()).toEqual([]);
    expect(screen.lines().filter((line) => line.includes('1/3'))).toHaveLength(1);
    await resize(60, 24);
    expect(screen.everything()).toEqual(before);
    await send('1');
    await reply;
  });

  test('Ctrl-L clears the window and draws anew', async () => {
    const { terminal, screen, send, drawn } = await opened();
    terminal.print('left over');
    const reply = terminal.ask(asked(choice));
    await drawn();
    await send('\u000c');
    expect(screen.lines()[1]).toBe('1/3  Deck');
    expect(screen.lines().at(-1)).toBe('>');
    await send('q');
    await reply;
  });
});

describe('a dialogue', () => {
  const choices = [
    { key: 'n', label: '5 new questions' },
    { key: 'Enter', label: 'quit' },
  ];

  test.each([
    ['the first', ['\r'], 'n'],
    ['arrows', ['\u001b[B', '\r'], undefined],
    ['its letter', ['\u001b[B', 'N'], 'n'],
    ['q', ['q'], { type: 'leave', code: 0 }],
    ['Ctrl-C', ['\u0003'], { type: 'leave', code: 130 }],
    ['Ctrl-D', ['\u0004'], { type: 'leave', code: 0 }],
  ])('%s', async (_name, keys, expected) => {
    const { terminal, screen, send, until } = await opened();
    const chosen = terminal.choose(choices);
    await until('quit');
    expect(screen.lines()).toEqual(['What next?', '> n  5 new questions', '  q  quit']);
    for (const key of keys) await send(key);
    expect(await chosen).toEqual(expected);
  });

  test.each([
    [
      'en',
      'find your level first (15 questions at most)',
      ['> p  find your level first (15', '     questions at most)', '  q  quit'],
      ['What next? find your level first (15', 'questions at most)'],
    ],
    [
      'zh',
      '先测水平，为每个题组找到合适的起点（最多 15 题）',
      ['> p  先测水平，为每个题组找到合适的起点', '     （最多 15 题）', '  q  quit'],
      ['下一步？ 先测水平，为每个题组找到合适的', '起点（最多 15 题）'],
    ],
  ])(
    'a choice that is wider than the window is broken between words, in %s',
    async (lang, label, list, told) => {
      const { terminal, screen, send, until } = await opened(openWindow(40, 20), lang);
      const chosen = terminal.choose([
        { key: 'p', label },
        { key: 'Enter', label: 'quit' },
      ]);
      await until('quit');
      expect(screen.lines().slice(1)).toEqual(list);
      await send('\u001b[B');
      await send('\u001b[A');
      expect(screen.lines().slice(1)).toEqual(list);
      await send('p');
      expect(await chosen).toBe('p');
      expect(screen.lines()).toEqual(told);
    },
  );

  test('after a question of its own, it does not ask what next', async () => {
    const { terminal, screen, send, until } = await opened(openWindow(), 'zh');
    terminal.print('确定？');
    const chosen = terminal.choose([{ key: 'y', label: '撤销' }], true);
    await until('y ');
    expect(screen.lines()).toEqual(['确定？', '请选择：', '> y  撤销']);
    await send('y');
    expect(await chosen).toBe('y');
  });

  test('a paste chooses nothing', async () => {
    const { terminal, screen, send, until } = await opened();
    const chosen = terminal.choose(choices);
    await until('quit');
    await send('new\r');
    await send('\u001b[200~n\r\u001b[201~');
    expect(screen.lines()).toEqual(['What next?', '> n  5 new questions', '  q  quit']);
    await send('\r');
    expect(await chosen).toBe('n');
  });
});

describe('a list to tick', () => {
  const items = Array.from({ length: 15 }, (_, i) => ({
    value: `d${i + 1}`,
    label: `deck ${i + 1}`,
    isTicked: i === 1,
  }));

  test.each(['en', 'zh'])('fits into 40x20, whatever the language (%s)', async (lang) => {
    const { terminal, screen, drawn, send } = await opened(openWindow(40, 20), lang);
    const ticked = terminal.tick({ message: 'Decks to learn now', items });
    await drawn();
    const lines = screen.lines();
    expect(lines[0]).toBe('Decks to learn now');
    expect(lines.slice(1, 4)).toEqual(['>[ ] deck 1', ' [x] deck 2', ' [ ] deck 3']);
    expect(lines.join('\n')).toContain(lang === 'en' ? 'q quit' : 'q 退出');
    expect(lines.every((line) => line.length <= 40)).toBe(true);
    // A key stays on one line with what it does.
    expect(lines.join('\n')).toContain(lang === 'en' ? 'Enter confirm' : 'Enter 确认');
    await send(' ');
    await send('\u001b[B');
    await send(' ');
    await send('\u001b[B');
    await send(' ');
    await send('\r');
    expect(await ticked).toEqual(['d1', 'd3']);
  });

  test('a ticks all, and i nothing; q leaves', async () => {
    const { terminal, drawn, send } = await opened();
    const all = terminal.tick({ message: 'Decks', items });
    await drawn();
    await send('a');
    await send('i');
    await send('\r');
    expect(await all).toHaveLength(15);
    const left = terminal.tick({ message: 'Decks', items });
    await drawn();
    await send('a');
    await send('q');
    expect(await left).toEqual({ type: 'leave', code: 0 });
  });
});
