/** The bytes of a log, and the text of some of them that are ASCII. */
export interface Bytes {
  readonly [at: number]: number;
  toString(encoding: 'latin1', start: number, end: number): string;
}

/** A text of ASCII as bytes. */
export const asciiBytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

/** The bytes of signs. */
export const sign = {
  quote: 0x22,
  comma: 0x2c,
  point: 0x2e,
  colon: 0x3a,
  minus: 0x2d,
  plus: 0x2b,
  backslash: 0x5c,
  openingBrace: 0x7b,
  closingBrace: 0x7d,
  openingBracket: 0x5b,
  closingBracket: 0x5d,
} as const;

/** Where the bytes end that must stand here; below zero, here and below, if it is not what is looked for. */
export function readPast(bytes: Bytes, at: number, wanted: Uint8Array): number {
  if (at < 0) return -1;
  for (let i = 0; i < wanted.length; i++) if (bytes[at + i] !== wanted[i]) return -1;
  return at + wanted.length;
}

/** Where a text ends that is not empty and only of ASCII without escapes: before its quote. */
export function endOfName(bytes: Bytes, start: number): number {
  if (start < 0) return -1;
  let at = start;
  for (;;) {
    const byte = bytes[at];
    if (byte === sign.quote) return at > start ? at : -1;
    if (byte === undefined || byte < 0x20 || byte > 0x7e || byte === sign.backslash) return -1;
    at += 1;
  }
}

/** Where any text ends: behind its quote. Bytes beyond ASCII stand for characters, or for a sign that they are none. */
function textEnd(bytes: Bytes, start: number): number {
  let at = start;
  for (;;) {
    const byte = bytes[at];
    if (byte === sign.quote) return at + 1;
    if (byte === undefined || byte < 0x20) return -1;
    if (byte === sign.backslash) {
      if (!escapes.has(bytes[at + 1])) return -1;
      at += 1;
    }
    at += 1;
  }
}

const escapes = new Set<number | undefined>(asciiBytesOf('"\\/bfnrt'));

/** Whether a byte is a digit. */
export const isDigit = (byte: number | undefined) => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Digits of a whole number that stays exact, and is within what the log takes for a count. */
const mostDigits = 12;

/** Where a whole number ends that is not below zero. */
export function endOfWhole(bytes: Bytes, start: number): number {
  if (start < 0) return -1;
  let at = start;
  while (isDigit(bytes[at])) at += 1;
  const digits = at - start;
  return digits === 0 || digits > mostDigits || (digits > 1 && bytes[start] === 0x30) ? -1 : at;
}

/** Where a number ends that is not below zero and has no exponent. */
export function endOfNumber(bytes: Bytes, start: number): number {
  let at = endOfWhole(bytes, start);
  if (at < 0 || bytes[at] !== sign.point) return at;
  const fraction = at + 1;
  at = fraction;
  while (isDigit(bytes[at])) at += 1;
  return at === fraction ? -1 : at;
}

/** The number whose digits were found; of a few digits it is exact without its text. */
export function numberAt(bytes: Bytes, start: number, end: number): number {
  if (end - start > mostDigits) return Number(bytes.toString('latin1', start, end));
  let number = 0;
  let scale = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === sign.point) scale = 1;
    else {
      number = number * 10 + byte - 0x30;
      scale *= 10;
    }
  }
  return scale > 1 ? number / scale : number;
}

/** Values within values that are looked into: the log writes no deeper ones. */
const deepest = 4;

/** Where an object ends of which the brace was read: behind its own brace. */
export function endOfMembers(bytes: Bytes, start: number, depth: number): number {
  if (bytes[start] === sign.closingBrace) return start + 1;
  for (let at = start; ; at += 1) {
    if (bytes[at] !== sign.quote) return -1;
    const name = textEnd(bytes, at + 1);
    if (name < 0 || bytes[name] !== sign.colon) return -1;
    at = valueEnd(bytes, name + 1, depth);
    if (at < 0 || bytes[at] !== sign.comma) return at >= 0 && bytes[at] === sign.closingBrace ? at + 1 : -1;
  }
}

/** Where a list ends of which the bracket was read: behind its own bracket. */
export function endOfElements(bytes: Bytes, start: number, depth: number): number {
  if (bytes[start] === sign.closingBracket) return start + 1;
  for (let at = start; ; at += 1) {
    at = valueEnd(bytes, at, depth);
    if (at < 0 || bytes[at] !== sign.comma) return at >= 0 && bytes[at] === sign.closingBracket ? at + 1 : -1;
  }
}

function valueEnd(bytes: Bytes, at: number, depth: number): number {
  switch (bytes[at]) {
    case sign.quote:
      return textEnd(bytes, at + 1);
    case sign.openingBrace:
      return depth < deepest ? endOfMembers(bytes, at + 1, depth + 1) : -1;
    case sign.openingBracket:
      return depth < deepest ? endOfElements(bytes, at + 1, depth + 1) : -1;
    default:
      return endOfNumber(bytes, at);
  }
}
