import { describe, expect, it } from 'vitest';
import { besidesIn, findWordAfter, stripNeighbours } from '#core/question/kinds/cloze/neighbours.ts';

const besides = (stem: string) => besidesIn(stem).get('n') ?? [];

it('the words beside a blank are told in one spelling, once per occurrence', () => {
  expect([...besidesIn('It  HAS {{n}} layers, {{m}} Ｘ 层 {{n}}.')]).toEqual([
    [
      'n',
      [
        { name: 'n', before: 'it has ', after: ' layers, ' },
        { name: 'n', before: ' x层', after: '.' },
      ],
    ],
    ['m', [{ name: 'm', before: ' layers, ', after: ' x层' }]],
  ]);
});

describe('a typed text without the words of the stem', () => {
  const english = 'It has {{n}} layers of heads.';
  const hyphened = 'A {{n}}-layer model';
  const chinese = '它有 {{n}} 层网络';

  it.each<readonly [string, string, readonly string[]]>([
    [english, '12 layers', ['12']],
    [english, '12layers', ['12']],
    [english, '１２　Layers', ['12']],
    [english, 'it has 12', ['12']],
    [english, 'has12', ['12']],
    [english, 'has 12 layers of', ['12 layers of', 'has 12', '12']],
    [english, '12', []],
    [english, 'layers', []],
    [english, 'twelvelayers', []],
    [english, '12 heads', []],
    [hyphened, '12-layer', ['12']],
    [hyphened, '12 layer', ['12']],
    [hyphened, '12layer', ['12']],
    [hyphened, '12\u2011layer model', ['12']],
    ['a pre-{{n}} model', 'pre training', ['training']],
    ['a pre-{{n}} model', 'a pre-training model', ['training model', 'a pre-training', 'training']],
    [chinese, '12 层', ['12']],
    [chinese, '12层网', ['12']],
    [chinese, '有12层', ['12层', '有12', '12']],
    [chinese, '有十二', ['十二']],
    [chinese, '有-5', ['-5']],
    [chinese, '有无', []],
    [chinese, '没有', []],
    ['Use {{n}}, or not {{n}} at all', 'not x at', ['x at', 'not x', 'x']],
    ['{{n}} B2 units', '5 b2', []],
    ['{{n}} 3 units', '5 3', []],
    ['{{n}} 3 units', '5 units', []],
  ])('of “%s” has for “%s” %j', (stem, typed, rests) => {
    expect(stripNeighbours(typed, besides(stem))).toEqual(rests);
  });
});

it.each([
  ['It has {{n}} layers.', ' layers'],
  ['A {{n}}-layer model', '-layer'],
  ['它有 {{n}} 层网络', '层'],
  ['Use {{n}}, or not {{n}} at all', ' at'],
  ['It has {{n}}.', undefined],
  ['{{n}} B2 units', undefined],
  ['{{n}} 3 units', undefined],
  ['{{n}}, that is', undefined],
])('the word after the blank of “%s” is %j', (stem, word) => {
  expect(findWordAfter(besides(stem))).toBe(word);
});
