import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints, neutralised } from '../../src/core/neutral.ts';

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
    expect(neutralised(text)).toBe(shown);
  });

  it('leaves nothing that a terminal obeys, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = neutralised(text);
        expect(shown).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
        expect(neutralised(shown)).toBe(shown);
      }),
    );
  });
});

it('names code points as charts do', () => {
  expect(codePoints('\u001b\u{e0041}')).toBe('U+001B U+E0041');
  expect(codePoints('\u200b'.repeat(1000))).toBe('U+200B');
});
