import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import { cloze } from '#core/question/kinds/cloze/index.ts';
import { number } from '#core/question/kinds/number/index.ts';
import { text } from '#core/question/kinds/text/index.ts';
import { shapes } from '#core/question/shapes.ts';
import { simplify } from '#core/question/typed/scripts.ts';

const common = { id: 'some-item', level: 1, rationale: 'So.', sources: [{ ref: 'a2020' }] };
const asking = (lang: string) => ({ lang, random: randomFrom('1') });

describe('cloze', () => {
  const item = cloze.schema(shapes).parse({
    ...common,
    kind: 'cloze',
    stem: {
      en: '{{size}} parameters, {{data}} tokens, {{size}}.',
      zh: '{{data}} 个 token，{{size}} 个参数。',
    },
    accept: {
      size: [{ en: '175 billion', zh: '1750 亿' }],
      data: [{ en: '300 billion', zh: '3000 亿' }, '300B'],
    },
  });

  it('numbers the blanks in the order of the stem in the language of the learner', () => {
    expect(cloze.prompt(item, asking('en'))).toMatchObject({
      type: 'type-in',
      stem: '[1] ____ parameters, [2] ____ tokens, [1] ____.',
      blanks: ['[1]', '[2]'],
    });
    expect(cloze.prompt(item, asking('zh')).stem).toBe('[1] ____ 个 token，[2] ____ 个参数。');
    expect(cloze.key(item, 'en')).toBe('[1] 175 billion; [2] 300 billion');
    expect(cloze.key(item, 'zh')).toBe('[1] 3000 亿；[2] 1750 亿');
  });

  it('does not number a single blank', () => {
    const single = cloze.schema(shapes).parse({
      ...common,
      kind: 'cloze',
      stem: 'It has {{size}} parameters.',
      accept: { size: ['175B'] },
    });
    expect(cloze.prompt(single, asking('en')).stem).toBe('It has ____ parameters.');
  });

  it('takes no other number for right, whatever of the stem is typed along', () => {
    const beside = ['', ' parameters', '个', '个参数', ' 个 token', ' tokens', '，', ' billion', '亿', '-'];
    const piece = fc.constantFrom(...beside);
    fc.assert(
      fc.property(fc.nat(), fc.nat(), piece, piece, (key, other, before, after) => {
        fc.pre(key !== other);
        const stem = {
          en: 'It has {{n}} parameters, 5 tokens.',
          zh: '用 5 个 token 训练，有 {{n}} 个参数。',
        };
        const counted = cloze
          .schema(shapes)
          .parse({ ...common, kind: 'cloze', stem, accept: { n: [`${key}`] } });
        for (const texts of [[`${before}${other}${after}`], [`${before}${after}`.trim() || 'x']])
          expect(cloze.judge(counted, { type: 'typed', texts }, 'zh', { simplify })).toMatchObject({
            verdict: 'wrong',
          });
      }),
    );
  });

  it('says which blanks are right', () => {
    expect(cloze.grade(item, { type: 'typed', texts: ['3000亿', '1.75B'] }, 'zh')).toEqual({
      type: 'judged',
      verdict: 'partial',
      remarks: [
        { type: 'blank', blank: '[1]', given: '3000亿', key: '3000 亿', right: true },
        { type: 'blank', blank: '[2]', given: '1.75B', key: '1750 亿', right: false },
      ],
    });
  });
});

describe('text', () => {
  const item = text.schema(shapes).parse({
    ...common,
    kind: 'text',
    stem: 'Which half of the Transformer reads?',
    key: { en: 'the encoder', zh: '编码器' },
    reject: [{ text: { en: 'encoders', zh: '解码器' }, why: { en: 'One only.', zh: '那是另一半。' } }],
  });

  it('takes an exact wrong answer for wrong, though it is a typo of the key', () => {
    expect(text.grade(item, { type: 'typed', texts: ['Encoders'] }, 'zh')).toEqual({
      type: 'judged',
      verdict: 'wrong',
      remarks: [{ type: 'why', option: '解码器', why: '那是另一半。' }],
    });
  });

  it('shows a forgiven typo', async () => {
    expect(await text.grade(item, { type: 'typed', texts: [' encdoer'] }, 'en')).toEqual({
      type: 'judged',
      verdict: 'correct',
      remarks: [{ type: 'typo', typed: 'encdoer', meant: 'the encoder' }],
    });
  });
});

describe('number', () => {
  const about = (fields: object) =>
    number.schema(shapes).parse({ ...common, kind: 'number', stem: 'How many?', ...fields });

  it.each([
    [{ key: 300e9, unit: { en: 'tokens', zh: '个 token' } }, '300 billion tokens', '3000 亿个 token'],
    [{ key: 96, unit: { en: 'layers', zh: '层' } }, '96 layers', '96 层'],
    [{ key: 15, unit: '%' }, '15%', '15%'],
    [{ key: 2017, unit: { en: '(year)', zh: '年' } }, '2017', '2017 年'],
    [{ key: 2017 }, '2017', '2017'],
    [{ key: 2048, unit: 'tokens' }, '2,048 tokens', '2,048 tokens'],
    [{ key: 12288 }, '12,288', '12,288'],
  ])('shows the key of %j as %s and %s', (fields, en, zh) => {
    expect([number.key(about(fields), 'en'), number.key(about(fields), 'zh')]).toEqual([en, zh]);
  });

  it.each([
    [{ key: 300e9, unit: 'tokens' }, 'Between 100 billion and 1 trillion.', '在 1000 亿和 1 万亿之间。'],
    [{ key: 0.1 }, 'Between 0.1 and 1.', '在 0.1 和 1 之间。'],
    [{ key: 44, unit: '%' }, 'Between 25% and 50%.', '在 25% 和 50% 之间。'],
    [{ key: 100, unit: '%' }, 'Between 75% and 100%.', '在 75% 和 100% 之间。'],
    [{ key: 2017 }, 'Between 2010 and 2019.', '在 2010 和 2019 之间。'],
    [{ key: -30 }, 'Between -100 and -10.', '在 -100 和 -10 之间。'],
    [{ key: 0 }, 'Between -1 and 1.', '在 -1 和 1 之间。'],
    [{ key: 5, hint: { en: 'A hand.', zh: '一只手。' } }, 'A hand.', '一只手。'],
  ])('hints at %j by: %s', (fields, en, zh) => {
    const hint = (lang: string) => number.prompt(about(fields), asking(lang)).hint;
    expect([hint('en'), hint('zh')]).toEqual([en, zh]);
  });
});
