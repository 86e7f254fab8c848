import { describe, expect, it } from 'vitest';
import { choice, found } from './written.ts';

const asking = (rule: string, stem: string, key: string, ...distractors: string[]) =>
  found(rule, choice({ stem, key, distractors })).length;

describe('item/grammar-a-an', () => {
  const rule = 'item/grammar-a-an';

  it.each([
    ['It is an ____.', 'index', 'table', 'orbit', 1],
    ['It is a', 'table', 'index', 'tree', 1],
    ['It is a:', 'table', 'index', 'tree', 1],
    ['It is a ... of words', 'table', 'index', 'tree', 1],
    ['It is an ____.', 'hour', 'minute', 'year', 1],
    ['It is a ____.', 'unit', 'hour', 'step', 1],
    ['It is an ____.', '8-bit integer', '4-bit integer', '16-bit integer', 1],
    ['It is an ____.', 'index', 'orbit', 'array', 0],
    ['It is an ____.', 'table', 'index', 'orbit', 0],
    ['It is a(n) ____.', 'index', 'table', 'orbit', 0],
    ['A(n) ____ has a ____.', 'tree; root', 'index; row', 'orbit; sun', 0],
    ['It needs a', 'tree', 'table', 'All of them', 0],
    ['It is a/an ____.', 'index', 'table', 'orbit', 0],
    ['It is an ____.', 'index', 'the table', 'MLP', 0],
    ['It has vitamin A', 'table', 'index', 'tree', 0],
    ['Is it an index or a table?', 'index', 'table', 'tree', 0],
  ])('%s %s, %s, %s', (stem, key, one, other, count) => {
    expect(asking(rule, stem, key, one, other)).toBe(count);
  });

  it('looks at English only', () => {
    expect(asking(rule, '它是 a ____。', 'table', 'index', 'tree')).toBe(0);
  });
});

describe('item/opinion', () => {
  const count = (stem: string) => asking('item/opinion', stem, 'red', 'blue', 'green');

  it.each([
    'What is the best way to train it?',
    'How should a prompt begin?',
    'Which format is best for graphics?',
    'What is the best way to save many images?',
    'When should managers step in?',
    'Which is the most important part of it?',
    '写 prompt 最好的办法是什么？',
    '训练数据应该怎样选？',
    '教育过程中最重要的人际关系是',
    '哪一部分最重要？',
  ])('is found: %s', (stem) => {
    expect(count(stem)).toBe(1);
  });

  it.each([
    'According to the notes, which part is the most important?',
    'According to Wei et al., what is the best way to train it?',
    'By the Chinchilla paper, how should a budget be spent?',
    'Which should come first, as the authors recommend?',
    'Which of these best describes it?',
    'Which did best on the test set?',
    'Which model scored best?',
    'Wang et al. (2022) compared models. Which is the best?',
    'What is best-of-n sampling?',
    'The best one won. How many were there?',
    'Which command should you use to list them?',
    'Which film won the Academy Award for Best Picture?',
    'Which is the best example of a queue?',
    'Which argument is the best defense of the man?',
    'What should the value be after the loop?',
    'What are the best practices called?',
    'It was one of the most important battles of which war?',
    '凭证上的日期应当是',
    '安全带的正确挂法应该是',
    '按 Chinchilla 论文的结论，预算应该怎么花？',
    '根据官方文档，最好怎么做？',
    '哪种模型的效果最好？',
  ])('is not found: %s', (stem) => {
    expect(count(stem)).toBe(0);
  });
});

describe('item/multi-answer-count', () => {
  const count = (stem: string, keys: number) =>
    found(
      'item/multi-answer-count',
      `title: T
language: ${/\p{Script=Han}/u.test(stem) ? 'zh' : 'en'}
items:
  - id: x
    kind: multi
    level: 1
    tags: [t]
    stem: ${JSON.stringify(stem)}
    keys: [${['red', 'blue', 'green'].slice(0, keys).join(', ')}]
    distractors: [{ text: white, why: It is none. }, { text: black, why: It is none. }]
    rationale: It has been measured by several people.
    sources: [{ title: A book of colours }]
`,
    ).length;

  it.each([
    ['Which two of these are colours?', 2],
    ['Which of these are colours? Select three.', 3],
    ['Which of these are colours? (Choose the 2 that apply.)', 2],
    ['Which are colours? Two of them are right.', 2],
    ['Which are colours? Three answers are correct.', 3],
    ['Which are colours? Pick one.', 1],
    ['According to the book, which two are colours?', 2],
    ['In which three places are there colours?', 3],
    ['下面哪些是颜色？（选两项）', 2],
    ['下面哪两种是颜色？', 2],
    ['下列哪三项是颜色？', 3],
    ['请选出两个颜色。', 2],
    ['下面哪些是颜色？有两项正确。', 2],
  ])('%s has %d correct answers', (stem, keys) => {
    expect([1, 2, 3].map((n) => count(stem, n))).toEqual([1, 2, 3].map((n) => (n === keys ? 0 : 1)));
  });

  it.each([
    'Which are colours? Select all that apply.',
    'Which are colours? More than one may be right.',
    'Which two-part names are colours?',
    'In a frame in which two colours are mixed, what is seen?',
    'Two teams mixed a colour, which two others had mixed before. Which are in it?',
    'When you pick two colours at random, what can be seen?',
    'Pick two colours at random. What can be seen?',
    '随机选两个颜色，会看到什么？',
    '选两个颜色混合，会看到什么？',
    'Which 2.5 names are colours?',
    'Which are colours? Select two or more.',
    'Which are colours? At least two options are right.',
    'Which of the two things are colours?',
    'Which three-letter words are colours?',
    'Which 2024 names are colours?',
    '下面哪些是颜色？答案可能不止一个。',
    '下面哪些是颜色？选出两项以上。',
    '下面哪些是颜色？至少有两项正确。',
    '哪三年里有颜色？',
  ])('%s may have any number of them', (stem) => {
    expect([1, 2, 3].map((n) => count(stem, n))).toEqual([0, 0, 0]);
  });
});

describe('item/true-false-compound', () => {
  const count = (stem: string) =>
    found(
      'item/true-false-compound',
      `title: T
language: ${/\p{Script=Han}/u.test(stem) ? 'zh' : 'en'}
items:
  - id: x
    kind: true-false
    level: 1
    tags: [t]
    stem: ${JSON.stringify(stem)}
    key: true
    rationale: It has been measured by several people.
    sources: [{ title: A book of colours }]
`,
    ).length;

  it.each([
    'BERT is trained on masked words, and GPT is trained on the next word.',
    'BERT reads both sides because it has no causal mask.',
    'The mask is random and the model has to fill it.',
    'BERT 读两侧的文本，并且 GPT 只读左侧的文本。',
    'BERT 能读两侧的文本，因为它没有因果掩码。',
    '因为没有因果掩码，BERT 能读两侧的文本。',
  ])('is found: %s', (stem) => {
    expect(count(stem)).toBe(1);
  });

  it.each([
    'The encoder and the decoder are trained together.',
    'BERT is trained on books and Wikipedia.',
    'BERT is trained on the words and the sentences that are in the corpus.',
    'The gap between training and the test was small.',
    'BERT settles the part of speech and then leaves it unchanged.',
    'BERT fails because of its mask.',
    'It is said that words are cut and the pieces are joined.',
    'BERT 的编码器与解码器一起训练。',
    'BERT 先确定词性，再处理更高层的步骤。',
  ])('is not found: %s', (stem) => {
    expect(count(stem)).toBe(0);
  });
});
