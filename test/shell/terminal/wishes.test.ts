import { describe, expect, it } from 'vitest';
import { allWishes, literalOf, wishHelpOf, wishOf, wishOfKey } from '#shell/terminal/shared/wishes.ts';

describe('a wish', () => {
  it('is a key, or a line behind a colon', () => {
    const keys = ['?', '0', 's', 'q'];
    expect(keys.map(wishOfKey)).toEqual(allWishes);
    expect(keys.map((key) => wishOf(`:${key}`))).toEqual(allWishes);
    expect(wishHelpOf(allWishes, true, 'en').map(([key]) => key)).toEqual([':?', ':0', ':s', ':q']);
    expect(wishHelpOf(['leave'], false, 'en').map(([key]) => key)).toEqual(['q']);
  });

  it('may be typed in any width and case, and a question mark without the colon', () => {
    expect(['：Ｑ ', ':S', '？', '?'].map(wishOf)).toEqual(['leave', 'skip', 'hint', 'hint']);
  });

  it.each(['0', 's', 'q', '::q', ':', ':quit', ''])('is not %o, which may be an answer', (line) => {
    expect(wishOf(line)).toBeUndefined();
  });

  it.each([
    ['::q', ':q'],
    ['：：q', '：q'],
    [':q', ':q'],
    ['a::b', 'a::b'],
  ])('%s is the answer %s', (typed, answer) => {
    expect(literalOf(typed)).toBe(answer);
  });
});
