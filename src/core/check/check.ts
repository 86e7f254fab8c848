import type { LocatedBank, LocatedItem } from '../bank/located-bank.ts';
import { type ReadBank, readBank, readBankInSteps, stripPlaces } from '../bank/read-bank.ts';
import { compareByPlace, type Diagnostic } from '../base/diagnostic.ts';
import { groupBy } from '../base/group-by.ts';
import type { RuleGroup } from '../base/rule-id.ts';
import { finish, type Steps, scaleSteps } from '../base/steps.ts';
import type { Suppression } from '../question/item.ts';
import type { BankFile } from '../yaml/source.ts';
import { groupOf } from './contract/groups.ts';
import type { CheckContext, Rule } from './contract/rule.ts';
import type { Reuse } from './reuse.ts';
import { rules } from './rules/index.ts';
import { allowedBy } from './rules/meta/suppressions.ts';
import { dropOverlong } from './rules/schema/overlong.ts';
import { dropUnwanted } from './selection.ts';

/** Options of a check. */
export interface CheckOptions extends CheckContext {
  /** Whether these are all the files of the bank. */
  readonly whole?: boolean;
  /** Other decks of the bank, in which ids are looked up. */
  readonly others?: readonly BankFile[];
  /** Tells whether a rule is run; by default all rules that are not off. */
  readonly wanted?: (rule: Rule) => boolean;
  /** What earlier checks with the same options found, if the bank is checked again and again. */
  readonly reuse?: Reuse;
}

/** A finding that an author allowed, and the suppression that allows it. */
export interface Allowed {
  readonly finding: Diagnostic;
  readonly by: Suppression;
}

/** A bank that was read and checked. */
export interface CheckedBank extends ReadBank {
  /** The bank including questions that errors keep out. */
  readonly all: LocatedBank;
  /** Findings that are allowed; they are not among the diagnostics. */
  readonly allowed: readonly Allowed[];
}

/** The groups of rules on how questions ask; questions that cannot be asked as they are do not take part. */
const judging: ReadonlySet<string> = new Set<RuleGroup>(['item', 'card', 'bank']);

/** Returns whether a rule is needed to ask from a bank; the others judge how well it asks. */
export const isForAsking = ({ id, keepsOut }: Rule): boolean => keepsOut !== undefined || id === 'bank/empty';

/** Returns whether a rule can find errors. */
export const isForErrors = ({ severity, off, keepsOut }: Rule): boolean =>
  off !== true && (severity === 'error' || keepsOut !== undefined);

/** Reads a bank and runs the rules on it; returns all findings in the order of their places, and the items that no error keeps out. */
export const checkBank = (files: readonly BankFile[], options: Partial<CheckOptions> = {}): CheckedBank =>
  finish(checkInSteps(files, options));

/** The shares of a check that reading has, and the rules on single items. */
const [readingShare, itemsShare] = [0.35, 0.4];

/** Checks a bank in steps, an entry or a rule each. */
export function* checkInSteps(
  files: readonly BankFile[],
  given: Partial<CheckOptions> = {},
): Steps<CheckedBank> {
  const options: CheckOptions = { today: '', staleMonths: 36, ...given };
  const { wanted = (rule: Rule) => rule.off !== true } = options;
  const read = yield* scaleSteps(
    readBankInSteps(files, { ...options, ...(options.reuse && { read: options.reuse.read }) }),
    0,
    readingShare,
  );
  // Rules on changes need a bank to compare with.
  const chosen = rules.filter(
    (rule) => wanted(rule) && (rule.base === undefined || options.base !== undefined),
  );
  const ran = new Set<string>(chosen.map((rule) => rule.id));
  const known = new Set<string>(rules.map((rule) => rule.id));
  const judged = dropOverlong(read.located);
  const found = [
    ...dropUnwanted(read.diagnostics, known, ran),
    ...(yield* scaleSteps(foundBy(chosen, read.located, judged, options), readingShare, 1 - readingShare)),
  ];
  // It is unknown what an unchecked question breaks, so its suppressions do not count as unused.
  const reviewable = judged === read.located ? judged : { ...read.located, complete: false };
  const reviewed = chosen.flatMap((rule) =>
    [...(rule.review?.(reviewable, found, ran, known) ?? [])].map((f) => diagnosed(rule, f)),
  );
  const suppression = allowedBy(read.located);
  const diagnostics = [...found.filter((d) => !suppression(d)), ...reviewed].sort(compareByPlace);
  const allowed = found.flatMap((finding) => {
    const by = suppression(finding);
    return by === undefined ? [] : [{ finding, by }];
  });
  const located = withoutBad(read.located, diagnostics);
  const bank = located === read.located ? read.bank : stripPlaces(located);
  return { bank, located, all: read.located, diagnostics, allowed, foreign: read.foreign };
}

/**
 * Returns the findings of rules, in the order of the rules. Rules on single items are run item by item, so that they share what
 * one of them computed about an item and its places.
 */
function* foundBy(
  chosen: readonly Rule[],
  all: LocatedBank,
  judged: LocatedBank,
  { reuse, ...options }: CheckOptions,
): Steps<readonly Diagnostic[]> {
  const found = chosen.map((): Diagnostic[] => []);
  const perItem = chosen.flatMap((rule, i) => {
    const { inOne } = rule.check ?? {};
    return inOne === undefined
      ? []
      : [{ rule, inOne, judges: judging.has(groupOf(rule.id)), into: found[i] }];
  });
  const isJudged = judged === all ? undefined : new Set(judged.items);
  for (const [i, located] of all.items.entries()) {
    if (reuse?.isClean(located) !== true) {
      let isClean = true;
      for (const { rule, inOne, judges, into } of perItem) {
        if (judges && isJudged?.has(located) === false) continue;
        for (const finding of inOne(located, options)) {
          into?.push(diagnosed(rule, finding));
          isClean = false;
        }
      }
      if (isClean) reuse?.noteClean(located);
    }
    yield (itemsShare * (i + 1)) / all.items.length;
  }
  for (const [i, rule] of chosen.entries()) {
    const { check } = rule;
    const look = check?.inOne === undefined ? check : check.beside;
    const bank = judging.has(groupOf(rule.id)) ? judged : all;
    for (const finding of look?.(bank, options) ?? []) found[i]?.push(diagnosed(rule, finding));
    yield itemsShare + ((1 - itemsShare) * (i + 1)) / chosen.length;
  }
  return found.flat();
}

/** Reads an earlier version of a bank to compare with; its findings are not reported. */
export const readBase = (files: readonly BankFile[]): LocatedBank => readBank(files).located;

function diagnosed({ id, severity }: Rule, finding: Omit<Diagnostic, 'rule' | 'severity'>): Diagnostic {
  return { rule: id, severity, ...finding };
}

/** What rules keep out of the quiz by an error, by their ids. */
const keptOut: ReadonlyMap<string, Rule['keepsOut']> = new Map(
  rules.map(({ id, keepsOut }) => [id, keepsOut]),
);

/** Returns the bank without the items that errors keep out. */
function withoutBad(bank: LocatedBank, findings: readonly Diagnostic[]): LocatedBank {
  const errors = findings.filter((f) => f.severity === 'error' && keptOut.get(f.rule) !== undefined);
  const pairs = errors.filter(({ rule }) => keptOut.get(rule) === 'pair');
  const places = groupBy([...errors, ...pairs.flatMap(({ related = [] }) => related)], ({ path }) => path);
  if (places.size === 0) return bank;
  const isGood = ({ source, path, place }: LocatedItem) => {
    const own = places.get(source.path);
    if (own === undefined) return true;
    // Most items have no error near them, and need not be placed.
    const near = source.around(path);
    if (!own.some(({ at }) => at.start >= near.start && at.start < near.end)) return true;
    const { start, end } = place();
    return !own.some(({ at }) => at.start >= start && at.start < end);
  };
  return { ...bank, items: bank.items.filter(isGood) };
}
