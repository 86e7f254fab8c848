import { keyed, lineAt, type SourceLine } from './line.ts';
import { describeOverLine, type Stop, type Words } from './stop.ts';

/** What the parser says at the line above the one that is indented too far. */
const atLineAbove: readonly Stop['code'][] = [
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'BAD_INDENT',
];

/** A line that is not indented as the fields beside it are. */
export function findBadIndent({ code, line }: Stop): Words | undefined {
  const { text, start } = line;
  const own = indentOf(line);
  if (code === 'MISSING_CHAR' && /^\s*[^\s-]/.test(line.line)) {
    const first = lineAt(text, 0);
    if (first.key !== undefined && own < first.column)
      return misplaced(start + own, own, first.column, line.line);
  }
  if (code === 'MISSING_CHAR' || code === 'BAD_INDENT') {
    const above = lineAt(text, Math.max(0, start - 1));
    // If the value above is a text in lines, or empty, what is deeper belongs to it.
    const isDone = above.key !== undefined && /[}\]"']\s*$/.test(above.value);
    if (start > 0 && isDone && keyed.test(line.line) && own > above.column)
      return misplaced(start + own, own, above.column, line.line);
  }
  return atLineAbove.includes(code) ? belowIndented(line) : undefined;
}

/** The line after a field with a value, if it is deeper than the field. */
function belowIndented({ text, start, key, value, column }: SourceLine): Words | undefined {
  const newline = text.indexOf('\n', start);
  if (newline === -1 || key === undefined || value === '') return undefined;
  const next = lineAt(text, newline + 1);
  const deep = indentOf(next);
  if (next.key === undefined || deep <= column) return undefined;
  return withoutField(next) ?? misplaced(next.start + deep, deep, column, next.line);
}

/** An entry of a list, where a field should begin. */
export function listWithoutField({ code, line }: Stop): Words | undefined {
  return code === 'BLOCK_AS_IMPLICIT_KEY' ? withoutField(line) : undefined;
}

function withoutField(line: SourceLine): Words | undefined {
  if (!/^ *- /.test(line.line)) return undefined;
  const message =
    'a list cannot begin here; write its field in the line above (`items:` for questions), or fix the indentation';
  return describeOverLine(line, message);
}

const indentOf = ({ line }: SourceLine) => line.search(/[^ ]|$/);

function misplaced(at: number, own: number, siblings: number, line: string): Words {
  const way = own > siblings ? 'too far' : 'too little';
  const message = `indented ${way}: this line begins in column ${own + 1}, the fields beside it in column ${siblings + 1}; align them`;
  return { start: at, end: at + (/^[^:\s]*/.exec(line.slice(own))?.[0].length || 1), message };
}
