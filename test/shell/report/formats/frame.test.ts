import { describe, expect, it } from 'vitest';
import { makePlacer } from '#core/yaml/place.ts';
import { frameOf } from '#shell/report/formats/frame.ts';

/** The frame of some words in a text, drawn with carets. */
function drawn(text: string, words: string, width = 80): string[] {
  const start = text.indexOf(words);
  const { line, column, length } = frameOf(text, makePlacer(text)(start, start + words.length), width);
  return [line, ' '.repeat(column) + '^'.repeat(length)];
}

describe('a frame', () => {
  it.each([
    ['plain words', 'a: one two\nb: c', 'two', ['a: one two', '       ^^^']],
    ['wide characters, two cells each', 'zh: 词元 token', 'token', ['zh: 词元 token', '         ^^^^^']],
    ['wide characters in the place itself', 'zh: 词元！', '词元', ['zh: 词元！', '    ^^^^']],
    ['tabs as blanks up to the next fourth cell', 'a:\tb\tc', 'c', ['a:  b   c', '        ^']],
    ['emoji of several code points as one character', 'a: 👩‍👩‍👧 b', 'b', ['a: 👩‍👩‍👧 b', '      ^']],
    ['accents that join as no cell', 'a: e\u0301e\u0301 b', 'b', ['a: e\u0301e\u0301 b', '      ^']],
    ['control characters as pictures', 'a: \u001b[2J b', 'b', ['a: ␛[2J b', '        ^']],
    ['other hidden characters by their numbers', 'a: \u202ex', 'x', ['a: <U+202E>x', '           ^']],
    ['a zero-width space by its number', 'a: b\u200bc d', '\u200b', ['a: b<U+200B>c d', '    ^^^^^^^^']],
    ['what stands behind it', '词\u2060元\ufeff d', 'd', ['词<U+2060>元<U+FEFF> d', `${' '.repeat(21)}^`]],
    ['a soft hyphen in the place', 'a: co\u00adop b', 'co\u00adop', ['a: co<U+00AD>op b', '   ^^^^^^^^^^^^']],
    [
      'a joiner that joins nothing',
      'a: b\u200d c\u200cd',
      '\u200d',
      ['a: b<U+200D> c<U+200C>d', '    ^^^^^^^^'],
    ],
    ['a joiner at the end of an emoji', 'a: 👩\u200d b', 'b', ['a: 👩<U+200D> b', '              ^']],
    ['a line of a file with CRLF', 'a: b\r\nc: d\r\n', 'd', ['c: d', '   ^']],
    ['the first line of a place of several', 'a: "b\n  c"\n', '"b\n  c"', ['a: "b', '   ^^']],
  ])('shows %s', (_, text, words, expected) => {
    expect(drawn(text, words)).toEqual(expected);
  });

  it('shows an empty place as one caret, past the end of a line too', () => {
    const at = makePlacer('ab\n')(2, 2);
    expect(frameOf('ab\n', at, 80)).toEqual({ line: 'ab', column: 2, length: 1 });
    expect(frameOf('', makePlacer('')(0, 0), 80)).toEqual({ line: '', column: 0, length: 1 });
  });

  it.each([
    ['Latin', 'x'.repeat(300), 'x'.repeat(300)],
    ['Chinese', '字'.repeat(300), '字'.repeat(300)],
    ['a line without end', 'y'.repeat(1_000_000), '字'.repeat(1_000_000)],
  ])('cuts a long line of %s to the width, around the place', (_, before, after) => {
    const [line = '', carets = ''] = drawn(`${before}HERE${after}`, 'HERE', 40);
    expect(line).toMatch(/^….*HERE.*…$/);
    const cells = (text: string) => [...text].reduce((sum, c) => sum + (c === '字' ? 2 : 1), 0);
    expect(cells(line)).toBeLessThanOrEqual(40);
    expect(cells(line.slice(0, line.indexOf('HERE')))).toBe(carets.indexOf('^'));
    expect(carets.trim()).toBe('^^^^');
  });

  it('has a third of the width before the place', () => {
    const digits = '0123456789'.repeat(10);
    expect(drawn(`${digits}HERE${digits}`, 'HERE', 30)).toEqual([
      '…0123456789HERE01234567890123…',
      '           ^^^^',
    ]);
    expect(drawn(`${digits}HERE`, 'HERE', 30)).toEqual(['…0123456789HERE', '           ^^^^']);
    expect(drawn(`HERE${digits}`, 'HERE', 30)).toEqual([`HERE${digits.slice(0, 25)}…`, '^^^^']);
  });
});
