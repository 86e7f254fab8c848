import type { Diagnostic } from '#core/base/diagnostic.ts';
import { formatCount } from '#core/base/format-count.ts';
import { groupBy } from '#core/base/group-by.ts';
import { neutraliseText } from './closing.ts';

const mostOfAFile = 50;

/** Returns the lines of findings, at most 50 findings per file and how many more there are. */
export function capFindings(
  findings: readonly Diagnostic[],
  lines: (finding: Diagnostic) => readonly string[],
): readonly string[] {
  return [...groupBy(findings, (f) => f.path)].flatMap(([path, all]) => {
    const more = all.length - mostOfAFile;
    const rest = more > 0 ? [`${neutraliseText(path)}: and ${formatCount(more, 'finding')} more`] : [];
    return [...all.slice(0, mostOfAFile).flatMap(lines), ...rest];
  });
}

/** Joins lines to a text, each with a line end. */
export const joinLines = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
