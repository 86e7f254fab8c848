import { describe, expect, it } from 'vitest';
import { isNumberWord, numeralAt, valuesOf } from '#core/question/typed/numeral.ts';

describe('a numeral', () => {
  it.each([
    ['5', [5]],
    ['175.5', [175.5]],
    ['zero', [0]],
    ['128k', [128000, 131072]],
    ['3 billions', [3e9]],
    ['three dozen', [36]],
    ['2 thousand 5', [2005]],
    ['二〇二四', [2024]],
    ['两百', [200]],
    ['二百十五', [215]],
    ['五千万三千', [50003000]],
    ['3千零50', [3050]],
    ['1亿亿', [1e16]],
    ['2^10×10^3', [1024000]],
    ['2^3/4', [2]],
    ['10^-4', [1e-4]],
    ['6×10^3/2', [3000]],
    ['', []],
    ['lots', []],
    ['1e400', []],
    ['1/0', []],
    ['5 million b', []],
    ['百', [100]],
    ['三千百', []],
    ['一千千', []],
    ['5 6', []],
  ])('%j has the values %j', (text, values) => expect(valuesOf(text)).toEqual(values));
});

describe('the longest numeral at the start', () => {
  it.each([
    ['175 billion parameters', '175 billion', 175e9],
    ['1.5 b', '1.5 b', 1.5e9],
    ['3m layers', '3m', 3e6],
    ['3 mil', '3 mil', 3e6],
    ['3bn', '3bn', 3e9],
    ['3 tn', '3 tn', 3e12],
    ['2 kb', '2', 2],
    ['2k个', '2k', 2000],
    ['2 k', '2 k', 2000],
    ['three layers', 'three', 3],
    ['two hundred and five layers', 'two hundred and five', 205],
    ['five  hundred', 'five  hundred', 500],
    ['seventy-five percent', 'seventy-five', 75],
    ['two and a half layers', 'two and a half', 2.5],
    ['two and an half', 'two and an half', 2.5],
    ['three and a quarter', 'three and a quarter', 3.25],
    ['seventy and a half', 'seventy and a half', 70.5],
    ['two and a halfway house', 'two', 2],
    ['2.5 and a half', '2.5', 2.5],
    ['2 million and a half', '2 million', 2e6],
    ['one point five', 'one point five', 1.5],
    ['one point zero five layers', 'one point zero five', 1.05],
    ['three point one five one', 'three point one five one', 3.151],
    ['one point ten', 'one', 1],
    ['one point fives', 'one', 1],
    ['two layers, one point five', 'two', 2],
    ['一千七百五十亿个参数', '一千七百五十亿', 175e9],
    ['十点二五', '十点二五', 10.25],
    ['五十点五层', '五十点五', 50.5],
    ['三点一四', '三点一四', 3.14],
    ['一万二', '一万二', 12000],
    ['一百二十', '一百二十', 120],
    ['二十五', '二十五', 25],
    ['3千零50', '3千零50', 3050],
    ['2零5', '2', 2],
    ['百层', '百', 100],
    ['三千百', '三千', 3000],
    ['一千千', '一千', 1000],
    ['5 million b', '5 million', 5e6],
    ['5 6 layers', '5', 5],
    ['2 thousand 500 hundred', '2 thousand 500', 2500],
    ['12,288 tokens', '12,288', 12288],
  ])('of %j is %j', (text, numeral, value) =>
    expect(numeralAt(text, 0, 1000)).toEqual({ value, end: numeral.length }),
  );

  it.each(['layers', '', 'k', 'billion', 'and a half', 'point five', '点五', '1e999'])(
    'of %j is none',
    (text) => expect(numeralAt(text, 0, 1000)).toBeUndefined(),
  );

  it('starts at any place, with a kilo of bytes or not', () => {
    expect(numeralAt('of 4k tokens', 3, 1024)).toEqual({ value: 4096, end: 5 });
    expect(numeralAt('of 4k tokens', 3, 1000)).toEqual({ value: 4000, end: 5 });
    expect(numeralAt('of 4k tokens', 0, 1000)).toBeUndefined();
  });
});

it('a number word counts, scales, or tells a place', () => {
  const all = 'zero eight eighty sixth billion billions dozen hundreds'.split(' ');
  expect(all.filter((word) => !isNumberWord(word))).toEqual([]);
  expect(['second', 'layer', '', 'eights', 'constructor', 'k'].filter(isNumberWord)).toEqual([]);
});
