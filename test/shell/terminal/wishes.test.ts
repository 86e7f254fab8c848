import { describe, expect, it } from 'vitest';
import {
  askBackFor,
  literalOf,
  wishesFor,
  wishHelpOf,
  wishOf,
  wishOfKey,
} from '#shell/terminal/shared/wishes.ts';

describe('a wish', () => {
  it('is a key, or a line behind a colon', () => {
    const all = wishesFor({ schedules: true, hasPast: true, primer: { minutes: 2, isRead: false } });
    const keys = ['?', '0', 'k', 's', 'b', 'u', 'p', 'q'];
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

  it('is told of behind a line that may have been meant as its key, if it can be had', () => {
    const told = 'Press Enter again to answer "k". If you know this well, type :k.';
    expect([askBackFor('k', 'en'), askBackFor('k', 'en', wishesFor({ schedules: true }))]).toEqual([
      told,
      told,
    ]);
    expect(askBackFor('k', 'en', wishesFor({}))).toBe('Press Enter again to answer "k".');
    expect(askBackFor('k', 'zh', wishesFor({}))).toBe('再按一次回车，就以“k”作答。');
    expect(askBackFor('b', 'en', wishesFor({}))).toBe('Press Enter again to answer "b".');
    expect(askBackFor('q', 'en', wishesFor({}))).toBe('Press Enter again to answer "q". To quit, type :q.');
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
