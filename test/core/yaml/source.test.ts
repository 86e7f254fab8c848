import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '#core/base/diagnostic.ts';
import { readYaml } from '#core/yaml/source.ts';
import { anyText } from '../../arbitrary/any-text.ts';
import { tries } from '../../tries.ts';

const read = (text: string) => readYaml({ path: 'deck.yaml', text });
const findings = (text: string) =>
  read(text).diagnostics.map(({ rule, at }) => `${at.line}:${at.column} ${rule}`);

/** A deck of three items, the second of which has the lines given (from line 7 on, indented by four). */
const deck = (lines: string) => `title: T
items:
  - id: one
    level: 1
  - id: two
    level: 2
    ${lines}
    tags: [x]
  - id: three
    level: 3
`;

const around = [
  { id: 'one', level: 1 },
  { id: 'three', level: 3 },
];

describe('a slip in one item', () => {
  it.each([
    ['a colon in a plain value', 'stem: What is RAG: retrieval?', '7:22 yaml/syntax'],
    ['a colon at the end of a plain value', 'stem: foo:', '7:14 yaml/syntax'],
    ['a double quote in a quoted value', 'stem: "What is "KV cache" used for?"', '7:20 yaml/syntax'],
    ['an apostrophe in a quoted value', "stem: 'What's this?'", '7:16 yaml/syntax'],
    ['an unclosed double quote', 'stem: "What is this?', '7:11 yaml/syntax'],
    ['an unclosed single quote', "stem: 'What is this?", '7:11 yaml/syntax'],
    ['a quote that closes lines below', 'stem: "What is\n      hint: "this"', '7:11 yaml/syntax'],
    ['a backtick', 'stem: `foo` is', '7:11 yaml/syntax'],
    ['an at sign', 'stem: @foo is', '7:11 yaml/syntax'],
    ['a percent sign', 'stem: %foo', '7:11 yaml/syntax'],
    ['a comma', 'stem: , foo', '7:11 yaml/syntax'],
    ['an alias and more', 'stem: *args means what?', '7:11 yaml/anchor-alias-tag'],
    ['a tag of no known handle', 'stem: !e!foo means', '7:11 yaml/anchor-alias-tag'],
    ['a bracket', 'stem: [CLS] token', '7:11 yaml/syntax'],
    ['a brace', 'stem: {x} means', '7:11 yaml/syntax'],
    ['a greater-than sign', 'stem: > 5 means', '7:11 yaml/syntax'],
    ['a bar', 'stem: | means', '7:11 yaml/syntax'],
    ['a question mark', 'stem: ? what', '7:11 yaml/syntax'],
    ['a dash', 'stem: - what', '7:11 yaml/syntax'],
    ['no space after the colon', 'stem:What', '7:9 yaml/syntax'],
    ['a full-width colon', 'stem：What', '7:9 yaml/syntax'],
    ['an escape that is none', 'stem: "\\d+"', '7:12 yaml/syntax'],
    ['an unclosed list', 'stem: [a, b', '7:11 yaml/syntax'],
    ['an unclosed map', 'stem: { en: a, zh: b', '7:11 yaml/syntax'],
    ['a colon within a map', 'stem: { en: What is x: y, zh: b }', '7:26 yaml/syntax'],
    ['a line without a key', 'just words', '7:5 yaml/syntax'],
    ['a line indented too far', ' stem: foo', '7:6 yaml/syntax'],
    ['a line indented too little', 'stem: x\n   hint: y', '8:4 yaml/syntax'],
    ['a tab in the indentation', '\tstem: x', '7:5 yaml/syntax'],
    ['tabs for indentation', 'stem:\n\t\ten: x', '8:1 yaml/syntax'],
    ['a key that is a list', 'stem: x\n    ? [a]\n    : b', '8:7 yaml/syntax'],
    ['deep nesting', `stem: ${'['.repeat(30)}`, '7:28 yaml/limits'],
  ])('%s is found once, and the other items are read', (_, lines, finding) => {
    expect(findings(deck(lines))).toEqual([finding]);
    expect(findings(deck(lines).replaceAll('\n', '\r\n'))).toEqual([finding]);
    expect(read(deck(lines)).data).toEqual({ title: 'T', items: [around[0], undefined, around[1]] });
  });

  it.each([
    ['an alias', 'stem: *args', '7:11 yaml/anchor-alias-tag'],
    ['an anchor', 'stem: &ref means what?', '7:11 yaml/anchor-alias-tag'],
    ['a tag', 'stem: !important means', '7:11 yaml/anchor-alias-tag'],
    ['a tag of YAML', 'stem: !!binary aGk=', '7:11 yaml/anchor-alias-tag'],
    ['the bare tag', 'stem: ! means', '7:11 yaml/anchor-alias-tag'],
    ['an anchor on a list', 'stem: &a [x]', '7:11 yaml/anchor-alias-tag'],
    ['a merge key', 'stem: x\n    <<: { a: 1 }', '8:5 yaml/merge-key'],
    ['a key twice', 'stem: x\n    level: 3', '8:5 yaml/duplicate-key'],
    ['a key twice, once in quotes', 'stem: x\n    "level": 3', '8:5 yaml/duplicate-key'],
  ])('%s is refused, and the item is read all the same', (_, lines, finding) => {
    expect(findings(deck(lines))).toEqual([finding]);
    expect(read(deck(lines)).data).toMatchObject({ items: [around[0], { id: 'two', level: 2 }, around[1]] });
  });

  it.each([
    ['words that YAML 1.1 took for truth values', 'stem: no', 'no'],
    ['a number', 'stem: 1.10', 1.1],
    ['a date', 'stem: 2024-01-01', '2024-01-01'],
    ['a number too large', 'stem: 1e400', Number.POSITIVE_INFINITY],
    ['nothing', 'stem:', null],
    ['a tab after the colon', 'stem:\tx', 'x'],
    ['a carriage return before the newline', 'stem: x\r', 'x'],
    ['quotation marks of print', 'stem: “a” b', '“a” b'],
    ['an escaped escape', 'stem: "\\e[31m"', '\u001b[31m'],
  ])('%s is read as YAML 1.2 has it', (_, lines, stem) => {
    expect(findings(deck(lines))).toEqual([]);
    expect(read(deck(lines)).data).toMatchObject({ items: [{}, { stem }, {}] });
  });
});

describe('a slip is called what it is, and is one finding', () => {
  const said = (lines: string) =>
    read(deck(lines)).diagnostics.map((d) => `${d.at.line}:${d.at.column} ${d.message}`);

  it.each([
    ['a full-width colon before a map', 'key： { en: a, zh: b }', '7:8 this colon (：) is full-width'],
    ['a full-width brace', 'key: ｛ en: a， zh: b ｝', '7:10 `｛` is a full-width bracket'],
    ['a full-width comma in a map', 'key: { en: a， zh: b }', '7:17 this comma (，) is full-width'],
    [
      'a full-width blank in the indentation',
      'key: a\n　　hint: b',
      '8:1 the indentation has a space that YAML does not accept',
    ],
    [
      'a full-width blank after a colon',
      'key: a\n    level:　2',
      '8:11 YAML does not accept the space after this colon',
    ],
    [
      'a bullet',
      'keys:\n      - { en: a }\n      • { en: b }',
      '9:7 `•` does not begin an entry of a list; write `- `',
    ],
    [
      'a dash of a text',
      'keys:\n      - { en: a }\n      – { en: b }',
      '9:7 `–` does not begin an entry of a list; write `- `',
    ],
    ['a dash without a space', 'keys: [a]\n  -id: x', '8:3 the space after the dash is missing'],
    [
      'a line too deep after a closed map',
      'unit: { en: a }\n      hint: b',
      '8:7 indented too far: this line begins in column 7',
    ],
    [
      'a quote within a map that is never closed',
      'stem:\n      en: "What is this?\n      zh: b',
      '8:11 the quote opened here is never closed',
    ],
    ['a brace too many', 'key: { en: a }}', '7:19 nothing is open here for this `}` to close'],
    [
      'a missing dash',
      'key: a\n    id: three\n    level: 3\n    key: b',
      '8:5 `id` is here twice; put `- ` before it',
    ],
    [
      'a conflict',
      '# x\n<<<<<<< HEAD\n    key: a\n=======\n    key: b\n>>>>>>> other',
      '8:1 git left a conflict here',
    ],
  ])('%s', (_, lines, expected) => {
    expect(said(lines)).toEqual([expect.stringContaining(expected)]);
  });

  it('is not seen in a sound text', () => {
    expect(said('stem: >-\n      • a\n      key： b\n      =======')).toEqual([]);
  });

  it('reads the first version of a conflict', () => {
    const { data } = read(
      deck('# x\n<<<<<<< HEAD\n    key: a\n||||||| base\n    key: c\n=======\n    key: b\n>>>>>>> other'),
    );
    expect(data).toMatchObject({ items: [around[0], { id: 'two', key: 'a', tags: ['x'] }, around[1]] });
  });
});

describe('faults of a whole file', () => {
  const good = deck('stem: x');

  it.each([
    ['an unclosed quote in the title', good.replace('title: T', 'title: "T'), ['1:8 yaml/syntax']],
    ['an unclosed bracket in the title', good.replace('title: T', 'title: [T'), ['1:8 yaml/syntax']],
    ['a line before the first key', `hello\n${good}`, ['1:1 yaml/syntax']],
    ['an item in another column', good.replace(/^ {2}- id: two/m, '   - id: two'), ['5:4 yaml/syntax']],
    ['a second document', `${good}---\ntitle: U\n`, ['11:1 yaml/multi-doc']],
    ['a directive', `%YAML 1.1\n---\n${good}`, ['1:1 yaml/anchor-alias-tag']],
    ['lone carriage returns', good.replaceAll('\n', '\r'), ['1:9 yaml/syntax']],
    ['a top-level key twice', `title: S\n${good}`, ['2:1 yaml/duplicate-key']],
    [
      'faults in two items',
      deck('stem: a: b').replace('level: 3', 'level: "3'),
      ['7:12 yaml/syntax', '10:12 yaml/syntax'],
    ],
  ])('%s is found once for each, at its place', (_, text, expected) => {
    expect(findings(text)).toEqual(expected);
  });

  it.each([
    ['a byte order mark', `\ufeff${good}`],
    ['a document marker before', `---\n${good}`],
    ['a document marker after', `${good}...\n`],
    ['lists in the column of their key', good.replaceAll(/^ {2}/gm, '')],
    ['nothing', ''],
    ['comments alone', '# nothing\n'],
  ])('%s is no fault', (_, text) => {
    expect(findings(text)).toEqual([]);
  });

  it('reads on in YAML 1.2 under a directive that says otherwise', () => {
    expect(read('%YAML 1.1\n---\ntitle: no\n').data).toEqual({ title: 'no' });
  });

  it('says where the first of two equal keys is', () => {
    const [finding] = read('title: S\nlevel: 1\ntitle: T\n').diagnostics;
    expect(finding?.related?.[0]?.at).toMatchObject({ line: 1, column: 1, endColumn: 6 });
  });

  it('refuses a file of more than 16 MiB unread', () => {
    expect(findings(`title: ${'x'.repeat(17 * 1024 * 1024)}`)).toEqual(['1:1 yaml/limits']);
  });

  it.each([
    ['lists', '['.repeat(200_000)],
    ['maps', '{a: '.repeat(200_000)],
    ['dashes', '- '.repeat(200_000)],
    ['keys', '? '.repeat(200_000)],
    ['lines', Array.from({ length: 3_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('nested %s without end are a limit', (_, text) => {
    expect(read(text).diagnostics.map((d) => d.rule)).toEqual(['yaml/limits']);
  });

  it('nests 20 deep, and no deeper', () => {
    const nested = (depth: number) => findings(`a: ${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}\n`);
    expect(nested(20)).toEqual([]);
    expect(nested(21)).toEqual(['1:23 yaml/limits']);
  });

  it.each([
    ['20,000 keys', Array.from({ length: 20_000 }, (_, i) => `k${i}: 1\n`).join(''), ['yaml/limits']],
    ['a billion laughs', `a: &a [x]\n${'b: [*a, *a]\n'.repeat(1)}`, Array(3).fill('yaml/anchor-alias-tag')],
  ])('%s are refused', (_, text, expected) => {
    expect(read(text).diagnostics.map((d) => d.rule)).toEqual(expected);
  });

  it('reports each of 2,000 broken items once', () => {
    const text = `title: T\nitems:\n${'  - id: x\n    stem: a: b\n'.repeat(2_000)}`;
    expect(read(text).diagnostics).toHaveLength(2_000);
  });
});

describe('places', () => {
  const source = read(`title: T
items:
  - id: one
    stem: { en: What, zh: 什么 }
    tags: [a, bee]
    hint:
    text: >-
      folded
      text
  - kind: x
`);
  const shown = ({ line, column, endLine, endColumn }: Place) => `${line}:${column}-${endLine}:${endColumn}`;
  const place = (...path: (string | number)[]) => shown(source.place(path));

  it.each([
    [['title'], '1:8-1:9'],
    [['items', 0, 'stem', 'zh'], '4:27-4:29'],
    [['items', 0, 'tags', 1], '5:15-5:18'],
    [['items', 0, 'text'], '7:11-9:11'],
    [['items', 0, 'hint'], '6:5-6:9'],
  ])('the value at %j is found', (path, expected) => {
    expect(place(...path)).toBe(expected);
  });

  it.each([
    [['items', 1, 'id'], '10:5-10:9'],
    [['items', 0, 'tags', 7], '5:5-5:9'],
    [['items', 9], '2:1-2:6'],
    [['nothing', 'at', 'all'], '1:1-1:6'],
  ])('what is not there at %j is placed at the head of its nearest parent', (path, expected) => {
    expect(shown(source.placeNear(path))).toBe(expected);
  });

  it('a key can be pointed at', () => {
    expect(source.place(['items', 0, 'stem', 'zh'], 'key')).toMatchObject({
      line: 4,
      column: 23,
      endColumn: 25,
    });
  });

  it('are right after a syntax error elsewhere, too', () => {
    const broken = read(deck('stem: a: b'));
    expect(broken.place(['items', 2, 'level'])).toMatchObject({ line: 10, column: 12 });
    expect(broken.place(['title'])).toMatchObject({ line: 1, column: 8 });
  });

  it('count from after a byte order mark', () => {
    expect(read('\ufefftitle: T').place(['title'])).toMatchObject({ line: 1, column: 8, start: 7 });
  });
});

it('gives a scalar as it was written', () => {
  const source = read('a: 0x1F\nb: "x"\nc:\nd: { e, f }\n');
  expect(source.data).toEqual({ a: 31, b: 'x', c: null, d: { e: null, f: null } });
  expect(['a', 'b', 'c', 'd'].map((key) => source.written([key]))).toEqual(['0x1F', '"x"', '', undefined]);
  expect(source.written(['d', 'e'])).toBe('');
});

it('keeps a key called __proto__ to itself', () => {
  const { data } = read('__proto__: { polluted: true }\n');
  expect(Object.keys(data as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

it('never throws, and places every finding inside the text', () => {
  const token = fc.constantFrom(
    ...[
      'a',
      'items:',
      ':',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      '\t',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      '!t',
      '|',
      '>-',
    ],
    ...[
      '?',
      '#',
      ' #',
      '%',
      '@',
      '`',
      ',',
      '---\n',
      '...\n',
      '<<:',
      '\r',
      '\r\n',
      '\0',
      '\ufeff',
      '\ud800',
      '\u2028',
      '1e400',
      '汉',
    ],
  );
  const text = fc.oneof(
    fc.array(token, { maxLength: 40 }).map((ts) => ts.join('')),
    anyText(),
  );
  fc.assert(
    fc.property(text, (t) => {
      const source = read(t);
      for (const { at } of source.diagnostics) {
        expect(at.line).toBeGreaterThan(0);
        expect(at.start).toBeLessThanOrEqual(source.text.length);
        expect(at.end).toBeGreaterThanOrEqual(at.start);
      }
      for (const { at, value } of source.scalars()) {
        expect(at.end).toBeLessThanOrEqual(source.text.length);
        expect(value).not.toBeInstanceOf(Object);
      }
    }),
    { numRuns: tries(2000) },
  );
});
