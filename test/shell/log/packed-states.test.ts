import { describe, expect, it } from 'vitest';
import type { Memory } from '#core/learner/memory/memory.ts';
import type { ItemState } from '#core/learner/memory/state.ts';
import { packStates, unpackStates } from '#shell/log/packed-states.ts';

const memory: Memory = {
  ...{ stability: 2.5, difficulty: 5.25, first: 20_000, last: 20_010, due: 20_013, reviews: 3, lapses: 1 },
  ...{ rating: 'hard', revision: 2 ** 40 },
};

const states = new Map<string, ItemState>([
  ['alpha', { upTo: [1_772_359_200_000.5, 'laptop', 7, 'a'], suspended: false, note: '想想 BERT', memory }],
  ['beta', { upTo: [2, 'phone', 2 ** 40, 'b'], suspended: true }],
  [
    'gamma',
    {
      ...{ upTo: [3, 'laptop', 9, 'c'], suspended: true },
      memory: { ...memory, rating: 'again', first: -1, last: 0 },
    },
  ],
]);

const packed = packStates(states);
const bytes = (...numbers: readonly number[]) => Buffer.from(Uint8Array.from(numbers)).toString('base64');

describe('packed states', () => {
  it('are the states, once unpacked', () => {
    expect(unpackStates(packed)).toStrictEqual(states);
    expect(unpackStates(packStates(new Map()))).toStrictEqual(new Map());
  });

  it('name each device once', () => {
    expect(packed).toMatchObject({
      items: ['alpha', 'beta', 'gamma'],
      events: ['a', 'b', 'c'],
      devices: ['laptop', 'phone'],
      notes: { 0: '想想 BERT' },
    });
    expect(Buffer.from(packed.floats, 'base64')).toHaveLength(3 * 5 * 8);
    expect(Buffer.from(packed.integers, 'base64')).toHaveLength(3 * 8 * 4);
  });

  it('are read with bytes behind them that make up no number', () => {
    const more = (text: string) => Buffer.concat([Buffer.from(text, 'base64'), Buffer.of(1, 2, 3)]);
    expect(
      unpackStates({
        ...packed,
        floats: more(packed.floats).toString('base64'),
        integers: more(packed.integers).toString('base64'),
      }),
    ).toStrictEqual(states);
  });

  it.each<readonly [string, unknown]>([
    ['nothing', undefined],
    ['a list', [packed]],
    ['no items', { ...packed, items: undefined }],
    ['no list of items', { ...packed, items: 'abc' }],
    ['an item that is no text', { ...packed, items: ['alpha', 'beta', 3] }],
    ['an event that is no text', { ...packed, events: ['a', 'b', null] }],
    ['a device that is no text', { ...packed, devices: ['laptop', 2] }],
    ['floats that are no text', { ...packed, floats: 5 }],
    ['integers that are no text', { ...packed, integers: 5 }],
    ['an item less', { ...packed, items: ['alpha', 'beta'] }],
    ['an item more', { ...packed, items: ['alpha', 'beta', 'gamma', 'delta'] }],
    ['an event less', { ...packed, events: ['a', 'b'] }],
    ['a device less', { ...packed, devices: ['laptop'] }],
    ['fewer floats', { ...packed, floats: bytes(1, 2, 3, 4, 5, 6, 7, 8) }],
    ['fewer integers', { ...packed, integers: bytes(1, 2, 3, 4) }],
  ])('are none with %s', (_, value) => {
    expect(unpackStates(value)).toBeUndefined();
  });
});
