import type { Diagnostic } from '#core/base/diagnostic.ts';
import { capped, joined } from './capped.ts';
import { safe, spot } from './closing.ts';
import type { Format } from './format.ts';

/** `concise`: what other programs read line by line. */
export const concise: Format = {
  name: 'concise',
  summary:
    'A line for each finding: `path:line:column: severity: message [rule]`. The default where no terminal is.',
  lines: true,
  print: ({ findings }) => joined(conciseLines(findings)),
};

/** Findings one a line: `path:line:column: severity: message [rule]`. */
export function conciseLines(findings: readonly Diagnostic[]): readonly string[] {
  return capped(findings, (f) => [safe(`${spot(f)}: ${f.severity}: ${f.message} [${f.rule}]`)]);
}
