import type { Diagnostic } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import type { RuleId } from '../base/rule-id.ts';
import { groupOf } from './contract/groups.ts';
import type { Rule } from './contract/rule.ts';

/** Rules as they are named: by id, by group, or all of them. */
export interface Named {
  /** None: the rules that are not off. */
  readonly select: readonly string[];
  readonly ignore: readonly string[];
}

/** A name that no rule or group has, and the one that was likely meant. */
export interface UnknownName {
  readonly name: string;
  readonly meant?: string;
}

/** Every rule that there is, those that are off too. */
const all = 'all';
/** Looked for whatever is selected, since what cannot be read cannot be judged either. */
const always: RuleId = 'yaml/syntax';

/** Tells the rules that are looked for. One that is off must be named by its id, or by `all`; what is ignored wins. */
export function selection({ select, ignore }: Named): (rule: Rule) => boolean {
  const [wanted, left] = [new Set(select), new Set(ignore)];
  return ({ id, off }) => {
    if (left.has(id) || left.has(groupOf(id)) || left.has(all)) return false;
    if (wanted.size === 0) return off !== true;
    if (wanted.has(id) || wanted.has(all) || id === always) return true;
    return wanted.has(groupOf(id)) && off !== true;
  };
}

/** The first of some names that is neither a rule nor a group. */
export function unknownName(names: readonly string[], rules: readonly Rule[]): UnknownName | undefined {
  const ids = rules.map((rule) => rule.id);
  const known = new Set<string>([...ids, ...ids.map(groupOf), all]);
  const name = names.find((n) => !known.has(n));
  if (name === undefined) return undefined;
  const meant = ids.find((id) => id.endsWith(`/${name}`)) ?? nearest(name, known);
  return { name, ...(meant === undefined ? {} : { meant }) };
}

/** Findings but for those of known rules that are not looked for: what no rule claims stays. */
export function withoutUnwanted(
  findings: readonly Diagnostic[],
  known: ReadonlySet<string>,
  wanted: ReadonlySet<string>,
): readonly Diagnostic[] {
  return findings.filter(({ rule }) => wanted.has(rule) || !known.has(rule));
}
