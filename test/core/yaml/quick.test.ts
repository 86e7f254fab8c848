import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quickData } from '#core/yaml/quick.ts';
import { readYaml } from '#core/yaml/source.ts';
import { slowTrees } from '#core/yaml/trees.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { mutated } from '../../arbitrary/mutated.ts';
import { tries } from '../../tries.ts';

const { files } = readBankFiles(['questions'], process.cwd());
/** The beginnings of the files, whole entries of them. */
const short = files.map(({ text }) => text.slice(0, text.search(/(?<=^[\s\S]{6000,}\n)(?= {2}- id:|\w)/)));

/** Every path of some data, from the root. */
function* pathsIn(data: unknown, path: readonly (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof data !== 'object' || data === null) return;
  for (const [key, value] of Object.entries(data)) {
    const inner = [...path, Array.isArray(data) ? Number(key) : key];
    yield inner;
    yield* pathsIn(value, inner);
  }
}

/** What both readers make of a text; nothing where the quick one leaves it to the other. */
function bothOf(text: string) {
  const quick = quickData(text);
  return quick === undefined ? undefined : { quick: quick.data, slow: slowTrees(text) };
}

describe('the quick reader', () => {
  it('reads every file of the bank, as the slow one does', () => {
    for (const { text } of files) {
      const both = bothOf(text);
      expect(both?.slow.faults).toEqual([]);
      expect(both?.quick).toEqual(both?.slow.data);
    }
  });

  it('places what it read where the slow one does', () => {
    for (const text of short) {
      const [quick, slow] = [readYaml({ path: 'a', text }), readYaml({ path: 'a', text }, slowTrees)];
      const paths = [...pathsIn(quick.data)].filter((path) => path.length > 1);
      expect(paths.length).toBeGreaterThan(50);
      for (const path of paths)
        for (const part of typeof path.at(-1) === 'string'
          ? (['key', 'value'] as const)
          : (['value'] as const))
          expect([path, quick.place(path, part)]).toEqual([path, slow.place(path, part)]);
    }
  });

  it('never takes a broken text for a sound one', () => {
    const kept = { read: 0, left: 0 };
    fc.assert(
      fc.property(mutated(short), (text) => {
        const both = bothOf(text);
        if (both === undefined) {
          kept.left++;
          return;
        }
        kept.read++;
        expect(both.slow.faults).toEqual([]);
        expect(both.quick).toEqual(both.slow.data);
      }),
      { numRuns: tries(1500) },
    );
    // Both happen often, or this shows nothing.
    expect(Math.min(kept.read, kept.left)).toBeGreaterThan(tries(200));
  });

  it.each([
    ['1.10', 1.1],
    ['-0', -0],
    ['+12', 12],
    ['017', 17],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['1_000', '1_000'],
    ['1e400', Number.POSITIVE_INFINITY],
    ['-', undefined],
    ['12:30', '12:30'],
    ['2024-01-01', '2024-01-01'],
    ['no', 'no'],
    ['True', true],
    ['~', null],
    ['', null],
    ['a b', 'a b'],
    ['9007199254740993', 9007199254740992],
    ['0x1F', undefined],
    ['0o17', undefined],
    ['.inf', undefined],
    ['!x y', undefined],
    ['&x y', undefined],
    ['*x', undefined],
    ['{ a: 1, a: 2 }', undefined],
    ['{ 1: 2 }', undefined],
    ['{ <<: 2 }', undefined],
    ["'it''s'", "it's"],
    ['"a\\tb"', 'a\tb'],
    ['>-\n  a\n  b', 'a b'],
    ['|\n  a\n  b', 'a\nb\n'],
  ])('reads %j as the core schema does, or leaves it', (written, value) => {
    const text = `k: ${written}\n`;
    expect(quickData(text)).toEqual(value === undefined ? undefined : { data: { k: value } });
    if (value !== undefined) expect(slowTrees(text).data).toEqual({ k: value });
  });

  it('leaves what is deep, large or more than one document', () => {
    for (const text of [
      `k: ${'['.repeat(25)}${']'.repeat(25)}`,
      `k: { ${Array.from({ length: 10_001 }, (_, i) => `a${i}: 1`).join(', ')} }`,
      'a: 1\n---\nb: 2\n',
      '---\na: 1\n',
      '%YAML 1.1\n---\na: no\n',
      'a: 1\rb: 2\n',
      '',
    ])
      expect(quickData(text)).toBeUndefined();
  });
});
