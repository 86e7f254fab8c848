import { describe, expect, it } from 'vitest';
import { abbreviationsIn, isShortFor } from '#core/check/rules/item/abbreviation.ts';
import { foundIn, placesIn } from './asked-item.ts';

const found = (fields: object) => placesIn('item/short-answer-accept', { kind: 'text', ...fields });
const full = 'retrieval-augmented generation';

describe('an accepted answer that repeats another', () => {
  it.each([
    ['chain of thought', 'Chain-of-Thought'],
    ['chain of thought', 'the chain of thought.'],
    ['chain of thought', 'ｃｈａｉｎ of thought'],
    ['12,288 units', '12288 units'],
    ['思维链', '思维 链'],
  ])('%s and %s', (key, again) => {
    expect(found({ key, accept: [again] })).toEqual([again]);
    expect(found({ kind: 'cloze', stem: 'A {{one}}', accept: { one: [key, again] } })).toEqual([again]);
  });

  it.each([
    ['chain of thought', 'chain of thoughts'],
    ['RNN', 'RNNs'],
    ['C', 'C++'],
    ['GPT-3', 'GPT-3.5'],
    ['word', '中'],
  ])('not %s and %s', (key, other) => {
    expect(found({ key, accept: [other] })).toEqual([]);
  });

  it('has nothing new in any language', () => {
    const key = { en: 'skip', zh: '跳跃' };
    expect(found({ key, accept: [{ en: 'Skip', zh: '残差' }] })).toEqual([]);
    expect(found({ key, accept: [{ en: 'Skip', zh: '跳跃' }] })).toHaveLength(1);
    expect(found({ key: { en: 'softmax', zh: 'softmax' } })).toEqual([]);
    expect(found({ kind: 'cloze', stem: '{{a}} {{b}}', accept: { a: ['10'], b: ['10'] } })).toEqual([]);
  });

  it('is compared letter by letter where the answer is', () => {
    expect(found({ key: '<s>', accept: ['<S>', '`<s>`', ' <s>'], exact: true })).toEqual([' <s>']);
    expect(found({ key: '<s>', accept: ['<S>'] })).toEqual(['<S>']);
    const rationale = 'Byte-pair encoding (BPE) joins pairs.';
    expect(found({ key: 'BPE', exact: true, rationale })).toEqual([]);
    expect(found({ key: 'BPE', rationale })).toEqual(['BPE']);
  });

  it('says which it repeats', () => {
    const [{ message } = { message: '' }] = foundIn('item/short-answer-accept', {
      kind: 'text',
      key: 'LoRA',
      accept: ['lora'],
    });
    expect(message).toMatch(/^`lora` is the same as `LoRA` to the grader/);
  });
});

describe('a form that the rationale gives and nobody may type', () => {
  it.each([
    [full, 'Retrieval-augmented generation (RAG) adds what it finds to the prompt.'],
    [full, 'RAG (retrieval-augmented generation) adds what it finds to the prompt.'],
    ['RAG', 'RAG (retrieval-augmented generation) adds what it finds to the prompt.'],
    ['RAG', 'This is retrieval-augmented generation (RAG, for short), and adds to the prompt.'],
    ['LoRA', 'Low-Rank Adaptation (LoRA) trains two small matrices beside each large one.'],
    ['RLHF', 'Reinforcement learning from human feedback (RLHF) made InstructGPT.'],
    ['检索增强生成', '这就是检索增强生成（RAG），它把查到的内容放进提示。'],
    ['RAG', '它（RAG）即 RAG（检索增强生成，Retrieval-Augmented Generation），会先查资料。'],
  ])('%s: %s', (key, rationale) => {
    expect(found({ key, rationale })).toEqual([key]);
    expect(found({ kind: 'cloze', stem: 'A {{one}}', accept: { one: ['x', key] }, rationale })).toEqual([
      key,
    ]);
  });

  it.each([
    ['RAG', 'RAG (Lewis et al., 2020) adds what it finds to the prompt.'],
    ['RAG', 'RAG (a way to add to prompts) was new in 2020, and is not now.'],
    ['MEMIT', 'MEMIT (the sequel to ROME) edits thousands of facts.'],
    ['ROME', 'Rank-one model editing (see Meng et al.) came before it.'],
    ['GPT-3', 'GPT-3 (175 billion parameters) came before it.'],
    ['网络', '它用的是循环神经网络（RNN），逐个读取词。'],
    ['知识神经元', '知识神经元（Dai 等人）只占很少的一部分。'],
    ['检索增强生成', '检索增强生成（2020）把查到的内容放进提示。'],
    ['attention', 'Masked self-attention (MSA) is another thing altogether.'],
  ])('not %s: %s', (key, rationale) => expect(found({ key, rationale })).toEqual([]));

  const rationale = 'Retrieval-augmented generation (RAG) adds what it finds to the prompt.';

  it('is accepted somewhere, or in the stem', () => {
    expect(found({ key: full, accept: ['rag'], rationale })).toEqual([]);
    expect(found({ key: full, stem: 'What does RAG add to a prompt?', rationale })).toEqual([]);
    expect(found({ key: 'RAG', stem: `Which letters mean ${full}?`, rationale })).toEqual([]);
  });

  it('is no answer if a form is asked for', () => {
    expect(found({ key: 'RAG', stem: 'What is the abbreviation of this method?', rationale })).toEqual([]);
    expect(
      found({ key: 'RAG', stem: { en: 'What is it called?', zh: '它的缩写是什么？' }, rationale }),
    ).toEqual([]);
    expect(found({ key: full, stem: 'What is the full name of the method?', rationale })).toEqual([]);
  });

  it('is told once', () => {
    expect(found({ key: full, rationale: { en: rationale, zh: '检索增强生成（RAG）会先查资料。' } })).toEqual(
      [full],
    );
  });
});

describe('abbreviations', () => {
  it.each([
    ['RAG', 'retrieval-augmented generation'],
    ['LoRA', 'Low-Rank Adaptation'],
    ['RLHF', 'reinforcement learning from human feedback'],
    ['BPE', 'byte-pair encoding'],
    ['BERT', 'Bidirectional Encoder Representations from Transformers'],
    ['LLMs', 'large language models'],
    ['QoS', 'Quality of Service'],
    ['CoT', 'chain of thought'],
  ])('%s is short for %s', (short, long) => expect(isShortFor(short, long)).toBe(true));

  it.each([
    ['RAG', 'retrieval of documents'],
    ['RAG', 'generation'],
    ['GPT', 'general text model'],
    ['BPE', 'byte-pair encoding of all the texts there are'],
    ['RAG', 'Lewis et al.'],
  ])('%s is not short for %s', (short, long) => expect(isShortFor(short, long)).toBe(false));

  it('take as few words as they need', () => {
    expect(abbreviationsIn('It uses, for one, retrieval-augmented generation (RAG).')).toEqual([
      { short: 'RAG', long: 'retrieval-augmented generation' },
    ]);
    expect(abbreviationsIn('nothing')).toEqual([]);
  });
});
