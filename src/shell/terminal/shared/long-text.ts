import { type Line, makeSpan } from '#shell/page/line.ts';
import type { Block } from './feedback-lines.ts';
import type { LongText } from './terminal.ts';

/**
 * The paragraphs of a text, a block each. Empty lines separate them; in a text without any, each line is one, as YAML's `>-` leaves
 * them.
 */
export function paragraphsOf(text: string): readonly Block[] {
  const written = text.trim();
  const breaks = /\n[ \t]*\n/.test(written) ? /\n(?:[ \t]*\n)+/ : /\n/;
  return written.split(breaks).map((paragraph) => paragraph.split('\n'));
}

/** A text under its title, to be packed into pages: the title stays with the first paragraph. */
export function textBlocksOf({ title, text }: LongText): readonly Block[] {
  const [first = [], ...others] = paragraphsOf(text);
  const head: Line = [makeSpan('strong', title)];
  return [['', head, '', ...first], ...others.map((block) => ['', ...block])];
}
