import type { Diagnostic } from '#core/base/diagnostic.ts';
import { formatFinding } from '#core/base/findings.ts';
import { capFindings, joinLines } from './capped.ts';
import { neutraliseText } from './closing.ts';
import type { Format } from './format.ts';

/** `concise`: for programs that read line by line. */
export const concise: Format = {
  name: 'concise',
  summary:
    'One line per finding: `path:line:column: severity: message [rule]`. The default without a terminal.',
  lines: true,
  print: ({ findings }) => joinLines(conciseLinesOf(findings)),
};

/** Returns findings, one per line: `path:line:column: severity: message [rule]`. */
export function conciseLinesOf(findings: readonly Diagnostic[]): readonly string[] {
  return capFindings(findings, (f) => [neutraliseText(formatFinding(f))]);
}
