import { describe, expect, it } from 'vitest';
import { findPoints } from '#core/question/typed/points.ts';
import { simplify } from '#core/question/typed/scripts.ts';

const mask = { text: 'a mask hides later tokens', words: ['causal mask', 'masked future', '掩码'] };
const pass = { text: 'one pass', words: ['one pass', 'in parallel', '一次'] };

describe('the points of an answer', () => {
  it.each<readonly [string, boolean, boolean]>([
    ['The causal mask lets it train in parallel.', true, true],
    ['masks that are causal', true, false],
    ['the future is masked; all in one single pass', true, true],
    ['no causal mask is needed', false, false],
    ['it is not causal mask', false, false],
    ['there is never one pass', false, false],
    ['用因果掩码，一次算完', true, true],
    ['没掩码', false, false],
    ['不是掩码', false, false],
    ['掩', false, false],
    ['', false, false],
    ['?!', false, false],
    ['parallelism', false, false],
  ])('in %j', (text, first, second) => expect(findPoints(text, [mask, pass])).toEqual([first, second]));

  it('are found in the other script', () => {
    expect(findPoints('因果掩碼', [mask])).toEqual([false]);
    expect(findPoints('因果掩碼', [mask], simplify)).toEqual([true]);
  });

  it('are not shown by a phrase without words', () => {
    expect(findPoints('...', [{ text: '', words: ['...'] }])).toEqual([false]);
  });

  it.each([
    ['信じられない', '信じられないという', true],
    ['移り変わ', '季節の移り変わりを詠む', true],
    ['アンモナイト', '示準化石はアンモナイトなど', true],
    ['もののあはれ', '心の動きをもののあはれと呼ぶ。', true],
    ['無常', '諸行無常の響き', true],
    ['Doppelmembran', 'Sie haben zwei Doppelmembranen.', true],
    ['Zweischicht', 'das sind Zweischichttonminerale', true],
    ['Membran', 'eine Doppelmembran', true],
    ['Quelle', 'die Quellen', true],
    ['stabil', 'instabil', false],
    ['gleich', 'ungleich', false],
    ['Rat', 'Ratten', false],
    ['pass', 'passive', false],
    ['train', 'training', true],
  ])('%s is said in %s: %s', (word, text, is) => {
    expect(findPoints(text, [{ text: '', words: [word] }])).toEqual([is]);
  });
});
