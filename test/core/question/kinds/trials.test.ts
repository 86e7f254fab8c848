import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Item, kindOf, kinds } from '#core/question/kinds/index.ts';
import type { Trial } from '#core/question/kinds/kind.ts';
import { shapes } from '#core/question/shapes.ts';
import { gradeAtOnce } from '../../../grading.ts';
import { tries } from '../../../tries.ts';

const common = { id: 'some-item', level: 1, stem: 'Which?', rationale: 'So.', sources: [{ ref: 'a2020' }] };
const why = 'It is another.';

function itemOf(fields: Readonly<Record<string, unknown>> & { readonly kind: Item['kind'] }): Item {
  const kind = kinds.find((k) => k.name === fields.kind);
  return kind?.schema(shapes).parse({ ...common, ...fields }) as Item;
}

/** The trials of an item that must be found right, or must not, as `place: answer`. */
function tried(item: Item, right: boolean, lang = 'en'): readonly string[] {
  const trials = [...kindOf(item).trials(item, lang)].filter((t) => t.right === right);
  return trials.map((t) => `${t.path.join('.')}: ${given(t)}`);
}

function given({ answer }: Trial): string {
  switch (answer.type) {
    case 'picked':
      return answer.option;
    case 'ticked':
      return answer.options.join(' + ');
    case 'typed':
      return answer.texts.join(' | ');
    case 'arranged':
      return answer.sequence.join(' > ');
    case 'paired':
      return answer.rights.join(', ');
    case 'self-judged':
      return answer.verdict;
    case 'unknown':
      return '?';
  }
}

/** The trials that the grader does not find as they must be. */
function failing(item: Item, lang = 'en'): readonly string[] {
  const kind = kindOf(item);
  return [...kind.trials(item, lang)].flatMap((trial) => {
    const outcome = gradeAtOnce(kind, item, trial.answer, lang);
    const right = outcome.type === 'judged' && outcome.verdict === 'correct';
    return right === trial.right ? [] : [`${trial.path.join('.')}: ${given(trial)}`];
  });
}

const red = { en: 'red', zh: '红' };
const blue = { en: 'blue', zh: '蓝' };

describe('the trials of', () => {
  it('choice: the key in every language, each distractor as it is shown, and nothing', () => {
    const item = itemOf({
      kind: 'choice',
      key: red,
      distractors: [
        { text: blue, why },
        { text: 'grey', why },
      ],
    });
    expect(tried(item, true)).toEqual(['key.en: red', 'key.zh: 红']);
    expect(tried(item, false)).toEqual([
      ': ?',
      'key: ',
      'distractors.0.text.en: blue',
      'distractors.1.text: grey',
    ]);
    expect(tried(item, false, 'zh')).toContain('distractors.0.text.zh: 蓝');
  });

  it('multi: all keys in any order and language; fewer, more, none, and the wrong ones', () => {
    const item = itemOf({ kind: 'multi', keys: [red, 'grey'], distractors: [{ text: blue, why }] });
    expect(tried(item, true)).toEqual(['keys: grey + red', 'keys: grey + 红']);
    expect(tried(item, false)).toEqual([
      ': ?',
      'keys: ',
      'keys.0.en: grey',
      'keys.1: red',
      'distractors.0.text.en: red + grey + blue',
      'distractors: blue',
    ]);
  });

  it('true-false: both labels in every language, and nothing', () => {
    const item = itemOf({ kind: 'true-false', key: false });
    expect(tried(item, true)).toEqual(['key: False', 'key: 错']);
    expect(tried(item, false)).toEqual([': ?', 'key: ', 'key: True', 'key: 对']);
  });

  it('number: the key as it is shown, the edges, what lies just outside of them, and nothing', () => {
    const item = itemOf({
      kind: 'number',
      key: 3e9,
      unit: { en: 'tokens', zh: '个 token' },
      tolerance: '2%',
    });
    expect(tried(item, true)).toEqual([
      'key: 3 billion tokens',
      'key: 3000000000',
      'key: 2940000000',
      'key: 3060000000',
    ]);
    expect(tried(item, true, 'zh')[0]).toBe('key: 30 亿个 token');
    expect(tried(item, false)).toEqual([': ?', 'key: ', 'key: 2939999999.997', 'key: 3060000000.00306']);
  });

  it('number: percentages with their sign, since 0.4 is a share as well', () => {
    const item = itemOf({ kind: 'number', key: 50, unit: '%', tolerance: 49.6 });
    expect(tried(item, false)[2]).toMatch(/^key: 0\.39999\d*%$/);
    expect(failing(item)).toEqual([]);
  });

  it('text: all that is accepted and rejected, in every language, and nothing', () => {
    const item = itemOf({ kind: 'text', key: red, accept: ['crimson'], reject: [{ text: blue, why }] });
    expect(tried(item, true)).toEqual(['key.en: red', 'key.zh: 红', 'accept.0: crimson']);
    expect(tried(item, false)).toEqual([
      ': ?',
      'key: ',
      'key:  ',
      'reject.0.text.en: blue',
      'reject.0.text.zh: 蓝',
    ]);
  });

  it('cloze: all that is accepted for each blank, the others being right; each blank left empty, and all', () => {
    const item = itemOf({
      kind: 'cloze',
      stem: '{{one}} and {{two}}',
      accept: { one: [red, 'crimson'], two: ['grey'] },
    });
    expect(tried(item, true)).toEqual([
      'accept: red | grey',
      'accept.one.0.en: red | grey',
      'accept.one.0.zh: 红 | grey',
      'accept.one.1: crimson | grey',
      'accept.one.0: red and | grey',
      'accept.two.0: red | grey',
    ]);
    expect(tried(item, false)).toEqual([': ?', 'accept:  | ', 'accept.one:  | grey', 'accept.two: red | ']);
  });

  it('cloze: the key of a blank with the word that the stem goes on with', () => {
    const stem = { en: 'It uses {{count}} layers.', zh: '它有 {{count}} 层。' };
    const item = itemOf({ kind: 'cloze', stem, accept: { count: [{ en: 'twelve', zh: '十二' }, '12'] } });
    expect(tried(item, true)).toContain('accept.count.0: twelve layers');
    expect(tried(item, true, 'zh')).toContain('accept.count.0: 十二层');
    expect([...failing(item), ...failing(item, 'zh')]).toEqual([]);
  });

  it('cloze: a blank that nothing is right in is tried by itself', () => {
    const stem = '{{one}} and {{two}}';
    const item = itemOf({ kind: 'cloze', stem, accept: { one: ['@@'], two: ['grey'] } });
    expect(failing(item)).toEqual([
      'accept: @@ | grey',
      'accept.one.0: @@ | grey',
      'accept.one.0: @@ and | grey',
    ]);
  });

  it('order: the sequence in every language; every two changed about, turned, reversed, and nothing', () => {
    const item = itemOf({ kind: 'order', sequence: [red, 'grey', blue], by: 'wavelength' });
    expect(tried(item, true)).toEqual(['sequence: red > grey > blue', 'sequence: 红 > grey > 蓝']);
    expect(tried(item, false)).toEqual([
      ': ?',
      'sequence: ',
      'sequence.0.en: grey > red > blue',
      'sequence.0.en: blue > grey > red',
      'sequence.1: red > blue > grey',
      'sequence: grey > blue > red',
      'sequence: blue > grey > red',
    ]);
  });

  it('match: the pairs in every language; each with each other thing on the right, and nothing', () => {
    const item = itemOf({
      kind: 'match',
      pairs: [
        { left: 'sky', right: blue },
        { left: 'rose', right: 'pink' },
        { left: 'sea', right: blue },
      ],
      distractors: [{ text: red, why }],
    });
    expect(tried(item, true)).toEqual(['pairs: blue, pink, blue', 'pairs: 蓝, pink, 蓝']);
    expect(tried(item, false)).toEqual([
      ': ?',
      'pairs: , , ',
      'pairs.0.right.en: pink, pink, blue',
      'distractors.0.text.en: red, pink, blue',
      'pairs.1.right: blue, blue, blue',
      'distractors.0.text.en: blue, red, blue',
      'pairs.2.right.en: blue, pink, pink',
      'distractors.0.text.en: blue, pink, red',
    ]);
  });

  it('recall: what the learner judges', () => {
    const item = itemOf({ kind: 'recall', key: 'Because.' });
    expect(tried(item, true)).toEqual(['key: correct']);
    expect(tried(item, false)).toEqual([': ?', 'key: partial', 'key: wrong']);
  });
});

describe('the edges of a number’s tolerance', () => {
  const key = fc.oneof(
    fc.constantFrom(0, 1e12, 1e-9, 175e9, 2048, -1e-9, 1e-290, 1e300, 1.7e308, 0.1 + 0.2),
    fc
      .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: -15, max: 20 }))
      .map(([m, e]) => Number(`${m}e${e}`)),
    // Below, there are too few binary fractions to tell a tolerance from what lies outside.
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((k) => k === 0 || Math.abs(k) > 1e-290),
    fc.integer(),
  );
  const tolerance = fc.oneof(
    fc.constant('exact'),
    fc.double({ min: 0, max: 1e15, noNaN: true }),
    fc.integer({ min: 0, max: 1e9 }),
    fc.integer({ min: 0, max: 300 }).map((n) => `${n}%`),
    fc.integer({ min: 1, max: 9999 }).map((n) => `${n / 100}%`),
    fc.integer({ min: 101, max: 5000 }).map((n) => `x${n / 100}`),
  );
  const unit = fc.constantFrom(
    undefined,
    '%',
    'tokens',
    { en: 'parameters', zh: '个参数' },
    { en: 'words', zh: '个单词' },
    { en: '(year)', zh: '年' },
    { en: 'times', zh: '倍' },
    { en: 'tokens per parameter', zh: '个 token / 参数' },
    { en: 'FLOPs', zh: '次浮点运算（FLOPs）' },
    { en: 'US dollars', zh: '美元' },
  );

  it('are right, and what lies just outside is not, in whatever range and unit', () => {
    fc.assert(
      fc.property(key, tolerance, unit, fc.constantFrom('en', 'zh'), (k, t, u, lang) => {
        const number = kinds.find((kind) => kind.name === 'number');
        const written = {
          ...common,
          kind: 'number',
          key: k,
          tolerance: t,
          ...(u === undefined ? {} : { unit: u }),
        };
        const read = number?.schema(shapes).safeParse(written);
        fc.pre(read?.success === true);
        if (read?.success === true) expect(failing(read.data as Item, lang)).toEqual([]);
      }),
      { numRuns: tries(5000) },
    );
  });

  it('are tried on both sides', () => {
    for (const t of ['exact', 5, '5%', 'x2'])
      expect(tried(itemOf({ kind: 'number', key: 100, tolerance: t }), false)).toHaveLength(4);
  });

  it('are right with a unit that is a scale itself, where the tolerance does not reach zero', () => {
    const scaled = fc.constantFrom(
      { en: 'billion parameters', zh: '十亿个参数' },
      { en: 'million tokens', zh: '百万个 token' },
      { en: 'trillion tokens', zh: '万亿个 token' },
      { en: 'B parameters', zh: 'B 参数' },
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), scaled, fc.constantFrom('en', 'zh'), (k, u, lang) => {
        const item = itemOf({ kind: 'number', key: k / 100, unit: u, tolerance: '5%' });
        expect(failing(item, lang)).toEqual([]);
      }),
    );
  });
});
