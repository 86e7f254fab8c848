import type { Diagnostic } from './diagnostic.ts';

const shown = 10;

/** The first findings, a line each: `path:line:column: message (rule)`. */
export function summarised(findings: readonly Diagnostic[]): readonly string[] {
  const lines = findings
    .slice(0, shown)
    .map(
      ({ path, at, message, rule }) => `${path}:${at.line}:${at.column}: ${message.split('\n')[0]} (${rule})`,
    );
  const more = findings.length > shown ? [`... and ${findings.length - shown} more`] : [];
  return [...lines, ...more];
}
