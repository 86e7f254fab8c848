import { describe, expect, it } from 'vitest';
import { isHedged, makeAlong } from '#core/question/typed/along.ts';

describe('what only joins an answer to its question', () => {
  it.each(
    'the an it is stands for refers denotes namely i think word abbreviation ai llms models'.split(' '),
  )('%s', (piece) => expect(makeAlong([]).isJoint(piece)).toBe(true));

  it.each('的 是 就是 指的是 代表 意思是 大模型 语言模型 被称为 答案是 属于 等于 了'.split(' '))(
    '%s',
    (piece) => expect(makeAlong([]).isJoint(piece)).toBe(true),
  );

  it.each(['', 'attention', 'not', 'or', 'der', 'head', '注意力', '不是', '或', '头'])('not %j', (piece) =>
    expect(makeAlong([]).isJoint(piece)).toBe(false),
  );

  it.each([
    ['de', 'der', true],
    ['de', 'einen', true],
    ['fr', 'les', true],
    ['fr', 'der', false],
    ['zh', 'la', false],
  ])('in %s %s does: %s', (lang, piece, joins) => expect(makeAlong([], [lang]).isJoint(piece)).toBe(joins));
});

describe('the name of a sort of thing', () => {
  it.each('abbreviation bias archive benchmark dataset method layers matrix unit weights words'.split(' '))(
    '%s',
    (piece) => expect(makeAlong([]).isSort(piece)).toBe(true),
  );
  it.each('测试 基准 数据集 语料库 方法 法 激活函数 层 矩阵 缩写 定律 处理器 单元 值'.split(' '))(
    '%s',
    (piece) => expect(makeAlong([]).isSort(piece)).toBe(true),
  );
  it.each(['', 'head', 'token', 'decoder', '头', '编码器', '词元'])('not %j', (piece) =>
    expect(makeAlong([]).isSort(piece)).toBe(false),
  );
});

describe('what the question says itself', () => {
  const isAsked = (stem: string | readonly string[], piece: string) =>
    makeAlong([stem].flat()).isAsked(piece);

  const fruit = 'Which animals of Africa eat leaves and fruit instead of meat and fish by the river?';
  it.each([
    ['animals', true],
    ['animal', true],
    ['africa', true],
    ['eat', true],
    ['leaves', false],
    ['fruit', false],
    ['instead', false],
    ['meat', false],
    ['and', false],
    ['fish', true],
    ['river', true],
    ['birds', false],
  ])('of two things set against each other not %s: %s', (piece, asked) =>
    expect(isAsked(fruit, piece)).toBe(asked),
  );

  it.each(['not', 'nor', 'neither', 'or', 'versus', 'vs', 'than', 'unlike', 'rather', 'except'])(
    'nor what stands beside %s',
    (word) => {
      const stem = `Does the newest model read text ${word} write images for us at each step?`;
      expect(['text', 'write', word, 'newest', 'step'].map((piece) => isAsked(stem, piece))).toEqual([
        ...[false, false, false],
        ...[true, true],
      ]);
    },
  );

  it.each(
    'no non never none without cannot dont isnt but less fewer more most least maybe both other another'.split(
      ' ',
    ),
  )('nor %s', (word) => expect(isAsked(`Which network here has ${word} layers?`, word)).toBe(false));

  const numbers = 'Which layer of GPT2, with 7B parameters and 48 heads in 2019, reads a billion words?';
  it.each([
    ['gpt2', true],
    ['7b', true],
    ['heads', true],
    ['48', false],
    ['2019', false],
    ['billion', false],
  ])('of numbers only those in names: %s: %s', (piece, asked) => expect(isAsked(numbers, piece)).toBe(asked));

  const qianwen =
    '通义千问的自一致性方法分为三个步骤，第三步训练二十层，约五成参数来自非参数记忆，共有三十。';
  it.each([
    ['通义千问', true],
    ['一致性', true],
    ['方法', true],
    ['步骤', true],
    ['参数', true],
    ['记忆', true],
    ['法', false],
    ['三个', false],
    ['第三步', false],
    ['二十层', false],
    ['三十', false],
    ['约五成', false],
    ['非参数', false],
    ['注意力', false],
  ])('in Chinese no count, no denial and no single character: %s: %s', (piece, asked) =>
    expect(isAsked(qianwen, piece)).toBe(asked),
  );

  it.each(['还是', '或', '或者', '而不是', '而非', '不是', '相比'])('nor what stands beside %s', (word) => {
    const stem = `它用注意力机制${word}循环网络来处理全部文本？它又用什么归一化${word}标准化的方法训练权重？`;
    const pieces = ['注意力', '机制', '循环', '网络', '归一化', '标准化', '全部', '文本', '训练', '权重'];
    expect(pieces.filter((piece) => isAsked(stem, piece))).toEqual(['全部', '文本', '训练', '权重']);
  });

  it('nor what only two stems make together', () => {
    expect(isAsked(['什么是思维', '链式法则'], '思维链')).toBe(false);
    expect(isAsked(['什么是思维', '链式法则'], '思维')).toBe(true);
  });

  it('words of Latin and Chinese in one run', () => {
    expect(['bert', '模型', '层数', 'bert模型'].map((piece) => isAsked('BERT模型的层数', piece))).toEqual([
      ...[true, true, true],
      false,
    ]);
  });

  it.each([
    ['谷歌', 'Google'],
    ['微软', 'Microsoft'],
    ['百度', 'Baidu'],
    ['英伟达', 'NVIDIA'],
    ['华为', 'Huawei'],
    ['阿里巴巴', 'Alibaba'],
    ['腾讯', 'Tencent'],
    ['苹果', 'Apple'],
    ['亚马逊', 'Amazon'],
    ['清华', 'Tsinghua'],
    ['斯坦福', 'Stanford'],
    ['伯克利', 'Berkeley'],
  ])('a maker in either language: %s for %s', (han, latin) => {
    expect(isAsked(`Which model did ${latin} release?`, han)).toBe(true);
    expect(isAsked('Which model did DeepSeek release?', han)).toBe(false);
  });
});

describe('a text that may hold two answers, or takes one back', () => {
  it.each([
    ...[
      'BERT, GPT',
      'BERT; GPT',
      'BERT/GPT',
      'BERT | GPT',
      'BERT & GPT',
      'BERT + GPT',
      'BERT \\ GPT',
      'BERT?',
    ],
    ...['编码器，解码器', '编码器、解码器', '编码器；解码器', '编码器？', '编码器或解码器'],
    ...[
      'BERT or GPT',
      'Not BERT',
      'BERT and GPT',
      'maybe BERT',
      'BERT, rather',
      'BERT without heads',
      'isn’t BERT',
    ],
    ...['不是编码器', '无监督', '没有', '除了编码器', '与编码器', '编码器而是', '相反', '以外', '及'],
  ])('%s', (text) => expect(isHedged(text)).toBe(true));

  it.each([
    ...['', 'chain of thought', 'GPT-4', 'nothing', 'Norway', 'android', 'C\\D', 'a.b', 'mother'],
    ...['思维链', '监督学习', '（编码器）'],
  ])('not %j', (text) => expect(isHedged(text)).toBe(false));
});
