import { describe, expect, it } from 'vitest';
import { readingMinutesOf } from '#core/bank/reading-time.ts';

describe('the minutes that a text takes to read', () => {
  it.each([
    ['a line', 'Text is cut into pieces.', 1],
    ['200 words', 'word '.repeat(200), 1],
    ['300 words', 'word, '.repeat(300), 2],
    ['400 Chinese characters', '词'.repeat(400), 2],
    ['both', `${'词'.repeat(250)}${' word'.repeat(150)}`, 2],
    ['formulas', '6ND = 12 '.repeat(150), 2],
    ['signs alone', '- '.repeat(1000), 1],
  ])('of %s', (_, text, minutes) => {
    expect(readingMinutesOf(text)).toBe(minutes);
  });

  it('are those of the language that takes longest', () => {
    expect(readingMinutesOf({ en: 'word '.repeat(450), zh: '词' })).toBe(3);
  });
});
