import { LineCounter } from 'yaml';
import type { Place } from '../base/diagnostic.ts';

/** Turns offsets of one text into places. */
export type Placer = (start: number, end: number) => Place;

/** Reads the lines of a text once, and places any stretch of it. */
export function makePlacer(text: string): Placer {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) lines.addNewLine(i + 1);
  return (start, end) => {
    const from = lines.linePos(start);
    const to = lines.linePos(end);
    return { line: from.line, column: from.col, endLine: to.line, endColumn: to.col, start, end };
  };
}
