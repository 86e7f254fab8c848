/** One shape of a long text. */
export interface Shape {
  readonly name: string;
  readonly of: (length: number) => string;
}

const repeated = (piece: string, tail = '') => ({
  name: JSON.stringify(`${piece}...${tail}`),
  of: (length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length) + tail,
});

/** Pieces of what patterns look for: a run of one, and what follows decides late that it was nothing. */
const pieces = [
  ...[
    'a',
    'A',
    '1',
    ' ',
    '.',
    '。',
    '-',
    '(',
    '`',
    '"',
    '*',
    '_',
    '%',
    ',',
    '、',
    '中',
    'é',
    '\u0301',
    '\u200b',
    '😀',
  ],
  ...[
    'a ',
    'a, ',
    '1,',
    '1.',
    '1 000 ',
    '. ',
    ' .',
    'a-',
    '中 ',
    '的',
    '{{a}} ',
    '{{',
    '[a](',
    '`a` ',
    '$a$ ',
    '\\',
    '/ ',
  ],
  ...[
    'not ',
    'and ',
    'no, ',
    'all of the above ',
    'e.g. ',
    'https://a.b/',
    'A-B ',
    'the a ',
    '10^',
    '1e',
    '十',
    '万',
  ],
  ...[
    'a\n',
    '# ',
    ': ',
    "'",
    '&a ',
    '| ',
    '> ',
    '\t',
    '百分之',
    '19',
    '2020 ',
    '是',
    '吗',
    '？',
    '“a”',
    '(a) ',
    'Option A ',
  ],
];

/** Long texts of the shapes that patterns are slow with. */
export const shapes: readonly Shape[] = pieces.flatMap((piece) => [repeated(piece), repeated(piece, 'x')]);

/** A text of its own for each number, of letters alone. */
export function word(number: number): string {
  let rest = number + 26 ** 3;
  let text = '';
  for (; rest > 0; rest = Math.floor(rest / 26)) text += String.fromCharCode(97 + (rest % 26));
  return text;
}
