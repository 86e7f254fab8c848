import stringWidth from 'fast-string-width';
import type { Span } from './line.ts';

const wide = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;
const openers = '（「『《【〔“';
const closers = '，。、；：？！）」』》】〕”…';

/**
 * The pieces that are never broken: a run of spaces, a word with the marks around it, or one Chinese character with the marks
 * that may not start (or end) a line.
 */
const words = `[ \t]+|[${openers}]*(?:[${wide}]|[^ \t${wide}${openers}${closers}]+)[${closers},.;:?!)\\]%]*|[${openers}]+|[${closers}]+`;
const pieces = new RegExp(words, 'gu');

/** The same with a command in backquotes as one piece, which is broken only if it is too wide for any line. */
const piecesWithCommands = new RegExp(
  `[${openers}(]*\`[^\`]+\`[^ \t${wide}${openers}${closers}]*[${closers}]*|${words}`,
  'gu',
);

function* piecesOf(text: string, columns: number): Generator<readonly [piece: string, index: number]> {
  for (const { 0: piece, index } of text.matchAll(text.includes('`') ? piecesWithCommands : pieces)) {
    if (!piece.includes('`') || widthOf(piece) <= columns) yield [piece, index];
    else for (const part of piece.matchAll(pieces)) yield [part[0], index + part.index];
  }
}

/** A line of spans broken into lines of at most so many columns, without the spaces at the breaks. */
export function wrapSpans(line: readonly Span[], columns: number): readonly (readonly Span[])[] {
  const text = line.map((span) => span.text).join('');
  const lines = breaks(text, Math.max(2, columns));
  return lines.map(([from, to]) => cut(line, from, to));
}

type Range = readonly [from: number, to: number];

function breaks(text: string, columns: number): readonly Range[] {
  const lines: Range[] = [];
  let [from, to, width] = [0, 0, 0];
  for (const [piece, index] of piecesOf(text, columns)) {
    if (/^[ \t]/.test(piece)) continue;
    const end = index + piece.length;
    if (width > 0 && width + widthOf(text.slice(to, end)) > columns) {
      lines.push([from, to]);
      width = 0;
    }
    if (width === 0) [from, to] = [index, index];
    for (const at of hardBreaks(text.slice(to, end), columns - width, columns)) {
      lines.push([from, to + at]);
      from = to + at;
      width = 0;
    }
    width += widthOf(text.slice(Math.max(from, to), end));
    to = end;
  }
  return width > 0 || lines.length === 0 ? [...lines, [from, to]] : lines;
}

/** The places at which a stretch too wide for any line is broken between characters. */
function hardBreaks(text: string, room: number, columns: number): readonly number[] {
  if (widthOf(text) <= room) return [];
  const result: number[] = [];
  let left = room;
  let at = 0;
  for (const character of text) {
    const width = widthOf(character);
    if (width > left) {
      result.push(at);
      left = columns;
    }
    left -= width;
    at += character.length;
  }
  return result;
}

function cut(line: readonly Span[], from: number, to: number): readonly Span[] {
  const result: Span[] = [];
  let at = 0;
  for (const span of line) {
    const text = span.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== '') result.push({ ...span, text });
    at += span.text.length;
  }
  return result;
}

/** The columns a text takes in a terminal. */
export function widthOf(text: string): number {
  return stringWidth(text, { tabWidth: 1 });
}
