import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointsOf, neutralise, neutraliseLine } from '#core/base/neutral.ts';
import { anyText } from '../../arbitrary/any-text.ts';

describe('neutralised', () => {
  it.each([
    ['\u001b[2J', '␛[2J'],
    ['a\0b\u0007', 'a␀b␇'],
    ['\r\u0008', '␍␈'],
    ['\u007f\u009b', '<U+007F><U+009B>'],
    ['\u202eabc\u2066', '<U+202E>abc<U+2066>'],
    ['\u200e\u061c', '<U+200E><U+061C>'],
    ['\u{e0041}', '<U+E0041>'],
    ['\ud800', '<U+D800>'],
    ['line\n\ttab', 'line\n\ttab'],
    ['汉字 é 👩‍👩‍👧 ✔️ \u00a0', '汉字 é 👩‍👩‍👧 ✔️ \u00a0'],
  ])('%j is shown as %j', (text, shown) => {
    expect(neutralise(text)).toBe(shown);
  });

  it('leaves nothing that a terminal obeys, and changes nothing twice', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const shown = neutralise(text);
        expect(shown).not.toMatch(
          /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\u3164\ufff9-\ufffb]/,
        );
        expect(neutralise(shown)).toBe(shown);
      }),
    );
  });
});

describe('what cannot be seen', () => {
  it.each([
    ['separators of lines and paragraphs', 'a\u2028b\u2029', 'a<U+2028>b<U+2029>'],
    ['fillers', '\u3164a\uffa0', '<U+3164>a<U+FFA0>'],
    ['halves of a Korean syllable', 'a\u115f\u1160', 'a<U+115F><U+1160>'],
    ['annotations', '\ufff9a\ufffab\ufffb', '<U+FFF9>a<U+FFFA>b<U+FFFB>'],
    ['a Mongolian separator among Latin letters', 'a\u180eb', 'a<U+180E>b'],
    ['a form of a Mongolian letter that is not there', 'a\u180b', 'a<U+180B>'],
    ['a blank of Braille', 'a\u2800\u2800b', 'a<U+2800><U+2800>b'],
    ['a selector after a letter', 'gpt\ufe0f', 'gpt<U+FE0F>'],
    ['a selector after a digit', 'gpt3\ufe0f', 'gpt3<U+FE0F>'],
    ['the second of two selectors', '❤\ufe0f\ufe0f', '❤\ufe0f<U+FE0F>'],
    ['a text of selectors', '😀\ufe0f\u{e0141}\u{e0142}', '😀\ufe0f<U+E0141><U+E0142>'],
    ['a variant of a Latin letter', 'a\u{e0100}', 'a<U+E0100>'],
    ['deprecated formats', 'a\u206a\u2065', 'a<U+206A><U+2065>'],
    ['a joiner of marks that are not there', 'a\u034fb', 'a<U+034F>b'],
    ['a beam without notes', 'a\u{1d173}', 'a<U+1D173>'],
    ['what is not assigned', 'a\u{e0fff}', 'a<U+E0FFF>'],
  ])('%s: shown by its number', (_, text, shown) => {
    expect(neutralise(text)).toBe(shown);
  });

  it.each([
    ['an emoji that asks for its look', '❤\ufe0f ☀\ufe0e ✔\ufe0f ©\ufe0f ‼\ufe0f ㊗\ufe0f'],
    ['a symbol with the same', '✓\ufe0f →\ufe0f'],
    ['a keycap', '1\ufe0f\u20e3 #\ufe0f\u20e3'],
    ['an emoji of several', '👁\ufe0f\u200d🗨\ufe0f 🏳\ufe0f\u200d🌈 👩🏽\u200d❤\ufe0f\u200d👨🏽'],
    ['a variant of a Chinese character', '葛\u{e0100}飾区 辻\u{e0101} 𠮟\u{e0101} 神\ufe00'],
    ['a mark set in the middle', '，\ufe01 。\ufe00'],
    ['a variant of a sign of mathematics', '∩\ufe00 ≨\ufe00 0\ufe00'],
    ['Mongolian', 'ᠪᠣᠯᠤᠨ\u180eᠠ ᠭ\u180bᠠ ᠨ\u180b\u180eᠠ'],
    ['old Korean', '\u115f\u1161 \u1100\u1160 \u115f\u1160\u11a8 각'],
    ['Braille', '⠓⠑⠇⠇⠕\u2800⠺⠕⠗⠇⠙'],
    ['Khmer and Hebrew', 'ក\u17b5 ב\u034fא'],
    ['notes', '\u{1d173}\u{1d158}\u{1d165}\u{1d174}'],
    ['scripts that need joiners and breaks', 'می\u200cخواهم क्\u200dष ภาษา\u200bไทย'],
    ['blanks of all widths', 'a\u00a0b\u3000c\u2009d'],
  ])('%s: as it is', (_, text) => {
    expect(neutralise(text)).toBe(text);
  });

  it('comes to an end on long runs', () => {
    // Each of these would be looked at again for each character before or behind it by a careless expression.
    for (const text of [
      '\u2800',
      '\u115f',
      '\u115f\u1160',
      '\u180b',
      '❤\ufe0f',
      '\ufe0f',
      '⠓\u2800',
      '\u{e0100}',
      '\u034f',
    ])
      for (const tail of ['', '⠓', 'a', '\u11a8'])
        expect(neutralise(text.repeat(50_000) + tail)).not.toBe('');
  });
});

it('a name is one line', () => {
  expect(neutraliseLine('a\n::error::b\r\n\u2028')).toBe('a␊::error::b␍␊<U+2028>');
});

it('names code points as charts do', () => {
  expect(codePointsOf('\u001b\u{e0041}')).toBe('U+001B U+E0041');
  expect(codePointsOf('\u200b'.repeat(1000))).toBe('U+200B');
});
