import type { Document, YAMLError } from 'yaml';
import type { SyntaxFault } from './data.ts';
import { quoteColon, quoteInFlow, quoteSingly, quoteStart, spaceColon } from './fixes.ts';
import { findBadIndent, listWithoutField } from './indents.ts';
import { lineAt } from './line.ts';
import { findWideComma, findWrongSign } from './signs.ts';
import { findEmptyEntry, findLink } from './slips.ts';
import { describeOverLine, type Stop, type SyntaxGuess } from './stop.ts';
import { openBracket, openQuote } from './unclosed.ts';

/** What is said of tabs. */
export const tabbed = 'the indentation has a tab; replace it with spaces';

/** The guesses at what is wrong, from what was surely meant to what only the parser's code tells: the first that applies words it. */
const guesses: readonly SyntaxGuess[] = [
  tab,
  findWrongSign,
  findLink,
  findEmptyEntry,
  openQuote,
  openBracket,
  badStart,
  findBadIndent,
  innerColon,
  gluedColon,
  notKeyed,
  badEscape,
  oddKey,
  unclosedAbove,
  listWithoutField,
  strayKey,
  strayBracket,
];

/** A syntax error in our own words: what is wrong, and what to do, at the place where it is to be done. */
export function describeSyntaxError(error: YAMLError, doc: Document, text: string): SyntaxFault {
  const rule = /ALIAS|ANCHOR|TAG_|_TAGS/.test(error.code) ? 'yaml/anchor-alias-tag' : 'yaml/syntax';
  const start = Math.min(error.pos[0], text.length);
  const line = lineAt(text, start);
  const stop: Stop = { code: error.code, line, doc, end: Math.max(start, error.pos[1], line.from + 1) };
  for (const guess of guesses) {
    const words = guess(stop);
    if (words !== undefined) return { rule, ...words };
  }
  const message = 'this is not valid YAML; check quotes, colons and indentation here and in the line above';
  return { rule, ...at(stop), message };
}

/** What the parser stumbled over. */
const at = ({ line, end }: Stop) => ({ start: line.from, end });

function tab({ line }: Stop) {
  const found = /^ *\t/.exec(line.line);
  if (found === null) return undefined;
  const end = line.start + found[0].length;
  return { start: end - 1, end, message: tabbed };
}

const starts: Readonly<Record<string, string>> = {
  '[': 'a list',
  '{': 'a map',
  '>': 'folded text, which must begin on the next line',
  '|': 'text in lines, which must begin on the next line',
  '?': 'a field',
  '-': 'an entry of a list',
  '*': 'an alias',
  '&': 'an anchor',
  '!': 'a tag',
};

function badStart({ line }: Stop) {
  const { value, valueAt } = line;
  const first = value[0] ?? '';
  if (value === '' || line.from < valueAt) return undefined;
  const found = { start: valueAt, end: valueAt + 1, ...quoteStart(line) };
  if ('`@%,'.includes(first))
    return { ...found, message: `a value cannot begin with "${first}"; put it in quotes` };
  if (!(first in starts) || isMeantBracket(value, first)) return undefined;
  const message = `YAML reads a value that begins with \`${first}\` as ${starts[first]}; put the value in quotes`;
  return { ...found, message };
}

/** Whether a bracket was likely meant as one: what is wrong is then within, or that it is not closed. */
function isMeantBracket(value: string, first: string): boolean {
  if (first !== '[' && first !== '{') return false;
  const close = first === '[' ? ']' : '}';
  return value.replace(/(?<!\s)\s+#.*$/, '').endsWith(close) || !value.includes(close);
}

function innerColon({ code, line }: Stop) {
  const flow = code === 'BLOCK_IN_FLOW';
  if (!flow && code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const from = flow ? line.from - line.start : line.valueAt - line.start;
  const colon = /:(?=\s|$)/.exec(line.line.slice(from));
  if (colon === null) return undefined;
  const start = line.start + from + colon.index;
  const wide = flow ? findWideComma(line, start) : undefined;
  const message = 'YAML reads the text before a colon and a space as a field; put the whole value in quotes';
  const fix = flow ? quoteInFlow(line, start) : quoteColon(line);
  return wide ?? { start, end: start + 1, message, ...fix };
}

function gluedColon({ line }: Stop) {
  const glued = line.key === undefined && /^[ \t]*(?:-[ \t]+)*[A-Za-z][\w-]*:(?=\S|$)/.exec(line.line);
  if (!glued) return undefined;
  const start = line.start + glued[0].length - 1;
  const message = 'the space after the colon is missing; add one';
  return { start, end: start + 1, message, ...spaceColon(line, start) };
}

function notKeyed({ code, line }: Stop) {
  if (line.key !== undefined || (code !== 'MULTILINE_IMPLICIT_KEY' && code !== 'MISSING_CHAR'))
    return undefined;
  return describeOverLine(
    line,
    'this line is not `field: value`; add a field, or indent it as part of the text above',
  );
}

function badEscape({ code, line, doc, end }: Stop) {
  if (code !== 'BAD_DQ_ESCAPE') return undefined;
  const message = 'YAML does not know this escape; write `\\\\` for a backslash, or use single quotes';
  return { start: line.from, end, message, ...quoteSingly(line, doc) };
}

function oddKey(stop: Stop) {
  if (stop.code !== 'NON_STRING_KEY') return undefined;
  return { ...at(stop), message: 'this cannot be a field; use a plain word' };
}

function unclosedAbove({ code, line }: Stop) {
  if (code !== 'BAD_INDENT' && code !== 'MISSING_CHAR') return undefined;
  const message =
    'a `[`, `{` or quote above is not closed before this line, or its lines are not indented; close it or indent them';
  return describeOverLine(line, message);
}

function strayKey({ code, line }: Stop) {
  if (code !== 'BLOCK_AS_IMPLICIT_KEY') return undefined;
  const message =
    'a field cannot begin here; check the indentation of this line and the next, and put values with a colon in quotes';
  return describeOverLine(line, message);
}

function strayBracket({ line }: Stop) {
  const closing = /^[}\]]/.exec(line.text.slice(line.from))?.[0];
  if (closing === undefined) return undefined;
  const message = `nothing is open here for this \`${closing}\` to close; remove it`;
  return { start: line.from, end: line.from + 1, message };
}
