import { expect, it } from 'vitest';
import { foundBy } from './fixed.ts';

const deck = (language: string, key: string, rationale: string, tolerance = 'exact') => `title: T
language: ${language}
items:
  - id: some-item
    kind: number
    level: 1
    tags: [t]
    stem: "?"
    key: ${key}
    tolerance: ${tolerance}
    unit: km
    rationale: "${rationale}"
    sources: [{ title: A book of measures }]
`;

const found = (...parts: Parameters<typeof deck>) =>
  foundBy('item/thousands-point', deck(...parts)).map(({ message }) => message);

it.each([
  ['de', '40.075', 'Das sind 40.075 km am Äquator und 40.008 km über die Pole.'],
  ['de-CH', '1.233', 'Er fließt vom Gotthard bis in die Nordsee.'],
  ['fr', '40.075', 'Il mesure 40 075 km.'],
  ['es', '1.233', 'Mide 1.233 km.'],
  ['it', '-1.233', 'È lungo.'],
])('a point before thousands is found in %s: %s', (language, key, rationale) => {
  expect(found(language, key, rationale)).toEqual([
    expect.stringContaining(`write ${key.replace('.', '')}, or ${key}0`),
  ]);
});

it('and in a tolerance', () => {
  expect(found('de', '40075', 'So.', '1.000')).toEqual([expect.stringContaining('write 1000')]);
});

it.each([
  ['en', '40.075', 'It is 40.075 km.'],
  ['zh', '40.075', '约 40.075 千米。'],
  ['ja', '40.075', '40.075キロ。'],
  ['de', '40075', 'Das sind 40.075 km.'],
  ['de', '40.0750', 'Das sind 40 km.'],
  ['de', '40.07', 'Das sind 40 km.'],
  ['de', '3.142', 'Die Kreiszahl ist 3,14159...'],
  ['de', '0.125', 'Ein Achtel.'],
  ['fr', '3.142', 'Pi vaut environ 3,142.'],
  ['de', '1234.567', 'So.'],
])('but no decimals in %s: %s', (...parts) => {
  expect(found(...parts)).toEqual([]);
});
