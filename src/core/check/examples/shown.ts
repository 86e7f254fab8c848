import { neutralise } from '#core/base/neutral.ts';
import type { Example, Rule } from '../contract/rule.ts';

/** The part of an example that is shown: lines of a file, with its path if there are several. */
export interface ShownFile {
  readonly path?: string;
  readonly lines: readonly string[];
}

/** The number of lines shown around a difference. */
const around = 2;
const most = 16;
const gap = '# ...';

/** The difference between the examples of a rule, with a few lines around it, in printable form. */
export interface ShownExamples {
  /** For rules on changes, the earlier bank; otherwise empty. */
  readonly before: readonly ShownFile[];
  readonly bad: readonly ShownFile[];
  readonly good: readonly ShownFile[];
}

/** Returns the examples of a rule as they are shown. */
export function showExamples({ base, bad, good }: Rule): ShownExamples {
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

/** Returns the lines between the equal lines at the start and at the end, with some around them. */
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

/** Returns a line in which every character is visible. */
function visible(line: string): string {
  const seen = (c: string) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  return neutralise(line)
    .replace(/\p{Cf}|\p{Zs}|\ufe0f/gu, (c) => (c === ' ' ? c : seen(c)))
    .replace(/ +$/, (spaces) => '·'.repeat(spaces.length));
}
