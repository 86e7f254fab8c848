import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addItem } from '#core/bank/add-item.ts';

const entry = '- id: b\n  list:\n    - c\n    - d\n';

/** The deck with the entry behind its items; the text of the stretch that is new. */
function appended(text: string, added = entry) {
  const made = addItem(text, added);
  if ('because' in made) throw new Error(JSON.stringify(made));
  return { ...made, stretch: made.text.replace('\ufeff', '').slice(made.start, made.end) };
}

describe('a question goes behind the last one', () => {
  it.each([
    ['two columns', 'items:\n  - id: a\n', 'items:\n  - id: a\n  - id: b\n    list:\n      - c\n      - d\n'],
    ['none', 'items:\n- id: a\n', 'items:\n- id: a\n- id: b\n  list:\n    - c\n    - d\n'],
    [
      'four, with three behind the dash',
      'items:\n    -   id: a\n        x: 1\n',
      'items:\n    -   id: a\n        x: 1\n    -   id: b\n        list:\n          - c\n          - d\n',
    ],
    [
      'a dash by itself',
      'items:\n  -\n    id: a\n',
      'items:\n  -\n    id: a\n  - id: b\n    list:\n      - c\n      - d\n',
    ],
    [
      'no newline at the end',
      'items:\n  - id: a',
      'items:\n  - id: a\n  - id: b\n    list:\n      - c\n      - d',
    ],
    [
      'line ends of Windows',
      'items:\r\n  - id: a\r\n',
      'items:\r\n  - id: a\r\n  - id: b\r\n    list:\r\n      - c\r\n      - d\r\n',
    ],
    [
      'empty lines between',
      'items:\n  - id: z\n\n  # choice\n  - id: a\n',
      'items:\n  - id: z\n\n  # choice\n  - id: a\n\n  - id: b\n    list:\n      - c\n      - d\n',
    ],
    [
      'a mark at the beginning',
      '\ufeffitems:\n  - id: a\n',
      '\ufeffitems:\n  - id: a\n  - id: b\n    list:\n      - c\n      - d\n',
    ],
    [
      'remarks and other fields behind',
      'items:\n  - id: a # first\n  # more to come\n\ntitle: T # last\n',
      'items:\n  - id: a # first\n  - id: b\n    list:\n      - c\n      - d\n  # more to come\n\ntitle: T # last\n',
    ],
    [
      'a text in lines as the last field',
      'items:\n  - id: a\n    why: >-\n      so\n\n      and so\n\n\n',
      'items:\n  - id: a\n    why: >-\n      so\n\n      and so\n  - id: b\n    list:\n      - c\n      - d\n\n\n',
    ],
    [
      'an empty list',
      'title: T\nitems: [] # none\nx: 1\n',
      'title: T\nitems:\n  - id: b\n    list:\n      - c\n      - d # none\nx: 1\n',
    ],
    ['nothing', 'title: T\nitems:\n', 'title: T\nitems:\n  - id: b\n    list:\n      - c\n      - d\n'],
    ['nothing and no newline', 'items:', 'items:\n  - id: b\n    list:\n      - c\n      - d'],
    [
      'nothing but a remark',
      'items: # to come\n\ntitle: T\n',
      'items: # to come\n  - id: b\n    list:\n      - c\n      - d\n\ntitle: T\n',
    ],
  ])('indented and spaced as they are: %s', (_, text, expected) => {
    const { text: made, stretch } = appended(text);
    expect(made).toBe(expected);
    expect(stretch).toMatch(/^ *- +id: b[\s\S]*- d/);
    const { items, ...others } = parse(text.replace('\ufeff', ''));
    expect(parse(made.replace('\ufeff', ''))).toEqual({
      ...others,
      items: [...(items ?? []), { id: 'b', list: ['c', 'd'] }],
    });
  });

  it.each([
    ['a map without a dash', 'id: b\nx: 1\n', '- id: b\n    x: 1'],
    ['an indented list', '    - id: b\n      x: 1\n', '- id: b\n    x: 1'],
    ['two questions', '- id: b\n- id: c\n', '- id: b\n  - id: c'],
    ['line ends of Windows', '- id: b\r\n  x: 1\r\n', '- id: b\n    x: 1'],
    ['remarks before it', '# mine\n- id: b\n', '- id: b'],
    [
      'a text in lines with an empty one',
      '- id: b\n  x: |\n    a\n\n    c\n',
      '- id: b\n    x: |\n      a\n\n      c',
    ],
  ])('however it is written: %s', (_, added, expected) => {
    expect(appended('items:\n  - id: a\n', added).text).toBe(`items:\n  - id: a\n  ${expected}\n`);
  });
});

describe('nothing is added', () => {
  it.each([
    ['to a deck that cannot be read', 'items:\n  - id: a\n   x: 1\n', entry, { because: 'broken', line: 3 }],
    ['to a list in brackets', 'items: [{ id: a }]\n', entry, { because: 'no-list' }],
    ['to a map', 'items: { a: 1 }\n', entry, { because: 'no-list' }],
    ['to a deck without items', 'title: T\n', entry, { because: 'no-list' }],
    ['to a list of questions alone', '- id: a\n', entry, { because: 'no-list' }],
    ['that cannot be read', 'items:\n  - id: a\n', '- id: b\n   x: 1\n', { because: 'entry' }],
    ['that is a text', 'items:\n  - id: a\n', 'hello\n', { because: 'entry', message: '' }],
    ['that is nothing', 'items:\n  - id: a\n', '\n', { because: 'entry', message: '' }],
  ])('%s', (_, text, added, why) => {
    expect(addItem(text, added)).toMatchObject(why);
  });
});
