import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { deckText, type Fields } from './bank-text.ts';

const item = (id: string, ...requires: readonly string[]): Fields => ({
  id,
  kind: 'number',
  stem: `How many layers has ${id}?`,
  key: 12,
  requires,
});

const found = (items: readonly Fields[], whole = true) =>
  checkBank([{ path: 'deck.yaml', text: deckText(items) }], {
    whole,
    wanted: ({ id }) => id === 'ref/dangling-requires',
  }).diagnostics.map((d) => `${d.item}: ${d.message}`);

describe('ref/dangling-requires', () => {
  it('finds what is no question, with the nearest one that is', () => {
    expect(found([item('one'), item('two', 'one', 'onee')])).toEqual([
      'two: no question has the id `onee`; did you mean `one`?',
    ]);
    expect(found([item('one', 'nothing-like-it')])).toEqual([
      'one: no question has the id `nothing-like-it`; use the id of a question or remove it',
    ]);
    expect(found([item('one', 'elsewhere')], false)).toEqual([]);
  });

  it('finds each circle once, at what closes it', () => {
    const circle = (ids: string) =>
      `circular \`requires\` (${ids}), so none of these questions is ever asked; remove one requirement`;
    expect(found([item('one', 'one')])).toEqual([`one: ${circle('`one` → `one`')}`]);
    expect(
      found([item('zero', 'one'), item('one', 'two'), item('two', 'three'), item('three', 'one')]),
    ).toEqual([`three: ${circle('`one` → `two` → `three` → `one`')}`]);
    expect(found([item('a', 'b', 'c'), item('b', 'd'), item('c', 'd'), item('d')])).toEqual([]);
  });

  it('follows long ways', () => {
    const chain = Array.from({ length: 3000 }, (_, i) => (i === 0 ? item('i0') : item(`i${i}`, `i${i - 1}`)));
    expect(found(chain.slice(0, 500))).toEqual([]);
    expect(found([...chain.slice(1), item('i0', 'i2999')])).toEqual([
      'i2: circular `requires` (`i1` → `i0` → `i2999` → `i2998` → 2,992 others → `i5` → `i4` → `i3` → `i2` → `i1`), so none of these questions is ever asked; remove one requirement',
    ]);
  });
});
