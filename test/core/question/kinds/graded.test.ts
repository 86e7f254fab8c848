import { describe, expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import { type Item, kindOf, kinds } from '#core/question/kinds/index.ts';
import type { Answer } from '#core/question/prompt.ts';
import { shapes } from '#core/question/shapes.ts';

const common = { id: 'some-item', level: 1, rationale: 'So.', sources: [{ ref: 'a2020' }] };
const stem = { en: 'Which?', zh: '哪个？' };
const red = { en: 'red', zh: '红' };
const blue = { en: 'blue', zh: '蓝' };
const why = { en: 'It is another.', zh: '不是它。' };
const hint = { en: 'Think.', zh: '想一想。' };

function itemOf(fields: Readonly<Record<string, unknown>> & { readonly kind: Item['kind'] }): Item {
  const kind = kinds.find((k) => k.name === fields.kind);
  return kind?.schema(shapes).parse({ ...common, stem, ...fields }) as Item;
}

const asked = (item: Item, lang: string) => kindOf(item).prompt(item, { lang, random: randomFrom('seed') });
const graded = (item: Item, answer: Answer, lang = 'en') => kindOf(item).grade(item, answer, lang);
const judged = (verdict: string, ...remarks: readonly unknown[]) => ({ type: 'judged', verdict, remarks });
const other: Answer = { type: 'unknown' };

describe('choice', () => {
  const item = itemOf({
    kind: 'choice',
    key: red,
    distractors: [blue, 'grey'].map((text) => ({ text, why })),
  });
  const picked = (option: string): Answer => ({ type: 'picked', option });

  it('is asked in the language that is wanted', () => {
    expect(asked(item, 'zh')).toEqual({
      type: 'pick-one',
      stem: '哪个？',
      options: expect.arrayContaining(['红', '蓝', 'grey']),
      hint: expect.stringMatching(/^不是：(蓝|grey)$/),
    });
    expect(kindOf(item).key(item, 'zh')).toBe('红');
    expect(kindOf(item).guess(item)).toBe(1 / 3);
    expect(kindOf(item).face(item, 'en')).toEqual({ front: 'Which?\n- blue\n- grey\n- red', back: 'red' });
  });

  it('is right in every language, and says why a distractor is wrong', () => {
    for (const option of ['red', '红']) expect(graded(item, picked(option))).toEqual(judged('correct'));
    const reason = { type: 'why', option: '蓝', why: '不是它。' };
    for (const option of ['blue', '蓝'])
      expect(graded(item, picked(option), 'zh')).toEqual(judged('wrong', reason));
    expect(graded(item, picked('pink'))).toEqual(judged('wrong'));
    expect(graded(item, other)).toEqual(judged('wrong'));
  });
});

describe('multi', () => {
  const item = itemOf({
    kind: 'multi',
    keys: [red, 'grey'],
    distractors: [blue, 'pink'].map((text) => ({ text, why })),
  });
  const ticked = (...options: readonly string[]): Answer => ({ type: 'ticked', options });

  it('is asked in the language that is wanted', () => {
    expect(asked(item, 'zh')).toEqual({
      type: 'pick-many',
      stem: '哪个？',
      options: expect.arrayContaining(['红', 'grey', '蓝', 'pink']),
      hint: expect.stringMatching(/^不是：(蓝|pink)$/),
    });
  });

  it('is right with exactly the right ones, in any language and order', () => {
    expect(graded(item, ticked('grey', '红'))).toEqual(judged('correct'));
    expect(graded(item, other)).toEqual(judged('wrong'));
  });

  it('says why each wrong one is, and which right ones are missing', () => {
    const missed = (option: string) => ({ type: 'missed', option });
    const reason = (option: string) => ({ type: 'why', option, why: 'It is another.' });
    expect(graded(item, ticked())).toEqual(judged('wrong', missed('red'), missed('grey')));
    expect(graded(item, ticked('红'))).toEqual(judged('partial', missed('grey')));
    expect(graded(item, ticked('red', 'grey', '蓝'))).toEqual(judged('partial', reason('blue')));
    expect(graded(item, ticked('pink', 'blue'))).toEqual(
      judged('wrong', reason('blue'), reason('pink'), missed('red'), missed('grey')),
    );
  });

  it('is shown with all of them', () => {
    expect(kindOf(item).key(item, 'en')).toBe('red; grey');
    expect(kindOf(item).key(item, 'zh')).toBe('红；grey');
    expect(kindOf(item).guess(item)).toBe(1 / 15);
    expect(kindOf(item).face(item, 'en')).toEqual({
      front: 'Which?\n- blue\n- grey\n- pink\n- red',
      back: 'red\ngrey',
    });
  });
});

describe('true-false', () => {
  const item = itemOf({ kind: 'true-false', key: false, hint });

  it('is asked and graded by its two labels', () => {
    expect(asked(item, 'zh')).toEqual({
      type: 'pick-one',
      stem: '哪个？',
      options: ['对', '错'],
      words: [expect.arrayContaining(['对', 'true', 't']), expect.arrayContaining(['错', 'false', 'f'])],
      hint: '想一想。',
    });
    const words = [expect.arrayContaining(['对', 't']), expect.arrayContaining(['错', 'f'])];
    expect(asked(item, 'en')).toMatchObject({ options: ['True', 'False'], words });
    for (const option of ['False', '错'])
      expect(graded(item, { type: 'picked', option })).toEqual(judged('correct'));
    for (const option of ['True', '对', ''])
      expect(graded(item, { type: 'picked', option })).toEqual(judged('wrong'));
    expect(graded(item, { type: 'typed', texts: ['False'] })).toEqual(judged('wrong'));
    expect(kindOf(item).key(item, 'zh')).toBe('错');
    expect(kindOf(item).guess(item)).toBe(0.5);
    expect(kindOf(item).face(item, 'zh')).toEqual({ front: '哪个？', back: '错' });
  });
});

describe('order', () => {
  const item = itemOf({ kind: 'order', sequence: [red, 'grey', blue], by: { en: 'rank', zh: '名次' } });
  const place = (at: number, given: string, right: boolean) => {
    const key = ['red', 'grey', 'blue'][at - 1];
    return { type: 'place', place: at, given, key, right };
  };

  it('is asked in the language that is wanted', () => {
    expect(asked(item, 'zh')).toEqual({
      type: 'arrange',
      stem: '哪个？',
      by: '名次',
      options: expect.arrayContaining(['红', 'grey', '蓝']),
      hint: '第一个是：红',
    });
    expect(asked(item, 'en')).toMatchObject({ hint: 'The first is: red' });
    expect(kindOf(item).key(item, 'zh')).toBe('1. 红\n2. grey\n3. 蓝');
    expect(kindOf(item).guess(item)).toBe(1 / 6);
    expect(kindOf(item).face(item, 'zh').front).toBe('哪个？\n- grey\n- 红\n- 蓝\n(名次)');
  });

  it('says of each place whether it is right', () => {
    const arranged = (...sequence: readonly string[]): Answer => ({ type: 'arranged', sequence });
    expect(graded(item, arranged('红', 'grey', 'blue'))).toEqual(judged('correct'));
    expect(graded(item, arranged('red', 'blue'))).toEqual(
      judged('partial', place(1, 'red', true), place(2, 'blue', false), place(3, '', false)),
    );
    expect(graded(item, arranged('grey', 'blue', 'red'))).toEqual(
      judged('wrong', place(1, 'grey', false), place(2, 'blue', false), place(3, 'red', false)),
    );
    expect(graded(item, other)).toEqual(judged('wrong'));
  });
});

describe('match', () => {
  const pairs = [
    { left: { en: 'sky', zh: '天' }, right: blue },
    { left: 'rose', right: red },
  ];
  const item = itemOf({ kind: 'match', pairs, distractors: [{ text: 'grey', why }] });
  const paired = (...rights: readonly string[]): Answer => ({ type: 'paired', rights });

  it('is asked in the language that is wanted', () => {
    expect(asked(item, 'zh')).toEqual({
      type: 'pair',
      stem: '哪个？',
      lefts: ['天', 'rose'],
      rights: expect.arrayContaining(['蓝', '红', 'grey']),
      hint: 'rose = 红',
    });
    expect(kindOf(item).key(item, 'zh')).toBe('天 = 蓝\nrose = 红');
    expect(kindOf(item).face(item, 'zh').front).toBe('哪个？\n- 天\n- rose\n= grey\n= 红\n= 蓝');
  });

  it('says of each pair whether it is right, and why a distractor is wrong', () => {
    const sky = { type: 'pair', left: 'sky', key: 'blue' };
    const rose = { type: 'pair', left: 'rose', key: 'red' };
    expect(graded(item, paired('蓝', 'red'))).toEqual(judged('correct'));
    expect(graded(item, paired('blue', 'grey'))).toEqual(
      judged(
        'partial',
        { ...sky, given: 'blue', right: true },
        { ...rose, given: 'grey', right: false },
        { type: 'why', option: 'grey', why: 'It is another.' },
      ),
    );
    expect(graded(item, paired('red'))).toEqual(
      judged('wrong', { ...sky, given: 'red', right: false }, { ...rose, given: '', right: false }),
    );
    expect(graded(item, other)).toEqual(judged('wrong'));
  });
});

describe('text', () => {
  const item = itemOf({
    kind: 'text',
    key: { en: 'transformer', zh: '变换器' },
    accept: ['attention model'],
    reject: [{ text: { en: 'perceptron', zh: '感知机' }, why }],
  });
  const typed = (text: string): Answer => ({ type: 'typed', texts: [text] });

  it('is asked in the language that is wanted', () => {
    expect(asked(item, 'zh')).toEqual({
      ...{ type: 'type-in', stem: '哪个？', blanks: [''], hint: '以“变”开头，共 3 个字。' },
    });
    expect(asked(itemOf({ kind: 'text', key: 'x', hint }), 'zh')).toMatchObject({ hint: '想一想。' });
    expect(kindOf(item).key(item, 'zh')).toBe('变换器');
    expect(kindOf(item).face(item, 'zh')).toEqual({ front: '哪个？', back: '变换器' });
  });

  it('is right in every language, forgives a typo and says so, and says why another is wrong', async () => {
    for (const text of ['Transformer', ' 变换器 ', 'the attention model'])
      expect(await graded(item, typed(text))).toEqual(judged('correct'));
    expect(await graded(item, typed(' trasformer '))).toEqual(
      judged('correct', { type: 'typo', typed: 'trasformer', meant: 'transformer' }),
    );
    for (const text of ['perceptron', '感知机', 'percetron'])
      expect(await graded(item, typed(text))).toEqual(
        judged('wrong', { type: 'why', option: 'perceptron', why: 'It is another.' }),
      );
    expect(await graded(item, typed('nothing'))).toEqual(judged('wrong'));
    expect(await graded(item, typed(' '))).toEqual({ type: 'refused', reason: { why: 'empty' } });
    expect(await graded(item, { type: 'typed', texts: [] })).toEqual({
      type: 'refused',
      reason: { why: 'empty' },
    });
    expect(await graded(item, other)).toEqual(judged('wrong'));
  });
});

describe('cloze', () => {
  const item = itemOf({
    kind: 'cloze',
    stem: {
      en: 'It has {{count}} layers of {{width}} and {{count}} more.',
      zh: '{{width}} 宽，{{count}} 层。',
    },
    accept: { count: ['12', { en: 'twelve', zh: '十二' }], width: ['transformer'] },
  });
  const typed = (...texts: readonly string[]): Answer => ({ type: 'typed', texts });
  const blank = (name: string, given: string, right: boolean) => ({
    type: 'blank',
    blank: name,
    given,
    key: name === '[1]' ? '12' : 'transformer',
    right,
  });

  it('is asked with its blanks in the order of the language', () => {
    expect(asked(item, 'en')).toEqual({
      type: 'type-in',
      stem: 'It has [1] ____ layers of [2] ____ and [1] ____ more.',
      blanks: ['[1]', '[2]'],
      hint: '[1] Between 10 and 100. [2] Starts with “t”; 11 characters.',
    });
    expect(asked(item, 'zh')).toMatchObject({ stem: '[1] ____ 宽，[2] ____ 层。' });
    expect(kindOf(item).key(item, 'en')).toBe('[1] 12; [2] transformer');
    expect(kindOf(item).key(item, 'zh')).toBe('[1] transformer；[2] 12');
    expect(kindOf(item).face(item, 'zh')).toEqual({
      front: '[1] ____ 宽，[2] ____ 层。',
      back: '[1] transformer；[2] 12',
    });
    expect(kindOf(item).guess(item)).toBe(0);
  });

  it.each([
    ['1998', 'Between 1990 and 1999.'],
    ['2017', 'Between 2010 and 2019.'],
    ['1817', 'Between 1,000 and 10,000.'],
    ['12017', 'Between 10,000 and 100,000.'],
    ['40%', 'Between 25% and 50%.'],
    ['40％', 'Between 25% and 50%.'],
    ['a word', 'Starts with “a”; 2 words.'],
  ])('with %s for its only blank has the hint: %s', (key, expected) => {
    const single = itemOf({ kind: 'cloze', stem: 'A {{b}} c', accept: { b: [key] } });
    expect(asked(single, 'en')).toEqual({
      type: 'type-in',
      stem: 'A ____ c',
      blanks: ['[1]'],
      hint: expected,
    });
    expect(kindOf(single).key(single, 'en')).toBe(key);
  });

  it('says of each blank whether it is right, and what is a typo of what', async () => {
    expect(await graded(item, typed(' 十二 ', 'transformer'))).toEqual(
      judged('correct', blank('[1]', '十二', true), blank('[2]', 'transformer', true)),
    );
    expect(await graded(item, typed('12 layers', 'trasformer'))).toEqual(
      judged('correct', blank('[1]', '12 layers', true), blank('[2]', 'trasformer', true), {
        ...{ type: 'typo', typed: 'trasformer', meant: 'transformer' },
      }),
    );
    expect(await graded(item, typed('12'))).toEqual(
      judged('partial', blank('[1]', '12', true), blank('[2]', '', false)),
    );
    expect(await graded(item, typed('13', 'x'))).toEqual(
      judged('wrong', blank('[1]', '13', false), blank('[2]', 'x', false)),
    );
    expect(await graded(item, typed('transformer', '12'), 'zh')).toMatchObject({ verdict: 'correct' });
    expect(await graded(item, typed(' ', ''))).toEqual({ type: 'refused', reason: { why: 'empty' } });
    expect(await graded(item, other)).toEqual(judged('wrong'));
  });
});

it('recall is judged by the learner', () => {
  const item = itemOf({ kind: 'recall', key: { en: 'Because of it.', zh: '因为它。' } });
  expect(asked(item, 'zh')).toEqual({
    type: 'reveal',
    stem: '哪个？',
    key: '因为它。',
    hint: '开头是：因……',
    points: [],
  });
  for (const verdict of ['correct', 'partial', 'wrong'] as const)
    expect(graded(item, { type: 'self-judged', verdict })).toEqual(judged(verdict));
  expect(graded(item, other)).toEqual(judged('wrong'));
  expect(kindOf(item).guess(item)).toBe(0);
  expect(kindOf(item).face(item, 'zh')).toEqual({ front: '哪个？', back: '因为它。' });
});
