/** What a value takes the place of in a template literal. */
export const hole = '\u0000';

/** The texts that are written in a source file: string and template literals, with a hole for each value. */
export function literalsIn(source: string): readonly string[] {
  const literals: string[] = [];
  codeUntil(source, 0, undefined, literals);
  return literals;
}

/** Reads code up to a closing brace, or to the end, and returns where that is. */
function codeUntil(source: string, from: number, end: '}' | undefined, literals: string[]): number {
  let depth = 0;
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (character === '{') depth += 1;
    else if (character === '}' && depth-- === 0 && end === '}') return at;
    else if (character === "'" || character === '"') at = stringFrom(source, at, literals);
    else if (character === '`') at = templateFrom(source, at, literals);
    else if (character === '/') at = slashFrom(source, at);
  }
  return source.length;
}

/** Reads a string, and returns where its closing quote is. */
function stringFrom(source: string, start: number, literals: string[]): number {
  const end = closing(source, start, source[start] ?? '');
  literals.push(
    source
      .slice(start + 1, end)
      .replace(/\\n/g, '\n')
      .replace(/\\(.)/g, '$1'),
  );
  return end;
}

/** Reads a template, with what stands in its holes, and returns where its closing mark is. */
function templateFrom(source: string, start: number, literals: string[]): number {
  let text = '';
  for (let at = start + 1; at < source.length; at++) {
    if (source[at] === '\\') {
      at += 1;
      text += source[at] === 'n' ? '\n' : source[at];
    } else if (source.startsWith('${', at)) {
      at = codeUntil(source, at + 2, '}', literals);
      text += hole;
    } else if (source[at] === '`') {
      literals.push(text);
      return at;
    } else text += source[at];
  }
  return source.length;
}

/** Passes over a comment or a regular expression; a slash after a value divides. */
function slashFrom(source: string, at: number): number {
  if (source.startsWith('//', at)) return endOf(source, '\n', at);
  if (source.startsWith('/*', at)) return endOf(source, '*/', at) + 1;
  const before = source.slice(0, at).trimEnd().at(-1) ?? '(';
  if (!/[(,=:[!&|?{};<>+-]/.test(before)) return at;
  const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[\n])+\//y;
  pattern.lastIndex = at;
  return pattern.test(source) ? pattern.lastIndex - 1 : at;
}

function closing(source: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1;
  return at;
}

const endOf = (source: string, mark: string, from: number): number => {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length : found;
};
