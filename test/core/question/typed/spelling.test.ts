import { describe, expect, it } from 'vitest';
import { compareText } from '#core/question/typed/compare-text.ts';
import { plainTextOf, spellingsOf } from '#core/question/typed/spelling.ts';

describe('a plain text', () => {
  it.each([
    ['GPT', 'gpt'],
    ["Adam's `x`", 'adams x'],
    ['Zipf’s ‘law’', 'zipfs law'],
    ['Straße', 'strasse'],
    ['ΛΟΓΟΣ', plainTextOf('λόγος')],
    ['café', 'cafe'],
    ['ﬁne', 'fine'],
    ['ＡＢ', 'ab'],
    ['が', 'が'],
    ['\u200bx', 'x'],
    ['10²³', '10^23'],
    ['10⁻⁴', '10^-4'],
    ['8×7', '8x7'],
    ['词元', 'token'],
    ['1−2', '1-2'],
    ['1–2', '1-2'],
    ['a~b', 'a b'],
    ['∼5', ' 5'],
    ['1,234,567', '1234567'],
    ['1,234 tokens', '1234 tokens'],
    ['12,3456', '12.3456'],
    ['3,5', '3.5'],
    ['a,b 5', 'a,b 5'],
    ['.5', '0.5'],
    ['lr .5', 'lr 0.5'],
    ['v.5', 'v.5'],
    ['1..5', '1..5'],
  ])('of %s is %s', (text, plain) => expect(plainTextOf(text)).toBe(plain));
});

describe('the spellings of a text', () => {
  it.each([
    ['The Transformer', ['thetransformer\n', 'transformer\n']],
    ['an encoder', ['anencoder\n', 'encoder\n']],
    ['the', ['the\n']],
    ['GPT-3.5', ['gpt3.5\n3.5']],
    ['-1 to 2', ['1to2\n-1 2']],
    ['König', ['konig\n', 'koenig\n']],
    ['…', []],
  ])('%s', (text, spellings) => expect(spellingsOf(text)).toEqual(spellings));
});

describe('what never counts', () => {
  it.each([
    ['e.g. dropout', 'eg dropout'],
    ['a,b', 'ab'],
    ['3.5.', '3.5'],
    ['5, 6', '5 6'],
    ['- 5', '-5'],
    ['an encoder', 'encoder'],
    ['<br / >', '<br/>'],
    ['ok!', 'ok'],
    ["it's", 'its'],
    ["f' (x)", "f'(x)"],
    ['f′(x)', "f'(x)"],
    [" 'B' ", 'B'],
    ["'GQA'", 'GQA'],
    ["'n!'", 'n!'],
    ['a!=b', 'a ≠ b'],
    ['n!!=1', 'n! ≠ 1'],
  ])('%s is %s', (typed, accepted) => expect(compareText(typed, accepted)).toBe('same'));
});

describe('what makes another thing', () => {
  it.each([
    ['3.14', '3.1 4'],
    ['<br/>', '<br>'],
    ['10!', '10'],
    ['(n+1)!', '(n+1)'],
    ['2*n!', '2*n'],
    ["f'", 'f'],
    ["x' = 2", 'x = 2'],
    ['n!', '!n'],
    ['the', 'a'],
    ['40%', '40'],
    ['C#', 'C'],
    ['$5', '5'],
    ['\\n', 'n'],
  ])('%s is not %s', (typed, accepted) => {
    expect(compareText(typed, accepted)).not.toBe('same');
    expect(compareText(accepted, typed)).not.toBe('same');
  });
});
