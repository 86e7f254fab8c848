import type { Document, YAMLError } from 'yaml';
import type { Fault } from './data.ts';
import type { Line } from './line.ts';

/** Where a parser stopped, and what it made of the text until then. */
export interface Stop {
  readonly code: YAMLError['code'];
  readonly line: Line;
  readonly doc: Document;
  /** The end of what it stumbled over. */
  readonly end: number;
}

/** A fault before it is known which rule it breaks. */
export type Words = Omit<Fault, 'rule'>;

/** Words what is wrong, if it is what the guess knows. */
export type Guess = (stop: Stop) => Words | undefined;

/** Words about the whole of a line. */
export function overLine({ line, start: lineStart }: Line, message: string): Words {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const start = lineStart + indent;
  return { start, end: Math.max(start + 1, lineStart + line.trimEnd().length), message };
}
