import { describe, expect, it } from 'vitest';
import { placesIn } from './asked-item.ts';

const han = /\p{Script=Han}/u;
const card = (stem: string, key = 'Because', kind = 'recall') =>
  han.test(stem + key)
    ? { kind, stem: { en: 'Why?', zh: stem }, key: { en: 'Because', zh: key } }
    : { kind, stem, key };
const has = (rule: string, stem: string, key?: string, kind?: string) =>
  placesIn(rule, card(stem, key, kind)).length > 0;

describe('card/yes-no', () => {
  it.each([
    'Is attention a weighted sum?',
    'Does the mask hide the future?',
    'In GPT-3, are all layers dense?',
    'BERT reads both ways. Can it write text?',
    'Isn’t it a weighted sum?',
    'Has “Attention Is All You Need” a decoder?',
    '注意力是加权和吗？',
    '掩码是否会遮住后文？',
    'BERT 能不能生成文本？',
  ])('%s', (stem) => expect(has('card/yes-no', stem)).toBe(true));

  it.each([
    'What is attention?',
    'What does it mean to ask “is it so?” of a model?',
    'Is it the encoder or the decoder that reads both ways?',
    'Can you say what the mask hides?',
    'Could you name the mask?',
    'Is the mask causal? Why?',
    'Do as the paper does: name the loss.',
    'When is a token masked?',
    'In which layers is it stored?',
    'Is it known how many layers there are?',
    '掩码遮住的是什么？',
    '是否遮住后文，由什么决定？',
    '是编码器还是解码器？',
    '模型在回答“对不对”时看的是什么？',
    '它为什么会遮住后文？',
  ])('not %s', (stem) => expect(has('card/yes-no', stem)).toBe(false));

  it('looks at what is recalled or typed only', () => {
    expect(has('card/yes-no', 'Is it so?', 'x', 'text')).toBe(true);
    expect(placesIn('card/yes-no', { kind: 'number', stem: 'Is it so?', key: 1 })).toEqual([]);
  });
});

describe('card/two-questions', () => {
  it.each([
    'What is attention? Why is it used?',
    'What does BPE stand for, and why is it used?',
    'What does the mask hide and how does it do so?',
    'Which is faster, and why?',
    'Which is faster, and by how much?',
    'Who wrote it, and who was the first to use it?',
    '注意力是什么？为什么要用它？',
    '哪一种更快，为什么？',
    'BPE 是什么，它又是如何工作的？',
  ])('%s', (stem) => expect(has('card/two-questions', stem)).toBe(true));

  it.each([
    'What is attention?',
    'When and how is a token masked?',
    'What decides what is kept and what is dropped?',
    'What do the query and the key have in common?',
    'How do the encoder and how many layers it has matter?',
    'A learner asks “Why?” and then “How?”. What is the answer?',
    'What does `a ? b : c` mean in C?',
    'What?!',
    'Really??',
    'FLAN and InstructGPT follow instructions. What does each learn from?',
    '注意力是什么？',
    '有人问“为什么？”，该怎么回答？',
    '什么决定了模型如何回答？',
  ])('not %s', (stem) => expect(has('card/two-questions', stem)).toBe(false));
});

describe('card/long-answer', () => {
  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

  it.each([
    ['recall', 60],
    ['text', 20],
  ])('%s: more than %d words', (kind, most) => {
    expect(has('card/long-answer', 'Why?', words(most), kind)).toBe(false);
    expect(has('card/long-answer', 'Why?', words(most + 1), kind)).toBe(true);
    expect(has('card/long-answer', '为何？', '词'.repeat(2 * most), kind)).toBe(false);
    expect(has('card/long-answer', '为何？', '词'.repeat(2 * most + 1), kind)).toBe(true);
  });

  it('stands at the correct answer, once', () => {
    const key = { en: words(61), zh: '词'.repeat(130) };
    expect(placesIn('card/long-answer', { kind: 'recall', stem: { en: 'W?', zh: '何？' }, key })).toEqual([
      key.en,
    ]);
  });
});

describe('card/enumeration', () => {
  it.each([
    ['What does it do?', 'count, choose, join and recount'],
    ['What does it do?', 'Count, choose, join, and recount.'],
    ['What does it do?', 'It has four steps: count; choose; join; recount'],
    ['What does it do?', '1. count 2. choose 3. join 4. recount'],
    ['What does it do?', '- count\n- choose\n- join\n- recount'],
    ['它做什么？', '计数、选择、合并、再计数'],
    ['它做什么？', '计数、选择、合并和再计数。'],
    ['它做什么？', '①计数 ②选择 ③合并 ④再计数'],
    ['List all optimizers.', 'SGD'],
    ['Name the four steps of BPE.', 'See below.'],
    ['What are the five stages?', 'See below.'],
    ['请列举所有步骤。', '见下'],
    ['是哪四个步骤？', '见下'],
  ])('%s %s', (stem, key) => expect(has('card/enumeration', stem, key)).toBe(true));

  it.each([
    ['What does it do?', 'count, choose and join'],
    ['What does it do?', '1. count 2. choose 3. join'],
    ['When?', 'On May 28, 2020, in San Francisco, by OpenAI'],
    ['Why?', 'It counts the pairs, joins those it met most, and counts all of them anew, which takes long.'],
    ['Why?', 'The layers, heads, and widths differ. So the sizes, costs, and speeds do.'],
    ['Why?', 'In 3. of the list'],
    ['它做什么？', '计数、选择和合并'],
    ['为什么？', '先从人写的示范中学习，再用奖励模型，而奖励模型由人工排序训练得到。'],
    ['Name two ways in which they differ.', 'See below.'],
    ['Name the 4-bit format of QLoRA.', 'NF4'],
    ['Name the ten-billion-parameter model.', 'ERNIE 3.0'],
    ['What are the 2 stages?', 'See below.'],
    ['是哪两个步骤？', '见下'],
  ])('not %s %s', (stem, key) => expect(has('card/enumeration', stem, key)).toBe(false));
});
