import { expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import { number } from '#core/question/kinds/number/index.ts';
import { shapes } from '#core/question/shapes.ts';
import { gradeAtOnce } from '../../../grading.ts';

const common = { id: 'some-item', level: 1, stem: 'Which?', rationale: 'So.', sources: [{ ref: 'a2020' }] };
const numberWith = (fields: object) => number.schema(shapes).parse({ ...common, kind: 'number', ...fields });

it.each<readonly [number, string | object | undefined, string, string, string]>([
  [2017, undefined, 'en', '2017', 'Between 2010 and 2019.'],
  [1900, undefined, 'en', '1900', 'Between 1900 and 1909.'],
  [2100, undefined, 'en', '2100', 'Between 2100 and 2109.'],
  [1899, undefined, 'en', '1,899', 'Between 1,000 and 10,000.'],
  [2101, undefined, 'en', '2,101', 'Between 1,000 and 10,000.'],
  [2017.5, undefined, 'en', '2,017.5', 'Between 1,000 and 10,000.'],
  [2017, 'year', 'en', '2017 year', 'Between 2010 and 2019.'],
  [2017, { en: '(year)', zh: '年' }, 'en', '2017', 'Between 2010 and 2019.'],
  [2017, { en: '(year)', zh: '年' }, 'zh', '2017 年', '在 2010 和 2019 之间。'],
  [2017, { en: 'years', zh: '年份' }, 'en', '2017 years', 'Between 2010 and 2019.'],
  [2017, 'light years', 'en', '2,017 light years', 'Between 1,000 and 10,000.'],
  [2017, 'years ago', 'en', '2,017 years ago', 'Between 1,000 and 10,000.'],
  [2017, { en: 'years', zh: '层' }, 'en', '2,017 years', 'Between 1,000 and 10,000.'],
  [40, '%', 'en', '40%', 'Between 25% and 50%.'],
  [40, '％', 'en', '40％', 'Between 25% and 50%.'],
  [40, 'percent', 'en', '40 percent', 'Between 25% and 50%.'],
  [40, 'per cent', 'en', '40 per cent', 'Between 25% and 50%.'],
  [40, { en: 'points', zh: '百分比' }, 'en', '40 points', 'Between 25% and 50%.'],
  [40, 'percentiles', 'en', '40 percentiles', 'Between 10 and 100.'],
  [40, 'a percent', 'en', '40 a percent', 'Between 10 and 100.'],
  [40, '（个）', 'en', '40', 'Between 10 and 100.'],
  [40, 'tokens (BPE)', 'en', '40 tokens (BPE)', 'Between 10 and 100.'],
  [3e9, { en: 'tokens', zh: '个 token' }, 'zh', '30 亿个 token', '在 10 亿和 100 亿之间。'],
  [40, { en: 'tokens', zh: '个 token' }, 'zh', '40 个 token', '在 10 和 100 之间。'],
])('%d with the unit %j is shown in %s as %s, with the hint: %s', (key, unit, lang, shown, hint) => {
  const item = numberWith({ key, ...(unit === undefined ? {} : { unit }) });
  expect(number.key(item, lang)).toBe(shown);
  expect(number.face(item, lang)).toEqual({ front: 'Which?', back: shown });
  expect(number.prompt(item, { lang, random: randomFrom('') }).hint).toBe(hint);
});

it('is asked with its unit and the author’s own hint, where it has them', () => {
  const asking = { lang: 'zh', random: randomFrom('') };
  expect(
    number.prompt(
      numberWith({ key: 5, unit: { en: 'a', zh: '个' }, hint: { en: 'Odd.', zh: '奇数。' } }),
      asking,
    ),
  ).toEqual({ type: 'type-in', stem: 'Which?', blanks: [''], unit: '个', hint: '奇数。' });
  expect(number.prompt(numberWith({ key: 5 }), asking)).not.toHaveProperty('unit');
});

it.each<readonly [object, string, string]>([
  [{ key: 2017 }, '2017年', 'correct'],
  [{ key: 2017 }, '2017', 'correct'],
  [{ key: 300 }, '300年', 'other-unit'],
  [{ key: 2048, tolerance: '1%' }, '2027.52', 'correct'],
  [{ key: 2048, tolerance: '1%' }, '2,060', 'correct'],
  [{ key: 2017, tolerance: 1 }, '2018年', 'correct'],
  [{ key: 2017, unit: { en: '(year)', zh: '年' }, tolerance: '1%' }, '2018年', 'correct'],
  [{ key: 2048, unit: { en: '(year)', zh: '年' }, tolerance: '4%' }, '1966.08', 'correct'],
  [{ key: 300, unit: 'tokens' }, '300 tokens', 'correct'],
  [{ key: 300, unit: 'tokens' }, ' ', 'empty'],
  [{ key: 300, unit: 'tokens' }, '301', 'wrong'],
  [{ key: 40, unit: '%' }, '0.4', 'correct'],
  [{ key: 40, unit: 'tokens' }, '0.4', 'wrong'],
])('of %j the answer %j is %s', (fields, typed, expected) => {
  const outcome = gradeAtOnce(number, numberWith(fields), { type: 'typed', texts: [typed] }, 'en');
  expect(outcome.type === 'refused' ? outcome.reason.why : outcome.verdict).toBe(expected);
  if (outcome.type === 'judged') expect(outcome.remarks).toEqual([]);
});

it('no number is refused as empty, and another sort of answer is wrong', () => {
  const item = numberWith({ key: 5 });
  expect(number.grade(item, { type: 'typed', texts: [] }, 'en')).toEqual({
    type: 'refused',
    reason: { why: 'empty' },
  });
  expect(number.grade(item, { type: 'picked', option: '5' }, 'en')).toEqual({
    ...{ type: 'judged', verdict: 'wrong', remarks: [] },
  });
});
