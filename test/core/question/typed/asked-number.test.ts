import { describe, expect, it } from 'vitest';
import { isInRange, makeNumberReader, readNumber } from '#core/question/typed/number.ts';

interface Asked {
  readonly units: readonly string[];
  readonly stem: string;
  readonly year?: boolean;
}

/** What is read with the texts of a question: a value, several, or what is doubted. */
function read({ units, stem, year = false }: Asked, typed: string) {
  const texts = () => ({ stem: [stem], beside: [] });
  const reading = makeNumberReader({ units, percent: false, year, texts })(typed);
  if (reading.type === 'number')
    return reading.readings.length === 1 ? reading.readings[0] : reading.readings;
  if (reading.type === 'numbers')
    return { all: reading.all, aside: reading.asides.map(({ values }) => values) };
  return reading.type === 'doubtful' ? `doubt about ${reading.doubt.type}` : 'no number';
}

const year: Asked = { units: [], stem: 'In which year was the Transformer published?', year: true };
const divisor: Asked = { units: ['分之一'], stem: '学习率降到几分之一？' };
const memory: Asked = { units: ['GB', '吉字节'], stem: 'How many GB of memory does it take?' };
const power: Asked = { units: ['MW', '兆瓦'], stem: 'How much power does it take?' };
const layers: Asked = { units: ['layers', '层'], stem: 'How many of the 25 layers are frozen?' };

describe('a number with the texts of its question', () => {
  it.each<readonly [Asked, string, unknown]>([
    [year, '2017', 2017],
    [year, 'June 2017', 2017],
    [year, '2017-06', 2017],
    [year, '06/2017', 2017],
    [year, '2017年6月', 2017],
    [year, ' 2017 ', 2017],
    [year, '2017.6', 2017],
    [year, '12.06', 12.06],
    [year, '-2.5', -2.5],
    [year, ' 20.17 ', 20.17],
    [divisor, '10', 10],
    [divisor, '1/10', 10],
    [divisor, '1／10', 10],
    [divisor, '十分之一', 10],
    [divisor, '0.1', 0.1],
    [memory, '16', 16],
    [memory, '16 GB', 16],
    [memory, '16 gb', 16],
    [memory, '16位', 2e-9],
    [power, '42', 42],
    [power, '42 MW', 42],
    [power, '42 mw', 42],
    [power, '42 mW', 4.2e-8],
    [power, '42mW ', 4.2e-8],
    [layers, '16位', 16],
    [layers, '20/25', [0.8, 20]],
    [layers, ' 20 / 25 ', [0.8, 20]],
    [layers, '20/25 layers', 0.8],
    [layers, '4!', 24],
    [layers, '5 m', 5e6],
    [layers, '42m ', 42e6],
    [layers, '3t', 3e12],
    [layers, '-1.5', -1.5],
    [layers, 'about 4', 4],
    [layers, '3 to 5', { all: [[3], [5]], aside: [] }],
    [layers, '4 = 2+2', { all: [[4], [4]], aside: [] }],
    [layers, '4 (four)', { all: [[4]], aside: [[4]] }],
    [layers, '4 and 5', 'doubt about number'],
    [layers, '16 bit', 'doubt about unit'],
    [layers, 'none of them', 'no number'],
    [layers, `4${' '.repeat(199)}`, 4],
    [layers, `4${' '.repeat(200)}`, 'no number'],
  ])('%j: %s', (asked, typed, value) => expect(read(asked, typed)).toEqual(value));

  it('and what it is in the other base, if prefixes of bytes may be meant in either', () => {
    const reader = makeNumberReader({
      ...memory,
      percent: false,
      texts: () => ({ stem: [memory.stem], beside: [] }),
    });
    expect(reader('1 GiB')).toEqual({
      type: 'number',
      readings: [1.073741824],
      twins: { values: [1], units: ['GiB', 'GB'] },
    });
    expect(reader('1 GB')).toEqual({ type: 'number', readings: [1] });
  });

  it.each(['字节', 'bytes', 'KB', 'kib'])('in %s takes bits for bits in either language', (unit) => {
    const asked = { units: [unit], stem: '一个数占多少？' };
    expect(read(asked, '16位')).toBe(read(asked, '16 bit'));
    expect(read(asked, '16位')).not.toBe(16);
  });

  it.each(['tokens', 'Kbit', 'webs', '层'])('in %s takes the same word for a count', (unit) =>
    expect(read({ units: [unit], stem: '一个数占多少？' }, '16位')).toBe(16),
  );

  it('of a phrase of 120 characters, and no more', () => {
    const about = 'about '.repeat(19);
    expect([read(layers, `${about}layer 4`), read(layers, ` ${about}4     `)]).toEqual(['no number', 4]);
  });
});

it('a number alone is read by the same rules without texts', () => {
  const alone = (typed: string) => readNumber(typed, { units: ['MW'], percent: false, year: true });
  expect(alone('17')).toEqual({ type: 'number', readings: [17] });
  expect(alone('3 to 5').type).toBe('not-a-number');
});

describe('the edge of a tolerance', () => {
  it.each([
    [105, 100, 5, true],
    [105.001, 100, 5, false],
    [110, 100, '10%', true],
    [400, 100, 'x4', true],
    [25, 100, 'x4', true],
    [24.999, 100, 'x4', false],
    [1e-300, 1e-14, 'exact', false],
  ] as const)('%d for %d within %s: %s', (reading, key, tolerance, isIn) =>
    expect(isInRange(reading, key, tolerance)).toBe(isIn),
  );
});
