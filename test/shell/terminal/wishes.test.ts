import { describe, expect, it } from 'vitest';
import { allWishes, literal, wishHelp, wishOfKey, wishTyped } from '#shell/terminal/shared/wishes.ts';

describe('a wish', () => {
  it('is a key, or a line behind a colon', () => {
    const keys = ['?', '0', 's', 'q'];
    expect(keys.map(wishOfKey)).toEqual(allWishes);
    expect(keys.map((key) => wishTyped(`:${key}`))).toEqual(allWishes);
    expect(wishHelp(allWishes, true, 'en').map(([key]) => key)).toEqual([':?', ':0', ':s', ':q']);
    expect(wishHelp(['leave'], false, 'en').map(([key]) => key)).toEqual(['q']);
  });

  it('may be typed in any width and case, and a question mark without the colon', () => {
    expect(['：Ｑ ', ':S', '？', '?'].map(wishTyped)).toEqual(['leave', 'skip', 'hint', 'hint']);
  });

  it.each(['0', 's', 'q', '::q', ':', ':quit', ''])('is not %o, which may be an answer', (line) => {
    expect(wishTyped(line)).toBeUndefined();
  });

  it.each([
    ['::q', ':q'],
    ['：：q', '：q'],
    [':q', ':q'],
    ['a::b', 'a::b'],
  ])('%s is the answer %s', (typed, answer) => {
    expect(literal(typed)).toBe(answer);
  });
});
