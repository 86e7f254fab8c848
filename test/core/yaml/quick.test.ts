import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuickly } from '#core/yaml/quick.ts';
import { readYaml } from '#core/yaml/source.ts';
import { readTreesSlowly } from '#core/yaml/trees.ts';
import { readBankFiles } from '#shell/bank/bank-files.ts';
import { mutated } from '../../arbitrary/mutated.ts';
import { tries } from '../../tries.ts';

const { files } = readBankFiles(['questions'], process.cwd());
/** The beginnings of the files, whole entries of them. */
const short = files.map(({ text }) => text.slice(0, text.search(/(?<=^[\s\S]{6000,}\n)(?= {2}- id:|\w)/)));

/** Every sort of value that the quick reader takes. */
const sorts = [
  ...['a: "x\n  y\n\n  z"\n', "b: 'it''s\n  two'\n", 'c: "a \\" b"\n', 'd: "\\u4e2d\\n and\n  fold"\n'],
  ...['e: |\n  l1\n   l2\n\n  l3\n\n', 'f: >-\n  f1\n  f2\n\n  f3\n', 'g: >\n  f1\n    deep\n\n  f3\n\n\n'],
  ...[
    'h: |+\n  k\n\n\n',
    'i: >+\n  k\n  l\n\n',
    'j: |-\n    x\n      y\n    z\n',
    'k: plain\n  goes on\n\n  - on\n',
  ],
  ...[
    'l: [a, b, [c, d], { e: f }]\n',
    'm: { h: i, j: "k, l", m: [n] }\n',
    'n: [\n  one, two,\n  "three",\n  ]\n',
  ],
  ...['o: {\n  k: v,\n  l: w\n  }\n', '"p k": v\n', "'q': { \"a\":1, 'b': 2 }\n", 'r: []\ns: {}\n', 't:\n'],
  ...['u:\n- a\n- b: 1\n  c: 2\n-   d: x\n    e: y\n- - n1\n  - n2\n', 'v:\n  - x\n  -\n    y: z\n  - "q"\n'],
  ...[
    'w:\n  q:\n    r: s\n    # note\n    t: u\n',
    '# comment\n',
    'x: d # more\ny: "f" # g\n',
    'z: -1\na1: .5\nb1: 1e3\n',
  ],
  ...[
    'c1: http://a.b/c:d#e\n',
    'd1:    spaced   \n',
    'e1: ""\nf1: \'\'\n',
    'g1: ~\n',
    '- a\n- b\n',
    'h1 i j: x\n',
  ],
];
const mixed = fc.sample(fc.shuffledSubarray(sorts, { minLength: 2, maxLength: 6 }), {
  numRuns: 200,
  seed: 1,
});
const mixtures = mixed.map((some) => some.join(''));
const written = [...mixtures, ...mixtures.map((text) => text.replaceAll('\n', '\r\n'))];

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
  const quick = readQuickly(text);
  return quick === undefined ? undefined : { quick: quick.data, slow: readTreesSlowly(text) };
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
      const [quick, slow] = [readYaml({ path: 'a', text }), readYaml({ path: 'a', text }, readTreesSlowly)];
      const paths = [...pathsIn(quick.data)].filter((path) => path.length > 1);
      expect(paths.length).toBeGreaterThan(text.split('\n').length / 10);
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

  it('reads values of all sorts as the slow one does, or leaves them', () => {
    const both = written.flatMap((text) => bothOf(text) ?? []);
    expect(both.length).toBeGreaterThan(written.length / 2);
    for (const { quick, slow } of both) {
      expect(slow.faults).toEqual([]);
      expect(quick).toEqual(slow.data);
    }
  });

  it('never takes a broken value for a sound one', () => {
    let read = 0;
    fc.assert(
      fc.property(mutated(written), (text) => {
        const both = bothOf(text);
        if (both === undefined) return;
        read++;
        expect([both.slow.faults, both.quick]).toEqual([[], both.slow.data]);
      }),
      { numRuns: tries(3000) },
    );
    expect(read).toBeGreaterThan(tries(300));
  });

  it('places values of all sorts where the slow one does', () => {
    for (const text of mixtures) {
      const [quick, slow] = [readYaml({ path: 'a', text }), readYaml({ path: 'a', text }, readTreesSlowly)];
      for (const path of [...pathsIn(quick.data)].filter(({ length }) => length > 1))
        expect([path, quick.place(path), quick.written(path)]).toEqual([
          path,
          slow.place(path),
          slow.written(path),
        ]);
    }
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
    expect(readQuickly(text)).toEqual(value === undefined ? undefined : { data: { k: value } });
    if (value !== undefined) expect(readTreesSlowly(text).data).toEqual({ k: value });
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
      expect(readQuickly(text)).toBeUndefined();
  });
});
