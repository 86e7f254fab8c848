import { describe, expect, it } from 'vitest';
import type { Lang } from '#core/base/text.ts';
import { number } from '#core/question/kinds/number/index.ts';
import type { Outcome } from '#core/question/prompt.ts';
import { shapes } from '#core/question/shapes.ts';

const common = { id: 'some-item', level: 1, rationale: 'So.', sources: [{ ref: 'a2020' }], kind: 'number' };
const itemOf = (fields: object) => number.schema(shapes).parse({ ...common, ...fields });

const wordOf = (outcome: Outcome) => (outcome.type === 'refused' ? outcome.reason.why : outcome.verdict);

async function judge(fields: object, typed: string, lang: Lang = 'en'): Promise<string> {
  return wordOf(await number.grade(itemOf(fields), { type: 'typed', texts: [typed] }, lang));
}

/** Answers of one question: right, wrong, and asked about. */
interface Answers {
  readonly asked: object;
  readonly right: readonly string[];
  readonly wrong?: readonly string[];
  readonly back?: readonly string[];
}

const answers: Readonly<Record<string, Answers>> = {
  'a marathon': {
    asked: {
      key: 42.195,
      unit: { en: 'km', zh: '公里' },
      tolerance: '1%',
      stem: { en: 'How long is a marathon?', zh: '马拉松有多长？' },
    },
    right: [
      '42.195',
      '42 km',
      '42,195 m',
      '42195 metres',
      '42.2 kilometres',
      '26.2 miles',
      '26.2 mi',
      '42公里',
      '42.195 千米',
      '42195米',
      '４２．１９５公里',
      '42 公里左右',
    ],
    wrong: ['42 miles', '42 m', '26.2', '42195', '4.2 km', '42毫米'],
    back: ['42 hours', '42 kg', 'not 42 km', '42 furlongs', 'more than 42 km'],
  },
  'a year in days': {
    asked: {
      key: 365,
      unit: { en: 'days', zh: '天' },
      stem: { en: 'How many days has a common year?', zh: '平年有多少天？' },
    },
    right: [
      '365 days',
      '365 d',
      '8760 hours',
      '52 weeks 1 day',
      '52 weeks and 1 day',
      'three hundred and sixty-five',
      '365日',
      '8760小时',
      '三百六十五天',
      '52周1天',
      '525,600 minutes',
    ],
    wrong: ['365 hours', '365 weeks', '366', '52 weeks', '356 days'],
    back: ['365 months', '12 months', 'one year'],
  },
  'the speed of light': {
    asked: {
      key: 299792458,
      unit: { en: 'm/s', zh: '米/秒' },
      tolerance: '1%',
      stem: { en: 'How fast is light?', zh: '光速是多少？' },
    },
    right: [
      '3e8',
      '3×10^8',
      '3·10⁸ m/s',
      '300,000 km/s',
      '300,000 kilometres per second',
      '1.08e9 km/h',
      '3 × 10^8 metres per second',
      '30万千米/秒',
      '三十万公里/秒',
    ],
    wrong: ['3e8 km/s', '3e5', '300 m/s', '3e8 km/h', '3^8'],
    back: ['3e8 m', '3e8 joules'],
  },
  'an apple': {
    asked: {
      key: 52,
      unit: { en: 'kcal', zh: '千卡' },
      tolerance: '3%',
      stem: { en: 'How much energy is in 100 g of apple?', zh: '100 克苹果含多少能量？' },
    },
    right: ['52', '52 kcal', '52,000 cal', '218 kJ', '0.218 MJ', '60 Wh', '52大卡', '218千焦'],
    wrong: ['52 kJ', '52 cal', '218', '0.0605 Wh'],
    back: ['52 g', '52 kW', '52%'],
  },
  avogadro: {
    asked: {
      key: 6.022e23,
      tolerance: '1%',
      stem: { en: 'How many particles are in a mole?', zh: '一摩尔有多少粒子？' },
    },
    right: [
      '6.022e23',
      '6.02 × 10^23',
      '6.02*10**23',
      '6.02·10²³',
      '602 sextillion',
      '6.022 × 10^23 particles',
      'about 6.02e23 particles',
      '6.02×10的23次方',
      'N = 6.022e23',
    ],
    wrong: ['6.022e-23', '6.022e22', '6.02', '6.02^23'],
    back: ['6.022e23 grams', 'log 6.022e23'],
  },
  'the french revolution': {
    asked: {
      key: 1900,
      stem: { en: 'In which year were the second Games held?', zh: '第二届奥运会在哪一年举行？' },
    },
    right: [
      '1900',
      'in 1900',
      'May 1900',
      '14 May 1900',
      'May 14, 1900',
      '1900-05-14',
      '05/1900',
      '5/14/1900',
      '1900年5月',
      '1900年5月14日',
      '一九〇〇年',
      'the year 1900',
      'nineteen hundred',
      '1900.5',
      'summer 1900',
      '1900 (Paris)',
    ],
    wrong: ['1901', '1896', 'May 1904', '1900-1901', '1800'],
    back: ['after 1900', 'before 1900', '1900 or so dogs', '1900, 1904'],
  },
  rent: {
    asked: {
      key: 1200,
      unit: { en: 'euros', zh: '欧元' },
      stem: { en: 'What is the rent a month?', zh: '每月租金多少？' },
    },
    right: [
      '1200',
      '€1,200',
      '1200 €',
      '1.200,00',
      '1,200 euros',
      'EUR 1200',
      '1.2k',
      'twelve hundred',
      '100*12',
      '1200欧元',
      '1200 EUR',
      '14400/12 = 1200',
      '1200 euros a month',
    ],
    wrong: ['1,300', '12000', '-1200', '€12'],
    back: ['$1200', '1200 dollars', '1200 yen', '1200 a day', '1200 per week', '£1200'],
  },
  'even numbers': {
    asked: {
      key: 0.5,
      tolerance: 0.01,
      stem: { en: 'What fraction of the whole numbers is even?', zh: '偶数占整数的几分之几？' },
    },
    right: [
      '1/2',
      '0.5',
      'half',
      'one half',
      'a half',
      '½',
      '50%',
      '二分之一',
      '1 in 2',
      'half of them',
      '2^-1',
      '1 - 1/2',
      '.5',
      '0,5',
    ],
    wrong: ['1/3', '2', 'a third', '5%', '-1/2', '1/5', '50'],
    back: ['half a dozen kilos', 'not 1/2'],
  },
  cards: {
    asked: {
      key: 2598960,
      tolerance: '0.1%',
      unit: { en: 'hands', zh: '种' },
      stem: {
        en: 'How many hands of five cards are there in a deck of 52?',
        zh: '52 张牌里取 5 张有多少种取法？',
      },
    },
    right: [
      '2,598,960',
      'C(52,5)',
      '52 choose 5',
      'C(52, 5) = 2598960',
      '52!/(5!*47!)',
      '(52*51*50*49*48)/(5*4*3*2*1)',
      '2.6 million',
      '52!/(5! * 47!) ≈ 2.6M',
      '2598960种',
      '260万',
      '2.6 million different hands',
      '2,598,960 possible poker hands',
    ],
    wrong: ['C(52,4)', '52^5', '52!', '52 choose 5 = 311875200', '260', '52*5'],
    back: ['2,598,960%', '2,598,960 dogs', 'half of 2,598,960 kilos'],
  },
  factorial: {
    asked: { key: 120, stem: { en: 'In how many orders can 5 books stand?', zh: '5 本书有多少种排法？' } },
    right: [
      '120',
      '5!',
      '5! = 120',
      '5*4*3*2*1',
      '5×4×3×2×1=120',
      '120 orders',
      '120种',
      '一百二十',
      '一百二',
      'ten dozen',
    ],
    wrong: ['5', '25', '5! = 125', '4!', '121', '60*3'],
    back: ['120 hours', '12 0'],
  },
  'a share of voters': {
    asked: {
      key: 66.7,
      unit: '%',
      tolerance: 1,
      stem: { en: 'What share of votes does it take?', zh: '需要多大比例的票数？' },
    },
    right: [
      '66.7%',
      '2/3',
      'two thirds',
      'two-thirds of the votes',
      '三分之二',
      '66-67%',
      '0.667',
      '百分之六十六到六十七',
      '66.7 percentage points',
      '六成七',
      '667‰',
      '2/3 ≈ 67%',
      '2 in 3',
      '66.7 percent of votes',
    ],
    wrong: ['1/3', '66-80%', '6.67%', '0.667%', '66.7‰', '33%', '-66.7%', '3/2'],
    back: ['66.7x', '66.7倍', 'less than 66.7%', '不到66.7%', '66.7 votes', 'more than 66%'],
  },
  memory: {
    asked: {
      key: 16,
      unit: 'GiB',
      tolerance: '2%',
      stem: { en: 'How much memory has it?', zh: '它有多少内存？' },
    },
    right: [
      '16',
      '16 GiB',
      '16 gibibytes',
      '16384 MiB',
      '2^34 bytes',
      '17.18 GB',
      '17.2e9 bytes',
      '137 Gbit',
      '16 GiB of RAM',
      '16 GiB 内存',
      '16*1024 MiB',
      '16G',
    ],
    wrong: ['16 MiB', '16 Gibit', '17 GiB', '1.6 GiB', '16 TB'],
    back: ['16 GB', '16 hours', '16%', 'not 16 GiB', '16 GB/s'],
  },
  'a film': {
    asked: {
      key: 150,
      unit: { en: 'minutes', zh: '分钟' },
      tolerance: 1,
      stem: { en: 'How many minutes does the film last?', zh: '影片有多少分钟？' },
    },
    right: [
      '150',
      '150 min',
      '2.5 hours',
      'two and a half hours',
      '2½ hours',
      '2h30m',
      '2 h 30 min',
      '2 hours 30 minutes',
      '两个半小时',
      '2小时30分钟',
      '兩個半小時',
      '9000 s',
      '150m',
      '149-151 minutes',
      'exactly 150 minutes',
    ],
    wrong: ['150 hours', '150 s', '2.3 hours', '120-180 minutes', '3 hours'],
    back: ['150 km', '2 hours or 3 dogs'],
  },
  'minus forty': {
    asked: {
      key: -40,
      unit: { en: '°C', zh: '摄氏度' },
      stem: { en: 'Where do the two scales of temperature meet?', zh: '两种温标在多少度相等？' },
    },
    right: [
      '-40',
      '−40',
      '–40',
      '—40',
      '﹣40',
      '－40',
      '‐40 °C',
      'minus 40',
      'minus forty',
      'negative 40',
      '负40',
      '负四十',
      '-40°C',
      '-40 degrees celsius',
      '負40',
    ],
    wrong: ['40', '+40', '-4', '-400', '40 - 0'],
    back: ['-40 °F', '-40 kg'],
  },
  'a hundred words': {
    asked: {
      key: 100,
      unit: { en: 'words', zh: '个词' },
      stem: { en: 'How long may the summary be?', zh: '摘要可以多长？' },
    },
    right: [
      '100 words',
      'at most 100 words',
      '100個詞',
      '最多100个词',
      '100 单词',
      'no more than 100',
      'up to 100',
      'one hundred',
      '١٠٠',
      'a hundred words',
    ],
    wrong: ['10^100', '100k words', '50 words'],
    back: [
      '100 tokens',
      '100 characters',
      '100 个字',
      '100 词元',
      '100 bytes',
      'less than 100',
      'at least 100',
      '100 more',
      'over 100',
      '100+',
      '100多',
      '不到100',
      '100 minus',
      '100 and 200',
    ],
  },
};

describe.each(Object.entries(answers))('%s', (_, { asked, right, wrong = [], back = [] }) => {
  const langOf = (typed: string) => (/\p{Script=Han}/u.test(typed) ? 'zh' : 'en');

  it.each(right)('%s is right', async (typed) => {
    expect(await judge(asked, typed, langOf(typed))).toBe('correct');
  });

  it.each(wrong)('%s is wrong', async (typed) => {
    expect(await judge(asked, typed, langOf(typed))).toBe('wrong');
  });

  it.each(back)('%s is asked about', async (typed) => {
    expect(['correct', 'wrong']).not.toContain(await judge(asked, typed, langOf(typed)));
  });
});
