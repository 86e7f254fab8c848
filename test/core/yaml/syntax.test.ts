import { expect, it } from 'vitest';
import { readYaml } from '#core/yaml/source.ts';

/** What is said of a deck whose third line and those after it are given. */
const said = (lines: string) =>
  readYaml({ path: 'deck.yaml', text: `title: T\nitems:\n${lines}\n` }).diagnostics.map(
    ({ at, message }) => `${at.line}:${at.column} ${message}`,
  );

it.each([
  ['a tab', '\t- id: a', '3:1 the indentation has a tab; replace it with spaces'],
  [
    'a sign of an input method',
    '  - id: a\n    stem：b',
    '4:9 this colon (：) is full-width; write `:` and a space',
  ],
  ['an open quote', '  - stem: "a', '3:11 the quote opened here is never closed; close it with "'],
  [
    'an open bracket',
    '  - tags: [a, b\n    id: x',
    '3:11 the `[` opened here is never closed; close it with `]`, or put the value in quotes',
  ],
  [
    'a character that begins no value',
    '  - stem: @a',
    '3:11 a value cannot begin with "@"; put it in quotes',
  ],
  [
    'a character that begins something else',
    '  - stem: [CLS] token',
    '3:11 YAML reads a value that begins with `[` as a list; put the value in quotes',
  ],
  [
    'a line indented too far',
    '  - unit: { en: a }\n      hint: b',
    '4:7 indented too far: this line begins in column 7, the fields beside it in column 5; align them',
  ],
  [
    'a colon within a value',
    '  - stem: a: b',
    '3:12 YAML reads the text before a colon and a space as a field; put the whole value in quotes',
  ],
  ['a colon without a space', '  - id: a\n    stem:b', '4:9 the space after the colon is missing; add one'],
  [
    'a line without a field',
    '  - id: a\n    just words',
    '4:5 this line is not `field: value`; add a field, or indent it as part of the text above',
  ],
  [
    'an unknown escape',
    '  - stem: "\\d"',
    '3:12 YAML does not know this escape; write `\\\\` for a backslash, or use single quotes',
  ],
  ['a list as a field', '  - id: a\n    ? [a]\n    : b', '4:7 this cannot be a field; use a plain word'],
  [
    'a bracket above that is open',
    '  - id: a\n    tags:\n   {',
    '4:5 a `[`, `{` or quote above is not closed before this line, or its lines are not indented; close it or indent them',
  ],
  [
    'a list without a field',
    '  - id: a\n    - b: c',
    '4:5 a list cannot begin here; write its field in the line above (`items:` for questions), or fix the indentation',
  ],
  [
    'a colon that begins a field',
    '  - id: a\n    : : b: c',
    '4:5 a field cannot begin here; check the indentation of this line and the next, and put values with a colon in quotes',
  ],
  ['a bracket too many', '  - key: { en: a }}', '3:19 nothing is open here for this `}` to close; remove it'],
  [
    'whatever else it is',
    '  - id: a\n  b',
    '4:3 this is not valid YAML; check quotes, colons and indentation here and in the line above',
  ],
])('%s is told from what else may be wrong', (_, lines, expected) => {
  expect(said(lines)).toEqual([expected]);
});
