import type { LocatedBank, LocatedItem } from '#core/bank/located-bank.ts';
import type { DataPath } from '#core/base/data-path.ts';
import type { Diagnostic } from '#core/base/diagnostic.ts';
import { memoise } from '#core/base/memoise.ts';
import type { RuleGroup } from '#core/base/rule-id.ts';
import type { Suppression } from '#core/question/item.ts';
import { groupOf } from '../../contract/groups.ts';

/** A suppression with the item it stands in. */
export interface LocatedSuppression {
  readonly suppression: Suppression;
  readonly of: LocatedItem;
  /** From the item. */
  readonly path: DataPath;
}

/** Returns every suppression in a bank. */
export const suppressionsIn = memoise(({ items }: LocatedBank): readonly LocatedSuppression[] =>
  items.filter(({ item }) => item.lint !== undefined).flatMap(suppressionsOf),
);

function suppressionsOf(of: LocatedItem): readonly LocatedSuppression[] {
  const allow = of.item.lint?.allow ?? [];
  return allow.map((suppression, i) => ({ suppression, of, path: ['lint', 'allow', i] }));
}

/** The groups of rules that cannot be suppressed: without them a bank cannot be read, or suppressions mean nothing. */
const binding: ReadonlySet<string> = new Set<RuleGroup>(['yaml', 'schema', 'ref', 'meta']);

/** Returns whether findings of a rule cannot be suppressed. */
export const isBinding = (rule: string): boolean => binding.has(groupOf(rule));

/** Returns a function that finds the suppression that allows a finding, or undefined. */
export function allowedBy(bank: LocatedBank): (found: Diagnostic) => Suppression | undefined {
  const first = new Map<string, Suppression>();
  for (const { suppression, of } of suppressionsIn(bank)) {
    const key = keyOf(suppression.rule, of.source.path, of.item.id);
    if (!isBinding(suppression.rule) && !first.has(key)) first.set(key, suppression);
  }
  return ({ rule, path, item }) => (item === undefined ? undefined : first.get(keyOf(rule, path, item)));
}

const keyOf = (rule: string, path: string, item: string) => JSON.stringify([rule, path, item]);
