import fc from 'fast-check';

/** What people and editors do to YAML, and what they should not. */
const snippets = [
  ...[
    ':',
    ': ',
    '- ',
    '"',
    "'",
    '#',
    ' #',
    '#x',
    '[',
    ']',
    '{',
    '}',
    ',',
    '|',
    '>',
    '>-\n',
    '&a ',
    '*a',
    '!t ',
  ],
  ...[
    '\t',
    '\n',
    '\r\n',
    '\r',
    '  ',
    ' ',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '<<: ',
    '? ',
    '~',
    'null',
    'no',
    '1e400',
  ],
  ...[
    '0x1F',
    '1.10',
    '\0',
    '\u001b[2J',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u00a0',
    '\u2028',
    '\ud800',
    '：',
    '中文',
    '“',
  ],
  ...[
    'id: x',
    'kind: choice',
    '\\',
    '\\x',
    '`',
    '@',
    '%',
    '__proto__: 1',
    'constructor: {}',
    '{{gap}}',
    '[[[[[[',
    '= ',
  ],
];

type Mutation = (text: string) => string;

const at = (text: string, share: number) => Math.floor(share * (text.length + 1));

const mutation = fc.oneof(
  fc.tuple(fc.constantFrom(...snippets), fc.double({ min: 0, max: 1, noNaN: true })).map(
    ([snippet, share]): Mutation =>
      (text) => {
        const i = at(text, share);
        return text.slice(0, i) + snippet + text.slice(i);
      },
  ),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 40 })).map(
    ([share, length]): Mutation =>
      (text) => {
        const i = at(text, share);
        return text.slice(0, i) + text.slice(i + length);
      },
  ),
  // A line doubled, moved in, or cut off.
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('double', 'indent', 'outdent', 'drop'))
    .map(
      ([share, how]): Mutation =>
        (text) => {
          const lines = text.split('\n');
          const i = Math.min(lines.length - 1, Math.floor(share * lines.length));
          const line = lines[i] ?? '';
          const put = {
            double: [line, line],
            indent: [` ${line}`],
            outdent: [line.replace(/^ /, '')],
            drop: [],
          }[how];
          return [...lines.slice(0, i), ...put, ...lines.slice(i + 1)].join('\n');
        },
    ),
);

/** One of some texts with one to four changes of the sort that breaks YAML. */
export function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation, { minLength: 1, maxLength: 4 }))
    .map(([text, mutations]) => mutations.reduce((result, mutate) => mutate(result), text));
}
