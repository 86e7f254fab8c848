import { describe, expect, it } from 'vitest';
import { fixed, foundBy } from './fixed.ts';
import { choice, found, type Written } from './written.ts';

const texts = (rule: string, key: Written, ...distractors: Written[]) =>
  found(rule, choice({ key, distractors })).map((f) => f.text);

describe('item/absolute-distractors', () => {
  const among = (key: Written, ...distractors: Written[]) =>
    texts('item/absolute-distractors', key, ...distractors);

  it('needs two distractors and a correct answer without such a word', () => {
    expect(among('it grows', 'it always falls', 'it never ends', 'it stays')).toEqual(['it always falls']);
    expect(among('it grows', 'it always falls', 'it ends', 'it stays')).toEqual([]);
    expect(among('it must grow', 'it always falls', 'it never ends', 'it stays')).toEqual([]);
  });

  it('reads Chinese', () => {
    expect(among('它会增长', '它总是下降', '它必须停止', '它不变')).toEqual(['它总是下降']);
    expect(among('它会增长', '它不一定下降', '它有一定的波动', '它不变')).toEqual([]);
  });

  it.each([
    ['parts of words', 'encoder', 'decoder-only', 'read-only', 'all-reduce'],
    ['what is denied', 'a part', 'not all of it', 'not every part', 'no matrix at all'],
    ['which of both', 'both of them', 'only the one', 'only the other', 'a third'],
    ['titles', 'Summer', 'The Rights of All Men', 'Always and Forever', 'Winter'],
    ['what is said of the others', 'it grows', 'None of these', 'All of these', 'it stays'],
    ['how much', 'the first five', 'all of them', 'only the fifth', 'the last'],
  ])('leaves alone %s', (_, key, ...distractors) => {
    expect(among(key, ...distractors)).toEqual([]);
  });
});

describe('item/hedged-key', () => {
  const among = (key: Written, ...distractors: Written[]) => texts('item/hedged-key', key, ...distractors);

  it('is found if the correct answer alone is hedged', () => {
    expect(among('it may grow', 'it falls', 'it stays')).toEqual(['it may grow']);
    expect(among('it may grow', 'it might fall', 'it stays')).toEqual([]);
    expect(among('it grows', 'it may fall', 'it stays')).toEqual([]);
  });

  it('stands in the language concerned', () => {
    expect(among({ en: 'it grows', zh: '它可能增长' }, { en: 'it falls', zh: '它下降' }, 'x y')).toEqual([
      '它可能增长',
    ]);
  });

  it.each([
    'May 2020',
    'In May',
    'May 5, 2020',
    'the more likely word',
    'the token met most often',
    '不可能增长',
    '出现的可能性',
    '没有时间',
    '只有时序',
    'how it falls if it may',
    'tasks that might take some time',
    'not what he could not have known',
    'No one ever could',
    'May Your Reign Last',
    'Come What May, Moulin Rouge',
    'about approximately the same',
    'usually',
    'All of these may be right',
    '尽可能增长',
    '增长的可能',
    '滚动条时有时无',
    '最大多数人的利益',
  ])('does not take for a hedge: %s', (key) => {
    expect(among(key, 'June 2021', 'some other')).toEqual([]);
  });
});

describe('item/vague-frequency', () => {
  const among = (key: Written, ...distractors: Written[]) =>
    texts('item/vague-frequency', key, ...distractors);

  it('is found once per question', () => {
    expect(among('it grows', 'it often falls', 'it rarely ends')).toEqual(['it often falls']);
    expect(among('它会增长', '它经常下降', '它很少停止')).toEqual(['它经常下降']);
  });

  it('leaves a hedge of the correct answer alone to its rule', () => {
    expect(among('it often grows', 'it falls', 'it ends')).toEqual([]);
    expect(among('it rarely grows', 'it falls', 'it ends')).toEqual(['it rarely grows']);
  });

  it.each([
    'the most often used',
    'each is read equally often',
    'often, in 90% of runs',
    '最经常用的',
    '没有时间',
  ])('leaves alone %s', (text) => {
    expect(among('it grows', text, 'it ends')).toEqual([]);
  });
});

describe('item/hedged-key of a question', () => {
  const count = (stem: string, key = 'it may grow') =>
    found('item/hedged-key', choice({ stem, key, distractors: ['it falls', 'it stays'] })).length;

  it('is found where a fact is asked', () => {
    expect(count('What does it do?')).toBe(1);
    expect(count('What does it do?', 'Because it may grow')).toBe(1);
    expect(count('它会怎样？', '它可能增长')).toBe(1);
  });

  it.each([
    'Which statement is NOT true?',
    '下列说法不正确的是',
    'Why might it be slow?',
    'Which song has these lyrics?',
    'What is the final line of the film?',
    '他说“不一定会涨”。下面哪句与他的意思相似？',
  ])('is not found where what may be, what is false or a quotation is asked: %s', (stem) => {
    expect(count(stem)).toBe(0);
    expect(count(stem, '它可能增长')).toBe(0);
  });
});

describe('item/detail-asymmetry', () => {
  const among = (key: Written, ...distractors: Written[]) =>
    texts('item/detail-asymmetry', key, ...distractors);
  const others = ['the last layer of it', 'the table of words'];

  it.each([
    'the first layer (of the encoder)',
    'the first layer, which reads the input',
    'the first layer and the table of the words',
    'the first layer, e.g. in BERT',
    '第一层（编码器的）',
    '第一层的权重，它读取输入文本',
  ])('is found: %s', (key) => {
    expect(among(key, ...others)).toEqual([key]);
  });

  it.each([
    ['a pair of things', 'weights and biases'],
    ['a name with a comma', 'Paris, France'],
    ['a number', '12,288 numbers in each of them'],
    ['a call', 'softmax(x) of all scores'],
    ['code', 'the call of `f(a, b, c, d, e)` at the end'],
    ['a list of numbers', 'the layers numbered 1, 2'],
    ['two short things', '权重，偏置'],
    ['where it is', 'In the first layer of it, the input is read'],
    ['where it is, in Chinese', '在第一层的各个位置，输入被读取'],
    ['what a clause is about', '第一层权重的长期使用，将会改变输出文本'],
    ['what lies between two', 'the line between the first layer and the second of them'],
    ['a title', 'The First Layer (Theme from A Star Is Born)'],
  ])('leaves alone %s', (_, key) => {
    expect(among(key, ...others)).toEqual([]);
  });

  it('is not found of what is false', () => {
    const asked = (stem: string) =>
      found('item/detail-asymmetry', choice({ stem, key: 'the first layer (of all)', distractors: others }));
    expect(asked('Which is it?')).toHaveLength(1);
    expect(asked('Which is NOT a layer?')).toEqual([]);
    expect(asked('In which of these has the man not appeared?')).toEqual([]);
  });

  it('names the part, whatever it is', () => {
    const [finding] = foundBy(
      'item/detail-asymmetry',
      choice({ key: '第一层的全部权重、第二层和第三层的全部权重', distractors: ['第一层', '第二层'] }),
    );
    expect(finding?.message).toContain('a further part (“、第二层和第三层的全部权重”)');
    const long = choice({
      key: 'it restricts attributes and can reduce memory usage by much',
      distractors: others,
    });
    expect(foundBy('item/detail-asymmetry', long)[0]?.message).toContain('(“and can reduce memory …”)');
  });

  it('is not found if a distractor is longer, or has as much', () => {
    expect(
      among('the first layer, which reads it', 'the last of all layers that it has in all', 'x y'),
    ).toEqual([]);
    expect(among('the first layer (of all)', 'the last layer (of all)', 'the table')).toEqual([]);
    expect(among('the first layer, which reads the input', 'the last layer or the table', 'a b')).toEqual([]);
    expect(among('第一层的权重，它读取输入文本', '最后一层的权重，它输出', '词表')).toEqual([]);
    expect(among('the first layer, such as that of BERT', 'the last, e.g. that of BERT', 'a b')).toEqual([]);
  });
});

describe('item/format-cue', () => {
  const among = (key: Written, ...distractors: Written[]) => texts('item/format-cue', key, ...distractors);
  const afterFix = (key: string, ...distractors: string[]) => {
    const text = choice({ key, distractors });
    const [finding, second] = foundBy('item/format-cue', text);
    if (finding === undefined || second !== undefined) throw new Error('not one finding');
    return finding.fix && /^ {4}key: (.*)$/m.exec(fixed(text, finding))?.[1];
  };

  it('is found if only the correct answer ends with a mark, or lacks it', () => {
    expect(afterFix('It grows.', 'It falls', 'It ends')).toBe('"It grows"');
    expect(afterFix('It grows', 'It falls.', 'It ends.')).toBe('"It grows."');
    expect(afterFix('它会增长。', '它下降', '它不变')).toBe('"它会增长"');
    expect(afterFix('它会增长', '它下降。', '它不变。')).toBe('"它会增长。"');
    expect(afterFix('It grows!', 'It falls', 'It ends')).toBeUndefined();
  });

  it('is found if only the correct answer begins with a capital, or with none', () => {
    expect(afterFix('The last layer', 'a first layer', 'some layer')).toBe('"the last layer"');
    expect(afterFix('the last layer', 'The first layer', 'A table')).toBe('"The last layer"');
  });

  it.each([
    ['all ends alike', 'It grows.', 'It falls.', 'It ends.'],
    ['a distractor like the key', 'It grows.', 'It falls.', 'It ends'],
    ['abbreviations', 'words, etc.', 'letters', 'bytes'],
    ['abbreviations of others', 'words', 'letters etc.', 'bytes etc.'],
    ['numbers', 'version 2.', 'version', 'none'],
    ['code', '`a`', 'b.', 'c.'],
    ['different marks', 'It grows', 'It falls.', 'It ends!'],
    ['names', 'BERT', 'a table', 'word vectors'],
    ['names among distractors', 'the last layer', 'Paris is one', 'London is one'],
    ['spelling of their own', 'The last layer', 'k-means', 'word2vec'],
  ])('leaves alone %s', (_, key, ...distractors) => {
    expect(among(key, ...distractors)).toEqual([]);
  });

  it('leaves a correct answer of several lines to a person', () => {
    const text = choice({ key: 'KEY', distractors: ['It falls', 'It ends'] });
    const [finding] = foundBy('item/format-cue', text.replace('"KEY"', '>-\n      It\n      grows.'));
    expect(finding).toBeDefined();
    expect(finding).not.toHaveProperty('fix');
  });

  it('fixes a plain text', () => {
    const text = choice({ key: 'KEY', distractors: ['It falls', 'It ends'] });
    const plain = text.replace('"KEY"', 'It grows. # so');
    const [finding] = foundBy('item/format-cue', plain);
    expect(finding && fixed(plain, finding)).toBe(text.replace('"KEY"', 'It grows # so'));
  });
});

describe('item/convergence', () => {
  it('is found if the correct answer has most in common with the others', () => {
    const rule = 'item/convergence';
    expect(texts(rule, 'red round ball', 'red square box', 'blue round disc')).toEqual(['red round ball']);
    expect(texts(rule, 'red round ball', 'red round box', 'blue round disc')).toEqual([]);
    expect(texts(rule, 'red round ball', 'green cone', 'blue disc')).toEqual([]);
  });
});
