import { describe, expect, it } from 'vitest';
import type { TextItem } from '#core/question/kinds/text/index.ts';
import { text } from '#core/question/kinds/text/index.ts';

const item: TextItem = {
  ...{ id: 'two', kind: 'text', level: 1, tags: [], stem: 'Which two keep a model from overfitting?' },
  ...{ key: 'dropout and weight decay', accept: [], all: ['dropout', ['weight decay', 'L2']] },
  reject: [{ text: 'relu', why: 'It is a function.' }],
  ...{ rationale: 'So.', sources: [], revision: 1, formerIds: [], requires: [], notes: [] },
};

const grade = async (typed: string, more: Partial<TextItem> = {}) => {
  const outcome = await text.grade({ ...item, ...more }, { type: 'typed', texts: [typed] }, 'en');
  if (outcome.type === 'refused') return [outcome.reason.why, outcome.insisted?.verdict];
  return [
    outcome.verdict,
    outcome.remarks.map((remark) =>
      remark.type === 'blank'
        ? `${remark.right ? '+' : 'x'} ${remark.given} -> ${remark.key}`
        : remark.type === 'why'
          ? `${remark.option}: ${remark.why}`
          : remark.type,
    ),
  ];
};

describe('an answer of several things', () => {
  it('says part by part what was right', async () => {
    expect(await grade('dropout and layer norm')).toEqual([
      'partial',
      ['+ dropout -> dropout', 'x layer norm -> weight decay'],
    ]);
    expect(await grade('norm')).toEqual(['wrong', ['x norm -> dropout', 'x  -> weight decay']]);
  });

  it('may have `and` within a part', async () => {
    const all = ['drop and add', 'weight decay'];
    expect((await grade('weight decay, drop and add', { all }))[0]).toBe('correct');
  });

  it('names what is too much, once with the reason if it is a rejected answer', async () => {
    expect(await grade('weight decay; dropout; batch norm; relu')).toEqual([
      'partial',
      [
        '+ dropout -> dropout',
        '+ weight decay -> weight decay',
        'batch norm: This is not one of them.',
        'relu: It is a function.',
      ],
    ]);
  });

  it('counts what is said twice once', async () => {
    expect((await grade('dropout, weight decay, L2'))[0]).toBe('correct');
    expect((await grade('L2, weight decay'))[0]).toBe('partial');
  });

  it('asks back for another word, and takes it for wrong if it is meant', async () => {
    expect(await grade('dropouts, weight decoy')).toEqual(['another-word', 'partial']);
    expect((await grade('dropuot, weight decay'))[0]).toBe('correct');
  });

  it('counts each sign if it is exact', async () => {
    const more = { all: ['<s>', '</s>'], key: '<s> and </s>', exact: true };
    expect((await grade('</s>, <s>', more))[0]).toBe('correct');
    expect((await grade('</S>, <s>', more))[0]).toBe('partial');
  });

  it.each([
    [
      'de',
      ['Watson', 'Crick'],
      'Watson und Crick; Watson sowie Crick; sowohl Watson als auch Crick; Crick u. Watson; Watson, Crick',
    ],
    [
      'de-AT',
      ['Rhein', 'Main', 'Donau'],
      'Rhein, Main und Donau; Rhein und Main und Donau; Donau, Rhein, und Main',
    ],
    [
      'fr',
      ['Marie Curie', 'Pierre Curie'],
      'Marie Curie et Pierre Curie; Pierre Curie ainsi que Marie Curie',
    ],
    ['es', ['Fernando', 'Isabel'], 'Fernando e Isabel; Isabel y Fernando'],
    ['it', ['Romolo', 'Remo'], 'Romolo e Remo'],
    ['ja', ['水素', '酸素'], '水素と酸素; 水素、酸素; 酸素および水素; 水素・酸素; 水素や酸素'],
    ['ja', ['ことり', 'いぬ'], 'ことりといぬ; いぬとことり'],
    ['en', ['dropout', 'weight decay'], 'dropout and weight decay; dropout & weight decay'],
  ])('are joined in %s: %j', async (language, all, typed) => {
    for (const one of typed.split('; ')) {
      const [key = ''] = all;
      expect([one, (await grade(one, { language, all, key, reject: [] }))[0]]).toEqual([one, 'correct']);
    }
  });

  it('does not take a word of another language for a joint', async () => {
    expect((await grade('dropout und weight decay', {}))[0]).toBe('partial');
  });
});
