import { describe, expect, it } from 'vitest';
import { loadDictionary, loadLookUps } from '#core/question/typed/dictionaries.ts';
import { simplify } from '#core/question/typed/scripts.ts';
import { isAlikeInSound } from '#core/question/typed/sounds.ts';
import { toTraditional } from '#core/question/typed/traditional.ts';
import { englishWords } from '#core/question/typed/words.ts';

it('each dictionary is loaded alone', async () => {
  expect(await loadDictionary('words')).toEqual({ words: englishWords });
  expect(await loadDictionary('simplify')).toEqual({ simplify });
  expect(await loadDictionary('alike')).toEqual({ alike: isAlikeInSound });
  expect(await loadLookUps()).toEqual({ simplify, toTraditional });
});

it('English words are those of America and Britain, inflected, and no slips', () => {
  const known = 'the layer layers trained color analyzed colour analysed metre'.split(' ');
  expect(known.filter((word) => !englishWords.has(word))).toEqual([]);
  expect(['trasformer', 'teh', 'Layer', ''].filter((word) => englishWords.has(word))).toEqual([]);
});

it('traditional characters are written one by one', () => {
  expect(['思维链', '注意力', 'RLHF 训练'].map((text) => toTraditional(text))).toEqual([
    ...['思維鏈', '注意力'],
    'RLHF 訓練',
  ]);
});

describe('characters that are typed with the same keys', () => {
  it.each([
    ['升', '昇', true],
    ['妈', '马', true],
    ['行', '航', true],
    ['行', '形', true],
    ['航', '行', true],
    ['航', '形', false],
    ['乐', '月', true],
    ['编', '解', false],
    ['5', '五', false],
  ])('%s and %s: %s', (one, other, alike) => expect(isAlikeInSound(one, other)).toBe(alike));
});
