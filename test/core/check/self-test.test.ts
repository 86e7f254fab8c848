import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { foundIn, placesIn } from './rules/asked-item.ts';

const found = (fields: Readonly<Record<string, unknown>>) => placesIn('item/self-test', fields);
const why = 'It is the other.';
const lstm = { en: 'LSTM', zh: 'RNN' };
const rnn = { en: 'RNN', zh: 'LSTM' };
const stem = { en: 'Which?', zh: '哪个？' };

describe('a question that its own grader gets wrong', () => {
  it('has a distractor that is the answer in the other language', () => {
    const fields = {
      kind: 'choice',
      stem,
      key: lstm,
      distractors: [
        { text: rnn, why },
        { text: 'GRU', why },
      ],
    };
    expect(foundIn('item/self-test', fields)).toEqual([
      {
        at: '"RNN"',
        message:
          'this distractor (`RNN`) is graded as right but must not be; reword one of the texts that mean two things, since answers count in any language',
      },
    ]);
  });

  it('has correct options that are distractors in the other language', () => {
    const [{ message } = { message: '' }, ...others] = foundIn('item/self-test', {
      kind: 'multi',
      stem,
      keys: [lstm, 'GRU'],
      distractors: [{ text: rnn, why }],
    });
    expect(message).toContain(
      'ticking all correct options is graded as partly right but must be graded as right',
    );
    expect(others).toEqual([]);
  });

  it('has things to order or pair that change places with the language', () => {
    expect(found({ kind: 'order', stem, sequence: [lstm, 'GRU', rnn], by: 'age' })).toEqual(['LSTM']);
    const pairs = [
      { left: 'a', right: lstm },
      { left: 'b', right: 'GRU' },
    ];
    expect(found({ kind: 'match', stem, pairs, distractors: [{ text: rnn, why }] })).toEqual(['RNN']);
  });

  it.each(['@@', '&', '...', '“ ”', '@/:'])('has nothing but punctuation for a correct answer: %s', (key) => {
    expect(found({ kind: 'text', key })).toEqual([key]);
    expect(found({ kind: 'text', key: 'x', accept: [key] })).toEqual([key]);
  });

  it('stands at the blank and the text concerned, once', () => {
    const accept = { one: ['@@', '&'], two: ['grey', '!'] };
    expect(found({ kind: 'cloze', stem: '{{one}}, {{two}}', accept })).toEqual(['@@', '&']);
    expect(
      found({ kind: 'cloze', stem: '{{one}}, {{two}}', accept: { ...accept, one: ['red', '&'] } }),
    ).toEqual(['&', '!']);
    expect(foundIn('item/self-test', { kind: 'cloze', stem: 'A {{one}}', accept: { one: ['@@'] } })).toEqual([
      {
        at: '"@@"',
        message:
          'the correct answer for this blank (`@@`) is graded as wrong but must be graded as right; write it with letters, digits and signs such as + and #, the only ones compared, or use kind `choice`',
      },
    ]);
  });
});

describe('a question that its own grader gets right', () => {
  it.each(['C++', '##', 'Q*', 'GPT-4', '≈', '中', '40%', '$'])(
    'has letters, digits or such signs: %s',
    (key) => {
      expect(found({ kind: 'text', key })).toEqual([]);
    },
  );

  it.each([
    { kind: 'number', key: 0 },
    { kind: 'number', key: 0, unit: '%', tolerance: 1 },
    { kind: 'number', key: 40, unit: { en: '%', zh: '%' }, tolerance: '3%' },
    { kind: 'number', key: 1997, tolerance: 1 },
    { kind: 'number', key: 10, unit: 'billion parameters', tolerance: 9 },
    { kind: 'number', key: 1e12, unit: { en: 'tokens', zh: '个 token' } },
    { kind: 'number', key: 1e-9, unit: 'seconds', tolerance: 'x10' },
    { kind: 'true-false', key: true },
    { kind: 'recall', key: '!' },
  ])('%j', (fields) => {
    expect(found({ ...fields, stem })).toEqual([]);
  });

  it('may pair two things with the same one', () => {
    const pairs = ['a', 'b', 'c'].map((left, i) => ({ left, right: i < 2 ? 'same' : 'other' }));
    expect(found({ kind: 'match', pairs })).toEqual([]);
  });
});

it('says nothing if two options are the same: another rule reports that', () => {
  const item = (fields: object) => {
    const common = { id: 'a', level: 1, stem: 'Which?', rationale: 'R', sources: [{ title: 'T' }] };
    return `title: T\nitems:\n  - ${JSON.stringify({ ...common, ...fields })}\n`;
  };
  const same = [
    {
      kind: 'choice',
      key: 'a',
      distractors: [
        { text: 'b', why },
        { text: 'a', why },
      ],
    },
    { kind: 'multi', keys: ['a', 'b', 'a'], distractors: [{ text: 'c', why }] },
    { kind: 'multi', keys: ['a', 'b'], distractors: [{ text: 'a', why }] },
    { kind: 'order', sequence: ['a', 'b', 'a'], by: 'age' },
    {
      kind: 'match',
      pairs: [
        { left: 'a', right: 'b' },
        { left: 'c', right: 'd' },
      ],
      distractors: [{ text: 'b', why }],
    },
  ];
  for (const fields of same) {
    const { diagnostics } = checkBank([{ path: 'deck.yaml', text: item(fields) }], {
      wanted: ({ id }) => id === 'item/self-test' || id === 'item/duplicate-option',
    });
    expect(diagnostics.map((d) => d.rule)).toEqual(['item/duplicate-option']);
  }
});

describe('the correct answer of several things that is judged as partly right', () => {
  it('is told with the piece that is no part', () => {
    const [{ message } = { message: '' }] = foundIn('item/self-test', {
      kind: 'text',
      stem: 'Which three?',
      key: 'Watson, Crick and others',
      all: ['Watson', 'Crick'],
    });
    expect(message).toMatch(
      /is graded as partly right but must be graded as right; `others` in it is none of the parts in `all`; add it to/,
    );
  });
});
