/** A text that is read, and how far it was. */
export interface Reader {
  readonly text: string;
  /** The next character: after a value, the first of the next line that is neither blank nor a comment. */
  at: number;
  /** The column of that character, from 0; -1 at the end of the text. */
  column: number;
  /** Where the value that was read last ends. */
  end: number;
}

/** Thrown on whatever this reader leaves to the other, and caught by it, without the cost of a stack. */
export const doubt = new Error('not for this reader');

const code = {
  newline: 10,
  return: 13,
  space: 32,
  hash: 35,
  dash: 45,
  colon: 58,
} as const;

/** Whether nothing more stands in a line from a place on. */
export function isLineEnd(text: string, at: number): boolean {
  const next = text.charCodeAt(at);
  // No carriage return stands alone in what is read here.
  return next === code.newline || next === code.return || at >= text.length;
}

/** Whether a place is the end of a word: a space or the end of its line. */
export const isWordEnd = (text: string, at: number): boolean =>
  text.charCodeAt(at) === code.space || isLineEnd(text, at);

/** The end of the line that a place is in, without what ends it. */
export function endOfLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline === -1 ? text.length : newline;
  return end > at && text.charCodeAt(end - 1) === code.return ? end - 1 : end;
}

/** The place after the line that ends at one. */
export const startAfterLine = (text: string, end: number): number =>
  end + (text.charCodeAt(end) === code.return ? 2 : 1);

/** The first place from one on that is no space. */
export function endOfSpaces(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) === code.space) next++;
  return next;
}

/** Goes to what stands next in the line. */
export function skipSpaces(reader: Reader): void {
  reader.at = endOfSpaces(reader.text, reader.at);
}

/** Goes to the first line from a line's start on that is neither blank nor a comment. */
export function toContent(reader: Reader, from: number): void {
  const { text } = reader;
  for (let start = from; start < text.length; ) {
    const at = endOfSpaces(text, start);
    const next = text.charCodeAt(at);
    if (next === code.hash) start = startAfterLine(text, endOfLine(text, at));
    else if (isLineEnd(text, at)) start = startAfterLine(text, at);
    else {
      reader.at = at;
      reader.column = at - start;
      return;
    }
  }
  reader.at = text.length;
  reader.column = -1;
}

/** Whether nothing, or a comment alone, stands in the line from where the reader is. */
export function isEmptyLine({ text, at }: Reader): boolean {
  const next = endOfSpaces(text, at);
  return isLineEnd(text, next) || (next > at && text.charCodeAt(next) === code.hash);
}

/** Goes on from the end of a value, after which only a comment may stand in its line. */
export function toNextLine(reader: Reader): void {
  if (!isEmptyLine(reader)) throw doubt;
  toContent(reader, startAfterLine(reader.text, endOfLine(reader.text, reader.at)));
}

/** Goes to the next sign within brackets, whose lines are deeper than what they belong to. */
export function toFlow(reader: Reader, parent: number): string {
  const { text } = reader;
  skipSpaces(reader);
  while (isLineEnd(text, reader.at) && reader.at < text.length) {
    const start = startAfterLine(text, reader.at);
    reader.at = endOfSpaces(text, start);
    if (!isLineEnd(text, reader.at) && reader.at - start <= parent) throw doubt;
  }
  const sign = text[reader.at];
  if (sign === undefined || sign === '#') throw doubt;
  return sign;
}

/** Whether an element of a list begins here. */
export const isDash = ({ text, at }: Reader): boolean =>
  text.charCodeAt(at) === code.dash && isWordEnd(text, at + 1);

/** Other keys may be merges, numbers or nothing, and `__proto__` is no key to set. */
const keyPattern = /(["']?)([A-Za-z](?:[\w -]*[\w-])?)\1 *:(?=[ \r\n]|$)/y;
/** After quotes, and within brackets, a value may follow the colon at once. */
const flowKeyPattern = /(["'])([A-Za-z](?:[\w -]*[\w-])?)\1 *:|([A-Za-z](?:[\w -]*[\w-])?) *:(?=[ \r\n]|$)/y;

/** Whether a map begins here. */
export function isKey({ text, at }: Reader): boolean {
  keyPattern.lastIndex = at;
  return keyPattern.test(text);
}

/** A key of a map, and where it ends. */
interface Key {
  readonly name: string;
  readonly end: number;
}

/** Reads a key with its colon; undefined where there is none. */
export function findKey(reader: Reader, inFlow: boolean): Key | undefined {
  const pattern = inFlow ? flowKeyPattern : keyPattern;
  pattern.lastIndex = reader.at;
  const match = pattern.exec(reader.text);
  if (match === null) return undefined;
  const name = match[2] ?? match[3] ?? '';
  const quotes = match[1] ? 2 : 0;
  const end = reader.at + name.length + quotes;
  reader.at = pattern.lastIndex;
  return { name, end };
}
