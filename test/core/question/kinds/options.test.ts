import { describe, expect, it } from 'vitest';
import { randomFrom } from '#core/base/random.ts';
import { choice } from '#core/question/kinds/choice/index.ts';
import { match } from '#core/question/kinds/match/index.ts';
import { multi } from '#core/question/kinds/multi/index.ts';
import { order } from '#core/question/kinds/order/index.ts';
import { recall } from '#core/question/kinds/recall/index.ts';
import { trueFalse } from '#core/question/kinds/true-false/index.ts';
import { shapes } from '#core/question/shapes.ts';
import { gradeAtOnce } from '../../../grading.ts';

const common = { id: 'some-item', level: 1, stem: 'Which?', rationale: 'So.', sources: [{ ref: 'a2020' }] };
const asking = (lang: string, seed = '1') => ({ lang, random: randomFrom(seed) });
const seeds = Array.from({ length: 200 }, (_, i) => String(i));
const why = (text: string) => ({ text, why: `${text} is wrong.` });
const hint = { en: 'Think.', zh: '想一想。' };

const choiceWith = (fields: object) =>
  choice
    .schema(shapes)
    .parse({ ...common, kind: 'choice', key: 'a', distractors: [why('b'), why('c')], ...fields });
const multiWith = (fields: object) =>
  multi
    .schema(shapes)
    .parse({ ...common, kind: 'multi', keys: ['a', 'b'], distractors: [why('c')], ...fields });
const orderWith = (fields: object) =>
  order.schema(shapes).parse({ ...common, kind: 'order', sequence: ['a', 'b', 'c'], by: 'rank', ...fields });
const matchWith = (fields: object) =>
  match.schema(shapes).parse({
    ...common,
    kind: 'match',
    pairs: [
      { left: 'A', right: 'a' },
      { left: 'B', right: 'b' },
    ],
    ...fields,
  });
const recallWith = (fields: object) =>
  recall.schema(shapes).parse({ ...common, kind: 'recall', key: 'Because.', ...fields });

const trueFalseWith = (fields: object) =>
  trueFalse.schema(shapes).parse({ ...common, kind: 'true-false', key: true, ...fields });

describe('a hint', () => {
  it('is the author’s own where there is one', () => {
    expect(choice.prompt(choiceWith({ hint }), asking('zh')).hint).toBe('想一想。');
    expect(multi.prompt(multiWith({ hint }), asking('zh')).hint).toBe('想一想。');
    expect(trueFalse.prompt(trueFalseWith({ hint }), asking('zh')).hint).toBe('想一想。');
    expect(order.prompt(orderWith({ hint }), asking('en')).hint).toBe('Think.');
    expect(match.prompt(matchWith({ hint }), asking('en')).hint).toBe('Think.');
    expect(recall.prompt(recallWith({ hint }), asking('fr')).hint).toBe('Think.');
  });

  it('never strikes out a right option', () => {
    for (const seed of seeds) {
      expect(choice.prompt(choiceWith({}), asking('en', seed)).hint).toMatch(/^Not this one: [bc]$/);
      expect(multi.prompt(multiWith({}), asking('zh', seed)).hint).toBe('不是：c');
    }
  });

  it('is left out where true and false are all there is', () => {
    expect(trueFalse.prompt(trueFalseWith({}), asking('en'))).not.toHaveProperty('hint');
  });

  it.each([
    ['The causal mask hides what comes after.', 'en', 'It starts with: The causal mask ...'],
    ['Because of attention.', 'en', 'It starts with: Becau ...'],
    ['模型学了“甲是乙”，并不会因此就能答出“乙是甲”。', 'zh', '开头是：模型学了“……'],
    ['在 GPT-3 论文描述的三种设定里模型的权重都保持不变。', 'zh', '开头是：在 GPT-……'],
    ['𠮷野家的牛肉饭，不是题目', 'zh', '开头是：𠮷野家……'],
  ])('of a recall gives a small part of the key: %s', (key, lang, expected) => {
    expect(recall.prompt(recallWith({ key }), asking(lang)).hint).toBe(expected);
  });
});

describe('words for true and for false', () => {
  const wordsOf = (language: string, lang = 'en') => {
    const item = { ...trueFalseWith({}), ...(language === 'en' ? {} : { language }) };
    const prompt = trueFalse.prompt(item, asking(lang));
    return prompt.type === 'pick-one' ? (prompt.words ?? []) : [];
  };

  it.each([
    ['de', 'richtig wahr ja', 'falsch nein'],
    ['de-AT', 'stimmt', 'falsch'],
    ['fr', 'vrai oui', 'faux non'],
    ['es', 'verdadero sí si', 'falso no'],
    ['it', 'vero sì', 'falso no'],
    ['ja', '正しい はい ○', '誤り いいえ × x'],
    ['en', 'true t yes 对', 'false f no 错'],
  ])('are those of the question’s language: %s', (language, yes, no) => {
    const [right, wrong] = wordsOf(language);
    expect(right).toEqual(expect.arrayContaining(yes.split(' ')));
    expect(wrong).toEqual(expect.arrayContaining(no.split(' ')));
    expect(right?.filter((word) => wrong?.includes(word))).toEqual([]);
    for (const word of [...(right ?? []), ...(wrong ?? [])])
      expect(word).toBe(word.normalize('NFKC').toLowerCase());
  });

  it('begin with those of the learner, which the program names', () => {
    expect([wordsOf('de')[0]?.[0], wordsOf('de', 'zh')[0]?.[0], wordsOf('de', 'de')[0]?.[0]]).toEqual([
      'true',
      '对',
      'true',
    ]);
    expect(wordsOf('en')[0]).not.toContain('richtig');
  });
});

describe('options that are numbers', () => {
  const numbers = choiceWith({
    key: { en: '12 layers', zh: '12 层' },
    distractors: [
      { text: { en: '96 layers', zh: '96 层' }, why: 'So.' },
      { text: { en: '6 layers', zh: '6 层' }, why: 'So.' },
      { text: { en: '1,024 layers', zh: '1,024 层' }, why: 'So.' },
    ],
  });

  it('are shown in ascending order, whatever the dice say', () => {
    for (const seed of seeds) {
      expect(choice.prompt(numbers, asking('en', seed))).toMatchObject({
        options: ['6 layers', '12 layers', '96 layers', '1,024 layers'],
      });
      expect(choice.prompt(numbers, asking('zh', seed))).toMatchObject({
        options: ['6 层', '12 层', '96 层', '1,024 层'],
      });
    }
  });

  it('are so on a card too', () => {
    expect(choice.face(numbers, 'en').front).toBe(
      'Which?\n- 6 layers\n- 12 layers\n- 96 layers\n- 1,024 layers',
    );
  });

  it('are shuffled with others among them', () => {
    const mixed = choiceWith({ key: '12', distractors: [why('6'), why('as many as one likes')] });
    const orders = seeds.map((seed) => {
      const prompt = choice.prompt(mixed, asking('en', seed));
      return prompt.type === 'pick-one' ? prompt.options.join() : '';
    });
    expect(new Set(orders).size).toBe(6);
  });
});

describe('an item that names a thing twice', () => {
  it('is asked and graded all the same', () => {
    const twice = choiceWith({ distractors: [why('a'), why('b'), why('b')] });
    expect(choice.prompt(twice, asking('en'))).toMatchObject({ type: 'pick-one' });
    expect(choice.grade(twice, { type: 'picked', option: 'a' }, 'en')).toMatchObject({ verdict: 'correct' });
    expect(choice.grade(twice, { type: 'picked', option: 'b' }, 'en')).toMatchObject({ verdict: 'wrong' });

    const ticked = multiWith({ keys: ['a', 'a'] });
    expect(multi.grade(ticked, { type: 'ticked', options: ['a'] }, 'en')).toMatchObject({
      verdict: 'correct',
    });

    const arranged = orderWith({ sequence: ['a', 'a', 'a'] });
    expect(order.prompt(arranged, asking('en'))).toMatchObject({ options: ['a', 'a', 'a'] });
    expect(order.grade(arranged, { type: 'arranged', sequence: ['a', 'a', 'a'] }, 'en')).toMatchObject({
      verdict: 'correct',
    });
  });

  it('shows a right thing of several pairs once, and takes it for each', () => {
    const shared = matchWith({
      pairs: ['A', 'B', 'C'].map((left) => ({ left, right: left === 'A' ? 'a' : 'b' })),
    });
    const prompt = match.prompt(shared, asking('en'));
    expect(prompt.type === 'pair' && [...prompt.rights].sort()).toEqual(['a', 'b']);
    expect(match.grade(shared, { type: 'paired', rights: ['a', 'b', 'b'] }, 'en')).toMatchObject({
      verdict: 'correct',
    });
    expect(match.guess(shared)).toBe(1 / 8);
  });

  it('does not call a right pair wrong for being a distractor too', () => {
    const both = matchWith({ distractors: [why('a')] });
    const outcome = match.grade(both, { type: 'paired', rights: ['a', 'a'] }, 'en');
    expect(outcome).toMatchObject({ verdict: 'partial' });
    const half = gradeAtOnce(match, both, { type: 'paired', rights: ['a', 'x'] }, 'en');
    expect(half.type === 'judged' && half.remarks.map((r) => r.type)).toEqual(['pair', 'pair']);
  });
});

describe('order', () => {
  it('is never shown in its right order, in whichever language', () => {
    const item = orderWith({
      sequence: [
        { en: 'a', zh: '一' },
        { en: 'a', zh: '二' },
        { en: 'b', zh: '三' },
      ],
    });
    for (const seed of seeds) {
      expect(order.prompt(item, asking('en', seed))).not.toMatchObject({ options: ['a', 'a', 'b'] });
      expect(order.prompt(item, asking('zh', seed))).not.toMatchObject({ options: ['一', '二', '三'] });
    }
  });

  it('has a front that does not tell the order, even where that is the alphabet’s', () => {
    expect(order.face(orderWith({}), 'en')).toEqual({
      front: 'Which?\n- c\n- b\n- a\n(rank)',
      back: '1. a\n2. b\n3. c',
    });
    expect(order.face(orderWith({ sequence: ['c', 'a', 'b'] }), 'en').front).toBe(
      'Which?\n- a\n- b\n- c\n(rank)',
    );
  });
});

describe('match', () => {
  it('has a front with both sides, the right one in another order', () => {
    expect(match.face(matchWith({ distractors: [why('c')] }), 'en')).toEqual({
      front: 'Which?\n- A\n- B\n= c\n= b\n= a',
      back: 'A = a\nB = b',
    });
  });

  it('is guessed by the number of ways to pair', () => {
    expect(match.guess(matchWith({}))).toBe(1 / 2);
    expect(match.guess(matchWith({ distractors: [why('c'), why('d')] }))).toBe(1 / 12);
  });
});
