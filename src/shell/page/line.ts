/** The meaning of a stretch of text; colour is only one way to show it. */
export type Style = 'strong' | 'dim' | 'good' | 'bad' | 'warn' | 'accent';

/** A stretch of text in one style, or a link. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
  readonly url?: string;
}

/** One line of output before wrapping; the lines it is wrapped into keep its leading spaces. */
export type Line = string | readonly (string | Span)[];

/** A stretch of text in a style. */
export const makeSpan = (style: Style, text: string): Span => ({ text, style });

/** The start of a line in a list, such as `1. ` or `x 1. `; continuation lines are indented to the text after it. */
const lead = /^ *(?:[-+x>] +)?(?:(?:\d{1,2}\.|\[\d\]) +)?/;

/** The number of columns before the text of a line. */
export const hangOf = (line: Line): number => lead.exec(textOf(line))?.[0].length ?? 0;

/** A line split at the line breaks of its texts, with the later parts indented under the first. */
export function breakLine(line: Line): readonly Line[] {
  if (!textOf(line).includes('\n')) return [line];
  const lines: (string | Span)[][] = [[]];
  for (const part of typeof line === 'string' ? [line] : line) {
    const [text, rest] = typeof part === 'string' ? [part, {}] : [part.text, part];
    for (const [i, own] of text.split('\n').entries()) {
      if (i > 0) lines.push([' '.repeat(hangOf(line))]);
      lines.at(-1)?.push({ ...rest, text: own });
    }
  }
  return lines;
}

const textOf = (line: Line) =>
  typeof line === 'string'
    ? line
    : line.map((part) => (typeof part === 'string' ? part : part.text)).join('');
