import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { variantsOf } from '#core/check/language/variants.ts';
import { loadLookUps } from '#core/check/load-look-ups.ts';

const lookUps = await loadLookUps();

const variants = (text: string) => variantsOf(text, lookUps).map((variant) => variant.text);

describe('the natural variants of', () => {
  it.each([
    ['因果掩码', ['因果掩碼']],
    ['embedding matrix', []],
    ['byte', []],
    ['greedy', []],
    ['eighty', []],
    ['fine-tuning', ['finetuning', 'fine tuning']],
    ["Zipf's law", ['Zipfs law']],
    ['[MASK]', ['MASK']],
    ['U.S.', ['US']],
    ['</s>', []],
    ['Two symbols', ['2 symbols']],
    ['at most 3 layers', ['at most three layers']],
    ['one-shot', ['oneshot', 'one shot']],
    ['two and a half', []],
    ['3 × 3', []],
    ['GPT-3', []],
    ['Q*', []],
  ])('%s', (text, expected) => {
    expect(variants(text)).toEqual(expected);
  });

  it.each([
    ['de', 'Osmose', ['die Osmose']],
    ['de', 'der Zellkern', ['Zellkern']],
    ['fr', "l'île", ['île']],
    ['es', 'hígado', ['la hígado']],
    ['it', 'F1', []],
    ['pt', 'osmose', []],
  ])('a term in %s: %s', (language, text, expected) => {
    expect(variantsOf(text, {}, [language]).map((variant) => variant.text)).toEqual(expected);
  });

  it('a term, without look-ups', () => {
    expect(variantsOf('因果掩码', {})).toEqual([]);
    expect(variantsOf('fine-tuning query', {})).toHaveLength(2);
  });
});

function messages(fields: object): readonly string[] {
  const item = {
    ...{
      id: 'some-item',
      level: 1,
      stem: 'Which is it?',
      rationale: 'It has been measured again and again.',
    },
    ...{ sources: [{ title: 'A book of measures' }], ...fields },
  };
  const text = `title: T\nitems:\n  - ${JSON.stringify(item)}\n`;
  const { diagnostics } = checkBank([{ path: 'deck.yaml', text }], { lookUps });
  return diagnostics.filter(({ rule }) => rule === 'item/refused-variant').map(({ message }) => message);
}

describe('item/refused-variant', () => {
  it.each([
    { kind: 'text', key: { en: 'causal mask', zh: '因果掩码' }, accept: ['fine-tuning', 'query'] },
    { kind: 'text', key: '[MASK]' },
    { kind: 'text', key: 'fine-tuning', exact: true },
    { kind: 'text', key: 'query and key', all: ['query', { en: 'key', zh: '键' }] },
    {
      kind: 'cloze',
      stem: 'A {{one}} and a {{two}}',
      accept: { one: ['query'], two: [{ en: 'class', zh: '类' }] },
    },
    { kind: 'number', key: 825, unit: 'GB' },
    { kind: 'number', key: 300e9, unit: { en: 'tokens', zh: '个 token' } },
    { kind: 'number', key: 12.5, unit: '%' },
    { kind: 'number', key: 2017 },
    { kind: 'number', key: 50000, unit: 'merges (BPE)' },
  ])('has nothing to say of %j', (fields) => {
    expect(messages(fields)).toEqual([]);
  });

  it('leaves what the author rejects', () => {
    const reject = [{ text: 'queries', why: 'There is only one.' }];
    expect(messages({ kind: 'text', key: 'query', reject })).toEqual([]);
  });

  it('finds a number that is written in one way alone', () => {
    expect(messages({ kind: 'text', key: 'two layers' })).toEqual([
      '`2 layers` (in digits) is refused; add it to the accepted answers, unless it is another one',
    ]);
    expect(messages({ kind: 'text', key: 'two layers', accept: ['2 layers'] })).toEqual([]);
  });

  it('names what is refused, and what to do', () => {
    expect(messages({ kind: 'number', key: 4, unit: '/ 10' })).toEqual([
      expect.stringMatching(/^`4 \/ 10` \(with its unit\) .*; write the unit as the word/),
    ]);
  });
});
