import { describe, expect, it } from 'vitest';
import { numbersOf, quantityOf, sortAscending } from '#core/question/typed/quantity.ts';

describe('an option', () => {
  it.each([
    ['12', 12, ''],
    ['12,288', 12288, ''],
    ['12 288', 12288, ''],
    ['１２', 12, ''],
    ['−0.5', -0.5, ''],
    ['`40`', 40, ''],
    ['1e-4', 1e-4, ''],
    ['3×10^8', 3e8, ''],
    ['1/3', 1 / 3, ''],
    ['2^10', 1024, ''],
    ['100B parameters', 1e11, 'parameter'],
    ['1.5 billion parameters.', 1.5e9, 'parameter'],
    ['1 layer', 1, 'layer'],
    ['12 layers', 12, 'layer'],
    ['8-bit', 8, 'bit'],
    ['16 GB', 16, 'gb'],
    ['About 5%', 5, '%'],
    ['~17.7 %', 17.7, '%'],
    ['$4.6 million', 4.6e6, '$'],
    ['-$5', -5, '$'],
    ['US$5', 5, 'us$'],
    ['3 亿参数', 3e8, '参数'],
    ['1亿2000万', 1.2e8, ''],
    ['三万', 3e4, ''],
    ['三萬', 3e4, ''],
    ['二億層', 2e8, '層'],
    ['约 40 个', 40, '个'],
    ['三层', 3, '层'],
    ['十二个', 12, '个'],
    ['Two', 2, ''],
    ['twenty-five tokens', 25, 'token'],
    ['2 倍', 2, '倍'],
    ['×4', 4, '×'],
    ['+5', 5, ''],
    ['$-5', -5, '$'],
    ['$ 5', 5, '$'],
    ['minus 5', -5, ''],
    ['负 5', -5, ''],
    ['minus five', -5, ''],
    ['approx. 5%', 5, '%'],
    ['approximately 5 heads', 5, 'head'],
    ['approx 5', 5, ''],
    ['roughly 12', 12, ''],
    ['大约12层', 12, '层'],
    ['5 - step', 5, 'step'],
    ['2 times as large as before', 2, 'time as large as before'],
    ['4 GPUs for days', 4, 'gpu for day'],
    ['16 KB', 16, 'kb'],
    ['5 hundred layers', 500, 'layer'],
    [`${'1'.repeat(3)}${' '.repeat(57)}`, 111, ''],
    ['三亿五千万', 3.5e8, ''],
  ])('%s is %d', (text, value, unit) => {
    expect(quantityOf(text)).toEqual({ value, unit });
  });

  it.each([
    'GPT-3',
    'Layer 5',
    '1-5',
    '5 to 10',
    '1, 2',
    '5 (6)',
    'May 2020',
    '2020 年 5 月',
    '2020-05-28',
    '12:30',
    '1.2.3',
    'Tokens 1 to i',
    '100% on sums, 29% on products',
    'first',
    '',
    '-',
    '%',
    '1e999',
    '-$-5',
    '+-5',
    'a `5`',
    'minus',
    '$',
    'about',
    'of five',
    '共三层',
    `${'1'.repeat(61)}`,
  ])('%s is no number', (text) => {
    expect(quantityOf(text)).toBeUndefined();
  });
});

describe('options', () => {
  it('are numbers where all of them are, of one unit, and no two are equal', () => {
    expect(numbersOf(['100B parameters', '1B parameters', '500M parameters'])).toEqual([1e11, 1e9, 5e8]);
    expect(numbersOf(['1 layer', '12 layers'])).toEqual([1, 12]);
    expect(numbersOf(['5', '5 layers'])).toBeUndefined();
    expect(numbersOf(['5 MB', '5 GB'])).toBeUndefined();
    expect(numbersOf(['1,000', '1000'])).toBeUndefined();
    expect(numbersOf(['5', 'none'])).toBeUndefined();
    expect(numbersOf(['一个向量', '一个词'])).toBeUndefined();
  });

  it('are no numbers where they may be versions', () => {
    expect(numbersOf(['3.8', '3.9', '3.10'])).toBeUndefined();
    expect(numbersOf(['0.50', '0.75', '0.90'])).toEqual([0.5, 0.75, 0.9]);
  });

  it('are put in ascending order where they are numbers', () => {
    expect(sortAscending(['1,024', '96', '12.5', '−3'])).toEqual(['−3', '12.5', '96', '1,024']);
    expect(sortAscending(['128k', '64k', '1M'])).toEqual(['64k', '128k', '1M']);
    expect(sortAscending(['b', 'a'])).toBeUndefined();
  });
});
