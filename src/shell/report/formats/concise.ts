import type { Diagnostic } from '#core/base/diagnostic.ts';
import { inOneLine } from '#core/base/findings.ts';
import { capped, joined } from './capped.ts';
import { safe } from './closing.ts';
import type { Format } from './format.ts';

/** `concise`: for programs that read line by line. */
export const concise: Format = {
  name: 'concise',
  summary:
    'One line per finding: `path:line:column: severity: message [rule]`. The default without a terminal.',
  lines: true,
  print: ({ findings }) => joined(conciseLines(findings)),
};

/** Returns findings, one per line: `path:line:column: severity: message [rule]`. */
export function conciseLines(findings: readonly Diagnostic[]): readonly string[] {
  return capped(findings, (f) => [safe(inOneLine(f))]);
}
