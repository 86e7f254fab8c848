import { describe, expect, it } from 'vitest';
import { checkBank } from '#core/check/check.ts';
import { foundIn } from './asked-item.ts';

const wide = (key: number, tolerance: number | string) =>
  foundIn('item/wide-tolerance', { kind: 'number', key, tolerance }).map((f) => f.message);

describe('a tolerance', () => {
  it.each([
    [100, '100%', 'from 0 to 200'],
    [100, '150%', 'from -50 to 250'],
    [100, '51%', 'from 49 to 151'],
    [-100, '150%', 'from -250 to 50'],
    [3.14e23, 'x10', 'from 3.14×10^22 to 3.14×10^24'],
    [3, 2, 'from 1 to 5'],
    [1, 1, 'from 0 to 2'],
  ])('of %s by %s is too wide', (key, tolerance, said) => {
    expect(wide(key, tolerance)).toEqual([expect.stringContaining(`accepts every number ${said}, so`)]);
  });

  it.each([
    [100, 'exact'],
    [100, '50%'],
    [-100, '50%'],
    [0.7, 'x2'],
    [2, 1],
    [0, 5],
    [2017, 3],
  ])('of %s by %s is not', (key, tolerance) => {
    expect(wide(key, tolerance)).toEqual([]);
  });
});

it.each([
  ['150%', 'error'],
  ['100%', 'error'],
  ['60%', 'warning'],
])('a tolerance of %s on a number in billions is one finding: %s', (tolerance, severity) => {
  const text = `title: T
items:
  - id: palm-tokens
    kind: number
    level: 1
    tags: [tokens]
    stem: On how many tokens was the largest PaLM trained?
    key: 780
    unit: billion tokens
    tolerance: ${tolerance}
    rationale: That is fewer than two tokens per parameter, and few by what came later.
    sources: [{ title: PaLM, url: "https://arxiv.org/abs/2204.02311" }]
`;
  const found = checkBank([{ path: 'd.yaml', text }], { today: '2026-06-01' }).diagnostics;
  expect(found.map((d) => `${d.severity} ${d.rule}`)).toEqual([`${severity} item/wide-tolerance`]);
});
