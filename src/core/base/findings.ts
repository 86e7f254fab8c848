import type { Diagnostic } from './diagnostic.ts';

const shown = 10;

/** `path:line:column`. */
export function placeTextOf({ path, at }: Pick<Diagnostic, 'path' | 'at'>): string {
  return `${path}:${at.line}:${at.column}`;
}

/** A finding in one line, if its texts have no line break: `path:line:column: severity: message [rule]`. */
export function formatFinding(finding: Diagnostic): string {
  return `${placeTextOf(finding)}: ${finding.severity}: ${finding.message} [${finding.rule}]`;
}

/** The first findings, a line each. */
export function summarise(findings: readonly Diagnostic[]): readonly string[] {
  const lines = findings
    .slice(0, shown)
    .map((finding) => formatFinding({ ...finding, message: finding.message.split('\n')[0] ?? '' }));
  const more = findings.length > shown ? [`... and ${findings.length - shown} more`] : [];
  return [...lines, ...more];
}
