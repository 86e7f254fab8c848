import stringWidth from 'fast-string-width';
import type { Place } from '#core/base/diagnostic.ts';
import { codePointsOf, isSuspect, makeStrayPattern, neutralise } from '#core/base/neutral.ts';

/** A source line made printable, and the place of something in it, in terminal columns. */
export interface Frame {
  readonly line: string;
  readonly column: number;
  readonly length: number;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  /** Where its character begins in the source line, in UTF-16 units. */
  readonly from: number;
}

const tabStop = 4;
const cut = '…';
const most = 2_000;

/**
 * Returns the line that a place begins on: tabs as spaces, wide characters counted as two columns, control characters as
 * pictures, invisible ones as their code points, and only as much of it around the place as fits the width.
 */
export function frameOf(text: string, at: Place, width: number): Frame {
  const start = at.start - (at.column - 1);
  const newline = text.slice(start).search(/\r\n|\n|\r/);
  const line = newline === -1 ? text.slice(start) : text.slice(start, start + newline);
  const last = at.endLine === at.line ? at.endColumn - 1 : line.length;
  // No terminal shows more, and a line may have millions of characters.
  const from = Math.max(0, at.column - 1 - most);
  const to = at.column - 1 + most;
  const cells = cellsOf(line.slice(from, to), from);
  const first = cells.filter((c) => c.from < at.column - 1);
  const marked = cells.filter((c) => c.from >= at.column - 1 && c.from < last);
  const length = Math.max(1, sum(marked));
  const whole = from === 0 && to >= line.length && sum(cells) <= width;
  return whole
    ? { line: joined(cells), column: sum(first), length }
    : windowed(cells, length, first.length, width);
}

function windowed(cells: readonly Cell[], length: number, index: number, width: number): Frame {
  // A third of the line stands before the place.
  let from = index;
  for (let before = 0; from > 0 && before < width / 3; from--) before += cells[from - 1]?.width ?? 0;
  const head = from > 0 ? cut : '';
  let to = from;
  let room = width - head.length - cut.length;
  while (to < cells.length && room >= (cells[to]?.width ?? 0)) room -= cells[to++]?.width ?? 0;
  const shown = cells.slice(from, to);
  const shift = head.length + sum(cells.slice(from, index));
  const line = head + joined(shown) + (to < cells.length ? cut : '');
  return { line, column: shift, length: Math.max(1, Math.min(length, head.length + sum(shown) - shift)) };
}

function cellsOf(line: string, offset: number): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const isStray = straysOf(line);
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    let from = offset + index;
    for (const part of partsOf(segment)) {
      const text =
        part === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : visible(part, isStray(from - offset));
      const width = stringWidth(text);
      cells.push({ text, width, from });
      column += width;
      from += part.length;
    }
  }
  return cells;
}

/** Characters without width, and joiners, which belong to the character before them. */
const unseen = /([\u00ad\u200b-\u200d\u2060-\u2064\ufeff])/;

/** Splits a grapheme from the invisible characters in it; emoji held together by joiners stay whole. */
function partsOf(segment: string): readonly string[] {
  if (!unseen.test(segment) || /\p{Extended_Pictographic}.*\u200d./su.test(segment)) return [segment];
  return segment.split(unseen).filter((part) => part !== '');
}

/** Returns a test for the strays of a line, which depend on the characters around them. */
function straysOf(line: string): (index: number) => boolean {
  if (!isSuspect(line)) return () => true;
  const found = new Set<number>();
  for (const { 0: run, index } of line.matchAll(makeStrayPattern()))
    for (let at = index; at < index + run.length; at++) found.add(at);
  return (index) => found.has(index);
}

function visible(part: string, isStray: boolean): string {
  if (part.length > 1) return neutralise(part);
  // The part does not have the characters around it.
  if (!isStray && isSuspect(part)) return part;
  return unseen.test(part) ? `<${codePointsOf(part)}>` : neutralise(part);
}

function joined(cells: readonly Cell[]): string {
  return cells.map((c) => c.text).join('');
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, c) => total + c.width, 0);
}
