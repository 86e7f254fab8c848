import type { Fault } from './data.ts';
import type { Line } from './line.ts';
import { spacedColon } from './mends.ts';

/** A fault before it is known which rule it breaks. */
export type Words = Omit<Fault, 'rule'>;

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
    message: () => 'a blank in the indentation that is none to YAML: replace it by plain spaces',
  },
  {
    pattern: /^([ \t]*(?:-[ \t]+)?[A-Za-z][\w-]*:)([\u3000\u00a0])/,
    message: () => 'the blank after the colon is none to YAML: replace it by a plain space',
  },
  {
    pattern: /^([ \t]*)(-)(?=[a-z][\w-]*:(?:\s|$))/,
    message: () => 'a space is missing after the dash',
  },
  {
    pattern: /^([ \t]*)([•·∙‧–—－])(?=\s)/,
    message: (sign) => `an entry of a list begins with \`- \`, not with \`${sign}\``,
  },
  {
    pattern: /^([ \t]*(?:-[ \t]+)?(?:[A-Za-z][\w-]*:[ \t]+)?)([｛［])/,
    message: (sign) =>
      `this is the full-width \`${sign}\`: YAML takes \`${sign === '｛' ? '{' : '['}\`, and so with what closes it and the commas between`,
  },
];

/** What is wrong with a line whose signs look like those of YAML and are not: those of an input method, or of a word processor. */
export function wrongSign(line: Line): Words | undefined {
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
  const message = 'this colon is the full-width one (：): YAML takes `:` and a space';
  return { start, end: start + 1, message, ...spacedColon(line, start) };
}

/** The full-width comma before a key within `{ }`, after which a colon stands: `{ en: a， zh: b }`. */
export function wideComma(line: Line, colon: number): Words | undefined {
  const before = line.line.slice(0, colon - line.start);
  const found = /，\s*[a-z][\w-]*$/.exec(before);
  if (found === null) return undefined;
  const start = line.start + found.index;
  const message =
    'this comma is the full-width one (，): YAML takes `,` and a space; put the value in quotes if it belongs to it';
  return { start, end: start + 1, message };
}
