import { describe, expect, it } from 'vitest';
import { loadDictionary, loadLookUps } from '#core/question/typed/dictionaries.ts';

describe('a dictionary', () => {
  it('of English words has those of America and Britain, inflected, and no slip', async () => {
    const { words } = await loadDictionary('words');
    const known = 'the layer layers trained color analyzed colour analysed metre'.split(' ');
    expect(known.filter((word) => !words?.has(word))).toEqual([]);
    expect(['trasformer', 'teh', 'Layer', ''].filter((word) => words?.has(word))).toEqual([]);
  });

  it('of scripts is loaded alone', async () => {
    const found = await loadDictionary('simplify');
    expect([Object.keys(found), found.simplify?.('幻覺')]).toEqual([['simplify'], '幻觉']);
  });

  it('of sounds is loaded alone', async () => {
    const found = await loadDictionary('alike');
    expect([Object.keys(found), found.alike?.('升', '昇')]).toEqual([['alike'], true]);
  });

  it('for checking writes traditional characters, and has no words', async () => {
    const found = await loadLookUps();
    expect(Object.keys(found).sort()).toEqual(['simplify', 'toTraditional']);
    expect(['思维链', '注意力', 'RLHF 训练'].map((text) => found.toTraditional?.(text))).toEqual([
      ...['思維鏈', '注意力'],
      'RLHF 訓練',
    ]);
    expect(found.simplify?.('思維鏈')).toBe('思维链');
  });
});
