import { describe, expect, test } from 'vitest';
import { type Driven, drive, kindsQuiz } from './driver.ts';

/** How each kind is missed, in the order of the bank, and what of the correct answer must be in view. */
const misses: Readonly<
  Record<string, readonly (readonly [keys: readonly string[], seen: readonly string[]])[]>
> = {
  en: [
    [['0'], ['+ ', 'Several shorter']],
    [
      ['1', 'enter'],
      ['The temperature', 'The nucleus'],
    ],
    [['t'], ['Answer: False']],
    [['7', 'enter'], ['Answer: 300 billion tokens']],
    [['s', 'enter', 'enter'], ['Answer: byte-pair encoding']],
    [
      ['q', 'enter', 'enter', 'x', 'enter'],
      ['-> masked', '-> sentence'],
    ],
    [
      ['1', '2', '3', '4', 'enter'],
      ['ELMo', 'BERT', 'GPT-2', 'GPT-3'],
    ],
    [
      ['1', '1', '1', 'enter'],
      ['BigScience', 'Meta AI', 'DeepMind'],
    ],
    [['enter', '3'], ['Answer: ']],
  ],
  zh: [
    [['0'], ['+ ', '切成几个']],
    [
      ['1', 'enter'],
      ['温度', '核采样'],
    ],
    [['对'], ['答案：错']],
    [['7', 'enter'], ['答案：3000 亿个 token']],
    [['s', 'enter', 'enter'], ['答案：字节对编码']],
    [
      ['q', 'enter', 'enter', 'x', 'enter'],
      ['-> 遮盖', '-> 句子'],
    ],
    [
      ['1', '2', '3', '4', 'enter'],
      ['ELMo', 'BERT', 'GPT-2', 'GPT-3'],
    ],
    [
      ['1', '1', '1', 'enter'],
      ['BigScience', 'Meta AI', 'DeepMind'],
    ],
    [['enter', '3'], ['答案：']],
  ],
};

const verdicts = /^(?:Wrong\.|Partly right\.|No problem\.|答错了。|部分正确|没关系)/m;

async function missAll(quiz: Driven, lang: string) {
  for (const [index, [keys, seen]] of (misses[lang] ?? []).entries()) {
    await quiz.waitFor(new RegExp(`^${index + 1}/[\\s\\S]*^>`, 'm'));
    await quiz.still();
    await quiz.keys(...keys);
    await quiz.waitFor(/^Enter (?:next|下一题)[\s\S]*^>/m);
    const window = quiz.lines().join('\n');
    for (const text of [verdicts, ...seen]) expect(window).toMatch(text);
    await quiz.keys('enter');
  }
}

describe('after a miss of every kind, verdict, correct answer and keys are in the window of a real terminal', () => {
  test.each(['en', 'zh'])('%s, in 80x24 and in 40x20 at once', async (lang) => {
    const sizes = [
      { columns: 80, rows: 24 },
      { columns: 40, rows: 20 },
    ];
    // Each waits for its terminal most of the time.
    const quizzes = sizes.map((size) => drive({ args: kindsQuiz(lang), ...size }));
    await Promise.all(quizzes.map((quiz) => missAll(quiz, lang)));
    expect(quizzes.map((quiz) => quiz.overflows())).toEqual([[], []]);
    await Promise.all(quizzes.map((quiz) => quiz.keys('ctrl-c')));
  });
});

test('a text and Enter in one chunk answer, once the terminal says that it marks pastes', async () => {
  const quiz = drive({ args: kindsQuiz('en') });
  for (const total of [9, 8, 7]) {
    await quiz.waitFor(new RegExp(`^1/${total} [\\s\\S]*^>`, 'm'));
    await quiz.keys('s');
  }
  await quiz.waitFor(/^1\/6 [\s\S]*^>/m);
  await quiz.send('300B\r');
  expect(quiz.lines().at(-1)).toBe('> 300B');
  await quiz.keys(...Array.from({ length: 4 }, () => 'backspace'));
  await quiz.send('\u001b[?2004;1$y');
  await quiz.send('\u001b]11;rgb:1e1e/1e1e/1e1e\u0007');
  await quiz.send('300B\r');
  await quiz.waitFor(/^Right\.$/m);
});
