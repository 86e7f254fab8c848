import { describe, expect, it } from 'vitest';
import { isExplanation, splitGlosses } from '#core/question/typed/brackets.ts';

describe('a text apart from its brackets', () => {
  it.each([
    ['昇腾（Ascend）910', '昇腾 910', ['Ascend']],
    ['RLHF(human feedback)', 'RLHF', ['human feedback']],
    ['RLHF  ( human feedback ) ', 'RLHF', ['human feedback']],
    ['(masked) language (model)', 'language', ['masked', 'model']],
    ['层归一化（）', '层归一化', ['']],
    ['注意力（attention)', '注意力', ['attention']],
  ])('%s', (text, outside, glosses) => expect(splitGlosses(text)).toEqual({ outside, glosses }));

  it.each(['attention', '(attention)', '（注意力） (attention)', 'f(x', 'f)x(', 'a (b (c))', 'key)', ''])(
    'is none of %j',
    (text) => expect(splitGlosses(text)).toBeUndefined(),
  );
});

describe('what explains an answer', () => {
  it.each([
    ['', 'attention'],
    ['rlhf', 'Reinforcement Learning from Human Feedback'],
    ['reinforcement learning from human feedback', 'rlhf'],
    ['RL-HF', 'reinforcement learning from human feedback'],
    ['cot', 'chain of thought'],
    ['CoT', 'Chain-of-Thought'],
    ['LM', 'language model'],
    ['lm', 'language model'],
    ['V', 'value'],
    ['v', 'Value'],
    ['key', 'K'],
    ['PRM', 'process'],
    ['LLM', 'large language'],
    ['GPUs', 'graphics processing unit'],
    ['DNA', 'deoxyribonucleic acid'],
    ['DNAs', 'deoxyribonucleic acid'],
    ['abcdefgh', 'alfa bravo charlie delta echo foxtrot golf hotel'],
    ['7B', 'LLaMA'],
    ['人类反馈强化学习', 'RLHF'],
    ['注意力机制', '注意力'],
    ['attention', '注意力'],
    ['a pre-trained transformer', 'GPT 模型'],
    ['encoder and decoder', 'transformer'],
    ['self-attention and layer norm', 'transformer'],
    ['it reads  left and right', 'BERT'],
  ])('%j of %s', (gloss, answer) => expect(isExplanation(gloss, answer)).toBe(true));
});

describe('what may be another answer', () => {
  it.each([
    ['BERT', 'GPT'],
    ['GPT-3', 'GPT-4'],
    ['decoder', 'encoder'],
    ['billion', '175'],
    ['XOR', '⊕'],
    ['K', 'value'],
    ['E', 'value'],
    ['r/l', 'reinforcement learning'],
    ['late', 'latent attention'],
    ['DKA', 'deoxyribonucleic acid'],
    ['NA', 'deoxyribonucleic acid'],
    ['GSN', 'graph network'],
    ['abcdefghi', 'alfa bravo charlie delta echo foxtrot golf hotel india'],
    ['自注意力', '注意力'],
    ['BERT', 'GPT 模型'],
    ['BERT模型', 'GPT'],
    ['不是强化学习', '监督学习方法'],
    ['编码器或解码器', 'Transformer'],
    ['not a decoder', 'encoder'],
    ['encoder, decoder', 'transformer'],
    ['attention, encoder and decoder', 'transformer'],
    ['encoder and decoder, mostly', 'transformer'],
    ['attention,encoder and decoder', 'transformer'],
    ['encoder and decoder,mostly', 'transformer'],
  ])('%j of %s', (gloss, answer) => expect(isExplanation(gloss, answer)).toBe(false));
});
