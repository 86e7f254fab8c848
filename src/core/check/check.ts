import type { LocatedBank, LocatedItem } from '../bank/located-bank.ts';
import { plainBank, type ReadBank, readBank } from '../bank/read-bank.ts';
import { byPlace, type Diagnostic } from '../base/diagnostic.ts';
import { grouped } from '../base/grouped.ts';
import type { RuleGroup } from '../base/rule-id.ts';
import type { Suppression } from '../question/item.ts';
import type { BankFile } from '../yaml/source.ts';
import { groupOf } from './contract/groups.ts';
import type { CheckContext, Rule } from './contract/rule.ts';
import { rules } from './rules/index.ts';
import { allowedBy } from './rules/meta/suppressions.ts';
import { withoutOverlong } from './rules/schema/overlong.ts';
import { withoutUnwanted } from './selection.ts';

/** How a bank is checked. */
export interface CheckOptions extends CheckContext {
  /** Whether these are all the files of the bank. */
  readonly whole?: boolean;
  /** Whether a rule is looked for; otherwise all are that are not off. */
  readonly wanted?: (rule: Rule) => boolean;
}

/** A finding that an author allowed, and how. */
export interface Allowed {
  readonly finding: Diagnostic;
  readonly by: Suppression;
}

/** A bank that was read and checked. */
export interface CheckedBank extends ReadBank {
  /** The bank with the questions in which an error was found, too. */
  readonly all: LocatedBank;
  /** What was found but is allowed; it is not among the diagnostics. */
  readonly allowed: readonly Allowed[];
}

/** The groups of rules that judge how questions ask, where those that cannot be asked as they are have no part. */
const judging: ReadonlySet<string> = new Set<RuleGroup>(['item', 'card', 'bank']);

const soundness: ReadonlySet<string> = new Set<RuleGroup>(['yaml', 'text', 'schema', 'ref']);

/** Wants the rules without which a bank cannot be asked from: the others judge how well it asks. */
export const forAsking = ({ id, off }: Rule): boolean =>
  off !== true && (soundness.has(groupOf(id)) || id === 'bank/empty');

/** Reads a bank and runs the rules on it: all findings in the order of their places, and the items without an error. */
export function checkBank(files: readonly BankFile[], given: Partial<CheckOptions> = {}): CheckedBank {
  // On that day nothing is stale.
  const options: CheckOptions = { today: '1970-01-01', staleMonths: 36, ...given };
  const { wanted = (rule: Rule) => rule.off !== true } = options;
  const read = readBank(files, options);
  // What changed since can be told only where there is a before.
  const chosen = rules.filter(
    (rule) => wanted(rule) && (rule.base === undefined || options.base !== undefined),
  );
  const ran = new Set<string>(chosen.map((rule) => rule.id));
  const known = new Set<string>(rules.map((rule) => rule.id));
  const judged = withoutOverlong(read.located);
  const found = [
    ...withoutUnwanted(read.diagnostics, known, ran),
    ...foundBy(chosen, read.located, judged, options),
  ];
  // What a question that was not judged breaks is not known, and so nothing of it is allowed in vain.
  const reviewable = judged === read.located ? judged : { ...read.located, complete: false };
  const reviewed = chosen.flatMap((rule) =>
    [...(rule.review?.(reviewable, found, ran, known) ?? [])].map((f) => diagnosed(rule, f)),
  );
  const suppression = allowedBy(read.located);
  const diagnostics = [...found.filter((d) => !suppression(d)), ...reviewed].sort(byPlace);
  const allowed = found.flatMap((finding) => {
    const by = suppression(finding);
    return by === undefined ? [] : [{ finding, by }];
  });
  const located = withoutBad(read.located, diagnostics);
  const bank = located === read.located ? read.bank : plainBank(located);
  return { bank, located, all: read.located, diagnostics, allowed };
}

/**
 * What rules find, in the order of the rules. Those that look at each item by itself look at one item after the other: what one of them
 * worked out of an item, and where things stand in it, is then at hand for the next.
 */
function foundBy(
  chosen: readonly Rule[],
  all: LocatedBank,
  judged: LocatedBank,
  options: CheckOptions,
): readonly Diagnostic[] {
  const found = chosen.map((): Diagnostic[] => []);
  const steps = chosen.flatMap((rule, i) => {
    const { inOne } = rule.check ?? {};
    return inOne === undefined
      ? []
      : [{ rule, inOne, judges: judging.has(groupOf(rule.id)), into: found[i] }];
  });
  const isJudged = judged === all ? undefined : new Set(judged.items);
  for (const located of all.items)
    for (const { rule, inOne, judges, into } of steps) {
      if (judges && isJudged?.has(located) === false) continue;
      for (const finding of inOne(located, options)) into?.push(diagnosed(rule, finding));
    }
  for (const [i, rule] of chosen.entries()) {
    const { check } = rule;
    const look = check?.inOne === undefined ? check : check.beside;
    const bank = judging.has(groupOf(rule.id)) ? judged : all;
    for (const finding of look?.(bank, options) ?? []) found[i]?.push(diagnosed(rule, finding));
  }
  return found.flat();
}

/** A bank as it was before, to compare with: what was wrong with it then is not told. */
export const readBase = (files: readonly BankFile[]): LocatedBank => readBank(files).located;

function diagnosed({ id, severity }: Rule, finding: Omit<Diagnostic, 'rule' | 'severity'>): Diagnostic {
  return { rule: id, severity, ...finding };
}

/** The bank without the items in which an error was found. */
function withoutBad(bank: LocatedBank, findings: readonly Diagnostic[]): LocatedBank {
  const errors = grouped(
    findings.filter((f) => f.severity === 'error'),
    (f) => f.path,
  );
  if (errors.size === 0) return bank;
  const isGood = ({ source, path, place }: LocatedItem) => {
    const own = errors.get(source.path);
    if (own === undefined) return true;
    // Most items have no error near them, and need not be placed.
    const near = source.around(path);
    if (!own.some(({ at }) => at.start >= near.start && at.start < near.end)) return true;
    const { start, end } = place();
    return !own.some(({ at }) => at.start >= start && at.start < end);
  };
  return { ...bank, items: bank.items.filter(isGood) };
}
