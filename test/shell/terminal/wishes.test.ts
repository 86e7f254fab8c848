import { describe, expect, it } from 'vitest';
import { literalOf, wishesFor, wishHelpOf, wishOf, wishOfKey } from '#shell/terminal/shared/wishes.ts';

describe('a wish', () => {
  it('is a key, or a line behind a colon', () => {
    const all = wishesFor({ schedules: true, hasPast: true });
    const keys = ['?', '0', 'k', 's', 'b', 'u', 'q'];
    expect(keys.map(wishOfKey)).toEqual(all);
    expect(keys.map((key) => wishOf(`:${key}`))).toEqual(all);
    expect(wishHelpOf(all, true, 'en').map(([key]) => key)).toEqual(keys.map((key) => `:${key}`));
    expect(wishHelpOf(['leave'], false, 'en').map(([key]) => key)).toEqual(['q']);
  });

  it('to know it well is none if the answer decides nothing', () => {
    expect(wishesFor({})).toEqual(['hint', 'unknown', 'skip', 'leave']);
  });

  it('to look back or undo is none if nothing is behind', () => {
    expect(wishesFor({ schedules: true })).toEqual(['hint', 'unknown', 'known', 'skip', 'leave']);
  });

  it('may be typed in any width and case, and a question mark without the colon', () => {
    expect(['：Ｑ ', ':S', '？', '?'].map(wishOf)).toEqual(['leave', 'skip', 'hint', 'hint']);
  });

  it.each(['0', 'k', 's', 'b', 'u', 'q', '::q', ':', ':quit', ''])(
    'is not %o, which may be an answer',
    (line) => {
      expect(wishOf(line)).toBeUndefined();
    },
  );

  it.each([
    ['::q', ':q'],
    ['：：q', '：q'],
    [':q', ':q'],
    ['a::b', 'a::b'],
  ])('%s is the answer %s', (typed, answer) => {
    expect(literalOf(typed)).toBe(answer);
  });
});
