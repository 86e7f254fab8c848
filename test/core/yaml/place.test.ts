import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DataPath } from '#core/base/data-path.ts';
import { checkBank, readBase } from '#core/check/check.ts';
import { sampleDeck } from '#core/check/examples/sample.ts';
import { rules } from '#core/check/rules/index.ts';
import { readYaml } from '#core/yaml/source.ts';
import { mutated } from '../../arbitrary/mutated.ts';
import { tries } from '../../tries.ts';

const read = (text: string) => readYaml({ path: 'deck.yaml', text });
const deck = `title: T
items:
  - id: one
    stem: { en: What?, zh: 什么？ }
  - id: two
`;

describe('the place of a part', () => {
  const { place, placeNear } = read(deck);
  const spot = ({ line, column }: { readonly line: number; readonly column: number }) => `${line}:${column}`;

  it('is where it stands', () => {
    expect(spot(place(['items', 0, 'stem', 'zh']))).toBe('4:28');
    expect(spot(place(['items', 0, 'stem', 'zh'], 'key'))).toBe('4:24');
    expect(spot(place([]))).toBe('1:1');
  });

  it.each([
    [['itms', 0, 'id']],
    [['items', 2]],
    [['items', 0, 'rationlae']],
    [['items', 0, 'stem', 'de']],
    [['items', 0, 'id', 'en']],
  ] satisfies [DataPath][])('is a mistake of ours if there is no such part: %j', (path) => {
    expect(() => place(path)).toThrow(`deck.yaml has nothing at ${JSON.stringify(path)}`);
    expect(() => place(path, 'key')).toThrow();
  });

  it('is that of the nearest parent, if that was asked for', () => {
    expect(spot(placeNear(['items', 0, 'rationale']))).toBe('3:5');
    expect(spot(placeNear(['items', 0, 'stem', 'de']))).toBe('4:13');
    expect(placeNear(['items', 1, 'id'])).toEqual(place(['items', 1, 'id']));
  });

  it.each([
    ['a space before the colon', 'title : T', '1:9'],
    ['an escape', '"t\\u0069tle": T', '1:15'],
    ['the long form', '? title\n: T', '2:3'],
    ['a map in braces', '{ title: T }', '1:10'],
  ])('is found under a key with %s', (_, text, expected) => {
    expect(spot(read(`${text}\n`).place(['title']))).toBe(expected);
    expect(read(`${text}\n`).written(['title'])).toBe('T');
  });

  it('is the beginning of a file that cannot be read', () => {
    expect(spot(readYaml({ path: 'deck.yaml', text: '', unread: 'it is gone' }).place([]))).toBe('1:1');
  });
});

function* pathsIn(data: unknown, path: DataPath = []): Generator<DataPath> {
  if (data === undefined) return;
  yield path;
  if (Array.isArray(data)) for (const [i, value] of data.entries()) yield* pathsIn(value, [...path, i]);
  else if (typeof data === 'object' && data !== null)
    for (const [key, value] of Object.entries(data)) yield* pathsIn(value, [...path, key]);
}

describe('all that was read has a place', () => {
  const places = (text: string) => {
    const { data, place } = read(text);
    for (const path of pathsIn(data)) {
      expect(place(path).end).toBeLessThanOrEqual(text.length);
      expect(place(path, 'key').end).toBeLessThanOrEqual(text.length);
    }
  };

  it('in the examples of every rule', () => {
    for (const { bad, good } of rules)
      for (const example of [bad, good])
        for (const text of typeof example === 'string' ? [example] : Object.values(example)) places(text);
  });

  it('in a broken file under a line that is no key', () => places(': items:\n  - id: one\n'));

  it('whatever is done to a deck', () => {
    fc.assert(fc.property(mutated([deck, sampleDeck]), places), { numRuns: tries(5000) });
  });
});

it('a field that an author removed is missed at its question', () => {
  const was = sampleDeck.replace('    kind:', '    revision: 2\n    formerIds: [bpe]\n    kind:');
  const base = readBase([{ path: 'deck.yaml', text: was }]);
  const { diagnostics } = checkBank([{ path: 'deck.yaml', text: sampleDeck }], { base });
  const found = diagnostics.map(({ rule, at }) => [rule, sampleDeck.slice(at.start, at.end)]);
  expect(found).toEqual([
    ['ref/id-gone', 'id'],
    ['ref/revision-back', 'id'],
  ]);
});
