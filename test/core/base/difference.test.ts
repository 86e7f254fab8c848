import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByDifference } from '#core/base/difference.ts';

const marked = (one: string, other: string) => {
  const stretches = splitByDifference(one, other) ?? [];
  const of = (side: 'one' | 'other') =>
    stretches.map((stretch) => (stretch.same ? stretch[side] : `[${stretch[side]}]`)).join('');
  return `${of('one')} -> ${of('other')}`;
};

describe('two texts side by side', () => {
  it.each([
    ['langauge', 'language', 'lang[au]ge -> lang[ua]ge'],
    ['decoder', 'encoder', '[de]coder -> [en]coder'],
    ['encder', 'encoder', 'enc[]der -> enc[o]der'],
    ['encoders', 'encoder', 'encoder[s] -> encoder[]'],
    ['Langauge modle', 'language model', 'Lang[au]ge mod[le] -> lang[ua]ge mod[el]'],
    ['字节编码', '字节对编码', '字节[]编码 -> 字节[对]编码'],
    ['ＢＰＥ', 'bpe', 'ＢＰＥ -> bpe'],
    ['𠮷野', '𠮷田', '𠮷[野] -> 𠮷[田]'],
  ])('%s and %s', (one, other, expected) => {
    expect(marked(one, other)).toBe(expected);
  });

  it.each([
    ['cat', 'transformer'],
    ['', 'a'],
    ['a'.repeat(81), 'a'.repeat(81)],
  ])('%j and %j have too little in common, or are too long', (one, other) => {
    expect(splitByDifference(one, other)).toBeUndefined();
  });

  it('are both there in full', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '中', ' '), maxLength: 12 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const stretches = splitByDifference(one, other);
        if (stretches === undefined) return;
        expect(stretches.map((stretch) => stretch.one).join('')).toBe(one);
        expect(stretches.map((stretch) => stretch.other).join('')).toBe(other);
      }),
    );
  });
});
