import { neutralised } from '../neutral.ts';
import type { Example, Rule } from './rule.ts';

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
export function shownExamples({ bad, good }: Rule): Record<'bad' | 'good', readonly ShownFile[]> {
  const [wrong, right] = [filesOf(bad), filesOf(good)];
  const paths = [...new Set([...wrong.keys(), ...right.keys()])].filter((p) => wrong.get(p) !== right.get(p));
  const shown = (files: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>) =>
    paths.flatMap((path) => {
      const text = files.get(path);
      if (text === undefined) return [];
      const lines = differing(linesOf(text), linesOf(others.get(path) ?? ''));
      return [files.size > 1 ? { path, lines } : { lines }];
    });
  return { bad: shown(wrong, right), good: shown(right, wrong) };
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
  const indent = ' '.repeat(/^ */.exec(lines[from] ?? '')?.[0].length ?? 0);
  return [
    ...(from > 0 ? [`${indent}${gap}`] : []),
    ...lines.slice(from, to).map(visible),
    ...(to < lines.length ? [gap] : []),
  ];
}

/** A line whose every character can be seen. */
function visible(line: string): string {
  const seen = (c: string) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
  return neutralised(line)
    .replace(/[\p{Cf}\p{Zs}\ufe0f]/gu, (c) => (c === ' ' ? c : seen(c)))
    .replace(/ +$/, (blanks) => '·'.repeat(blanks.length));
}
