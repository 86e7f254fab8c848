import { describe, expect, it } from 'vitest';
import { hasOverlap, pointOf, rangeOf } from '#core/question/typed/range.ts';

describe('a range', () => {
  const span = (text: string) => {
    const range = rangeOf(text);
    return range && [range.low, range.high, range.unit];
  };

  it.each([
    ['1-5', 1, 5, ''],
    ['1 – 5 layers', 1, 5, 'layer'],
    ['1~5 层', 1, 5, '层'],
    ['1 至 5 个', 1, 5, '个'],
    ['1 到 5', 1, 5, ''],
    ['between 1 and 5', 1, 5, ''],
    ['from 1 to 5', 1, 5, ''],
    ['5 to 10 million', 5e6, 1e7, ''],
    ['10%-20%', 10, 20, '%'],
    ['10–20%', 10, 20, '%'],
    ['1,000-2,000', 1000, 2000, ''],
    ['1k-2k', 1000, 2000, ''],
    ['$5-10', 5, 10, '$'],
    ['介于 5 到 10 之间', 5, 10, ''],
    ['more than 5', 5, Number.POSITIVE_INFINITY, ''],
    ['5 or more', 5, Number.POSITIVE_INFINITY, ''],
    ['10+', 10, Number.POSITIVE_INFINITY, ''],
    ['不到 5 个', Number.NEGATIVE_INFINITY, 5, '个'],
    ['up to 5', Number.NEGATIVE_INFINITY, 5, ''],
  ])('is read: %s', (text, low, high, unit) => {
    expect(span(text)).toEqual([low, high, unit]);
  });

  const [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];

  it.each([
    ['over 5', { low: 5, high: most, withLow: false, withHigh: false, unit: '' }],
    ['>5', { low: 5, high: most, withLow: false, withHigh: false, unit: '' }],
    ['超过5个', { low: 5, high: most, withLow: false, withHigh: false, unit: '个' }],
    ['5 个以上', { low: 5, high: most, withLow: false, withHigh: false, unit: '个' }],
    ['at least 12 layers', { low: 12, high: most, withLow: true, withHigh: false, unit: 'layer' }],
    ['≥5', { low: 5, high: most, withLow: true, withHigh: false, unit: '' }],
    ['至少5层', { low: 5, high: most, withLow: true, withHigh: false, unit: '层' }],
    ['5 layers or more', { low: 5, high: most, withLow: true, withHigh: false, unit: 'layer' }],
    ['5% and above', { low: 5, high: most, withLow: true, withHigh: false, unit: '%' }],
    ['10+', { low: 10, high: most, withLow: true, withHigh: false, unit: '' }],
    ['fewer than 12 heads', { low: least, high: 12, withLow: false, withHigh: false, unit: 'head' }],
    ['<5', { low: least, high: 5, withLow: false, withHigh: false, unit: '' }],
    ['低于5%', { low: least, high: 5, withLow: false, withHigh: false, unit: '%' }],
    ['5 个以下', { low: least, high: 5, withLow: false, withHigh: false, unit: '个' }],
    ['12层以内', { low: least, high: 12, withLow: false, withHigh: false, unit: '层' }],
    ['at most 12 heads', { low: least, high: 12, withLow: false, withHigh: true, unit: 'head' }],
    ['≤12', { low: least, high: 12, withLow: false, withHigh: true, unit: '' }],
    ['不超过12层', { low: least, high: 12, withLow: false, withHigh: true, unit: '层' }],
    ['12 layers or fewer', { low: least, high: 12, withLow: false, withHigh: true, unit: 'layer' }],
    ['12% or lower.', { low: least, high: 12, withLow: false, withHigh: true, unit: '%' }],
    ['介于5到10', { low: 5, high: 10, withLow: true, withHigh: true, unit: '' }],
    ['从 5 到 10 层', { low: 5, high: 10, withLow: true, withHigh: true, unit: '层' }],
    ['Between 100 and 250 layers', { low: 100, high: 250, withLow: true, withHigh: true, unit: 'layer' }],
    ['100 million to 2 billion', { low: 1e8, high: 2e9, withLow: true, withHigh: true, unit: '' }],
  ])('has its ends, and says whether they belong to it: %s', (text, range) => {
    expect(rangeOf(text)).toEqual(range);
  });

  it.each([
    'the top 5 or more',
    'take over 5',
    'is 5 or less of them',
    'cut to at most 5',
    'in layers 5 以上 or so',
    'C+',
    '5+ layers',
    'x 5+',
    'up to five or 5 of them',
    '5 or more of them',
    '5 or fewer, mostly',
    '5-5',
    'more than a few of 5',
    'not less than 5',
    'layers 5-10',
    'is between 5 and 10',
  ])('is not found within %s', (text) => {
    expect(rangeOf(text)).toBeUndefined();
  });

  it.each([
    '5',
    'GPT-3',
    '10-5',
    'Tokens 1 to i',
    '2020-05-28',
    '-5',
    'a to b',
    '2 and 3',
    '1-2-3',
    '1 KB-2 MB',
  ])('is not read in %s', (text) => {
    expect(span(text)).toBeUndefined();
  });

  it.each([
    ['1-5', '5-10', true],
    ['1-4', '5-10', false],
    ['less than 5', '5-10', false],
    ['at most 5', '5-10', true],
    ['over 10', '5-10', false],
    ['10 or more', '5-10', true],
    ['1-10', '2-3', true],
  ])('%s and %s intersect: %s', (a, b, expected) => {
    const [one, other] = [rangeOf(a), rangeOf(b)];
    expect(one && other && hasOverlap(one, other)).toBe(expected);
    expect(one && other && hasOverlap(other, one)).toBe(expected);
  });

  it('may be one number', () => {
    const [five, most] = [pointOf('5'), rangeOf('less than 5')];
    expect(five && most && hasOverlap(five, most)).toBe(false);
    const range = rangeOf('5-6');
    expect(five && range && hasOverlap(five, range)).toBe(true);
  });

  it.each([
    ['more than 5 layers', 'layer', false],
    ['over 5', '', false],
    ['above 5', '', false],
    ['Greater than 5', '', false],
    ['> 5', '', false],
    ['超过 5 个', '个', false],
    ['大于5', '', false],
    ['多于 5', '', false],
    ['高于 5', '', false],
    ['5 个以上', '个', false],
    ['at least 5', '', true],
    ['≥5', '', true],
    ['>= 5', '', true],
    ['至少 5 层', '层', true],
    ['不少于 5', '', true],
    ['5 or more', '', true],
    ['5 layers or above', 'layer', true],
    ['5 or over', '', true],
    ['5 or higher', '', true],
    ['5 and more', '', true],
    ['5 and above', '', true],
    ['5 and over.', '', true],
    ['5+', '', true],
  ])('%s has no upper end', (text, unit, withLow) => {
    expect(rangeOf(text)).toEqual({
      ...{ low: 5, high: Number.POSITIVE_INFINITY, withLow, withHigh: false, unit },
    });
  });

  it.each([
    ['less than 5 layers', 'layer', false],
    ['fewer than 5', '', false],
    ['under 5', '', false],
    ['Below 5', '', false],
    ['< 5', '', false],
    ['少于 5', '', false],
    ['小于 5', '', false],
    ['不到 5 个', '个', false],
    ['低于 5', '', false],
    ['不足 5', '', false],
    ['5 个以下', '个', false],
    ['5以内。', '', false],
    ['at most 5', '', true],
    ['up to 5', '', true],
    ['≤5', '', true],
    ['<= 5', '', true],
    ['至多 5', '', true],
    ['最多 5', '', true],
    ['不超过 5', '', true],
    ['5 or less', '', true],
    ['5 layers or fewer', 'layer', true],
    ['5 or below', '', true],
    ['5 or lower', '', true],
  ])('%s has no lower end', (text, unit, withHigh) => {
    expect(rangeOf(text)).toEqual({
      ...{ low: Number.NEGATIVE_INFINITY, high: 5, withLow: false, withHigh, unit },
    });
  });

  it('is closed between two numbers, and about one', () => {
    const closed = { withLow: true, withHigh: true };
    expect(rangeOf(' 从 1 到 5 个。')).toEqual({ low: 1, high: 5, ...closed, unit: '个' });
    expect(rangeOf('1 — 5')).toEqual({ low: 1, high: 5, ...closed, unit: '' });
    expect(rangeOf('1 ～ 5')).toEqual({ low: 1, high: 5, ...closed, unit: '' });
    expect(rangeOf('1 layer to 5 layers')).toEqual({ low: 1, high: 5, ...closed, unit: 'layer' });
    expect(rangeOf('1 to .5')).toBeUndefined();
    expect(rangeOf('0.1 to .5')).toEqual({ low: 0.1, high: 0.5, ...closed, unit: '' });
    expect(pointOf('5 layers')).toEqual({ low: 5, high: 5, ...closed, unit: 'layer' });
    expect(pointOf('many of them')).toBeUndefined();
  });

  it('is looked for in sixty characters', () => {
    const long = (length: number) => `5 ${'x'.repeat(length - 10)} or more`;
    expect(rangeOf(long(60))).toMatchObject({ low: 5, unit: 'x'.repeat(50) });
    expect(rangeOf(long(61))).toBeUndefined();
    expect(rangeOf('five or more')).toBeUndefined();
  });

  it.each([
    ['more than 5', 'less than 5', false],
    ['at least 5', 'at most 5', true],
    ['at least 5', 'less than 5', false],
    ['more than 5', 'at most 5', false],
    ['more than 5', '5-6', true],
    ['more than 5', '4-5', false],
    ['at least 5', '4-5', true],
    ['less than 5', '5-6', false],
    ['at most 5', '5-6', true],
    ['more than 5', 'more than 9', true],
  ])('%s and %s share a number: %s', (a, b, expected) => {
    const [one, other] = [rangeOf(a), rangeOf(b)];
    expect(one && other && hasOverlap(one, other)).toBe(expected);
    expect(one && other && hasOverlap(other, one)).toBe(expected);
  });
});
