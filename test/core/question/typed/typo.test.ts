import { describe, expect, it } from 'vitest';
import { readyOf } from '#core/question/typed/compare-text.ts';
import { isAnotherWord, wordStemOf } from '#core/question/typed/typo.ts';

const misspeltIn = (typed: string, accepted: string) => readyOf([accepted]).typo(typed)?.words;

describe('the spelling of another country is no slip', () => {
  it.each([
    ['organize', 'organise'],
    ['tokenized', 'tokenised'],
    ['tokenizer', 'tokeniser'],
    ['tokenizers', 'tokenisers'],
    ['parameterizes', 'parameterises'],
    ['summarizing', 'summarising'],
    ['normalization', 'normalisation'],
    ['normalizations', 'normalisations'],
    ['analyze', 'analyse'],
    ['analyzer', 'analyser'],
    ['analyzing', 'analysing'],
    ['behavior', 'behaviour'],
    ['neighbors', 'neighbours'],
    ['behavioral', 'behavioural'],
    ['colorful', 'colourful'],
    ['favored', 'favoured'],
    ['favorite', 'favourite'],
    ['labeled', 'labelled'],
    ['labeling', 'labelling'],
    ['modeler', 'modeller'],
    ['modelers', 'modellers'],
    ['center', 'centre'],
    ['centers', 'centres'],
    ['fiber', 'fibre'],
  ])('%s and %s', (american, british) => {
    expect(misspeltIn(american, british)).toEqual([]);
    expect(misspeltIn(british, american)).toEqual([]);
  });

  it.each([
    ['memoury', 'memory'],
    ['tollerant', 'tolerant'],
    ['pattren', 'pattern'],
    ['layre', 'layer'],
    ['citisens', 'citizens'],
    ['ubre', 'uber'],
  ])('but %s for %s is one', (typed, accepted) => expect(misspeltIn(typed, accepted)).toEqual([typed]));

  it.each([
    ['tour', 'tor'],
    ['sise', 'size'],
  ])('and %s is not %s', (typed, accepted) => expect(misspeltIn(typed, accepted)).toBeUndefined());
});

describe('another number is no slip', () => {
  it.each([
    ['mask', 'masks'],
    ['masks', 'mask'],
    ['GPUs', 'GPU'],
    ['symmetries', 'symmetry'],
    ['symmetry', 'symmetries'],
    ['matrices', 'matrix'],
    ['matrix', 'matrices'],
    ['axes', 'axis'],
    ['hypothesis', 'hypotheses'],
    ['losses', 'loss'],
    ['boxes', 'box'],
    ['batch', 'batches'],
    ['hash', 'hashes'],
    ['sevens', 'seven'],
  ])('%s and %s', (typed, accepted) => expect(misspeltIn(typed, accepted)).toEqual([]));

  it.each([
    ['word2vecs', 'word2vec'],
    ['layer1s', 'layer1'],
  ])('but %s for %s is one', (typed, accepted) => expect(misspeltIn(typed, accepted)).toEqual([typed]));

  it.each([
    ['maskes', 'mask'],
    ['idss', 'ids'],
    ['losss', 'loss'],
    ['as', 'a'],
  ])('and %s is not %s', (typed, accepted) => expect(misspeltIn(typed, accepted)).toBeUndefined());
});

describe('the words that are misspelt', () => {
  it.each([
    ['atenton', 'attention', ['atenton']],
    ['gradent', 'gradient', ['gradent']],
    ['laier', 'layer', ['laier']],
    ['los', 'loss', ['los']],
    ['bytte', 'byte', ['bytte']],
    ['maks', 'mask', ['maks']],
    ['Robberta', 'RoBERTa', ['robberta']],
    ['feed foward', 'feed-forward', ['foward']],
    ['feedfoward net', 'feed-forward net', ['feedfoward']],
    ['feedforwardx', 'feed-forward', ['feedforwardx']],
    ['topzampling', 'top sampling', ['topzampling']],
    ['self,atention', 'self-attention', ['atention']],
    ['self~atention', 'self-attention', ['atention']],
    ['the atention', 'attention', ['atention']],
    ['Ubertragunk', 'Übertragung', ['ubertragunk']],
  ])('%s for %s', (typed, accepted, words) => expect(misspeltIn(typed, accepted)).toEqual(words));

  it.each([
    ['attention', 'attention'],
    ['grdent', 'gradient'],
    ['lair', 'layer'],
    ['mast', 'mask'],
    ['bbytte', 'byte'],
    ['tpo', 'tap'],
    ['felt attention', 'left attention'],
    ['SwiGLV', 'SwiGLU'],
    ['LLaVA model', 'LLaMA model'],
    ['topxsampling', 'top-k sampling'],
    ['atention 5', 'attention 6'],
    ['注意 atention', '注意 attention'],
    ['atention', '注意 attention'],
    ['注意 atention', 'attention'],
    ['', 'attention'],
    ['?', 'attention'],
  ])('none: %s for %s', (typed, accepted) => expect(misspeltIn(typed, accepted)).toBeUndefined());
});

describe('the stem of a word', () => {
  it.each([
    ['trained', 'train'],
    ['training', 'train'],
    ['trainings', 'train'],
    ['trains', 'train'],
    ['losses', 'loss'],
    ['loss', 'loss'],
    ['used', 'use'],
    ['attention', 'attent'],
    ['attentions', 'attent'],
    ['ring', 'ring'],
    ['bed', 'bed'],
    ['gas', 'gas'],
    ['use', 'use'],
  ])('%s: %s', (word, stem) => expect(wordStemOf(word)).toBe(stem));
});

it('a slip that is a word of its own is another word, in any number', () => {
  const words = new Set(['cost', 'trains', 'mast']);
  expect(
    [
      ['costs', 'casts'],
      ['cost', 'cast'],
      ['mast', 'causal mask'],
      ['cosst', 'cast'],
      ['trains', 'pre-trained model'],
    ].map(([typed = '', key = '']) => isAnotherWord(typed, key, words)),
  ).toEqual([true, true, true, false, false]);
});
