import { spaceColon } from './fixes.ts';
import type { SourceLine } from './line.ts';
import type { Stop, Words } from './stop.ts';

interface Sign {
  /** What comes before the sign on its line is its first group, the sign is its second. */
  readonly pattern: RegExp;
  readonly message: (sign: string) => string;
}

// In a list the head of a text may look like a key: `- BPE：`.
const wideColon = /^([ \t]*(?:[A-Za-z][\w-]*|-[ \t]+(?:id|text|left|ref|title|rule)))(：)/;

const signs: readonly Sign[] = [
  {
    pattern: /^([ \t]*)([\u3000\u00a0]+)/,
    message: () => 'the indentation has a space that YAML does not accept; replace it with plain spaces',
  },
  {
    pattern: /^([ \t]*(?:-[ \t]+)?[A-Za-z][\w-]*:)([\u3000\u00a0])/,
    message: () => 'YAML does not accept the space after this colon; replace it with a plain space',
  },
  {
    pattern: /^([ \t]*)(-)(?=[a-z][\w-]*:(?:\s|$))/,
    message: () => 'the space after the dash is missing; add one',
  },
  {
    pattern: /^([ \t]*)([•·∙‧–—－])(?=\s)/,
    message: (sign) => `\`${sign}\` does not begin an entry of a list; write \`- \``,
  },
  {
    pattern: /^([ \t]*(?:-[ \t]+)?(?:[A-Za-z][\w-]*:[ \t]+)?)([｛［])/,
    message: (sign) =>
      `\`${sign}\` is a full-width bracket; write \`${sign === '｛' ? '{' : '['}\`, and likewise what closes it and the commas between`,
  },
];

/** What is wrong with a line whose signs look like those of YAML and are not: those of an input method, or of a word processor. */
export function findWrongSign({ line }: Stop): Words | undefined {
  for (const { pattern, message } of signs) {
    const match = pattern.exec(line.line);
    if (match === null) continue;
    const [, before = '', sign = ''] = match;
    const start = line.start + before.length;
    return { start, end: start + sign.length, message: message(sign) };
  }
  const colon = wideColon.exec(line.line);
  if (colon === null) return undefined;
  const start = line.start + (colon[1] ?? '').length;
  const message = 'this colon (：) is full-width; write `:` and a space';
  return { start, end: start + 1, message, ...spaceColon(line, start) };
}

/** The full-width comma before a key within `{ }`, after which a colon stands: `{ en: a， zh: b }`. */
export function findWideComma(line: SourceLine, colon: number): Words | undefined {
  const before = line.line.slice(0, colon - line.start);
  const found = /，\s*[a-z][\w-]*$/.exec(before);
  if (found === null) return undefined;
  const start = line.start + found.index;
  const message =
    'this comma (，) is full-width; write `,` and a space, or put the value in quotes if the comma belongs to it';
  return { start, end: start + 1, message };
}
