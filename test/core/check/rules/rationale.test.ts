import { describe, expect, it } from 'vitest';
import { foundIn, placesIn } from './asked-item.ts';

const choice = {
  kind: 'choice',
  stem: { en: 'Which model reads both ways?', zh: '哪个模型双向读取？' },
  key: { en: 'a bidirectional encoder', zh: '双向编码器' },
  distractors: [
    { text: 'GPT', why: 'It reads one way.' },
    { text: 'LSTM', why: 'It reads one way.' },
  ],
};
const soundEn = 'Its attention has no mask that hides what follows.';
const soundZh = '它的注意力没有遮住后文的掩码。';
const found = (rationale: unknown, fields: object = {}) =>
  placesIn('item/rationale', { ...choice, ...fields, rationale });
const names = (text: string, fields: object = {}) =>
  found(/\p{Script=Han}/u.test(text) ? { en: soundEn, zh: text } : { en: text, zh: soundZh }, fields);

describe('a rationale that is no explanation', () => {
  it.each([
    ['nineteen letters go', 1],
    ['twenty letters are it', 0],
    ['这里只有九个汉字啊', 1],
    ['这里一共有十个汉字啊', 0],
  ])('%s', (rationale, count) => {
    expect(found(rationale)).toHaveLength(count);
  });

  it('repeats the answer, except for case and the end mark', () => {
    expect(found({ en: 'A bidirectional encoder.', zh: soundZh })).toEqual(['A bidirectional encoder.']);
    expect(found({ en: 'A bidirectional encoder it is.', zh: soundZh })).toEqual([]);
    expect(
      foundIn('item/rationale', { ...choice, rationale: { en: soundEn, zh: '双向编码器。' } })[0]?.message,
    ).toBe('the rationale only repeats the answer; say why it is correct');
  });

  it('says how many characters there are', () => {
    expect(foundIn('item/rationale', { ...choice, rationale: 'So.' })[0]?.message).toContain(
      'of 3 characters',
    );
  });
});

describe('a rationale that names an option by its letter or place', () => {
  it.each([
    'B is right, since it reads both ways.',
    'It has no mask, so B is correct.',
    'Option B has no mask, and the others do.',
    'Option 2 has no mask. The others do.',
    'It has no mask (option 3).',
    'Answer C is wrong, as it reads one way.',
    'The second option has a mask; it reads one way.',
    'The first answer is right, as it has no mask.',
    'The right answer is B: it has no mask.',
    'The correct option is the last one.',
    '选项B没有掩码，其余的都有。',
    '选项 2 没有掩码，其余的都有。',
    '答案是 C，因为它没有掩码。',
    '第二个选项没有掩码，其余的都有。',
    '最后一个选项只能单向读取。',
    '因为没有掩码，所以 B 正确。',
    '前两个选项都有掩码，只能单向读取。',
    '它没有掩码，故选 B。',
  ])('%s', (text) => expect(names(text)).toEqual([text]));

  it.each([
    'Plan B is right for the reader, too.',
    'Of the two ways the first is slower by far.',
    'The model keeps the most frequent answer, and not the first answer.',
    'It is an option that few papers took up.',
    'A model is right where its readers say so.',
    'The first choice of most papers is the mask.',
    'There are 2 options that users can set in it.',
    'Option 2.5 of the licence says so in so many words.',
    'The C API is correct in this regard, too.',
    'Vitamin B is what such studies ask about.',
    '第一个错误是遮住了后文，第二个也是。',
    '模型给出的第一个答案往往不稳定，所以要投票。',
    '方案 B 正确地遮住了后文，速度也更快。',
    '它有两个选项可以设置，都写在论文里。',
  ])('not %s', (text) => expect(names(text)).toEqual([]));

  it('may name what has a letter or number of its own', () => {
    const stem = { en: 'Texts A and B differ. Which is longer?', zh: '文本 A 和 B 哪个更长？' };
    expect(names('B is right, since it was counted anew.', { stem })).toEqual([]);
    expect(names('C is right, since it was counted anew.', { stem })).toHaveLength(1);
    const key = { en: 'option B of the form', zh: '表格的选项 B' };
    expect(names('Option B is the one with the mask in it.', { key })).toEqual([]);
  });

  it('may do so if nothing is shuffled', () => {
    const rationale = 'Option B is what the paper calls this setting.';
    expect(placesIn('item/rationale', { kind: 'recall', key: 'x', rationale })).toEqual([]);
    const multi = { kind: 'multi', keys: ['x'], distractors: choice.distractors, rationale };
    expect(placesIn('item/rationale', multi)).toEqual([rationale]);
  });
});
