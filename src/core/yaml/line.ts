/** The line of a text on which something is wrong. */
export interface SourceLine {
  readonly text: string;
  readonly from: number;
  readonly start: number;
  readonly line: string;
  /** `key: value`, where the line is of that form, else `- value`; offsets are those of the text. */
  readonly key?: string;
  readonly column: number;
  readonly value: string;
  readonly valueAt: number;
}

/** A line that is `key: value`. */
export const keyed = /^([ \t]*(?:-[ \t]+)*)([^\s:#'"[\]{}][^:#]*):(?:[ \t]+(.*))?$/;

const element = /^[ \t]*(?:-[ \t]+)+(.*)$/;

/** The line of a text that an offset stands on. */
export function lineAt(text: string, from: number): SourceLine {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const newline = text.indexOf('\n', start);
  const line = text.slice(start, newline === -1 ? text.length : newline).replace(/\r$/, '');
  const match = keyed.exec(line);
  const value = match?.[3] ?? (match ? '' : (element.exec(line)?.[1] ?? ''));
  const key = match?.[2];
  const common = { text, from, start, line, column: match?.[1]?.length ?? 0, value };
  return { ...common, valueAt: start + line.length - value.length, ...(key === undefined ? {} : { key }) };
}
