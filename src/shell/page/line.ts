/** How a stretch of text is meant; colour is only one way of showing it. */
export type Style = 'strong' | 'dim' | 'good' | 'bad' | 'warn' | 'accent';

/** A stretch of text in one style, or a link. */
export interface Span {
  readonly text: string;
  readonly style?: Style;
  readonly url?: string;
}

/** One line of output, before it is wrapped; leading blanks are kept for the lines it is wrapped into. */
export type Line = string | readonly (string | Span)[];

/** A stretch of text in a style. */
export const span = (style: Style, text: string): Span => ({ text, style });

/** What a line begins with when it stands in a list: what it is wrapped or broken into is set under the text after that. */
const lead = /^ *(?:(?:\d{1,2}\.|[-+x>]) +)?/;

/** How many columns stand before the text of a line. */
export const hangOf = (line: Line): number => lead.exec(textOf(line))?.[0].length ?? 0;

/** A line with a text of a bank in it, which may have several: as many lines, the later ones set under the first. */
export function broken(line: Line): readonly Line[] {
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
