import { describe, expect, it } from 'vitest';
import { choiceOf, deckText, type Fields, foundBy, inShort } from './bank-text.ts';

const text = (id: string, stem: unknown, key: unknown, more: object = {}): Fields => ({
  id,
  kind: 'text',
  stem,
  key,
  ...more,
});
const number = (id: string, key: number, more: object = {}): Fields => ({
  id,
  kind: 'number',
  stem: 'How many layers has BERT-base?',
  key,
  ...more,
});
const statement = (id: string, stem: unknown, key: boolean, more: object = {}): Fields => ({
  id,
  kind: 'true-false',
  stem,
  key,
  ...more,
});
const found = (rule: string, ...items: readonly Fields[]) => inShort(foundBy(rule, [deckText(items)]));

describe('bank/duplicate-question', () => {
  const rule = 'bank/duplicate-question';
  const which = 'Which unit does BPE join?';

  it('finds the same stem and key, whatever the distractors', () => {
    const one = choiceOf('one', which, ['symbols', 'lines', 'files']);
    expect(
      found(rule, one, choiceOf('two', ' which  unit does BPE join', ['symbols', 'pages', 'books'])),
    ).toEqual(['error two']);
    expect(found(rule, one, choiceOf('two', which, ['lines', 'pages', 'books']))).toEqual([]);
    expect(found(rule, one, text('two', which, 'symbols'))).toEqual([]);
  });

  it('finds it across decks and points at the first', () => {
    const decks = ['one', 'two'].map((id) => deckText([text(id, which, 'symbols')]));
    const [finding] = foundBy(rule, decks);
    expect(finding).toMatchObject({ path: 'decks/1.yaml', item: 'two', related: [{ path: 'decks/0.yaml' }] });
  });

  it('leaves a question that was copied with its id to the rule on ids', () => {
    expect(found(rule, text('one', which, 'symbols'), text('one', which, 'symbols'))).toEqual([]);
  });

  it('finds several correct answers in another order, in Chinese too, once for all languages', () => {
    const multi = (id: string, keys: readonly string[]): Fields => ({
      id,
      kind: 'multi',
      stem: { en: 'Which of these are models?', zh: '以下哪些是模型？' },
      keys,
      distractors: [{ text: 'Adam', why: 'It is an optimizer.' }],
    });
    expect(found(rule, multi('one', ['BERT', 'GPT']), multi('two', ['GPT', 'BERT']))).toEqual(['error two']);
    expect(found(rule, multi('one', ['BERT', 'GPT']), multi('two', ['GPT', 'T5']))).toEqual([]);
    expect(found(rule, text('one', '什么是分词？', '切分'), text('two', '什么是分词', '切分'))).toEqual([
      'error two',
    ]);
  });

  it('lets other code and other units be', () => {
    expect(
      found(rule, text('one', 'What does `a=1` do?', 'binds'), text('two', 'What does `a=2` do?', 'binds')),
    ).toEqual([]);
    expect(found(rule, number('one', 12, { unit: 'layers' }), number('two', 12, { unit: 'heads' }))).toEqual(
      [],
    );
  });
});

describe('bank/contradicting-key', () => {
  const rule = 'bank/contradicting-key';

  it('finds the same options with another key', () => {
    const stem = 'Which came first?';
    const one = choiceOf('one', stem, ['ELMo', 'BERT', 'GPT-3']);
    expect(found(rule, one, choiceOf('two', stem, ['BERT', 'GPT-3', 'ELMo']))).toEqual(['error two']);
    expect(found(rule, one, choiceOf('two', stem, ['BERT', 'GPT-4', 'ELMo']))).toEqual([]);
    expect(found(rule, one, choiceOf('two', stem, ['ELMo', 'GPT-3', 'BERT']))).toEqual([]);
    const zh = (id: string, options: readonly string[]) => choiceOf(id, '哪个最早？', options);
    expect(found(rule, zh('one', ['甲', '乙', '丙']), zh('two', ['乙', '甲', '丙']))).toEqual(['error two']);
  });

  it('takes case for a difference, but for the first letter', () => {
    const [d, D] = ['deletes a merged branch', 'deletes any branch'];
    const ask = (id: string, stem: string, key: string, wrong: string) =>
      choiceOf(id, stem, [key, wrong, 'neither']);
    expect(
      found(
        rule,
        ask('one', 'What does git branch -d do?', d, D),
        ask('two', 'What does git branch -D do?', D, d),
      ),
    ).toEqual([]);
    expect(found(rule, ask('one', 'What does it do?', d, D), ask('two', 'what does it do?', D, d))).toEqual([
      'error two',
    ]);
  });

  it('finds a statement that is true and false', () => {
    const says = 'BERT is bidirectional.';
    expect(found(rule, statement('one', says, true), statement('two', says, false))).toEqual(['error two']);
    expect(found(rule, statement('one', says, true), statement('two', says, true))).toEqual([]);
  });

  it('takes typed answers for the same if one of them is', () => {
    const stem = 'Who wrote it?';
    const one = text('one', stem, 'Google', { accept: ['Google Brain'] });
    expect(found(rule, one, text('two', stem, 'Alphabet', { accept: ['google brain'] }))).toEqual([]);
    expect(found(rule, one, text('two', stem, 'Alphabet'))).toEqual(['error two']);
    const cloze = (id: string, word: readonly string[]): Fields => ({
      id,
      kind: 'cloze',
      stem: 'It is a {{word}}.',
      accept: { word },
    });
    expect(found(rule, cloze('one', ['model']), cloze('two', ['tool', 'Model']))).toEqual([]);
    expect(found(rule, cloze('one', ['model']), cloze('two', ['tool']))).toEqual(['error two']);
  });

  it('takes numbers for the same within a tolerance of either', () => {
    expect(found(rule, number('one', 100), number('two', 105, { tolerance: '5%' }))).toEqual([]);
    expect(found(rule, number('one', 100), number('two', 106, { tolerance: '5%' }))).toEqual(['error two']);
    expect(
      found(rule, number('one', 12, { unit: 'layers' }), number('two', 110, { unit: 'million' })),
    ).toEqual([]);
  });
});

describe('bank/near-duplicate', () => {
  const rule = 'bank/near-duplicate';
  const eight = 'aa bb cc dd ee ff gg';

  it('warns from four fifths of shared words and tells from seven tenths', () => {
    // With the key 8 words; with more words 8 of 10, 8 of 11 and 8 of 12 are shared.
    expect(found(rule, text('one', eight, 'key'), text('two', `${eight} hh ii`, 'key'))).toEqual([
      'warning two',
    ]);
    expect(found(rule, text('one', eight, 'key'), text('two', `${eight} hh ii jj`, 'key'))).toEqual([
      'info two',
    ]);
    expect(found(rule, text('one', eight, 'key'), text('two', `${eight} hh ii jj kk`, 'key'))).toEqual([]);
  });

  it('lets other correct answers, numbers, code, names and siblings be', () => {
    const ask = (id: string, it: string, key = 'Meta', more = {}) =>
      text(id, `Which company was it that first released ${it} to all?`, key, more);
    expect(found(rule, ask('one', 'the thing'), ask('two', 'a thing'))).toEqual(['warning two']);
    expect(found(rule, ask('one', 'the thing'), ask('two', 'a thing', 'Google'))).toEqual([]);
    expect(found(rule, ask('one', 'thing 3'), ask('two', 'thing 4'))).toEqual([]);
    expect(found(rule, ask('one', '`a`'), ask('two', '`b`'))).toEqual([]);
    expect(found(rule, ask('one', 'OPT'), ask('two', 'Llama'))).toEqual([]);
    const fact = { fact: 'release' };
    expect(found(rule, ask('one', 'the thing', 'Meta', fact), ask('two', 'a thing', 'Meta', fact))).toEqual(
      [],
    );
  });

  it('leaves what is the same to its own rule, but not another kind', () => {
    expect(found(rule, text('one', eight, 'key'), text('two', eight, 'key'))).toEqual([]);
    expect(
      found(rule, text('one', eight, 'key'), { id: 'two', kind: 'recall', stem: eight, key: 'key' }),
    ).toEqual(['warning two']);
  });

  it('reads Chinese by pairs of characters', () => {
    const stem = '在训练大语言模型时通常使用哪一种优化器';
    expect(found(rule, text('one', stem, '梯度下降'), text('two', `${stem}呢`, '梯度下降'))).toEqual([
      'warning two',
    ]);
    expect(
      found(rule, text('one', stem, '梯度下降'), text('two', '推理大语言模型时常用哪种缓存', '梯度下降')),
    ).toEqual([]);
  });

  it('tells one finding for both languages, of the one most alike', () => {
    const both = (id: string, en: string) => text(id, { en, zh: '哪种方法最常用于切分词语' }, 'key');
    expect(
      found(rule, both('one', eight), both('two', `${eight} hh`), both('three', `${eight} hh`)),
    ).toHaveLength(2);
  });
});

describe('bank/answer-leak', () => {
  const rule = 'bank/answer-leak';
  const asks = (id: string, key: unknown, more = {}) => text(id, 'What is it called?', key, more);
  const says = (id: string, stem: unknown, more = {}) => statement(id, stem, true, more);

  it('finds a correct answer in the stem of another question, as whole words', () => {
    const bpe = asks('one', 'Byte-pair encoding');
    expect(found(rule, bpe, says('two', 'GPT-2 uses byte-pair encoding.'))).toEqual(['warning two']);
    expect(found(rule, bpe, says('two', 'GPT-2 uses byte-pair encodings.'))).toEqual([]);
    expect(found(rule, asks('one', 'Adam W'), says('two', 'Adam W is used.'))).toEqual(['warning two']);
  });

  it('says nothing of a part of a bank: what is rare there need not be so in the whole', () => {
    const deck = deckText([asks('one', 'ULMFiT'), says('two', 'ULMFiT is not static.')]);
    expect(foundBy(rule, [deck], true)).toHaveLength(1);
    expect(foundBy(rule, [deck], false)).toEqual([]);
  });

  it('wants two words or six letters, or four Chinese characters', () => {
    expect(found(rule, asks('one', 'GloVe'), says('two', 'GloVe is static.'))).toEqual([]);
    expect(found(rule, asks('one', 'ULMFiT'), says('two', 'ULMFiT is not static.'))).toEqual(['warning two']);
    expect(found(rule, asks('one', '知识编辑'), says('two', '研究者用知识编辑修改模型。'))).toEqual([
      'warning two',
    ]);
    expect(found(rule, asks('one', '编码器'), says('two', '研究者用编码器处理输入。'))).toEqual([]);
  });

  it('lets siblings, other topics and names of the subject be', () => {
    const fact = { fact: 'bpe' };
    const key = 'ULMFiT';
    expect(found(rule, asks('one', key, fact), says('two', 'ULMFiT is old.', fact))).toEqual([]);
    const decks = (tag: string) => [
      deckText([asks('one', key, { tags: ['models'] })]),
      deckText([says('two', 'ULMFiT is old.', { tags: [tag] })]),
    ];
    expect(foundBy(rule, decks('history'))).toEqual([]);
    expect(inShort(foundBy(rule, decks('models')))).toEqual(['warning two']);
    const many = ['two', 'three', 'four'].map((id) => says(id, `ULMFiT is ${id}.`));
    expect(found(rule, asks('one', key), ...many.slice(1))).toHaveLength(2);
    expect(found(rule, asks('one', key), ...many)).toEqual([]);
  });

  it('weighs how much of the question the stem speaks of', () => {
    const one = text('one', 'Which French group recorded the debut album Homework?', 'Daft Punk');
    const ruled = (stem: string) => found(rule, one, says('two', stem));
    expect(ruled('Homework is the debut album of the French group Daft Punk.')).toEqual(['warning two']);
    expect(ruled('The album by Daft Punk had a French title.')).toEqual(['info two']);
    expect(ruled('Daft Punk wore helmets on tour.')).toEqual([]);
    const chinese = text('one', { zh: '临睡肌跃症的原因中最常见的是什么？' }, '大脑应激反应');
    const ruledChinese = (stem: string) => found(rule, chinese, says('two', { zh: stem }));
    expect(ruledChinese('临睡肌跃症的原因中最常见的是大脑应激反应。')).toEqual(['warning two']);
    expect(ruledChinese('大脑应激反应可以由运动引发。')).toEqual([]);
  });

  it('finds no answer to what is not so', () => {
    const asked = (stem: string) => choiceOf('one', stem, ['ULMFiT', 'ALBERT', 'ELECTRA']);
    const told = says('two', 'ULMFiT is the older model.');
    expect(found(rule, asked('Which is the older model?'), told)).toEqual(['warning two']);
    expect(found(rule, asked('Which is NOT the older model?'), told)).toEqual([]);
  });

  it('lets a stem be that names a distractor too', () => {
    const one = choiceOf('one', 'Which is the older?', ['ULMFiT', 'ALBERT', 'ELECTRA']);
    expect(found(rule, one, says('two', 'ULMFiT and ALBERT are both models.'))).toEqual([]);
    expect(found(rule, one, says('two', 'ULMFiT is the older model.'))).toEqual(['warning two']);
  });
});
