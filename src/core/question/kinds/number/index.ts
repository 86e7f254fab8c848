import { type Lang, pickLanguage } from '#core/base/text.ts';
import { type CommonItem, languageReadOf } from '#core/question/item.ts';
import type { Answer } from '#core/question/prompt.ts';
import type { ShapeFault } from '#core/question/shapes.ts';
import { boundsOf, isInRange, type Tolerance } from '#core/question/typed/number.ts';
import { joinUnit, showNumber } from '#core/question/typed/show-number.ts';
import { type AskedQuantity, defineKind, type RightPart } from '../kind.ts';
import { ignorance } from '../trials.ts';
import { hintRange } from '../typed.ts';
import { judgeNumber, numberSortOf } from './judging.ts';

/** A number to type, within a tolerance of its key. */
export interface NumberItem extends CommonItem, AskedQuantity {
  readonly kind: 'number';
}

const tolerancePattern = /^(exact|\d+(\.\d+)?%|x\d+(\.\d+)?)$/;

export const number = defineKind<NumberItem>({
  name: 'number',
  alsoCalled: ['numeric', 'numerical'],
  asks: 'type-number',
  title: { en: 'number', zh: '数字' },
  summary:
    'A number typed in any form: `300B`, `3e11`, `300 billion`, `3000亿`, `300 Milliarden`; right within a tolerance.',
  sample: async () => (await import('./number-sample.ts')).numberSample,
  schema: (s) =>
    s.item<NumberItem>(
      'number',
      {
        key: s.number().describe('The correct number, in its unit; percentages out of 100.'),
        unit: s.optional(s.text.describe('The unit, such as `tokens` or `%`; shown next to the answer.')),
        tolerance: s
          .either<number, Tolerance>(
            s.number().min(0),
            s.pattern<Exclude<Tolerance, number>>(tolerancePattern, '2%'),
          )
          .default('exact')
          .describe(
            'How far off counts as right: `exact`, a number in the unit of `key`, `2%`, or a factor: `x2`.',
          ),
      },
      faultsOf,
    ),
  prompt: (item, { lang }) => ({
    type: 'type-in',
    stem: pickLanguage(item.stem, lang),
    blanks: [''],
    ...(item.unit === undefined ? {} : { unit: pickLanguage(item.unit, lang) }),
    hint:
      item.hint === undefined ? hintRange(item.key, numberSortOf(item), lang) : pickLanguage(item.hint, lang),
  }),
  judge(item, answer, lang, have) {
    if (answer.type !== 'typed') return { type: 'judged', verdict: 'wrong', remarks: [] };
    const [typed = ''] = answer.texts;
    if (typed.trim() === '') return { type: 'refused', reason: { why: 'empty' } };
    return judgeNumber(item, typed, lang, have);
  },
  key: shown,
  guess: () => 0,
  right: partsOf,
  beside: (item) => (item.unit === undefined ? [] : [item.unit]),
  quantity: (item) => item,
  *trials(item, lang) {
    yield ignorance;
    const typed = (words: string): Answer => ({ type: 'typed', texts: [words] });
    yield { answer: typed(''), right: false, path: ['key'], what: 'an empty answer' };
    yield {
      answer: typed(shown(item, lang)),
      right: true,
      path: ['key'],
      what: 'the correct answer as it is shown',
    };
    // Below 1, a number without the sign would be read as a share of 1 as well.
    const sign = numberSortOf(item) === 'percent' ? '%' : '';
    for (const { value, right, what } of edgesOf(item))
      yield { answer: typed(`${value}${sign}`), right, path: ['key'], what };
  },
  face: (item, lang) => ({ front: pickLanguage(item.stem, lang), back: shown(item, lang) }),
});

function partsOf({ key, tolerance, unit }: NumberItem): readonly RightPart[] {
  return [
    { slot: 'key', text: String(key), path: ['key'], exact: true },
    { slot: 'tolerance', text: plainly(tolerance), path: ['tolerance'], exact: true },
    // A unit that is named says what the number was of all along.
    ...(unit === undefined ? [] : [{ slot: 'unit', text: unit, path: ['unit'], optional: true as const }]),
  ];
}

/** A tolerance in one spelling: `2.0%` is `2%`. */
function plainly(tolerance: Tolerance): string {
  if (tolerance === 'exact' || tolerance === 0) return '0';
  return String(tolerance).replace(/\d+(?:\.\d+)?/, (digits) => String(Number(digits)));
}

/** The key, and numbers at the edges of its tolerance and just outside of them. */
function edgesOf({ key, tolerance }: NumberItem) {
  const [low, high] = boundsOf(key, tolerance);
  // More than the slack for what binary fractions lose, and no more than 1 in 10^12.
  const beyond = (edge: number) => Math.max(Math.abs(key), Math.abs(edge)) * 1e-12 || 1e-12;
  // Where 0 is right, a number outside is often right in another reading of its unit: the tolerance is at fault, and a rule says so.
  const reachesZero = key !== 0 && isInRange(0, key, tolerance);
  const edges = [
    { value: key, right: true, what: 'the correct answer' },
    { value: low, right: true, what: 'the lower edge of the tolerance' },
    { value: high, right: true, what: 'the upper edge of the tolerance' },
    { value: low - beyond(low), right: false, what: 'a number just below the tolerance' },
    { value: high + beyond(high), right: false, what: 'a number just above the tolerance' },
  ];
  return edges.filter(({ value, right }) => Number.isFinite(value) && (right || !reachesZero));
}

function faultsOf({ key, tolerance }: NumberItem): readonly ShapeFault[] {
  if (typeof tolerance === 'number' || tolerance === 'exact') return [];
  const path = ['tolerance'];
  if (key === 0) return [{ path, message: 'a percentage or a factor of 0 is 0; give a number' }];
  const tooSmall = tolerance.startsWith('x') && Number(tolerance.slice(1)) <= 1;
  return tooSmall
    ? [{ path, message: 'a factor must be greater than 1; `x2` is from half to twice the correct answer' }]
    : [];
}

/** The key with its unit, as the language of the stem writes them; a unit in brackets tells what to type and is not repeated. */
function shown(item: NumberItem, lang: Lang): string {
  const isOwn = typeof item.unit === 'object' && lang in item.unit;
  const language = isOwn ? lang : languageReadOf(item, lang);
  const value = numberSortOf(item) === 'year' ? String(item.key) : showNumber(item.key, language);
  const unit = item.unit === undefined ? '' : pickLanguage(item.unit, lang);
  return unit === '' || /^[(（]/.test(unit) ? value : joinUnit(value, unit, language);
}
