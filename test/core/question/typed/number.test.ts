import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, isInRange, readNumber } from '#core/question/typed/number.ts';
import { joinUnit, showNumber } from '#core/question/typed/show-number.ts';
import { anyText } from '../../../arbitrary/any-text.ts';
import { tries } from '../../../tries.ts';

const units = ['tokens', '个 token'];

function read(text: string, percent = false, unitWords: readonly string[] = percent ? ['%'] : units) {
  const reading = readNumber(text, { units: unitWords, percent });
  return reading.type === 'number' ? reading.readings : reading.type;
}

describe('reading what people type', () => {
  it.each([
    ['175B', 175e9],
    ['175b', 175e9],
    ['175 B', 175e9],
    ['175 billion', 175e9],
    ['175bn', 175e9],
    ['1.75e11', 1.75e11],
    ['1.75E+11', 1.75e11],
    ['175,000,000,000', 175e9],
    ['1750亿', 175e9],
    ['0.175T', 175e9],
    ['3000 亿', 3e11],
    ['3万亿', 3e12],
    ['12万', 12e4],
    ['12 288', 12288],
    ['12\u00a0288', 12288],
    ['12\u202f288', 12288],
    ['12,288', 12288],
    ['12_288', 12288],
    ["12'288", 12288],
    ['12，288', 12288],
    ['１２８', 128],
    ['１２．５', 12.5],
    ['≈300B', 3e11],
    ['~300B', 3e11],
    ['～300B', 3e11],
    ['约 3000 亿', 3e11],
    ['大约3000亿左右', 3e11],
    ['about 300B', 3e11],
    ['c. 300B', 3e11],
    ['ca 300B', 3e11],
    ['近 3000 亿', 3e11],
    ['接近3000亿', 3e11],
    ['差不多3000亿', 3e11],
    ['approx. 300 billion', 3e11],
    ['+5', 5],
    ['-5', -5],
    ['−5', -5],
    ['－５', -5],
    ['负5', -5],
    ['minus five', -5],
    ['negative five', -5],
    ['10^11', 1e11],
    ['10**11', 1e11],
    ['10¹¹', 1e11],
    ['3×10^8', 3e8],
    ['3 x 10^8', 3e8],
    ['3·10⁸', 3e8],
    ['3×10^-8', 3e-8],
    ['3×10的23次方', 3e23],
    ['3 乘以 10 的 23 次方', 3e23],
    ['10的-4次幂', 1e-4],
    ['2^20', 1048576],
    ['1/3', 1 / 3],
    ['½', 0.5],
    ['三分之二', 2 / 3],
    ['1000分之1', 0.001],
    ['负二分之一', -0.5],
    ['a hundred and sixty-four', 164],
    ['a thousand', 1000],
    ['300-billion', 3e11],
    ['40名', 40],
    ['四十位', 40],
    ['2.2 万条', 22000],
    ['.5', 0.5],
    ['12.', 12],
    ['12。', 12],
    ['300B tokens', 3e11],
    ['300Btokens', 3e11],
    ['3000亿个 token', 3e11],
    ['3000亿个', 3e11],
    ['300 billion Token', 3e11],
    ['300 million toks', 3e8],
    ['1 billion 200 million', 1.2e9],
    ['seven', 7],
    ['ninety-six', 96],
    ['one hundred and seventy five billion', 175e9],
  ])('%s is %d', (text, value) => expect(read(text)).toEqual([value]));

  it.each([
    ['五十', 50],
    ['十五', 15],
    ['一百零五', 105],
    ['一百二', 120],
    ['一千七百五十亿', 175e9],
    ['三千亿', 3e11],
    ['两万亿', 2e12],
    ['二〇二〇', 2020],
    ['1亿2000万', 1.2e8],
    ['30000万', 3e8],
    ['一万二', 12000],
    ['一万零二', 10002],
    ['1万2288', 12288],
    ['3亿5', 3.5e8],
    ['一億二千萬', 1.2e8],
    ['一点五万亿', 1.5e12],
    ['十二点八万', 128000],
    ['三点一四', 3.14],
    ['零点五', 0.5],
    ['1亿亿', 1e16],
  ])('%s is %d', (text, value) => expect(read(text)).toEqual([value]));

  it.each([
    ['1,5', 1.5],
    ['1,50', 1.5],
    ['0,125', 0.125],
    ['1234,5', 1234.5],
    ['12.288', 12.288],
    ['1.234,56', 1234.56],
    ['1 234,56', 1234.56],
    ['1,234.56', 1234.56],
    ['175.000.000', 175e6],
  ])('a comma or point makes %s mean %d', (text, value) => expect(read(text)).toEqual([value]));

  it('takes k for 1,000 and for 1,024', () => {
    expect(read('128k')).toEqual([128000, 131072]);
    expect(read('2K tokens')).toEqual([2000, 2048]);
    expect(read('2 thousand')).toEqual([2000]);
  });

  it.each([
    '',
    ' ',
    'lots',
    '12 dogs',
    '1e999',
    '10^999',
    'Infinity',
    '-Infinity',
    'NaN',
    'null',
    '1/0',
    '0x10',
    'x2',
    'k',
    'B',
    'million',
    '1,234,5',
    '12 2885',
    '3 5',
    '1½',
    '300-400B',
    '300~400B',
    '175B B',
    '128KB',
    '二分之',
    '分之二',
    '零分之一',
    '二分之三分之一',
    '3的平方',
    'a b',
    '名',
    '5 万 30000',
    '--5',
    '-',
    '%',
    '40%',
    'tokens',
    '.',
    '1.2.3',
    '1e',
    'constructor',
    'valueOf',
    '一百万一百万',
  ])('%j is no number', (text) => expect(read(text)).toBe('not-a-number'));

  it('refuses what is too long for a number', () => {
    expect(read('1'.repeat(201))).toBe('not-a-number');
    expect(read('9,999'.repeat(100_000))).toBe('not-a-number');
  });

  it.each([
    ['40%', [40]],
    ['40 %', [40]],
    ['40％', [40]],
    ['40 percent', [40]],
    ['40 per cent', [40]],
    ['百分之四十', [40]],
    ['百分之 40', [40]],
    ['40', [40]],
    ['0.4', [0.4, 40]],
    ['2/5', [40]],
    ['五分之二', [40]],
    ['千分之四', [0.4]],
    ['0.4%', [0.4]],
    ['1', [1]],
    ['-0.4', [-0.4, -40]],
  ])('%s where a percentage is asked is %j', (text, values) => expect(read(text, true)).toEqual(values));

  it('reads a percentage as a share where no unit is asked', () =>
    expect(read('40%', false, [])).toEqual([0.4]));

  it.each([
    ['175 sublayers', ['sub-layers', '个子层']],
    ['175 sub layers', ['sub-layers', '个子层']],
    ['175 sub-layer', ['sub-layers', '个子层']],
    ['175 layer', ['layers', '层']],
    ['175 GPU-hours', ['GPU hours', 'GPU 小时']],
    ['175 GPU hour', ['GPU hours', 'GPU 小时']],
    ['175 tokens/parameter', ['tokens per parameter', '个 token / 参数']],
    ['175 个token/参数', ['tokens per parameter', '个 token / 参数']],
    ['175B', ['bytes', '字节']],
    ['175 B', ['byte', '个字节']],
    ['175T', ['TB']],
    ['175 G', ['GiB']],
    ['175 gigabytes', ['GB']],
    ['175 terabyte', ['TB']],
    ['175d²', ['times d²', '倍 d²']],
    ['175', ['billion parameters', '十亿参数']],
    ['175B', ['billion parameters', '十亿参数']],
    ['175 billion params', ['billion parameters', '十亿参数']],
    ['1750亿参数', ['billion parameters', '十亿参数']],
    ['175', ['B parameters', 'B 参数']],
    ['175B', ['B parameters', 'B 参数']],
    ['175 billion', ['B parameters', 'B 参数']],
    ['175 B parameters', ['B parameters', 'B 参数']],
    ['1750 亿', ['B parameters', 'B 参数']],
    ['1750亿个参数', ['B parameters', 'B个参数']],
    ['1.75e11', ['B parameters', 'B 参数']],
    ['175M', ['M tokens', 'M 个 token']],
    ['175,000', ['K tokens']],
    ['175k', ['k tokens']],
    ['175 trillion', ['T tokens']],
    ['175 GB', ['GB']],
    ['175GB', ['GB']],
    ['$175', ['US dollars', '美元']],
    ['175x', ['times', '倍']],
    ['175-fold', ['times', '倍']],
    ['175 (year)', ['(year)', '年']],
    ['175年', ['(year)', '年']],
    ['175 p.m.', ['p.m.']],
    ['175 approx.', ['vol. (approx.)', 'approx.']],
    ['175 tokens per parameter', ['tokens per parameter']],
  ])('%s with the unit %j can be 175', (text, unitWords) =>
    expect(read(text, false, unitWords)).toContain(175),
  );

  it.each([
    ['175 billion', ['GB']],
    ['175 TB', ['GB']],
    ['175 GB', ['GiB']],
    ['175 megabytes', ['GB']],
    ['175 M', ['GB']],
    ['175k', ['bytes']],
    ['175 billion', ['B']],
    ['175 billion', ['B/s']],
    ['175 billion', ['B per token', 'B / token']],
    ['175 million', ['m per second']],
    ['175 billion', ['bytes', '字节']],
    ['175 trillion', ['T', 'TB']],
    ['175 million', ['B parameters']],
    ['17.5 亿', ['B parameters', 'B 参数']],
  ])('%s with the unit %j is not 175', (text, unitWords) =>
    expect(read(text, false, unitWords)).not.toContain(175),
  );

  it('never throws, and yields only finite numbers', () => {
    const piece = fc.constantFrom(
      ...'0 1 9 . , e E ^ ** × x / - + % ~ k B T 亿 万 十 百 一 零 个 token million and 百分之 ⁸ ½ １ about'.split(
        ' ',
      ),
      ' ',
    );
    const soup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    const unitWords = fc.array(anyText(), { maxLength: 2 });
    fc.assert(
      fc.property(fc.oneof(soup, anyText()), fc.boolean(), unitWords, (text, percent, words) => {
        const reading = readNumber(text, { units: words, percent });
        if (reading.type === 'number') expect(reading.readings.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: tries(3000) },
    );
  });
});

it('a unit that is a percentage in one language alone is read in both', () => {
  const points = { units: ['points', '个百分点'], percent: false };
  for (const typed of ['76', '76 points', '76 个百分点', '76%'])
    expect(readNumber(typed, points)).toMatchObject({ readings: expect.arrayContaining([76]) });
  expect(readNumber('76%', { units: ['tokens', '个 token'], percent: false }).type).toBe('not-a-number');
});

describe('showing', () => {
  it.each([
    [300e9, '300 billion', '3000 亿'],
    [175e9, '175 billion', '1750 亿'],
    [1.4e12, '1.4 trillion', '1.4 万亿'],
    [1.542e9, '1.542 billion', '15.42 亿'],
    [117e6, '117 million', '1.17 亿'],
    [128000, '128,000', '12.8 万'],
    [12288, '12,288', '12,288'],
    [1048576, '1,048,576', '1,048,576'],
    [96, '96', '96'],
    [0.1, '0.1', '0.1'],
    [1234.5, '1,234.5', '1,234.5'],
    [3.14e23, '3.14×10^23', '3.14×10^23'],
    [1e-7, '1×10^-7', '1×10^-7'],
    [-5e9, '-5 billion', '-50 亿'],
    [0, '0', '0'],
  ])('%d is %s and %s', (value, en, zh) => {
    expect([showNumber(value, 'en'), showNumber(value, 'zh')]).toEqual([en, zh]);
  });

  it.each([
    ['de', 40075, 'km', '40.075 km'],
    ['de', 3.5, '%', '3,5 %'],
    ['de', 83500000, 'Menschen', '83,5 Millionen Menschen'],
    ['de-AT', 1e9, 'Jahre', '1 Milliarde Jahre'],
    ['de', 1.5e13, '', '15 Billionen'],
    ['de', 1.5e6, '', '1,5 Millionen'],
    ['de', 6.02e23, '', '6,02×10^23'],
    ['fr', 40075, 'km', '40\u00a0075 km'],
    ['fr', 68e6, 'habitants', '68 millions d’habitants'],
    ['fr', 510e6, 'km²', '510 millions de km²'],
    ['fr', 1.5e6, '', '1,5 million'],
    ['es', 1233.5, 'km', '1.233,5 km'],
    ['es', 48e6, 'habitantes', '48 millones de habitantes'],
    ['it', 21, '%', '21%'],
    ['it', 2e9, 'anni', '2 miliardi di anni'],
    ['ja', 125e6, '人', '1.25億人'],
    ['ja', 3776, 'メートル', '3,776 メートル'],
    ['ja', 1.1e14, '円', '110兆円'],
    ['ko', 12288, '', '12,288'],
  ])('in %s %d %s is %s', (lang, value, unit, shown) => {
    expect(unit === '' ? showNumber(value, lang) : joinUnit(showNumber(value, lang), unit, lang)).toBe(shown);
  });

  const value = fc.oneof(
    fc.double({ noDefaultInfinity: true, noNaN: true }),
    fc.integer(),
    fc
      .tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -9, max: 15 }))
      .map(([m, e]) => Number(`${m}e${e}`)),
  );

  it.each(['en', 'zh'])('reads back what it shows in %s', (lang) => {
    fc.assert(
      fc.property(value, fc.boolean(), (shown, withUnit) => {
        const readings = read(`${showNumber(shown, lang)}${withUnit ? ' tokens' : ''}`);
        if (typeof readings === 'string') expect.fail(`${showNumber(shown, lang)} is ${readings}`);
        expect(readings.some((reading) => isInRange(reading, shown, 'exact'))).toBe(true);
      }),
      { numRuns: tries(3000) },
    );
  });
});

describe('tolerance', () => {
  it.each([
    [100, 'exact', 100, 100],
    [100, 5, 95, 105],
    [100, '5%', 95, 105],
    [-100, '5%', -105, -95],
    [100, 'x4', 25, 400],
    [-100, 'x4', -400, -25],
  ] as const)('of %d by %s reaches from %d to %d', (key, tolerance, low, high) => {
    expect(boundsOf(key, tolerance)).toEqual([low, high]);
  });

  it.each([
    [175e9, 175e9, 'exact', true],
    [175e9 + 1, 175e9, 'exact', false],
    [0.1 + 0.2, 0.3, 'exact', true],
    [0, 0, 'exact', true],
    [1e-300, 0, 'exact', false],
    [0.8, 0.7, 0.1, true],
    [0.6, 0.7, 0.1, true],
    [0.801, 0.7, 0.1, false],
    [1996, 1997, 1, true],
    [1995, 1997, 1, false],
    [102, 100, '2%', true],
    [98, 100, '2%', true],
    [102.001, 100, '2%', false],
    [97.999, 100, '2%', false],
    [-98, -100, '2%', true],
    [200, 100, 'x2', true],
    [50, 100, 'x2', true],
    [200.001, 100, 'x2', false],
    [49.999, 100, 'x2', false],
    [-100, 100, 'x2', false],
    [0, 100, 'x2', false],
    [-200, -100, 'x2', true],
  ] as const)('%d for %d within %s is %s', (reading, key, tolerance, right) => {
    expect(isInRange(reading, key, tolerance)).toBe(right);
  });

  it('takes the key itself, and the edges, of any tolerance', () => {
    const key = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(key, fc.integer({ min: 1, max: 50 }), (k, n) => {
        for (const tolerance of ['exact', n, `${n}%`, `x${n + 1}`] as const)
          expect(isInRange(k, k, tolerance)).toBe(true);
        expect(isInRange(k * (1 + n / 100), k, `${n}%`)).toBe(true);
        expect(isInRange(k * (1 + (n + 0.001) / 100), k, `${n}%`)).toBe(false);
        expect(isInRange(k / (n + 1), k, `x${n + 1}`)).toBe(true);
        expect(isInRange(k / (n + 1.001), k, `x${n + 1}`)).toBe(false);
      }),
    );
  });
});
