import { describe, expect, test } from 'vitest';
import { type Driven, drive, kindsQuiz } from './driver.ts';

type Answering = (quiz: Driven) => Promise<void>;

const pick =
  (...options: readonly string[]): Answering =>
  async (quiz) => {
    for (const option of options) await quiz.keys(quiz.numberOf(option));
  };

const confirmed =
  (answer: Answering): Answering =>
  async (quiz) => {
    await answer(quiz);
    await quiz.keys('enter');
  };

const typed =
  (...texts: readonly string[]): Answering =>
  async (quiz) => {
    for (const text of texts) await quiz.type(text);
  };

const revealed: Answering = async (quiz) => {
  await quiz.keys('enter', '1');
};

/** How each kind is answered right, in the order of the bank. */
const answers: Readonly<Record<string, readonly (readonly [kind: string, answer: Answering])[]>> = {
  en: [
    ['choice', pick('Several shorter')],
    ['multi', confirmed(pick('The temperature', 'The nucleus'))],
    ['true-false', pick('False')],
    ['number', typed('300B')],
    ['text', typed('byte-pair encodng')],
    ['cloze', typed('masked', 'sentence')],
    ['order', confirmed(pick('ELMo', 'BERT', 'GPT-2', 'GPT-3'))],
    ['match', confirmed(pick('BigScience', 'Meta AI', 'DeepMind'))],
    ['recall', revealed],
  ],
  zh: [
    ['choice', pick('切成几个')],
    ['multi', confirmed(pick('温度', '核采样'))],
    ['true-false', pick('错')],
    ['number', typed('３０００亿')],
    ['text', typed('字节对编码')],
    ['cloze', typed('遮盖', '句子')],
    ['order', confirmed(pick('ELMo', 'BERT', 'GPT-2', 'GPT-3'))],
    ['match', confirmed(pick('BigScience', 'Meta AI', 'DeepMind'))],
    ['recall', revealed],
  ],
};

const right: Readonly<Record<string, string>> = { en: 'Right\\.', zh: '答对了。' };
const summary: Readonly<Record<string, string>> = { en: '9 answers, 9 right', zh: '回答 9 次，答对 9 次' };

describe('a question of every kind, answered in a real terminal', () => {
  // Each waits for its terminal most of the time. Tests that ran at once would end each other's terminals: what is to be done when
  // a test has finished is kept for the one that began last.
  test.each(['en', 'zh'])('%s, in 80 and in 40 columns at once', async (lang) => {
    await Promise.all([80, 40].map((columns) => answered(lang, columns)));
  });
});

async function answered(lang: string, columns: number): Promise<void> {
  const quiz = drive({ args: kindsQuiz(lang), columns, rows: 60 });
  for (const [index, [kind, answer]] of (answers[lang] ?? []).entries()) {
    await quiz.waitFor(new RegExp(`^${index + 1}/9 `, 'm'));
    await quiz.still();
    await quiz.keys(kind === 'number' || kind === 'text' || kind === 'cloze' ? 'left' : 'down');
    await answer(quiz);
    await quiz.waitFor(new RegExp(`^${index + 1}/9 [\\s\\S]*^${right[lang]}[\\s\\S]*^Enter `, 'm'));
    expect(quiz.overflows(), kind).toEqual([]);
    await quiz.keys('enter');
  }
  expect(await quiz.ended).toMatchObject({ exitCode: 0 });
  expect(quiz.lines().join('\n')).toContain(summary[lang]);
  expect(quiz.overflows()).toEqual([]);
  // Each question stands once in what was scrolled out: no redraw left a copy behind.
  const all = quiz.everything();
  for (const index of answers[lang]?.keys() ?? [])
    expect(all.filter((line) => line.startsWith(`${index + 1}/9 `))).toHaveLength(1);
}
