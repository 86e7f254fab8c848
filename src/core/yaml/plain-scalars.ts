import {
  doubt,
  endOfLine,
  endOfSpaces,
  isLineEnd,
  isWordEnd,
  type Reader,
  startAfterLine,
  toContent,
} from './plain-cursor.ts';

/** Reads a value without quotes, of one line or several, and goes on to what follows it. */
export function readPlainScalar(reader: Reader, parent: number): unknown {
  const { text, at: start } = reader;
  if (!mayBegin(text, start, false)) throw doubt;
  let value = plainLine(reader, start);
  const isCommented = !isLineEnd(text, endOfSpaces(text, reader.end));
  let from = endOfLine(text, reader.end);
  toContent(reader, startAfterLine(text, from));
  if (reader.column <= parent) return resolved(value);
  if (isCommented) throw doubt;
  while (reader.column > parent) {
    const between = text.slice(from, reader.at);
    // A comment ends a value.
    if (between.includes('#')) throw doubt;
    const breaks = between.split('\n').length - 1;
    value += breaks === 1 ? ' ' : '\n'.repeat(breaks - 1);
    value += plainLine(reader, reader.at);
    if (!isLineEnd(text, endOfSpaces(text, reader.end))) throw doubt;
    from = endOfLine(text, reader.end);
    toContent(reader, startAfterLine(text, from));
  }
  return resolved(value);
}

/** One line of such a value without the comment after it. */
function plainLine(reader: Reader, start: number): string {
  const { text } = reader;
  let end = endOfLine(text, start);
  for (let i = start; i < end; i++) {
    const next = text.charCodeAt(i);
    if (next === 58 && isWordEnd(text, i + 1)) throw doubt;
    if (next === 35 && text.charCodeAt(i - 1) === 32) end = i;
  }
  while (text.charCodeAt(end - 1) === 32) end--;
  reader.end = end;
  return text.slice(start, end);
}

const indicators = new Set(',[]{}#&*!|>\'"%@`');

/** Whether a value without quotes can begin with what stands at a place. */
function mayBegin(text: string, at: number, inFlow: boolean): boolean {
  const first = text[at] ?? '#';
  if (indicators.has(first)) return false;
  if (first !== '-' && first !== '?' && first !== ':') return true;
  return !isWordEnd(text, at + 1) && !(inFlow && ',[]{}'.includes(text[at + 1] ?? ''));
}

/** Reads a value without quotes within brackets. */
export function readFlowScalar(reader: Reader): unknown {
  const { text, at: start } = reader;
  if (!mayBegin(text, start, true)) throw doubt;
  let end = start;
  for (; !isLineEnd(text, end); end++) {
    const next = text[end];
    if (next === ',' || next === ']' || next === '}') break;
    if (next === '[' || next === '{') throw doubt;
    if (next === ':' && (isWordEnd(text, end + 1) || ',[]{}'.includes(text[end + 1] ?? ''))) throw doubt;
    if (next === '#' && text[end - 1] === ' ') throw doubt;
  }
  reader.at = end;
  while (text.charCodeAt(end - 1) === 32) end--;
  reader.end = end;
  return resolved(text.slice(start, end));
}

/** Reads a value in quotes; the reader is then behind them. */
export function readQuotedScalar(reader: Reader, parent: number): string {
  const { text, at: start } = reader;
  const quote = text[start] ?? '';
  const end = quote === '"' ? doubleEnd(text, start + 1) : singleEnd(text, start + 1);
  reader.at = end + 1;
  reader.end = end + 1;
  const raw = text.slice(start + 1, end);
  const lines = raw.includes('\n') ? folded(raw, parent) : raw;
  if (quote === "'") return lines.replaceAll("''", "'");
  return lines.includes('\\') ? unescaped(lines) : lines;
}

function singleEnd(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf("'", at);
    if (at === -1) throw doubt;
    if (text[at + 1] !== "'") return at;
  }
}

function doubleEnd(text: string, from: number): number {
  for (let at = from; ; at++) {
    at = text.indexOf('"', at);
    if (at === -1) throw doubt;
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\' && at - 1 - slashes >= from) slashes++;
    if (slashes % 2 === 0) return at;
  }
}

/** What stands in double quotes without its escapes: those that JSON has too. */
function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw.replaceAll('\n', '\\n')}"`) as string;
  } catch {
    throw doubt;
  }
}

/** The lines of a value in quotes as one. */
function folded(raw: string, parent: number): string {
  const lines = raw.split(/\r?\n/);
  let value = '';
  let blank = 0;
  for (const [i, line] of lines.entries()) {
    const from = i === 0 ? 0 : endOfSpaces(line, 0);
    const isLast = i === lines.length - 1;
    let to = line.length;
    while (!isLast && to > from && line.charCodeAt(to - 1) === 32) to--;
    // An escaped line end joins two lines without a blank.
    if (!isLast && line.endsWith('\\')) throw doubt;
    if (i > 0 && from === to && !isLast) {
      blank++;
      continue;
    }
    if (i > 0 && from <= parent) throw doubt;
    if (i > 0) value += blank === 0 ? ' ' : '\n'.repeat(blank);
    value += line.slice(from, to);
    blank = 0;
  }
  return value;
}

const header = /[|>]([-+]?) *(?=\r?\n)/y;

/** Reads a value in lines after `|` or `>`, and goes on to what follows it. */
export function readBlockScalar(reader: Reader, parent: number): string {
  const { text, at } = reader;
  header.lastIndex = at;
  const [, chomping] = header.exec(text) ?? [];
  if (chomping === undefined) throw doubt;
  const lines: string[] = [];
  let indent = -1;
  let filled = 0;
  let start = startAfterLine(text, header.lastIndex);
  while (start < text.length) {
    const first = endOfSpaces(text, start);
    const column = first - start;
    if (isLineEnd(text, first)) {
      // Spaces may be part of the value, and a text without a line end is.
      if (first >= text.length || column > Math.max(indent, 0)) throw doubt;
      lines.push('');
      start = startAfterLine(text, first);
      continue;
    }
    if (indent === -1) indent = column;
    if (column < indent || indent <= parent) break;
    const end = endOfLine(text, first);
    lines.push(text.slice(start + indent, end));
    filled = lines.length;
    start = startAfterLine(text, end);
  }
  if (filled === 0) throw doubt;
  reader.end = Math.min(start, text.length);
  toContent(reader, start);
  const ended = chomping === '-' ? '' : '\n'.repeat(chomping === '+' ? lines.length - filled + 1 : 1);
  const content = lines.slice(0, filled);
  return (text[at] === '>' ? joined(content) : content.join('\n')) + ended;
}

/** Lines joined into paragraphs; those that are deeper than the others stay lines. */
function joined(lines: readonly string[]): string {
  let value = '';
  let breaks = 0;
  let deep = false;
  for (const [i, line] of lines.entries()) {
    if (line === '') {
      breaks++;
      continue;
    }
    const wasDeep = deep;
    deep = line.startsWith(' ');
    if (deep || wasDeep) breaks += i > breaks ? 1 : 0;
    value += breaks > 0 ? '\n'.repeat(breaks) : i === 0 ? '' : ' ';
    value += line;
    breaks = 0;
  }
  return value;
}

const numeral = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

/** A value without quotes by the core schema of YAML 1.2. */
function resolved(text: string): unknown {
  switch (text) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    default:
      if (!/^[-+.\d]/.test(text)) return text;
      if (/^0[ox]|^[-+]?\.(?:inf|nan)$/i.test(text)) throw doubt;
      return numeral.test(text) ? Number(text) : text;
  }
}
