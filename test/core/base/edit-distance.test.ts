import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { editDistanceOf } from '#core/base/edit-distance.ts';

test.each([
  ['', '', 0],
  ['token', 'token', 0],
  ['token', 'tokn', 1],
  ['token', 'tokens', 1],
  ['token', 'toxen', 1],
  ['token', 'tokne', 1],
  ['token', 'otken', 1],
  ['token', 'oktne', 3],
  ['', 'ab', 2],
  ['', 'abc', 3],
  ['token', 'attention', 3],
])('%j and %j are %d apart', (a, b, count) => {
  expect(editDistanceOf(a, b)).toBe(count);
  expect(editDistanceOf(b, a)).toBe(count);
});

const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 9 });

it('is no more than the slips that were made', () => {
  const slip = fc.tuple(fc.constantFrom('drop', 'add', 'replace', 'swap'), fc.nat(9));
  fc.assert(
    fc.property(word, fc.array(slip, { maxLength: 2 }), (text, slips) => {
      const typed = slips.reduce((t, [sort, at]) => slipped(t, sort, at), text);
      expect(editDistanceOf(text, typed)).toBeLessThanOrEqual(2 * slips.length);
      if (slips.length === 1) expect(editDistanceOf(text, typed)).toBeLessThanOrEqual(1);
    }),
  );
});

it('is quick with long texts that are alike', () => {
  expect(editDistanceOf('ab'.repeat(50_000), `${'ab'.repeat(49_999)}bb`)).toBe(1);
});

function slipped(text: string, sort: string, at: number): string {
  const [before, letter, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  if (sort === 'drop') return before + after;
  if (sort === 'add') return `${before}x${letter}${after}`;
  if (sort === 'replace') return letter === '' ? text : `${before}x${after}`;
  return before + after.slice(0, 1) + letter + after.slice(1);
}
