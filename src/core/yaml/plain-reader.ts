import { mostKeys } from './data.ts';
import { deepest } from './parse.ts';
import {
  doubt,
  findKey,
  isDash,
  isEmptyLine,
  isKey,
  type Reader,
  skipSpaces,
  toContent,
  toFlow,
  toNextLine,
} from './plain-cursor.ts';
import { readBlockScalar, readFlowScalar, readPlainScalar, readQuotedScalar } from './plain-scalars.ts';

/** What is made of the nodes of a text as they are read, with the offsets that they stand at. */
export interface Maker<N, M> {
  readonly scalar: (value: unknown, start: number, end: number) => N;
  /** An element of a list in which nothing is written, after its dash. */
  readonly nothing: (at: number) => N;
  readonly list: (items: readonly N[], start: number, end: number) => N;
  /** A map to put entries into. */
  readonly begin: () => M;
  /** Whether an entry could be put: its key is not there yet. */
  readonly put: (map: M, key: string, value: N, start: number, end: number) => boolean;
  readonly map: (map: M, start: number, end: number) => N;
}

/** What one of the readers takes and the other does not, or takes for something else. */
const doubtful =
  /[\0-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\u2028\u2029\ufffe\uffff]|\r(?!\n)|^ *(?:%|---|\.\.\.)/m;

/** Whether no half of a surrogate pair stands alone in a text. */
const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);

/**
 * Reads a text of the plain sort of YAML that banks are written in: maps and lists in lines, values in one line or several, in quotes,
 * after `|` or `>`, in brackets. Undefined on any doubt, as about comments between the lines of a value, anchors, tags, unusual keys,
 * or where anything is wrong.
 */
export function readPlain<N, M>(text: string, make: Maker<N, M>): { readonly node: N } | undefined {
  if (doubtful.test(text) || !isWellFormed(text)) return undefined;
  const reader: Reader = { text, at: 0, column: 0, end: 0 };
  try {
    toContent(reader, 0);
    if (reader.column < 0) return undefined;
    const node = block(reader, make, -1, 0);
    return reader.column < 0 ? { node } : undefined;
  } catch (error) {
    if (error === doubt) return undefined;
    throw error;
  }
}

/** A value that begins where the reader is, in a column after that of what it belongs to. */
function block<N, M>(reader: Reader, make: Maker<N, M>, parent: number, depth: number): N {
  if (isDash(reader)) return listIn(reader, make, reader.column, depth + 1);
  if (isKey(reader)) return mapIn(reader, make, reader.column, depth + 1);
  return inline(reader, make, parent, depth);
}

function mapIn<N, M>(reader: Reader, make: Maker<N, M>, column: number, depth: number): N {
  if (depth >= deepest - 1) throw doubt;
  const start = reader.at;
  const map = make.begin();
  for (let size = 0; reader.column === column; size++) {
    const { at } = reader;
    const key = findKey(reader, false);
    if (key === undefined || size >= mostKeys) throw doubt;
    const value = valueIn(reader, make, column, depth);
    if (!make.put(map, key.name, value, at, key.end)) throw doubt;
  }
  if (reader.column > column) throw doubt;
  return make.map(map, start, reader.end);
}

/** The value after the colon of a key. */
function valueIn<N, M>(reader: Reader, make: Maker<N, M>, column: number, depth: number): N {
  const { at } = reader;
  if (!isEmptyLine(reader)) return inline(reader, make, column, depth);
  toNextLine(reader);
  if (reader.column > column) return block(reader, make, column, depth);
  // A list may stand in the column of its key.
  if (reader.column === column && isDash(reader)) return listIn(reader, make, column, depth + 1);
  reader.end = at;
  return make.scalar(null, at, at);
}

function listIn<N, M>(reader: Reader, make: Maker<N, M>, column: number, depth: number): N {
  if (depth >= deepest - 1) throw doubt;
  const start = reader.at;
  const items: N[] = [];
  while (reader.column === column && isDash(reader)) {
    const dash = reader.at++;
    if (!isEmptyLine(reader)) {
      skipSpaces(reader);
      reader.column = column + reader.at - dash;
      items.push(block(reader, make, column, depth));
      continue;
    }
    const { at } = reader;
    toNextLine(reader);
    if (reader.column <= column) reader.end = at;
    items.push(reader.column > column ? block(reader, make, column, depth) : make.nothing(at));
  }
  if (reader.column > column) throw doubt;
  return make.list(items, start, reader.end);
}

/** A value that begins within a line. */
function inline<N, M>(reader: Reader, make: Maker<N, M>, parent: number, depth: number): N {
  skipSpaces(reader);
  const start = reader.at;
  switch (reader.text[start]) {
    case '"':
    case "'": {
      const value = readQuotedScalar(reader, parent);
      toNextLine(reader);
      return make.scalar(value, start, reader.end);
    }
    case '[':
    case '{': {
      const node = flow(reader, make, parent, depth + 1);
      toNextLine(reader);
      return node;
    }
    case '|':
    case '>':
      return make.scalar(readBlockScalar(reader, parent), start, reader.end);
    default:
      return make.scalar(readPlainScalar(reader, parent), start, reader.end);
  }
}

/** A list or map within brackets. */
function flow<N, M>(reader: Reader, make: Maker<N, M>, parent: number, depth: number): N {
  if (depth >= deepest - 1) throw doubt;
  const { text, at: start } = reader;
  const isList = text[start] === '[';
  const close = isList ? ']' : '}';
  const items: N[] = [];
  const map = make.begin();
  reader.at++;
  for (let size = 0; toFlow(reader, parent) !== close; size++) {
    if (isList) items.push(flowValue(reader, make, parent, depth));
    else {
      const { at } = reader;
      const key = findKey(reader, true);
      if (key === undefined || size >= mostKeys) throw doubt;
      toFlow(reader, parent);
      const value = flowValue(reader, make, parent, depth);
      if (!make.put(map, key.name, value, at, key.end)) throw doubt;
    }
    const next = toFlow(reader, parent);
    if (next === ',') reader.at++;
    else if (next !== close) throw doubt;
  }
  reader.end = ++reader.at;
  return isList ? make.list(items, start, reader.end) : make.map(map, start, reader.end);
}

function flowValue<N, M>(reader: Reader, make: Maker<N, M>, parent: number, depth: number): N {
  const { text, at: start } = reader;
  const first = text[start];
  if (first === '[' || first === '{') return flow(reader, make, parent, depth + 1);
  const value = first === '"' || first === "'" ? readQuotedScalar(reader, parent) : readFlowScalar(reader);
  return make.scalar(value, start, reader.end);
}
