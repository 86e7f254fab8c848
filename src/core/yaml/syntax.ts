import { type Document, isScalar, type Scalar, visit, type YAMLError } from 'yaml';
import { type Fault, span } from './data.ts';
import { keyed, type Line, lineAt } from './line.ts';
import { quotedColon, quotedInFlow, quotedStart, singleQuoted, spacedColon } from './mends.ts';
import { type Words, wideComma, wrongSign } from './signs.ts';

/** What is said of tabs. */
export const tabbed = 'a tab in the indentation: YAML takes spaces only, so replace it';

/** A syntax error in our own words: what is wrong, and what to do, at the place where it is to be done. */
export function syntaxFault(error: YAMLError, doc: Document, text: string): Fault {
  const rule = /ALIAS|ANCHOR|TAG_|_TAGS/.test(error.code) ? 'yaml/anchor-alias-tag' : 'yaml/syntax';
  const start = Math.min(error.pos[0], text.length);
  return { rule, ...worded(error.code, lineAt(text, start), doc, Math.max(start, error.pos[1])) };
}

function worded(code: string, line: Line, doc: Document, end: number): Words {
  const tab = /^ *\t/.exec(line.line);
  if (tab) {
    const start = line.start + tab[0].length - 1;
    return {
      start,
      end: start + 1,
      message: tabbed,
    };
  }
  return (
    wrongSign(line) ??
    openQuote(code, line, doc) ??
    openBracket(code, line, doc) ??
    badStart(line) ??
    badIndent(code, line) ??
    innerColon(code, line) ??
    notKeyed(code, line) ??
    byCode(code, line, doc, Math.max(end, line.from + 1))
  );
}

function openQuote(code: string, line: Line, doc: Document): Words | undefined {
  const { text, from } = line;
  const quoted = quotedBefore(doc, from);
  if (quoted === undefined) return undefined;
  const [start, end] = span(quoted);
  const mark = text[start] ?? '"';
  const isOpen = end - start < 2 || text[end - 1] !== mark;
  if (end >= from - 1 && (isOpen || (code === 'MISSING_CHAR' && text.slice(end).trim() === ''))) {
    return { start, end: start + 1, message: `the quote opened here is never closed: close it with ${mark}` };
  }
  const gap = text.slice(end, from);
  if (/[^ \t]/.test(gap)) return undefined;
  const other = mark === '"' ? "'" : '"';
  const ways = `quote it with ${other} instead, or write the text after \`>-\` on a line of its own`;
  if (/\n/.test(text.slice(start, end))) {
    return {
      start,
      end: start + 1,
      message: `the quote opened here is closed only lines below: close it on its own line, or ${ways}`,
    };
  }
  const message = `text after the closing quote: if the value itself has a ${mark} in it, ${ways}`;
  return { start: end - 1, end, message };
}

function openBracket(code: string, { text, from }: Line, doc: Document): Words | undefined {
  if (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR') return undefined;
  let found: number | undefined;
  visit(doc, {
    Collection(_, node) {
      const [start, end] = span(node);
      const closing = text[start] === '[' ? ']' : '}';
      if (node.flow !== true || start >= from || text.slice(start, end).trimEnd().endsWith(closing))
        return undefined;
      found = start;
      return visit.BREAK;
    },
  });
  if (found === undefined) return undefined;
  const bracket = text[found] ?? '[';
  const message = `the \`${bracket}\` opened here is not closed: close it with \`${bracket === '[' ? ']' : '}'}\`, or put the value in quotes`;
  return { start: found, end: found + 1, message };
}

function quotedBefore(doc: Document, offset: number): Scalar | undefined {
  let found: Scalar | undefined;
  visit(doc, {
    Scalar(_, node) {
      if (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return;
      if (span(node)[1] <= offset + 1) found = node;
    },
  });
  return isScalar(found) ? found : undefined;
}

const starts: Readonly<Record<string, string>> = {
  '[': 'a list',
  '{': 'a map',
  '>': 'a folded text, which must begin on the next line',
  '|': 'a text in lines, which must begin on the next line',
  '?': 'a key',
  '-': 'an element of a list',
  '*': 'an alias',
  '&': 'an anchor',
  '!': 'a tag',
};

function badStart(line: Line): Words | undefined {
  const { value, valueAt } = line;
  const first = value[0] ?? '';
  if (value === '' || line.from < valueAt) return undefined;
  const at = { start: valueAt, end: valueAt + 1 };
  if ('`@%,'.includes(first))
    return { ...at, message: `a value cannot begin with "${first}": put it in quotes`, ...quotedStart(line) };
  if (first === '[' || first === '{') {
    const close = first === '[' ? ']' : '}';
    if (value.replace(/(?<!\s)\s+#.*$/, '').endsWith(close) || !value.includes(close)) return undefined;
  } else if (!(first in starts)) return undefined;
  return {
    ...at,
    message: `YAML reads a value that begins with \`${first}\` as ${starts[first]}: put it in quotes`,
    ...quotedStart(line),
  };
}

function badIndent(code: string, line: Line): Words | undefined {
  const { text, start } = line;
  const own = indentOf(line);
  if (code === 'MISSING_CHAR' && /^\s*[^\s-]/.test(line.line)) {
    const first = lineAt(text, 0);
    if (first.key !== undefined && own < first.column)
      return misplaced(start + own, own, first.column, line.line);
  }
  if (code === 'MISSING_CHAR' || code === 'BAD_INDENT') {
    const above = lineAt(text, Math.max(0, start - 1));
    // Where the value above is a text in lines, or none, what is deeper belongs to it.
    const isDone = above.key !== undefined && /[}\]"']\s*$/.test(above.value);
    if (start > 0 && isDone && keyed.test(line.line) && own > above.column)
      return misplaced(start + own, own, above.column, line.line);
  }
  if (!['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'BAD_INDENT'].includes(code)) return undefined;
  const newline = text.indexOf('\n', start);
  if (newline === -1 || line.key === undefined || line.value === '') return undefined;
  const next = lineAt(text, newline + 1);
  const deep = indentOf(next);
  if (next.key === undefined || deep <= line.column) return undefined;
  return withoutKey(next) ?? misplaced(next.start + deep, deep, line.column, next.line);
}

/** An entry of a list where none can be. */
function withoutKey(line: Line): Words | undefined {
  if (!/^ *- /.test(line.line)) return undefined;
  const message =
    'a list cannot begin here: write the line with its key above it (`items:` for questions), or mend the indentation';
  return overLine(line, message);
}

const indentOf = ({ line }: Line) => line.search(/[^ ]|$/);

function misplaced(at: number, own: number, siblings: number, line: string): Words {
  const way = own > siblings ? 'too far' : 'too little';
  const message = `indented ${way}: this line begins in column ${own + 1}, the keys beside it in column ${siblings + 1}`;
  return { start: at, end: at + (/^[^:\s]*/.exec(line.slice(own))?.[0].length || 1), message };
}

function innerColon(code: string, line: Line): Words | undefined {
  const flow = code === 'BLOCK_IN_FLOW';
  if (!flow && code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const from = flow ? line.from - line.start : line.valueAt - line.start;
  const colon = /:(?=\s|$)/.exec(line.line.slice(from));
  if (colon === null) return undefined;
  const start = line.start + from + colon.index;
  const wide = flow ? wideComma(line, start) : undefined;
  if (wide) return wide;
  const message =
    'a value with a colon and a space in it must be put in quotes: YAML takes what stands before as a key';
  const fix = flow ? quotedInFlow(line, start) : quotedColon(line);
  return { start, end: start + 1, message, ...fix };
}

function notKeyed(code: string, line: Line): Words | undefined {
  if (line.key !== undefined) return undefined;
  const glued = /^[ \t]*(?:-[ \t]+)*[A-Za-z][\w-]*:(?=\S|$)/.exec(line.line);
  if (glued) {
    const start = line.start + glued[0].length - 1;
    const message = 'a space is missing after the colon';
    return { start, end: start + 1, message, ...spacedColon(line, start) };
  }
  if (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'MISSING_CHAR') return undefined;
  return overLine(line, 'this line is not `key: value`: write a key, or indent it as part of the text above');
}

function byCode(code: string, line: Line, doc: Document, end: number): Words {
  const at = { start: line.from, end };
  switch (code) {
    case 'BAD_DQ_ESCAPE':
      return {
        ...at,
        message: 'not an escape that YAML knows: write `\\\\` for a backslash, or use single quotes',
        ...singleQuoted(line, doc),
      };
    case 'NON_STRING_KEY':
      return { ...at, message: 'a key must be a plain word' };
    case 'BAD_INDENT':
    case 'MISSING_CHAR':
      return overLine(
        line,
        'a `[`, `{` or quote opened above is not closed before this line, or its lines are not indented',
      );
    case 'BLOCK_AS_IMPLICIT_KEY':
      return (
        withoutKey(line) ??
        overLine(
          line,
          'a key cannot begin here: check the indentation of this line and the next, and quote values with a colon',
        )
      );
    default: {
      const closing = /^[}\]]/.exec(line.text.slice(line.from))?.[0];
      if (closing !== undefined)
        return {
          ...at,
          end: line.from + 1,
          message: `this \`${closing}\` closes nothing that is open here: take it out`,
        };
      return {
        ...at,
        message:
          'this cannot be read as YAML: check quotes, colons and indentation here and on the line above',
      };
    }
  }
}

function overLine(line: Line, message: string): Words {
  const indent = /^\s*/.exec(line.line)?.[0].length ?? 0;
  const start = line.start + indent;
  return { start, end: Math.max(start + 1, line.start + line.line.trimEnd().length), message };
}
