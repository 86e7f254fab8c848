import { describe, expect, it } from 'vitest';
import { foundBy } from './fixed.ts';
import { choice, found, type Parts, type Written } from './written.ts';

const many = (n: number, text = 'abcd') =>
  Array.from({ length: n }, (_, i) => `${text} ${String.fromCharCode(97 + i)}`);

describe('item/duplicate-option', () => {
  const rule = 'item/duplicate-option';
  const among = (...distractors: Written[]) => found(rule, choice({ key: 'red', distractors }));

  it.each([
    ['the same', ['blue', 'blue', 'green'], 1],
    ['other blanks', ['dark  blue', 'dark blue', 'green'], 1],
    ['another composition', ['caf\u00e9', 'cafe\u0301', 'green'], 1],
    ['the key again', ['red', 'blue', 'green'], 1],
    ['three times the same', ['blue', 'blue', 'blue'], 2],
    ['another case', ['git branch -d', 'git branch -D', 'green'], 0],
    ['another accent', ['cafe', 'caf\u00e9', 'green'], 0],
  ])('%s', (_, distractors, count) => {
    expect(among(...distractors)).toHaveLength(count);
  });

  it('stands in the language in which two are the same, and names the first', () => {
    const [finding] = among(
      { en: 'blue', zh: '蓝色' },
      { en: 'navy', zh: '蓝色' },
      { en: 'green', zh: '绿色' },
    );
    expect(finding).toMatchObject({ severity: 'error', text: '蓝色', line: 13 });
    expect(finding?.related).toEqual(['蓝色']);
  });

  it('is found once if two are the same in every language', () => {
    expect(among({ en: 'blue', zh: '蓝' }, { en: 'blue', zh: '蓝' }, 'green')).toHaveLength(1);
  });

  const match = (pairs: string, distractor: string) =>
    found(
      rule,
      `title: T
items:
  - id: x
    kind: match
    level: 1
    tags: [t]
    stem: Match each word with its colour.
    pairs: [${pairs}]
    distractors: [{ text: ${distractor}, why: It has no pair here. }]
    rationale: Grass and leaves are green, the sky is blue.
    sources: [{ title: A book of colours }]
`,
    );

  it('sees both sides of a match, in which several things may share a right side', () => {
    const grass = '{ left: grass, right: green }';
    expect(match(`${grass}, { left: leaf, right: green }`, 'red')).toHaveLength(0);
    expect(match(`${grass}, { left: grass, right: blue }`, 'red')).toHaveLength(1);
    expect(match(`${grass}, { left: sky, right: blue }`, 'green')).toHaveLength(1);
  });
});

describe('item/near-duplicate-option', () => {
  const among = (...distractors: string[]) =>
    found('item/near-duplicate-option', choice({ key: 'red', distractors })).map((f) => f.text);

  it.each([
    ['case', ['Dark blue', 'dark blue', 'green'], ['dark blue']],
    ['a full stop', ['Dark blue.', 'Dark blue', 'green'], ['Dark blue']],
    ['a Chinese full stop', ['深蓝色。', '深蓝色', '绿色'], ['深蓝色']],
    ['nothing: that is another rule', ['dark blue', 'dark blue', 'green'], []],
    ['a question mark, which has a meaning', ['He left?', 'He left.', 'green'], []],
    ['the case of code', ['git branch -d', 'git branch -D', '`main`'], []],
    ['the case of code in backticks', ['`Main`', '`main`', 'green'], []],
    ['the full stop of a command', ['git add .', 'git add', 'green'], []],
    ['the case of a unit', ['10 Mb', '10 MB', 'green'], []],
    ['the case of a symbol', ['pH', 'PH', 'green'], []],
    ['the case of a genotype', ['Bb × Bb', 'BB × Bb', 'bb × bb'], []],
    ['the case of a genotype in a sentence', ['BBEe will be brown.', 'BbEe will be brown.', 'green'], []],
    ['the case of a keyword', ['true', 'TRUE', 'green'], []],
    ['the case of keywords', ['true, false, null', 'TRUE, FALSE, NULL', 'green'], []],
    ['the case of a Chinese sentence', ['G基因纯合时致死', 'g基因纯合时致死', '绿色'], []],
    ['tags', ['department:Sales', 'department:sales', 'green'], []],
  ])('%s', (_, distractors, texts) => {
    expect(among(...distractors)).toEqual(texts);
  });
});

describe('item/near-duplicate-option of a question about case', () => {
  it.each([
    'What does =PROPER(A3) return?',
    'What is the output?',
    'Which is spelt correctly?',
    '哪个写法正确？',
  ])('%s', (stem) => {
    const deck = choice({
      stem,
      key: 'red',
      distractors: ['The Death Of Chivalry', 'The death of Chivalry'],
    });
    expect(found('item/near-duplicate-option', deck)).toEqual([]);
  });
});

const texts = (rule: string, parts: Parts) => found(rule, choice(parts)).map((f) => f.text);

describe('item/longest-answer', () => {
  const severities = (key: Written, other: Written) =>
    found('item/longest-answer', choice({ key, distractors: [other, 'ab cd', 'ef gh'] })).map(
      (f) => f.severity,
    );
  const phrase = (length: number) => `aa bb cc ${'d'.repeat(length - 9)}`;

  it.each([
    ['1.25 times as long', 60, 48, ['warning']],
    ['just under 1.25 times', 60, 49, []],
    ['12 cells more', 36, 24, ['warning']],
    ['11 cells more', 35, 24, []],
    ['twice as long', 60, 30, ['error']],
    ['just under twice', 60, 31, ['warning']],
    ['twice as long, but 11 cells more', 22, 11, []],
  ])('%s', (_, key, other, expected) => {
    expect(severities(phrase(key), phrase(other))).toEqual(expected);
  });

  it('lets names and titles be as long as they are, but not in German', () => {
    const key = 'Close Encounters of the Third Kind';
    expect(texts('item/longest-answer', { key, distractors: ['Day for Night', 'Jules and Jim'] })).toEqual(
      [],
    );
    expect(texts('item/longest-answer', { key, distractors: ['a film', 'Jules and Jim'] })).toEqual([key]);
    const german = {
      stem: 'Was ist es?',
      key: 'Verlust der Daten beim Ausfall',
      distractors: ['Ausfall', 'Zeit'],
    };
    const deck = choice(german).replace('language: en', 'language: de');
    expect(found('item/longest-answer', deck)).toHaveLength(1);
  });

  it('says how many times, rounded', () => {
    const times = (key: number, other: number) =>
      foundBy('item/longest-answer', choice({ key: phrase(key), distractors: [phrase(other), 'ab cd'] }))[0]
        ?.message;
    expect(times(97, 76)).toContain('is 1.3 times as long');
    expect(times(60, 31)).toContain('is 1.9 times as long');
    expect(times(98, 50)).toContain('is 1.96 times as long');
    expect(times(100, 50)).toContain('is 2.0 times as long');
  });

  it('lets a correct answer of three words be', () => {
    expect(severities(`aa bb ${'c'.repeat(60)}`, 'aa bb cc')).toEqual([]);
  });

  it('is found once if the texts are the same in every language', () => {
    expect(severities({ en: phrase(60), zh: phrase(60) }, phrase(48))).toEqual(['warning', 'warning']);
    expect(severities(phrase(60), phrase(48))).toEqual(['warning']);
  });

  it('counts a Chinese character as two columns and half a word', () => {
    const zh = (key: number, other: number) =>
      severities({ en: 'red', zh: '字'.repeat(key) }, { en: 'blue', zh: '字'.repeat(other) });
    expect(zh(14, 8)).toEqual(['warning']);
    expect(zh(13, 8)).toEqual([]);
    expect(zh(16, 8)).toEqual(['error']);
    expect(zh(6, 1)).toEqual([]);
  });
});

describe('item/shortest-distractor', () => {
  const texts = (key: string, ...distractors: string[]) =>
    found('item/shortest-distractor', choice({ key, distractors })).map((f) => f.text);
  const long = ['aa bb cc ddd dddd dddd ddd', 'aa bb cc ddd dddd dddd ddde'];

  it.each([
    ['half as long as the next', 'a'.repeat(13), 1],
    ['just over half', 'a'.repeat(14), 0],
    ['all of the above, which is another rule', 'All the above', 0],
  ])('%s', (_, distractor, count) => {
    expect(texts(long[0] ?? '', long[1] ?? '', distractor)).toHaveLength(count);
  });

  it('lets a short key and short names be', () => {
    expect(texts('aaa', ...long)).toEqual([]);
    expect(texts('A Transformer-XL of 2019', 'A Transformer of early 2018', 'T5')).toEqual(['T5']);
    expect(texts('Bidirectional Transformer', 'Unidirectional Transformer', 'LSTM')).toEqual([]);
  });
});

describe('item/option-count', () => {
  it.each([
    [3, 0],
    [6, 0],
    [7, 1],
  ])('%i options', (options, count) => {
    expect(found('item/option-count', choice({ key: 'red', distractors: many(options - 1) }))).toHaveLength(
      count,
    );
  });
});

describe('item/all-of-the-above, item/none-of-the-above and item/fixed-position', () => {
  const rules = ['item/all-of-the-above', 'item/none-of-the-above', 'item/fixed-position'];
  const ruled = (last: string, stem: Written = { en: 'Which colours has a leaf?', zh: '叶子有哪些颜色？' }) =>
    rules.flatMap((rule) =>
      found(rule, choice({ stem, key: 'red', distractors: ['blue', 'green', last] })).map(
        (f) => `${rule} ${f.severity}`,
      ),
    );
  const all = ['item/all-of-the-above warning'];
  const none = ['item/none-of-the-above info'];
  const fixed = ['item/fixed-position error'];

  it.each([
    ['All of the above', all],
    ['all of these.', all],
    ['Both of the above', all],
    ['以上都对', all],
    ['以上各项均正确', all],
    ['上述说法都正确', all],
    ['All of these models', all],
    ['`all of these answers`', all],
    ['All of these are correct.', all],
    ['Every one of these', all],
    ['All options given are correct', all],
    ['all are true', all],
    ['All of the mentioned', all],
    ['Both of these answers are correct.', all],
    ['Either of these', all],
    ['All three answers', all],
    ['All these colours', all],
    ['All of them.', all],
    ['以上都有', all],
    ['以上全选', all],
    ['以上三者都是', all],
    ['以上都包括', all],
    ['都对', all],
    ['二者均可', all],
    ['All of them died out.', []],
    ['They are all green.', []],
    ['Any other colour', []],
    ['each other', []],
    ['Any of the above colours is mixed', all],
    ['都是绿色', []],
    ['两者都有光泽', []],
    ['All preceding tokens', []],
    ['All answers that people ranked', []],
    ['上述所有模型的平均', []],
    ['None of the above', none],
    ['Neither of them', none],
    ['以上都不是', none],
    ['以上说法都不对', none],
    ['没有正确答案', none],
    ['None of these layers', none],
    ['None of above', none],
    ['none of these answers', none],
    ['None of these choices is correct.', none],
    ['`None of the above`, as a leaf is brown', none],
    ['Neither of these answers is correct.', none],
    ['No answer is correct', none],
    ['none is right', none],
    ['以上皆非', none],
    ['以上均不正确', none],
    ['都不是', none],
    ['全错', none],
    ['None of them sings.', []],
    ['Nothing is wrong with it.', []],
    ['none', []],
    ['No choice', []],
    ['都不变', []],
    ['二者没有关系', []],
    ['都不是绿色', []],
    ['Both A and B', fixed],
    ['A and C only', fixed],
    ['A, B and C', fixed],
    ['only B', fixed],
    ['Options A and C', fixed],
    ['A 和 B', fixed],
    ['A、B 都对', fixed],
    ['选项 C', fixed],
    ['只有 A', fixed],
    ['The first two options', fixed],
    ['The answers above', fixed],
    ['前两个选项', fixed],
    ['前两项都对', fixed],
    ['The last answer', ['item/fixed-position warning']],
    ['It repeats the last answer', []],
    ['The first two', ['item/fixed-position warning']],
    ['前两项', ['item/fixed-position warning']],
    ['a and b', []],
    ['A leaf', []],
    ['B cells', []],
    ['Answers by people', []],
    ['The first two layers', []],
    ['前两层', []],
    ['其他语言', []],
  ])('%s', (option, expected) => {
    expect(ruled(option)).toEqual(expected);
  });

  it('lets letters be that the stem gives a meaning', () => {
    expect(ruled('A and B', 'Texts A and B are joined. Which has a separator?')).toEqual([]);
  });

  it('takes letters for symbols of the subject if other options join symbols too', () => {
    const vitamins = (last: string) =>
      found(
        'item/fixed-position',
        choice({ stem: 'Which two vitamins?', key: 'B6 and B12', distractors: ['A and C', 'zinc', last] }),
      ).map((f) => f.severity);
    expect(vitamins('B6 and D')).toEqual(['warning', 'warning'].slice(0, vitamins('B6 and D').length));
    expect(vitamins('B6 and D')[0]).toBe('warning');
    expect(ruled('both A and C')).toEqual(fixed);
  });

  it('lets letters be that are what is asked for', () => {
    const vitamins = choice({ key: 'A and D', distractors: ['B and C', 'A and C', 'only B'] });
    expect(found('item/fixed-position', vitamins)).toEqual([]);
  });

  it('lets places be if several options are such', () => {
    const layers = choice({ key: 'the first two', distractors: ['the last two', 'all', 'the middle'] });
    expect(found('item/fixed-position', layers)).toEqual([]);
  });
});

describe('item/k-type', () => {
  const count = (stem: string, key: string, ...distractors: string[]) =>
    found('item/k-type', choice({ stem, key, distractors })).length;

  it.each([
    ['roman numerals', 'Which hold?', ['I and II', 'II only', 'I, II and III', 'III'], 1],
    ['circled numbers', '哪些正确？', ['①②', '①和③', '②、③', '①②③'], 1],
    ['truth values', 'Are both true?', ['True, True', 'True, False', 'False, True', 'False, False'], 1],
    ['Chinese truth values', '两句话各对不对？', ['对，对', '对，错', '错，对', '错，错'], 1],
    ['numbers of a list', '1) a, 2) b, 3) c. Which hold?', ['1 and 2', '1, 3', '2, 3', '1'], 1],
    ['letters of a list', 'A. x B. y C. z Which hold?', ['A and B', 'A and C', 'B and C', 'A only'], 1],
    ['numbers that are answers', 'Which are the roots?', ['1, 3', '1 and 2', '2, 3', '1'], 0],
    ['types by numeral', 'Which type?', ['I', 'II', 'III', 'IV'], 0],
    ['lists with a comma and a word', 'Which hold?', ['I, and II', 'II, and III', 'I, and III', 'III'], 1],
    ['many circled numbers, and no list', '哪些？', [`${'① '.repeat(60)}x`, `${'② '.repeat(60)}x`, '甲'], 0],
    [
      'many numerals, and no list',
      'Which?',
      [`I${',and I'.repeat(24)} x`, `II${',and I'.repeat(23)} x`, 'y'],
      0,
    ],
    ['a single combination', 'Which?', ['I and II', 'the first', 'the second', 'the third'], 0],
  ])('%s', (_, stem, [key = '', ...distractors], expected) => {
    expect(count(stem, key, ...distractors)).toBe(expected);
  });
});
