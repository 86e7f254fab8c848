import { neutraliseLine } from '#core/base/neutral.ts';
import { hangOf, type Line, type Span } from './line.ts';
import { type Paint, spellCommands } from './paint.ts';
import { wrapSpans } from './wrap.ts';

/** How lines become text for one terminal. */
export interface Look {
  readonly paint: Paint;
  /** The width of the terminal in columns; 0 if lines are not wrapped. */
  readonly columns: () => number;
}

/** The widest line in columns, even on a wider terminal: longer ones are hard to read. */
const widest = 100;

/**
 * Lines as text for the terminal: wrapped, styled, ended by newlines. Here texts of a bank are made safe, before they are
 * styled: no control character of theirs reaches the terminal, and a line break within a line is one of a name, and is shown.
 */
export function render(lines: readonly Line[], { paint, columns }: Look): string {
  const width = Math.min(columns(), widest);
  return lines
    .flatMap((line) => wrapLine(line, width, paint))
    .map((line) => `${line}\n`)
    .join('');
}

/** A line as painted lines of at most so many columns, the later ones set under the text of the first. */
export function wrapLine(line: Line, columns: number, paint: Paint): readonly string[] {
  const spans = safeSpans(line, paint);
  if (columns <= 0) return [painted(spans, paint)];
  const hang = Math.min(hangOf(spans), Math.floor(columns / 2));
  const [first = [], ...others] = wrapSpans(behind(spans, hang), columns - hang);
  const begin = within(spans, hang);
  const indent = ' '.repeat(hang);
  return [painted([...begin, ...first], paint), ...others.map((spans) => indent + painted(spans, paint))];
}

function safeSpans(line: Line, { link, calledAs = 'llmquiz' }: Paint): readonly Span[] {
  const safely = (text: string) => spellCommands(neutraliseLine(text), calledAs);
  return (typeof line === 'string' ? [line] : line).flatMap((part): readonly Span[] => {
    if (typeof part === 'string') return [{ text: safely(part) }];
    const { text, url, ...rest } = part;
    const safe = { ...rest, text: safely(text) };
    if (url === undefined) return [safe];
    return link === undefined
      ? [safe, { ...rest, text: ` ${neutraliseLine(url)}` }]
      : [{ ...safe, url: neutraliseLine(url) }];
  });
}

function painted(spans: readonly Span[], { style: styled, link }: Paint): string {
  return spans
    .map(({ text, style, url }) => {
      const shown = style === undefined ? text : styled(style, text);
      return url === undefined || link === undefined ? shown : link(shown, url);
    })
    .join('');
}

const within = (spans: readonly Span[], count: number) => split(spans, count)[0];
const behind = (spans: readonly Span[], count: number) => split(spans, count)[1];

/** Spans before and after a count of characters. */
function split(spans: readonly Span[], count: number): readonly [readonly Span[], readonly Span[]] {
  const before: Span[] = [];
  const after: Span[] = [];
  let left = count;
  for (const span of spans) {
    before.push({ ...span, text: span.text.slice(0, left) });
    after.push({ ...span, text: span.text.slice(left) });
    left = Math.max(0, left - span.text.length);
  }
  return [before.filter((s) => s.text !== ''), after.filter((s) => s.text !== '')];
}
