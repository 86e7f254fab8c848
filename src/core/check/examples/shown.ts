import { neutralised } from '#core/base/neutral.ts';
import type { Example, Rule } from '../contract/rule.ts';

/** A part of an example that is shown: lines of a file, named where there are several. */
export interface ShownFile {
  readonly path?: string;
  readonly lines: readonly string[];
}

/** How many lines around what differs are shown. */
const around = 2;
const most = 16;
const gap = '# ...';

/** What differs between the examples of a rule, with a few lines around it, in a form that can be seen and printed. */
export interface ShownExamples {
  /** Of a rule on what changed: the bank before; otherwise empty. */
  readonly before: readonly ShownFile[];
  readonly bad: readonly ShownFile[];
  readonly good: readonly ShownFile[];
}

/** The examples of a rule as they are shown. */
export function shownExamples({ base, bad, good }: Rule): ShownExamples {
  return {
    before: base === undefined ? [] : shown(base, bad),
    bad: shown(bad, base === undefined || base === good ? good : base),
    good: shown(good, bad),
  };
}

function shown(example: Example, other: Example): readonly ShownFile[] {
  const [files, others] = [filesOf(example), filesOf(other)];
  return [...files].flatMap(([path, text]) => {
    if (text === others.get(path)) return [];
    const lines = differing(linesOf(text), linesOf(others.get(path) ?? ''));
    return [files.size > 1 ? { path, lines } : { lines }];
  });
}

function filesOf(example: Example): ReadonlyMap<string, string> {
  return new Map(typeof example === 'string' ? [['deck.yaml', example]] : Object.entries(example));
}

const linesOf = (text: string) => text.replace(/\n$/, '').split('\n');

/** The lines that differ from the others, less those at the beginning and the end that are the same. */
function differing(lines: readonly string[], others: readonly string[]): readonly string[] {
  const least = Math.min(lines.length, others.length);
  let head = 0;
  while (head < least && lines[head] === others[head]) head++;
  let tail = 0;
  while (tail < least - head && lines.at(-1 - tail) === others.at(-1 - tail)) tail++;
  const from = Math.max(0, head - around);
  const to = Math.min(lines.length, Math.max(head, lines.length - tail) + around, from + most);
  const own = lines.slice(from, to);
  const indent = Math.min(...own.map((line) => /^ */.exec(line)?.[0].length ?? 0));
  const before = from > 0 ? [gap] : [];
  const after = to < lines.length ? [gap] : [];
  return [...before, ...own.map((line) => visible(line.slice(indent))), ...after];
}

/** A line whose every character can be seen. */
function visible(line: string): string {
  const seen = (c: string) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  return neutralised(line)
    .replace(/\p{Cf}|\p{Zs}|\ufe0f/gu, (c) => (c === ' ' ? c : seen(c)))
    .replace(/ +$/, (blanks) => '·'.repeat(blanks.length));
}
