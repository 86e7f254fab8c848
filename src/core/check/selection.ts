import type { Diagnostic, Severity } from '../base/diagnostic.ts';
import { findNearest } from '../base/nearest.ts';
import type { RuleId } from '../base/rule-id.ts';
import { groupOf } from './contract/groups.ts';
import type { Rule } from './contract/rule.ts';

/** Names of rules to select and ignore: ids, groups, or `all`. */
export interface Named {
  /** If empty: the rules that are not off. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

/** An unknown name of a rule or group, and the name that was probably meant. */
export interface UnknownName {
  readonly name: string;
  readonly meant?: string;
}

/** Selects every rule, including those that are off. */
const all = 'all';
/** Runs regardless of the selection, since unreadable files cannot be checked. */
const always: RuleId = 'yaml/syntax';

/** Returns a test for the rules to run. A rule that is off must be named by its id or `all`; ignoring wins over selecting. */
export function selectRules({ select, ignore }: Named): (rule: Rule) => boolean {
  const [wanted, left] = [new Set(select), new Set(ignore)];
  return ({ id, off }) => {
    if (left.has(id) || left.has(groupOf(id)) || left.has(all)) return false;
    if (wanted.size === 0) return off !== true;
    if (wanted.has(id) || wanted.has(all) || id === always) return true;
    return wanted.has(groupOf(id)) && off !== true;
  };
}

/** Returns the first name that is neither a rule nor a group, or undefined. */
export function findUnknownName(names: readonly string[], rules: readonly Rule[]): UnknownName | undefined {
  const ids = rules.map((rule) => rule.id);
  const known = new Set<string>([...ids, ...ids.map(groupOf), all]);
  const name = names.find((n) => !known.has(n));
  if (name === undefined) return undefined;
  const meant = ids.find((id) => id.endsWith(`/${name}`)) ?? findNearest(name, known);
  return { name, ...(meant === undefined ? {} : { meant }) };
}

/** Severities that a bank gives to rules of its choice, by their ids or groups. */
export type Severities = Readonly<Record<string, Severity>>;

/** Findings with the severities that a bank gives to their rules. */
export function withSeverities(findings: readonly Diagnostic[], given: Severities): readonly Diagnostic[] {
  if (Object.keys(given).length === 0) return findings;
  return findings.map((finding) => {
    const severity = given[finding.rule] ?? given[groupOf(finding.rule)];
    return severity === undefined ? finding : { ...finding, severity };
  });
}

/** Findings but for those of known rules that are not looked for: what no rule claims stays. */
export function dropUnwanted(
  findings: readonly Diagnostic[],
  known: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): readonly Diagnostic[] {
  return findings.filter(({ rule }) => wanted.has(rule) || !known.has(rule));
}
