import { describe, expect, it } from 'vitest';
import type { Bank } from '#core/bank/compile.ts';
import { findSpoilers } from '#core/check/spoilers.ts';
import type { Item } from '#core/question/kinds/index.ts';

const item = (id: string, own: object): Item =>
  ({
    ...{ id, level: 1, tags: ['a'], rationale: 'Because it is so.', sources: [], notes: [] },
    ...{ revision: 1, formerIds: [], requires: [] },
    ...own,
  }) as unknown as Item;

const choice = (id: string, key: string, rationale = 'Because it is so.') =>
  item(id, {
    ...{ kind: 'choice', stem: 'Which of these is meant?', key, rationale },
    distractors: [{ text: 'A plum', why: 'It is none.' }],
  });

const text = (id: string, key: string, accept: readonly string[] = [], stem = 'What is it called?') =>
  item(id, { kind: 'text', stem, key, accept });

/** Which items show which answers, by id. */
function spoilersIn(items: readonly Item[], most?: number) {
  const bank: Bank = { decks: [{ name: 'a', title: 'A', items }], sources: new Map(), statements: [] };
  return Object.entries(findSpoilers(bank, most)).map(([place, by]) =>
    [Number(place), ...by].map((at) => items[at]?.id).join(' < '),
  );
}

describe('spoilers', () => {
  it('are questions that show a typed answer as an option, in a rationale or in a stem', () => {
    const typed = text('one', 'Rotary embedding');
    expect(spoilersIn([typed, choice('two', 'A rotary embedding')])).toEqual(['one < two']);
    expect(spoilersIn([choice('two', 'A pear', 'A rotary  Embedding, that is.'), typed])).toEqual([
      'one < two',
    ]);
    expect(spoilersIn([typed, text('two', 'RoPE', [], 'What is a rotary embedding called?')])).toEqual([
      'one < two',
    ]);
    expect(spoilersIn([typed, choice('two', 'An embedding, rotary')])).toEqual([]);
  });

  it('also show it as another answer that is accepted, or as the answer of a blank', () => {
    expect(spoilersIn([text('one', 'RoPE', ['rotary']), choice('two', 'A rotary phone')])).toEqual([
      'one < two',
    ]);
    const cloze = item('three', {
      ...{ kind: 'cloze', stem: 'They are called {{phone}} embeddings.', accept: { phone: ['rotary'] } },
    });
    expect(spoilersIn([cloze, choice('two', 'A rotary phone')])).toEqual(['three < two']);
    // The name of a blank is not shown.
    expect(spoilersIn([text('one', 'phone'), cloze])).toEqual([]);
  });

  it('are found in each language, and Chinese answers within longer words', () => {
    const chinese = item('one', {
      ...{ kind: 'text', stem: { en: 'What is it called?', zh: '它叫什么？' }, accept: [] },
      key: { en: 'Attention', zh: '注意力' },
    });
    const other = item('two', {
      ...{ kind: 'recall', stem: { en: 'Why?', zh: '为什么？' }, key: { en: 'So.', zh: '就是这样。' } },
      rationale: { en: 'Because.', zh: '这是自注意力机制。' },
    });
    expect(spoilersIn([chinese, other])).toEqual(['one < two']);
  });

  it('are none of answers that are picked, are found everywhere, or end in the next text', () => {
    expect(spoilersIn([choice('one', 'A rotary phone'), choice('two', 'A rotary phone')])).toEqual([]);
    expect(spoilersIn([text('one', 'is'), choice('two', 'A pear')])).toEqual([]);
    const many = [text('one', 'pear'), choice('two', 'A pear'), choice('three', 'One pear')];
    expect([spoilersIn(many), spoilersIn(many, 1)]).toEqual([['one < two < three'], []]);
    expect(spoilersIn([text('one', 'meant A pear'), choice('two', 'A pear')])).toEqual([]);
  });
});
