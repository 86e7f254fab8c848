import type { Document, YAMLError } from 'yaml';
import type { SyntaxFault } from './data.ts';
import type { SourceLine } from './line.ts';

/** Where a parser stopped, and what it made of the text until then. */
export interface Stop {
  readonly code: YAMLError['code'];
  readonly line: SourceLine;
  readonly doc: Document;
  /** The end of what it stumbled over. */
  readonly end: number;
}

/** A fault before it is known which rule it breaks. */
export type Words = Omit<SyntaxFault, 'rule'>;

/** Words what is wrong, if it is what the guess knows. */
export type SyntaxGuess = (stop: Stop) => Words | undefined;

/** Words about the whole of a line. */
export function describeOverLine({ line, start: lineStart }: SourceLine, message: string): Words {
  const indent = /^\s*/.exec(line)?.[0].length ?? 0;
  const start = lineStart + indent;
  return { start, end: Math.max(start + 1, lineStart + line.trimEnd().length), message };
}
