import { describe, expect, it } from 'vitest';
import { kinds } from '#core/question/kinds/index.ts';
import { shapes } from '#core/question/shapes.ts';

const common = { id: 'some-item', level: 1, stem: 'Which?', rationale: 'So.', sources: [{ ref: 'a2020' }] };

/** What is wrong with the shape of an item, as `place: message`. */
function faultsOf(kind: string, fields: object): readonly string[] {
  const schema = kinds.find(({ name }) => name === kind)?.schema(shapes);
  const { error } = schema?.safeParse({ ...common, kind, ...fields }) ?? {};
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('a cloze', () => {
  const malformed =
    'write a blank as {{name}}, with a name in lower-case ASCII letters, and braces to be shown as \\{{';
  const bare = 'no blank; write one as {{name}}';
  const renamed = (is: string, was: string) =>
    `its blank {{${is}}} is called {{${was}}} in \`accept\`; use one name for both`;
  const lost = (name: string) =>
    `the blank {{${name}}} of \`accept\` is not in it; add it here, or remove it there`;
  const open = (name: string, stem: string) =>
    `nothing is accepted for the blank {{${name}}} of \`${stem}\`; add an answer`;

  it.each<readonly [string | object, readonly string[], readonly string[]]>([
    ['{{one}} and {{two}}', ['one', 'two'], []],
    [{ en: '{{one}} {{two}}', zh: '{{two}}{{one}}' }, ['one', 'two'], []],
    ['{{one}}', ['two'], [`stem: ${renamed('one', 'two')}`]],
    [
      { en: '{{one}}', zh: '{{one}}' },
      ['two'],
      ['accept: {{two}} is called {{one}} in the stem; use one name for both'],
    ],
    [
      { en: '{{one}}', zh: '{{three}}' },
      ['two'],
      [`stem.en: ${renamed('one', 'two')}`, `stem.zh: ${renamed('three', 'two')}`],
    ],
    [{ en: '{{one}}', zh: '{{two}}' }, ['one'], [`stem.zh: ${renamed('two', 'one')}`]],
    ['{{One}}', ['one'], [`stem: ${malformed}`]],
    ['{{one}} {{', ['one'], [`stem: ${malformed}`]],
    ['{{one}} }}', ['one'], [`stem: ${malformed}`]],
    ['\\{{one}} {{one}} \\{{ }}', ['one'], []],
    ['\\{{one}} {{one}} {{ }}', ['one'], [`stem: ${malformed}`]],
    ['\\{{one}}', ['one'], [`stem: ${bare}`]],
    ['None.', ['one'], [`stem: ${bare}`]],
    [{ en: '{{one}}', zh: '无' }, ['one'], [`stem.zh: ${bare}`]],
    ['{{one}}', ['one', 'two'], [`stem: ${lost('two')}`]],
    ['{{one}} {{two}}', ['one'], [`accept: ${open('two', 'stem')}`]],
    [{ en: '{{one}}', zh: '{{one}}{{two}}' }, ['one'], [`accept: ${open('two', 'stem.zh')}`]],
    [
      '{{one}} {{two}}',
      ['three', 'two', 'four'],
      [`stem: ${lost('three')}`, `stem: ${lost('four')}`, `accept: ${open('one', 'stem')}`],
    ],
  ])('of %j that accepts %j: %j', (stem, names, faults) => {
    const accept = Object.fromEntries(names.map((name) => [name, ['a']]));
    expect(faultsOf('cloze', { stem, accept })).toEqual(faults);
  });
});

describe('a number', () => {
  const nothing = 'tolerance: a percentage or a factor of 0 is 0; give a number';
  const small = 'tolerance: a factor must be greater than 1; `x2` is from half to twice the correct answer';

  it.each<readonly [number, string | number, readonly string[]]>([
    [0, 'exact', []],
    [0, 2, []],
    [0, '2%', [nothing]],
    [0, 'x2', [nothing]],
    [5, '2%', []],
    [5, '0.5%', []],
    [5, 'x1.5', []],
    [5, 'x1', [small]],
    [5, 'x0.5', [small]],
  ])('%d within %s: %j', (key, tolerance, faults) => {
    expect(faultsOf('number', { key, tolerance })).toEqual(faults);
  });

  it.each(['about', 'exactly', '2', '2.%', '%', 'a2%', '2%%', 'x', 'x2.', '1x2', -1])(
    'within %s is refused',
    (tolerance) => {
      expect(faultsOf('number', { key: 5, tolerance })).not.toEqual([]);
    },
  );
});

it('a text rejects nothing that it accepts', () => {
  const reject = (...texts: readonly unknown[]) => texts.map((text) => ({ text, why: 'So.' }));
  const key = { en: 'red', zh: '红' };
  expect(faultsOf('text', { key, accept: ['crimson'], reject: reject('blue', 'green') })).toEqual([]);
  const message = (both: string) => `“${both}” is also accepted; remove it from one of the two`;
  expect(
    faultsOf('text', {
      key,
      accept: ['crimson'],
      reject: reject('blue', { en: 'Crimson!', zh: '红' }, 'RED'),
    }),
  ).toEqual([`reject.1.text: ${message('红')}`, `reject.2.text: ${message('red')}`]);
});
