import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Item, kindOf, kinds } from '#core/question/kinds/index.ts';
import { shapes } from '#core/question/shapes.ts';
import { kindsPage } from '../../../../tools/kinds-page.ts';

const common = { id: 'some-item', level: 1, stem: 'Which?', rationale: 'So.', sources: [{ ref: 'a2020' }] };
const why = 'It is another.';
const red = { en: 'red', zh: '红' };
const blue = { en: 'blue', zh: '蓝' };

function itemOf(fields: Readonly<Record<string, unknown>> & { readonly kind: Item['kind'] }): Item {
  const kind = kinds.find((k) => k.name === fields.kind);
  return kind?.schema(shapes).parse({ ...common, ...fields }) as Item;
}

const items = {
  choice: itemOf({
    kind: 'choice',
    key: red,
    distractors: [
      { text: blue, why },
      { text: 'grey', why },
    ],
  }),
  multi: itemOf({ kind: 'multi', keys: [red, 'grey'], distractors: [{ text: blue, why }] }),
  'true-false': itemOf({ kind: 'true-false', key: false }),
  number: itemOf({ kind: 'number', key: 300, unit: red, tolerance: '2.0%' }),
  text: itemOf({ kind: 'text', key: red, accept: ['crimson'], reject: [{ text: 'blue', why }] }),
  cloze: itemOf({
    kind: 'cloze',
    stem: '{{one}} and {{two}}',
    accept: { one: [red, 'crimson'], two: ['grey'] },
  }),
  order: itemOf({ kind: 'order', sequence: [red, 'grey', blue], by: 'wavelength' }),
  match: itemOf({
    kind: 'match',
    pairs: [
      { left: 'sky', right: blue },
      { left: 'rose', right: 'pink' },
      { left: 'sea', right: blue },
    ],
    distractors: [{ text: red, why }],
  }),
  recall: itemOf({ kind: 'recall', key: 'Because.' }),
};

/** What a kind says of an item, beside how it asks and grades. */
function partsOf(item: Item) {
  const kind = kindOf(item);
  return {
    asks: kind.asks,
    right: kind.right(item),
    options: kind.options?.(item),
    columns: kind.columns?.(item),
    beside: kind.beside?.(item),
    quantity: kind.quantity?.(item),
  };
}

it('docs/kinds.md has each kind with its names, its fields and what answers are worth', () => {
  expect(kindsPage()).toBe(readFileSync('docs/kinds.md', 'utf8'));
});

it('each kind has the other names that people give it', () => {
  expect(Object.fromEntries(kinds.map(({ name, alsoCalled }) => [name, alsoCalled]))).toMatchObject({
    choice: ['multiplechoice', 'mcq', 'single', 'singlechoice', 'radio'],
    multi: ['multiselect', 'multipleselect', 'multipleanswer', 'multipleresponse', 'checkbox'],
    'true-false': ['boolean', 'tf'],
    number: ['numeric', 'numerical'],
    text: ['shortanswer', 'freetext'],
    cloze: ['gap', 'fillin', 'fillintheblank', 'fillintheblanks'],
    order: ['ordering', 'sequence'],
    match: ['matching'],
    recall: ['flashcard', 'card'],
  });
});

describe('the parts of', () => {
  it('choice', () => {
    expect(partsOf(items.choice)).toEqual({
      asks: 'pick-one',
      right: [{ slot: '', text: red, path: ['key'] }],
      options: [
        { text: red, right: true, path: ['key'] },
        { text: blue, right: false, why, path: ['distractors', 0, 'text'] },
        { text: 'grey', right: false, why, path: ['distractors', 1, 'text'] },
      ],
    });
  });

  it('multi', () => {
    expect(partsOf(items.multi)).toEqual({
      asks: 'pick-many',
      right: [
        { slot: '', text: red, path: ['keys', 0] },
        { slot: '', text: 'grey', path: ['keys', 1] },
      ],
      options: [
        { text: red, right: true, path: ['keys', 0] },
        { text: 'grey', right: true, path: ['keys', 1] },
        { text: blue, right: false, why, path: ['distractors', 0, 'text'] },
      ],
    });
  });

  it('true-false', () => {
    expect(partsOf(items['true-false'])).toEqual({
      asks: 'judge',
      right: [{ slot: '', text: 'false', path: ['key'], exact: true }],
    });
  });

  it('number, with and without a unit', () => {
    const key = { slot: 'key', text: '300', path: ['key'], exact: true };
    const tolerance = { slot: 'tolerance', text: '2%', path: ['tolerance'], exact: true };
    expect(partsOf(items.number)).toEqual({
      asks: 'type-number',
      right: [key, tolerance, { slot: 'unit', text: red, path: ['unit'], optional: true }],
      beside: [red],
      quantity: items.number,
    });
    expect(partsOf(itemOf({ kind: 'number', key: 300 }))).toMatchObject({
      right: [key, { ...tolerance, text: '0' }],
      beside: [],
    });
  });

  it.each([
    ['exact', '0'],
    [0, '0'],
    [0.5, '0.5'],
    [10, '10'],
    ['12.50%', '12.5%'],
    ['x2.0', 'x2'],
    ['x10.5', 'x10.5'],
  ])('number have the tolerance %s as %s', (tolerance, text) => {
    const item = itemOf({ kind: 'number', key: 300, tolerance });
    expect(kindOf(item).right(item)[1]).toMatchObject({ text });
  });

  it('text', () => {
    expect(partsOf(items.text)).toEqual({
      asks: 'type',
      right: [
        { slot: '', text: red, path: ['key'] },
        { slot: '', text: 'crimson', path: ['accept', 0] },
      ],
    });
  });

  it('cloze', () => {
    expect(partsOf(items.cloze)).toEqual({
      asks: 'fill',
      right: [
        { slot: 'one', text: red, path: ['accept', 'one', 0] },
        { slot: 'one', text: 'crimson', path: ['accept', 'one', 1] },
        { slot: 'two', text: 'grey', path: ['accept', 'two', 0] },
      ],
    });
  });

  it('order', () => {
    expect(partsOf(items.order)).toEqual({
      asks: 'arrange',
      right: [red, 'grey', blue].map((text, i) => ({ slot: String(i), text, path: ['sequence', i] })),
      options: [red, 'grey', blue].map((text, i) => ({ text, right: true, path: ['sequence', i] })),
      beside: ['wavelength'],
    });
  });

  it('match', () => {
    expect(partsOf(items.match)).toEqual({
      asks: 'pair',
      right: [
        { slot: '', text: { en: 'sky = blue', zh: 'sky = 蓝' }, path: ['pairs', 0], joint: true },
        { slot: '', text: 'rose = pink', path: ['pairs', 1], joint: true },
        { slot: '', text: { en: 'sea = blue', zh: 'sea = 蓝' }, path: ['pairs', 2], joint: true },
      ],
      beside: ['sky', blue, 'rose', 'pink', 'sea', blue, red],
      columns: [
        ['sky', 'rose', 'sea'].map((text, i) => ({ text, path: ['pairs', i, 'left'] })),
        [
          { text: blue, path: ['pairs', 2, 'right'] },
          { text: 'pink', path: ['pairs', 1, 'right'] },
          { text: red, right: false, why, path: ['distractors', 0, 'text'] },
        ],
      ],
    });
  });

  it('recall', () => {
    expect(partsOf(items.recall)).toEqual({
      asks: 'reveal',
      right: [{ slot: '', text: 'Because.', path: ['key'] }],
    });
  });
});

/** Each thing that is tried is named in a message of `check`. */
it.each<readonly [keyof typeof items, readonly string[]]>([
  ['choice', ['an empty answer', 'the correct answer', 'this distractor']],
  [
    'multi',
    [
      'ticking all correct options',
      'ticking nothing',
      'ticking all correct options but this',
      'ticking this with the correct options',
      'ticking all distractors',
    ],
  ],
  ['true-false', ['an empty answer', 'answering']],
  [
    'number',
    [
      'an empty answer',
      'the correct answer as it is shown',
      'the correct answer',
      'the lower edge of the tolerance',
      'the upper edge of the tolerance',
      'a number just below the tolerance',
      'a number just above the tolerance',
    ],
  ],
  ['text', ['an empty answer', 'the correct answer', 'this accepted answer', 'this rejected answer']],
  [
    'cloze',
    [
      'the first answer for each blank',
      'an empty answer',
      'an answer without this blank',
      'the correct answer for this blank',
      'this accepted answer',
      'the correct answer for this blank with the word after it',
    ],
  ],
  [
    'order',
    [
      'the correct order',
      'an empty answer',
      'an order with this and `grey` swapped',
      'an order with this and `blue` swapped',
      'an order with the first item last',
      'the reversed order',
    ],
  ],
  [
    'match',
    [
      'the correct pairs',
      'an empty answer',
      '`pink` instead of this for `sky`',
      'this distractor for `sky`',
      '`blue` instead of this for `rose`',
      'this distractor for `rose`',
      '`pink` instead of this for `sea`',
      'this distractor for `sea`',
    ],
  ],
  ['recall', ['an answer that the learner judges']],
])('the trials of %s are called what they are', (name, expected) => {
  const item = items[name];
  const names = new Set([...kindOf(item).trials(item, 'en')].map(({ what }) => what));
  expect([...names]).toEqual(['no answer', ...expected]);
});
