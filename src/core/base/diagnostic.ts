import type { DataPath } from './data-path.ts';
import type { RuleId } from './rule-id.ts';

/** How bad a finding is: an error makes a check fail. */
export type Severity = 'error' | 'warning' | 'info';

/** A stretch of a file: line and column count from 1 in UTF-16 units, offsets from 0; the end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch of a file to put other text in place of: offsets from 0 in UTF-16 units, the end exclusive. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A safe fix of a finding, which needs no review. */
export interface Fix {
  /** Its effect, such as `quote the value`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /**
   * What the file's data must be afterwards, all else being as before; without it the data stays the same. A fix that does
   * not lead there is not made.
   */
  readonly expects?: Expected;
}

/** A change of a file's data: a value set, a key renamed, or the entries of a list put in another order. */
export type Expected =
  | { readonly type: 'set'; readonly path: DataPath; readonly value: unknown }
  | { readonly type: 'renamed'; readonly path: DataPath; readonly to: string }
  | { readonly type: 'ordered'; readonly path: DataPath; readonly order: readonly number[] }
  /** A value that could not be read before: wherever it stands, the data around it is as it was. */
  | { readonly type: 'readable'; readonly value: unknown };

/** One finding of one rule at one place. */
export interface Diagnostic {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly path: string;
  readonly at: Place;
  /** The problem, why it matters unless that is obvious, and what to do. */
  readonly message: string;
  /** The other half of a finding, such as the first of two duplicates. */
  readonly related?: readonly { readonly path: string; readonly at: Place; readonly message: string }[];
  /** The id of the item it is in, if known. */
  readonly item?: string;
  readonly fix?: Fix;
}

/** The order findings are shown in: by file, then by place, then by rule. */
export function compareByPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.at.start - b.at.start || a.at.end - b.at.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** The severities, the worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** True if a severity is as bad as another, or worse. */
export const isAtLeast = (severity: Severity, least: Severity): boolean =>
  severities.indexOf(severity) <= severities.indexOf(least);

/** How many findings there are of a severity. */
export const countOf = (findings: readonly Diagnostic[], severity: Severity): number =>
  findings.filter((f) => f.severity === severity).length;
